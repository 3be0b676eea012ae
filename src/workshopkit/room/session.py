"""A session: one connection, in one role, from its greeting to its end."""

from __future__ import annotations

from typing import Any, Protocol

from msgspec import Struct

from workshopkit.domain.activity import Actor, Role, View
from workshopkit.domain.people import Person
from workshopkit.errors import Refused
from workshopkit.room.protocol import CloseCode, ServerMessage, encode_message, refusal

BACKLOG_LIMIT = 256 * 1024
"""Bytes that may wait for a slow client before patches stop and a snapshot is due."""
BACKLOG_CALM = 16 * 1024
"""Bytes below which it gets that snapshot."""
BACKLOG_HOPELESS = 4 * 1024 * 1024
"""Bytes past which it is sent away to come back: whoever asks and never reads."""
WAITING_LIMIT = 200
"""Commands of one session that may wait for the log."""

CLOSE_CODES = {
    "wrong_ticket": CloseCode.TICKET,
    "wrong_code": CloseCode.CODE,
    "code_renewed": CloseCode.CODE,
    "removed": CloseCode.DOOR,
    "door_locked": CloseCode.DOOR,
    "finished": CloseCode.DOOR,
    "too_many": CloseCode.DOOR,
}


class Wire(Protocol):
    """The way to one browser: a WebSocket, or a widget's comm."""

    def send(self, data: bytes) -> None:
        """Send one message, or queue it; never blocks, never raises."""

    def close(self, code: int, reason: str) -> None: ...

    def backlog(self) -> int:
        """Bytes that are queued and not yet sent."""


class Greeting(Struct, frozen=True):
    """Connected, and not yet known."""


class Entering(Struct, frozen=True):
    """At the door: the log is asked."""


class Attached(Struct):
    """Let in. `me` is what the client was last told of its own; None when it is behind."""

    actor: Actor
    person: Person | None
    me: View | None = None


class Closed(Struct, frozen=True):
    """Gone."""


State = Greeting | Entering | Attached | Closed


class Session:
    """One browser tab or widget view, as its room knows it."""

    def __init__(self, wire: Wire, code: str | None = None) -> None:
        self.wire = wire
        self.code = code
        """The join code that it came by; none where no code is needed."""
        self.state: State = Greeting()
        self.waiting = 0
        """Commands sent to the log and not yet answered."""
        self.ready = False

    @property
    def role(self) -> Role | None:
        return self.state.actor.role if isinstance(self.state, Attached) else None

    @property
    def owner(self) -> str:
        """Whose tabs belong together: the secret, or nothing."""
        return self.state.actor.secret if isinstance(self.state, Attached) else ""

    def send(self, message: ServerMessage) -> None:
        self.wire.send(encode_message(message))

    def refuse(self, refused: Refused, command_id: str | None = None) -> None:
        self.wire.send(refusal(refused, command_id))

    def end(self, refused: Refused) -> None:
        """Say why, and close for good."""
        self.refuse(refused)
        self.wire.close(CLOSE_CODES.get(refused.code, CloseCode.BAD_MESSAGE), refused.code)
        self.state = Closed()

    def overflows(self) -> bool:
        return self.wire.backlog() > BACKLOG_LIMIT

    def is_hopeless(self) -> bool:
        return self.wire.backlog() > BACKLOG_HOPELESS

    def is_calm(self) -> bool:
        return self.wire.backlog() <= BACKLOG_CALM


def unknown_room() -> Refused:
    """What a wrong code is told, always the same."""
    return Refused("wrong_code", "No workshop has this code.", "Check the code and try again.")


def attached(session: Session) -> Attached:
    """The state of a session that is known to be let in."""
    state: Any = session.state
    assert isinstance(state, Attached)
    return state
