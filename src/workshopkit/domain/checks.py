"""A team's health checks: what each came to, in counts alone. They belong to the team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from workshopkit.domain.activity import Event, Words

Light = Literal["", "green", "amber", "red", "cannot_say"]
Trend = Literal["", "better", "same", "worse"]
LIGHTS: tuple[Light, ...] = ("green", "amber", "red", "cannot_say")
TRENDS: tuple[Trend, ...] = ("better", "same", "worse")


class Tally(Struct, frozen=True):
    """What people said of one topic: how many said each."""

    title: Words
    """What the topic was called then."""
    lights: Mapping[str, int] = {}
    trends: Mapping[str, int] = {}


class Check(Struct, frozen=True):
    """One health check, as it was last shown."""

    day: str
    """When it was first shown, in universal time, as ``YYYY-MM-DD``."""
    answered: int
    """People who said anything."""
    topics: Mapping[str, Tally] = {}
    workshop: str = ""


class HealthChecked(Event, frozen=True, tag="team.health_checked"):
    """The team saw what a health check came to; shown again, the new counts take their place."""

    stream = "team"
    activity: str
    day: str
    answered: int
    topics: Mapping[str, Tally]
    workshop: str = ""


def with_check(known: Mapping[str, Check], event: HealthChecked) -> dict[str, Check]:
    """The team's checks by activity, the first first; one that is shown again keeps its place."""
    before = known.get(event.activity)
    day = before.day if before is not None else event.day
    check = Check(day, event.answered, event.topics, event.workshop)
    return {**known, event.activity: check}


def worry(tally: Tally) -> float:
    """From 0, where all say green, to 1, where all say red; below 0 where nobody could say."""
    said = sum(tally.lights.get(light, 0) for light in ("green", "amber", "red"))
    if not said:
        return -1.0
    return (tally.lights.get("amber", 0) + 2 * tally.lights.get("red", 0)) / (2 * said)
