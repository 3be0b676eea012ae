"""What people may wish of an action review."""

from __future__ import annotations

from workshopkit.domain.activity import ActivityCommand, Id


class MovePhase(ActivityCommand, frozen=True, tag="action_review.move_phase"):
    """Show how people think that things went, and decide; or let them look again."""

    phase: str


class MarkAction(ActivityCommand, frozen=True, tag="action_review.mark"):
    """Say how an action went, or say it anew; with a note or without."""

    action: Id
    mark: str
    note: str = ""


class TakeMarkBack(ActivityCommand, frozen=True, tag="action_review.take_mark_back"):
    """Take back what one said of an action."""

    action: Id


class Decide(ActivityCommand, frozen=True, tag="action_review.decide"):
    """Say what came of an action, and whether it is done, goes on or is dropped.

    Owner and date are the whole of both for what goes on; of all else they stay as they were.
    """

    action: Id
    decision: str
    outcome: str = ""
    owner: str = ""
    due: str = ""


class Focus(ActivityCommand, frozen=True, tag="action_review.focus"):
    """Bring everyone to one action that is not decided yet."""

    action: Id


COMMANDS: tuple[type[ActivityCommand], ...] = (
    MovePhase,
    MarkAction,
    TakeMarkBack,
    Decide,
    Focus,
)
