"""Actions: what the team will do, who owns it and by when. They belong to the team."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from workshopkit.domain.activity import Command, Event, need_text
from workshopkit.errors import Refused

TEXT_LIMIT = 300
OWNER_LIMIT = 80
ACTIONS_LIMIT = 1000


class Action(Struct, frozen=True):
    """One thing that the team will do."""

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


class AddAction(Command, frozen=True, tag="team.add_action"):
    """Promise something, on its own or from a card or group."""

    text: str
    owner: str = ""
    due: str = ""
    activity: str = ""
    target: str = ""


class ChangeAction(Command, frozen=True, tag="team.change_action"):
    """Say it better: the whole of text, owner and date."""

    action: str
    text: str
    owner: str = ""
    due: str = ""


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


class ActionChanged(Event, frozen=True, tag="team.action_changed"):
    """An action got other words, another owner or another date."""

    stream = "team"
    free_text = ("text", "owner")
    action: str
    text: str
    owner: str
    due: str


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
