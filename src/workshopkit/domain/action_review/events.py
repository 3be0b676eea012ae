"""What happened in an action review. What was decided is the team's: `ActionReviewed`."""

from __future__ import annotations

from workshopkit.domain.action_review.state import Phase
from workshopkit.domain.activity import ActivityEvent


class PhaseMoved(ActivityEvent, frozen=True, tag="action_review.phase_moved"):
    """The facilitator ended the looking, or let people look again."""

    phase: Phase
    actions: tuple[str, ...] = ()
    """When looking ended: what there was to decide about."""


class NotesShown(ActivityEvent, frozen=True, tag="action_review.notes_shown"):
    """What people wrote about an action was shown to everyone, in a random order."""

    free_text = ("notes",)
    action: str
    notes: tuple[str, ...]


class ActionMarked(ActivityEvent, frozen=True, tag="action_review.action_marked"):
    """Someone said how an action went."""

    personal = True
    free_text = ("note",)
    author: str
    action: str
    mark: str
    note: str


class MarkTakenBack(ActivityEvent, frozen=True, tag="action_review.mark_taken_back"):
    """Someone took back what they had said of an action."""

    personal = True
    author: str
    action: str


class FocusMoved(ActivityEvent, frozen=True, tag="action_review.focus_moved"):
    """The talk turned to an action."""

    action: str


EVENTS: tuple[type[ActivityEvent], ...] = (
    PhaseMoved,
    NotesShown,
    ActionMarked,
    MarkTakenBack,
    FocusMoved,
)
