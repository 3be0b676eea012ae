"""What a facilitator may wish of a workshop."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from workshopkit.domain.activity import Command, Id, Words
from workshopkit.domain.governance import WorkshopGovernance


class AddActivity(Command, frozen=True, tag="workshop.add_activity"):
    """Put an activity at the end of the agenda."""

    activity_kind: str
    key: Annotated[str, Meta(min_length=1, max_length=200)]
    title: Words
    options: dict[str, Any]


class ChangeActivity(Command, frozen=True, tag="workshop.change_activity"):
    """Give an activity another title or other options, unless that would lose answers."""

    activity: Id
    title: Words
    options: dict[str, Any]


class MakeLive(Command, frozen=True, tag="workshop.make_live"):
    """Bring everyone to an activity, or back to the lobby."""

    activity: Id | None = None


class SetPerspectives(Command, frozen=True, tag="workshop.set_perspectives"):
    """Say what people may speak as."""

    perspectives: Annotated[
        tuple[Annotated[str, Meta(min_length=1, max_length=80)], ...], Meta(max_length=12)
    ]


class SetGovernance(Command, frozen=True, tag="workshop.set_governance"):
    """Say what the workshop is for, what was decided, and until when it is kept."""

    governance: WorkshopGovernance


class LockDoor(Command, frozen=True, tag="workshop.lock_door"):
    """Let nobody new in."""


class UnlockDoor(Command, frozen=True, tag="workshop.unlock_door"):
    """Let people in again."""


class Finish(Command, frozen=True, tag="workshop.finish"):
    """End the workshop for good."""


class StartTimer(Command, frozen=True, tag="workshop.start_timer"):
    """Start the timer anew."""

    seconds: float


class PauseTimer(Command, frozen=True, tag="workshop.pause_timer"):
    """Hold the timer."""


class ResumeTimer(Command, frozen=True, tag="workshop.resume_timer"):
    """Let the timer run on."""


class ExtendTimer(Command, frozen=True, tag="workshop.extend_timer"):
    """Add seconds to the timer."""

    seconds: float


class StopTimer(Command, frozen=True, tag="workshop.stop_timer"):
    """Take the timer away."""


TimerCommand = StartTimer | PauseTimer | ResumeTimer | ExtendTimer | StopTimer

COMMANDS: tuple[type[Command], ...] = (
    AddActivity,
    ChangeActivity,
    MakeLive,
    SetPerspectives,
    SetGovernance,
    LockDoor,
    UnlockDoor,
    Finish,
    StartTimer,
    PauseTimer,
    ResumeTimer,
    ExtendTimer,
    StopTimer,
)
