"""What happened in a workshop."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from workshopkit.domain.activity import Event, Words


class WorkshopCreated(Event, frozen=True, tag="workshop.created"):
    """A workshop began, for a team."""

    free_text = ("title",)
    workshop: str
    title: str
    team: str
    """The team's id."""
    team_name: str
    code: str


class ActivityAdded(Event, frozen=True, tag="workshop.activity_added"):
    """An activity joined the agenda."""

    activity: str
    activity_kind: str
    key: str
    title: Words
    options: dict[str, Any]


class ActivityChanged(Event, frozen=True, tag="workshop.activity_changed"):
    """An activity got another title or other options."""

    activity: str
    title: Words
    options: dict[str, Any]


class MadeLive(Event, frozen=True, tag="workshop.made_live"):
    """Everyone was brought to an activity, or back to the lobby."""

    activity: str | None


class PerspectivesSet(Event, frozen=True, tag="workshop.perspectives_set"):
    """What people may speak as was said."""

    perspectives: tuple[str, ...]


class DoorLocked(Event, frozen=True, tag="workshop.door_locked"):
    """From now on nobody new came in."""


class DoorUnlocked(Event, frozen=True, tag="workshop.door_unlocked"):
    """People could come in again."""


class CodeRenewed(Event, frozen=True, tag="workshop.code_renewed"):
    """Another join code took the place of the one before."""

    code: str


class Finished(Event, frozen=True, tag="workshop.finished"):
    """The workshop ended."""


class TimerSet(Event, frozen=True, tag="workshop.timer_set"):
    """The timer runs until `ends`, is held with `left` seconds, or is gone."""

    ends: datetime | None = None
    left: float | None = None


class TurnsSet(Event, frozen=True, tag="workshop.turns_set"):
    """People take turns to talk in the order of this key, and so many have; or no longer."""

    key: str = ""
    heard: int = 0


EVENTS: tuple[type[Event], ...] = (
    WorkshopCreated,
    ActivityAdded,
    ActivityChanged,
    MadeLive,
    PerspectivesSet,
    DoorLocked,
    DoorUnlocked,
    CodeRenewed,
    Finished,
    TimerSet,
    TurnsSet,
)
