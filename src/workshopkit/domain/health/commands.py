"""What people may wish of a health check."""

from __future__ import annotations

from workshopkit.domain.activity import ActivityCommand, Id
from workshopkit.domain.checks import Light, Trend


class MovePhase(ActivityCommand, frozen=True, tag="health.move_phase"):
    """Show and freeze the results, or ask again as a new round."""

    phase: str


class Rate(ActivityCommand, frozen=True, tag="health.rate"):
    """Say the whole of one's answer about a topic: how it is, and where it is going.

    Both left empty takes the answer back.
    """

    topic: Id
    light: Light = ""
    trend: Trend = ""


class Write(ActivityCommand, frozen=True, tag="health.write"):
    """Write about a topic, or write it anew; an empty text takes it back."""

    topic: Id
    text: str


class Focus(ActivityCommand, frozen=True, tag="health.focus"):
    """Bring everyone to one topic, or to none."""

    topic: Id | None = None


COMMANDS: tuple[type[ActivityCommand], ...] = (MovePhase, Rate, Write, Focus)
