"""What holds for a team's experiments whatever people wish, in whatever order."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.lab import ADA, BEN, CARD, LAB, LEARNED, TIMES, board, does, lab, move
from tests.domain.scenario import NOW, Scenario
from tests.domain.workshops import KINDS, LEAD, SCREEN
from workshopkit.domain import workshop
from workshopkit.domain.activity import Actor, Event, Role
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.experiments import events as e
from workshopkit.domain.experiments.commands import NewReading
from workshopkit.domain.experiments.record import CHOICES, STAGES, Experiment, Measure, Plan
from workshopkit.domain.experiments.state import PHASES
from workshopkit.log.base import Recorded
from workshopkit.room.vocabulary import Vocabulary

VOCABULARY = Vocabulary(KINDS)
ACTORS = (LEAD, LEAD, ADA, BEN, SCREEN)
PLANS = (CARD, TIMES, Plan(), Plan(belief="It helps", measure=Measure("calls")))
Wish = tuple[int, int, int, int]
wishes = st.tuples(st.integers(0, 15), st.integers(0, 4), st.integers(0, 9), st.integers(0, 9))


def _command(scenario: Scenario, wish: Wish) -> Any:
    """One of all commands, about something that is there or about nothing."""
    which, _, first, second = wish
    known = [*scenario.state.team.experiments, "gone"]
    key = known[first % len(known)]
    found = scenario.state.team.experiments.get(key)
    readings = [*(found.readings if found else ()), "gone"]
    reading = NewReading(f"202{5 + second % 2}-0{1 + second % 9}-0{1 + first % 9}", second, None)
    if second % 3:
        reading = NewReading(reading.date, second, second + first)
    plan = PLANS[second % len(PLANS)]
    return (
        c.MovePhase(LAB, PHASES[second % 5]),
        c.Focus(LAB, key if second else None),
        c.AddExperiment(LAB, f"Idea {second}", plan),
        c.EditExperiment(LAB, key, f"Title {second}"),
        c.RemoveExperiment(LAB, key),
        c.ChangePlan(LAB, key, plan),
        c.MoveExperiment(LAB, key, STAGES[second % 5]),
        c.StartExperiment(LAB, key, "2025-09-01" if second % 2 else ""),
        c.AmendPlan(LAB, key, plan, "A reason"),
        c.RecordReadings(LAB, key, (reading,) * (1 + second % 3)),
        c.CorrectReading(LAB, key, readings[second % len(readings)], reading),
        c.WithdrawReading(LAB, key, readings[second % len(readings)]),
        c.Expect(LAB, key, ("met", "not_met")[second % 2], f"planted-{second}"),
        c.GiveVote(LAB, key, CHOICES[second % 4]),
        c.TakeVoteBack(LAB, key),
        c.DecideExperiment(LAB, key, CHOICES[second % 4], LEARNED, "2026-05-05"),
    )[which]


def _played(steps: list[Wish]) -> tuple[Scenario, list[Event]]:
    scenario = lab()
    events: list[Event] = []
    for step in steps:
        attempt = scenario.when(_command(scenario, step), _actor(step))
        if attempt.refusal is None:
            events += attempt.events
            scenario = attempt.accepted()
    return scenario, events


def _actor(step: Wish) -> Actor:
    return ACTORS[step[1]]


@given(st.lists(wishes, min_size=5, max_size=60))
@settings(max_examples=150)
def test_replaying_the_log_gives_the_live_state(steps: list[Wish]) -> None:
    scenario, events = _played(steps)
    again = lab().state
    by_stream = sorted(events, key=lambda event: event.stream)
    for event in by_stream:
        again = workshop.evolve(again, _through_the_log(event))
    assert again == scenario.state


@given(st.lists(wishes, min_size=5, max_size=60))
@settings(max_examples=150)
def test_a_locked_card_changes_by_a_version_with_a_reason_alone(steps: list[Wish]) -> None:
    scenario = lab()
    before: dict[str, Experiment] = {}
    for step in steps:
        attempt = scenario.when(_command(scenario, step), _actor(step))
        if attempt.refusal is not None:
            continue
        scenario = attempt.accepted()
        for key, experiment in scenario.state.team.experiments.items():
            known = before.get(key)
            if known is not None and known.versions:
                assert experiment.versions[: len(known.versions)] == known.versions
                grew = len(experiment.versions) > len(known.versions)
                assert experiment.plan == known.plan or (grew and experiment.versions[-1].reason)
            if experiment.versions:
                assert experiment.plan == experiment.versions[-1].plan
        before = dict(scenario.state.team.experiments)


@given(st.lists(wishes, min_size=5, max_size=60))
@settings(max_examples=150)
def test_what_is_private_is_in_no_view(steps: list[Wish]) -> None:
    """PR1, PR3, PR4."""
    scenario, _ = _played([(2, 0, 0, 0), (0, 0, 0, 1), *steps])
    phase = scenario.state.agenda[LAB].phase
    for role in Role:
        assert phase != "expect" or "planted" not in json.dumps(board(scenario, role))
        assert phase != "vote" or "votes" not in board(scenario, role)


@given(st.lists(wishes, min_size=5, max_size=60))
@settings(max_examples=100)
def test_every_view_is_plain_json_without_nulls(steps: list[Wish]) -> None:
    scenario, _ = _played(steps)
    for role in Role:
        text = json.dumps(board(scenario, role), allow_nan=False)
        assert ": null" not in text


@given(st.lists(wishes, min_size=5, max_size=60))
@settings(max_examples=100)
def test_nobody_has_two_votes(steps: list[Wish]) -> None:
    scenario, _ = _played(steps)
    state = does(scenario, move("plan")).state.agenda[LAB].state
    for tally in state.counted.values():
        assert sum(tally.values()) <= 3


def test_no_event_of_an_experiment_names_who_had_the_idea() -> None:
    authors = {"author", "person", "by"}
    assert all(authors.isdisjoint(event.__struct_fields__) for event in e.TEAM_EVENTS)


def test_a_refusal_tells_nothing_of_what_somebody_wrote() -> None:
    scenario, _ = _played([(2, 0, 0, 0), (0, 0, 0, 1)])
    refusal = scenario.when(c.Expect(LAB, "gone", "met", "planted"), ADA).refusal
    assert "planted" not in str(refusal)


def _through_the_log(event: Event) -> Event:
    new = VOCABULARY.write_event(event, event.stream)
    return VOCABULARY.read_event(Recorded(1, new.stream, new.type, new.data, NOW))
