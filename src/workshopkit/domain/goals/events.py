"""What happened on a goal map."""

from __future__ import annotations

from workshopkit.domain.activity import ActivityEvent
from workshopkit.domain.goals.state import Level, Measure, Phase


class PhaseMoved(ActivityEvent, frozen=True, tag="goals.phase_moved"):
    """The facilitator moved the map to a phase; from a rating phase, the round froze."""

    phase: Phase


class ItemAdded(ActivityEvent, frozen=True, tag="goals.item_added"):
    """Someone put something on the map."""

    personal = True
    free_text = ("text", "owner", "measure", "assumption")
    item: str
    level: Level
    text: str
    owner: str
    measure: Measure | None
    assumption: str
    author: str


class ItemEdited(ActivityEvent, frozen=True, tag="goals.item_edited"):
    """An item got other words, another owner, measure or assumption."""

    free_text = ("text", "owner", "measure", "assumption")
    item: str
    text: str
    owner: str
    measure: Measure | None
    assumption: str


class ItemDeleted(ActivityEvent, frozen=True, tag="goals.item_deleted"):
    """An item was taken away, and with it its links and ratings."""

    item: str


class ItemsRevealed(ActivityEvent, frozen=True, tag="goals.items_revealed"):
    """Hidden items came to light, in this shuffled order."""

    items: tuple[str, ...]


class LinkAdded(ActivityEvent, frozen=True, tag="goals.link_added"):
    """Someone said that the child serves the parent."""

    personal = True
    child: str
    parent: str


class LinkRemoved(ActivityEvent, frozen=True, tag="goals.link_removed"):
    """Someone said that the child does not serve the parent."""

    personal = True
    child: str
    parent: str


class Rated(ActivityEvent, frozen=True, tag="goals.rated"):
    """Someone answered one question about one goal, or answered it anew."""

    personal = True
    author: str
    item: str
    question: str
    answer: str
    perspective: str
    """Empty unless enough of those who had joined shared it, and enough did not (PR7)."""


class Unrated(ActivityEvent, frozen=True, tag="goals.unrated"):
    """Someone took an answer back."""

    personal = True
    author: str
    item: str
    question: str


class FocusMoved(ActivityEvent, frozen=True, tag="goals.focus_moved"):
    """The talk turned to an item, or away from all."""

    item: str | None


EVENTS: tuple[type[ActivityEvent], ...] = (
    PhaseMoved,
    ItemAdded,
    ItemEdited,
    ItemDeleted,
    ItemsRevealed,
    LinkAdded,
    LinkRemoved,
    Rated,
    Unrated,
    FocusMoved,
)
