"""What a facilitator may wish of a workshop."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from workshopkit.domain.activity import Command, Id, Words
from workshopkit.domain.people import PEOPLE_LIMIT


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


class LockDoor(Command, frozen=True, tag="workshop.lock_door"):
    """Let nobody new in."""


class UnlockDoor(Command, frozen=True, tag="workshop.unlock_door"):
    """Let people in again."""


class RenewCode(Command, frozen=True, tag="workshop.renew_code"):
    """Give the workshop another join code; the one before lets nobody new in any more."""


class RemovePerson(Command, frozen=True, tag="workshop.remove_person"):
    """Take someone out for good, and lock the door behind them if wished."""

    person: Id
    lock_door: bool = False


class LendTicket(Command, frozen=True, tag="workshop.lend_ticket"):
    """Let whoever holds these 256 random bits lead from another device, or look on."""

    ticket: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", max_length=64)]
    purpose: Literal["lead", "screen"]


class RecallTickets(Command, frozen=True, tag="workshop.recall_tickets"):
    """Take back every ticket that was lent for this; who came with one is shown out at once."""

    purpose: Literal["lead", "screen"]


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


class MixTurns(Command, frozen=True, tag="workshop.mix_turns"):
    """Put everyone who gave a name into a new random order of talking."""


class PassTurn(Command, frozen=True, tag="workshop.pass_turn"):
    """Say how many have spoken: one more is the next one's turn, one less goes back."""

    heard: Annotated[int, Meta(ge=0, le=PEOPLE_LIMIT)]


class EndTurns(Command, frozen=True, tag="workshop.end_turns"):
    """Take the order of talking away."""


TurnCommand = MixTurns | PassTurn | EndTurns
TimerCommand = StartTimer | PauseTimer | ResumeTimer | ExtendTimer | StopTimer

COMMANDS: tuple[type[Command], ...] = (
    AddActivity,
    ChangeActivity,
    MakeLive,
    SetPerspectives,
    LockDoor,
    UnlockDoor,
    RenewCode,
    RemovePerson,
    LendTicket,
    RecallTickets,
    Finish,
    StartTimer,
    PauseTimer,
    ResumeTimer,
    ExtendTimer,
    StopTimer,
    MixTurns,
    PassTurn,
    EndTurns,
)
