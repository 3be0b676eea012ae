"""A goal map for the tests: four levels, and people with perspectives who rate it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from tests.domain.scenario import Rules, Scenario, actor
from workshopkit.domain.activity import Actor, Event, Role, Viewer
from workshopkit.domain.goals import GOALS, GivenItem, GoalsOptions, GoalsState, Link, Measure
from workshopkit.domain.goals import commands as c
from workshopkit.domain.goals import events as e
from workshopkit.domain.goals.state import Phase

A = "map"
ITEMS = (
    GivenItem("v", "vision", "Everyone gets what they are due"),
    GivenItem("g1", "goal", "People hear within a day"),
    GivenItem("g2", "goal", "Nobody asks twice"),
    GivenItem("o", "outcome", "Fewer calls", measure=Measure("calls", "a week", 900, 400)),
    GivenItem("w", "work", "Rewrite the letters", owner="Letters team"),
)
LINKS = (Link("g1", "v"), Link("o", "g1"), Link("w", "o"))
OPTIONS = GoalsOptions(items=ITEMS, links=LINKS)
PURPOSES = ("items", "ratings")
LEAD = actor(Role.FACILITATOR, "lead", *PURPOSES)
ADA = actor(Role.PARTICIPANT, "ada", *PURPOSES)
BEN = actor(Role.PARTICIPANT, "ben", *PURPOSES)
SCREEN = Actor(Role.OBSERVER)
KERNEL = Actor(Role.FACILITATOR)
"""A facilitator without a browser: nothing can be her own."""


def goal_map(options: GoalsOptions = OPTIONS) -> Scenario:
    return Scenario(Rules(GOALS.decide, GOALS.evolve), GOALS.start(options))


def item(key: str, by: Actor = ADA, level: Any = "outcome") -> Event:
    return e.ItemAdded(A, key, level, f"text of {key}", "", None, "", by.authors["items"])


def revealed(*items: str) -> Event:
    return e.ItemsRevealed(A, items)


def moved(phase: Phase) -> Event:
    return e.PhaseMoved(A, phase)


def full(phase: Phase, options: GoalsOptions = OPTIONS) -> Scenario:
    """With an outcome of Ada's and one of the facilitator's; in ``rate``, a rating of each."""
    rated = [e.Rated(A, f"{who}-ratings", "g1", "clear", "4", "") for who in ("ada", "lead")]
    before = [item("a1"), item("f1", LEAD), revealed("a1", "f1"), moved(phase)]
    return goal_map(options).given(*before, *(rated if phase == "rate" else ()))


def crowd(**sizes: int) -> list[Actor]:
    """People who all have joined: so many for each perspective; ``nothing`` is none."""
    names = {name: "" if name == "nothing" else name for name in sizes}
    counts = Counter({names[name]: size for name, size in sizes.items()})
    return [
        replace(
            actor(Role.PARTICIPANT, f"{name}-{number}", *PURPOSES),
            perspective=names[name],
            perspectives=counts,
        )
        for name, size in sizes.items()
        for number in range(size)
    ]


def rating(
    people: Iterable[Actor], answers: Mapping[str, str], options: GoalsOptions = OPTIONS
) -> Scenario:
    """A map in its first round, once these people answered the questions about ``g1``."""
    scenario = goal_map(options).given(moved("rate"))
    for who in people:
        for question, answer in answers.items():
            scenario = scenario.when(c.Rate(A, "g1", question, answer), who).accepted()  # type: ignore[arg-type]
    return scenario


def view(state: GoalsState, role: Role = Role.PARTICIPANT) -> dict[str, Any]:
    return GOALS.view(state, Viewer(role))


def me(state: GoalsState, who: Actor) -> dict[str, Any]:
    return GOALS.me(state, Viewer(who.role, who.authors))


def cell(state: GoalsState, question: str = "clear", goal: str = "g1") -> dict[str, Any]:
    """What everyone sees of one question about one goal in the last round."""
    found: dict[str, Any] = view(state)["rounds"][-1]["goals"][goal][question]
    return found
