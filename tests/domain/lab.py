"""An experiment board in a workshop, for the tests: the team's experiments need their team."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from tests.domain.scenario import Scenario
from tests.domain.workshops import LEAD, TITLE, empty
from workshopkit.domain import workshop
from workshopkit.domain.activity import Actor, Role
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.experiments.commands import NewReading
from workshopkit.domain.experiments.record import (
    Criterion,
    Experiment,
    Guardrail,
    Learning,
    Measure,
    Plan,
)
from workshopkit.domain.workshop import events as e

LAB = "lab"
ADA = Actor(Role.PARTICIPANT, "a" * 64, "person-a")
BEN = Actor(Role.PARTICIPANT, "b" * 64, "person-b")
CARD = Plan(
    belief="Calling people first saves letters",
    test="call everyone before we write",
    measure=Measure("letters answered by phone", form="count"),
    criterion=Criterion(0.5),
    planned=40,
    review="2026-02-01",
)
TIMES = replace(
    CARD,
    measure=Measure("days to an answer", "days"),
    criterion=Criterion(10.0, "at_most"),
    planned=5,
    guardrails=(Guardrail("calls", "calls a week", 100.0),),
)
LEARNED = Learning("phones help", "half were settled", "calling first works", "call first")


def lab() -> Scenario:
    """A workshop at its experiment board, with one action of the team's."""
    return empty().given(
        e.ActivityAdded(LAB, "experiments", "lab", TITLE, {}),
        e.ActivityAdded("other", "poll", "poll", TITLE, {"question": TITLE, "form": "words"}),
        e.MadeLive(LAB),
    )


def does(scenario: Scenario, *commands: object, by: Actor = LEAD) -> Scenario:
    """The scenario after these wishes, none of which may be refused."""
    for command in commands:
        scenario = scenario.when(command, by).accepted()
    return scenario


def planned(plan: Plan = CARD) -> tuple[Scenario, str]:
    """An experiment with this test card, not yet started, and its id."""
    scenario = does(lab(), c.AddExperiment(LAB, "Call first", plan))
    return scenario, next(iter(experiments(scenario)))


def running(plan: Plan = CARD, start: str = "") -> tuple[Scenario, str]:
    scenario, key = planned(plan)
    return does(scenario, c.StartExperiment(LAB, key, start)), key


def experiments(scenario: Scenario) -> dict[str, Experiment]:
    return dict(scenario.state.team.experiments)


def counts(*pairs: tuple[int, int], day: str = "2026-01-02") -> tuple[NewReading, ...]:
    return tuple(NewReading(day, k, n) for k, n in pairs)


def values(numbers: Iterable[float], day: str = "2026-01-02") -> tuple[NewReading, ...]:
    return tuple(NewReading(day, number) for number in numbers)


def record(key: str, readings: Sequence[NewReading]) -> c.RecordReadings:
    return c.RecordReadings(LAB, key, tuple(readings))


def move(phase: str) -> c.MovePhase:
    return c.MovePhase(LAB, phase)


def board(scenario: Scenario, role: Role = Role.PARTICIPANT) -> dict[str, Any]:
    """What a role sees of the board."""
    seen: dict[str, Any] = workshop.view(scenario.state, role)["activities"][LAB]
    return seen


def mine(scenario: Scenario, who: Actor) -> dict[str, Any]:
    seen: dict[str, Any] = workshop.me(scenario.state, who, None)["activities"][LAB]
    return seen
