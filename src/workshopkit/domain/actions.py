"""Actions: what the team will do or keep doing, who owns it and by when. They belong to the team.

Later workshops review them: each says what came of an action, and whether it is done, goes on
or is dropped.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.activity import Command, Event, View, need_text
from workshopkit.errors import Refused

TEXT_LIMIT = 300
OWNER_LIMIT = 80
OUTCOME_LIMIT = 300
ACTIONS_LIMIT = 1000
MOST_LIKELY = 5

Decision = Literal["done", "keep", "drop"]
DECISIONS: tuple[Decision, ...] = ("done", "keep", "drop")
Status = Literal["open", "done", "dropped"]
STATUSES: tuple[Status, ...] = ("open", "done", "dropped")


class Review(Struct, frozen=True):
    """What one workshop found had become of an action, and decided about it."""

    workshop: str
    decision: Decision
    outcome: str = ""
    """What came of it, in the team's words."""


class Action(Struct, frozen=True):
    """One thing that the team will do, or keeps doing."""

    text: str
    owner: str = ""
    """A name as written, or nobody yet."""
    due: str = ""
    """A date as ``YYYY-MM-DD``, or none yet."""
    workshop: str = ""
    activity: str = ""
    target: str = ""
    """The card or group that it came from."""
    about: str = ""
    """What that card or group said at the time."""
    likely: int = 0
    """How likely it is to be done, from 1 to 5; 0 where nobody said."""
    keep_doing: bool = False
    """Whether it is something to keep doing: it comes back until the team stops it."""
    reviews: tuple[Review, ...] = ()
    """One for each workshop that looked at it, the latest last."""

    @property
    def status(self) -> Status:
        """What the last review left it as; open before the first."""
        match self.reviews[-1].decision if self.reviews else "keep":
            case "done":
                return "done"
            case "drop":
                return "dropped"
        return "open"

    @property
    def outcome(self) -> str:
        """What came of it, as the last review said."""
        return self.reviews[-1].outcome if self.reviews else ""

    def reviewed_in(self, workshop: str) -> Review | None:
        """What a workshop's review said of it, if it looked at it."""
        return next((each for each in self.reviews if each.workshop == workshop), None)


class AddAction(Command, frozen=True, tag="team.add_action"):
    """Promise something, on its own or from a card or group."""

    text: str
    owner: str = ""
    due: str = ""
    activity: str = ""
    target: str = ""
    likely: int = 0
    keep_doing: bool = False


class ChangeAction(Command, frozen=True, tag="team.change_action"):
    """Say it better: the whole of text, owner, date, likelihood, and whether to keep doing it."""

    action: str
    text: str
    owner: str = ""
    due: str = ""
    likely: int = 0
    keep_doing: bool = False


class RemoveAction(Command, frozen=True, tag="team.remove_action"):
    """Take an action off the list."""

    action: str


class ActionAdded(Event, frozen=True, tag="team.action_added"):
    """The team took something on."""

    stream = "team"
    free_text = ("text", "owner", "about")
    action: str
    text: str
    owner: str
    due: str
    workshop: str
    activity: str
    target: str
    about: str
    likely: int = 0
    keep_doing: bool = False


class ActionChanged(Event, frozen=True, tag="team.action_changed"):
    """An action got other words, another owner or another date."""

    stream = "team"
    free_text = ("text", "owner")
    action: str
    text: str
    owner: str
    due: str
    likely: int = 0
    keep_doing: bool = False


class ActionAboutChanged(Event, frozen=True, tag="team.action_about_changed"):
    """What an action came from was hidden from everyone, or is shown again."""

    stream = "team"
    free_text = ("about",)
    action: str
    about: str


class ActionRemoved(Event, frozen=True, tag="team.action_removed"):
    """An action was taken off the list."""

    stream = "team"
    action: str


class ActionReviewed(Event, frozen=True, tag="team.action_reviewed"):
    """A workshop said what came of an action, and what is to become of it."""

    stream = "team"
    free_text = ("outcome", "owner")
    action: str
    workshop: str
    decision: Decision
    outcome: str
    owner: str
    """Whose it is from now on."""
    due: str


def after_review(action: Action, event: ActionReviewed) -> Action:
    """The action once a workshop has reviewed it; its second thoughts replace its first."""
    before = tuple(each for each in action.reviews if each.workshop != event.workshop)
    review = Review(event.workshop, event.decision, event.outcome)
    return replace(action, owner=event.owner, due=event.due, reviews=(*before, review))


def action_view(action: Action) -> View:
    """An action as everyone who may see it sees it; what was left open is left out."""
    return said(
        text=action.text,
        owner=action.owner,
        due=action.due,
        likely=action.likely,
        keep_doing=action.keep_doing,
        activity=action.activity,
        target=action.target,
        about=action.about,
        status=action.status,
        outcome=action.outcome,
        reviewed=len(action.reviews),
    )


def said(**fields: Any) -> View:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def unknown_action() -> Refused:
    return Refused("unknown_action", "That action is no longer there.", "Look at the list again.")


def checked_text(text: str) -> str:
    return need_text(text, TEXT_LIMIT)


def checked_owner(owner: str) -> str:
    return need_text(owner, OWNER_LIMIT) if owner.strip() else ""


def checked_due(due: str) -> str:
    """The date as ``YYYY-MM-DD``, or nothing."""
    if not due:
        return ""
    try:
        return date.fromisoformat(due).isoformat()
    except ValueError:
        raise Refused(
            "bad_date", f"{due[:40]!r} is not a date.", "Write it as year-month-day."
        ) from None


def checked_likely(likely: int) -> int:
    """From 1 to 5, or 0 for nothing said."""
    if not 0 <= likely <= MOST_LIKELY:
        raise Refused(
            "unknown_option",
            f"How likely an action is goes from 1 to {MOST_LIKELY}.",
            "Choose one of them.",
        )
    return likely


def checked_decision(decision: str) -> Decision:
    for known in DECISIONS:
        if known == decision:
            return known
    raise Refused(
        "unknown_option", "That cannot be decided.", f"Choose one of {', '.join(DECISIONS)}."
    )


def checked_outcome(outcome: str) -> str:
    return need_text(outcome, OUTCOME_LIMIT) if outcome.strip() else ""
