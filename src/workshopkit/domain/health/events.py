"""What happened in a health check. What it came to is an event of the team: `HealthChecked`."""

from __future__ import annotations

from workshopkit.domain.activity import ActivityEvent
from workshopkit.domain.checks import Light, Trend
from workshopkit.domain.health.state import Phase


class PhaseMoved(ActivityEvent, frozen=True, tag="health.phase_moved"):
    """The facilitator showed the results or asked again."""

    phase: Phase
    comments: tuple[str, ...] = ()
    """At the results: the ids of all comments, shuffled."""


class Rated(ActivityEvent, frozen=True, tag="health.rated"):
    """Someone said how a topic is and where it goes, or took it back: then both are empty."""

    personal = True
    author: str
    topic: str
    light: Light
    trend: Trend


class CommentWritten(ActivityEvent, frozen=True, tag="health.comment_written"):
    """Someone wrote about a topic, or wrote it anew."""

    personal = True
    free_text = ("text",)
    author: str
    topic: str
    comment: str
    text: str


class CommentTakenBack(ActivityEvent, frozen=True, tag="health.comment_taken_back"):
    """Someone took back what they had written about a topic."""

    personal = True
    author: str
    topic: str


class FocusMoved(ActivityEvent, frozen=True, tag="health.focus_moved"):
    """The talk turned to a topic, or away from all."""

    topic: str | None


EVENTS: tuple[type[ActivityEvent], ...] = (
    PhaseMoved,
    Rated,
    CommentWritten,
    CommentTakenBack,
    FocusMoved,
)
