"""What one simulated browser knows: the protocol from the other side, without any IO."""

from __future__ import annotations

import secrets
from typing import Any

import msgspec
from msgspec import Struct

from workshopkit.domain.activity import View
from workshopkit.room.patch import merge
from workshopkit.room.protocol import (
    PROTOCOL,
    Ack,
    FromServer,
    Hello,
    MeMessage,
    PatchMessage,
    PresenceMessage,
    RefusedMessage,
    Welcome,
)

_decoder = msgspec.json.Decoder[FromServer](FromServer)


class Sent(Struct):
    """One command, and what became of it. Moments are seconds of one steady clock."""

    id: str
    command: View
    at: float
    acknowledged: float | None = None
    version: int | None = None
    """The version from which on everyone sees it."""
    refused: str | None = None
    repeated: bool = False
    """Whether a dropped socket made it go out twice."""

    @property
    def answered(self) -> bool:
        return self.version is not None or self.refused is not None


class Screen:
    """One browser's view, its own part of it, and its commands."""

    def __init__(self, hello: Hello) -> None:
        self.hello = hello
        self.role = ""
        self.view: View = {}
        self.me: View = {}
        self.version = -1
        self.here = 0
        self.sent: dict[str, Sent] = {}
        self.reached: list[tuple[int, float]] = []
        """When each version was seen."""
        self.turned_away: str | None = None
        """The refusal's code, if the door stayed shut."""

    def wish(self, command: View, now: float) -> Sent:
        """Remember a command that is about to be sent."""
        sent = Sent(secrets.token_hex(16), command, now)
        self.sent[sent.id] = sent
        return sent

    @property
    def unanswered(self) -> list[Sent]:
        return [sent for sent in self.sent.values() if not sent.answered]

    @property
    def settled(self) -> bool:
        """Whether every command is answered and what it did is on this screen."""
        return all(
            sent.refused or (sent.version is not None and sent.version <= self.version)
            for sent in self.sent.values()
        )

    def hear(self, data: str | bytes, now: float) -> FromServer:
        """Take one message from the server."""
        message: FromServer = _decoder.decode(data)
        match message:
            case Welcome():
                self.role = message.role
                self.view = msgspec.json.decode(message.view)
                self.me = msgspec.json.decode(message.me)
                self._reach(message.version, now)
            case PatchMessage():
                self.view = merge(self.view, message.view)
                self._reach(message.version, now)
            case MeMessage():
                self.me = merge(self.me, message.me)
            case PresenceMessage():
                self.here = message.here
            case Ack():
                sent = self.sent[message.id]
                sent.acknowledged, sent.version = now, message.version
            case RefusedMessage():
                self._refused(message)
        return message

    def _refused(self, message: RefusedMessage) -> None:
        if message.id in self.sent:
            self.sent[message.id].refused = message.code
        elif not self.view:
            self.turned_away = message.code

    def _reach(self, version: int, now: float) -> None:
        self.version = version
        self.reached.append((version, now))


def participant_hello(name: str) -> Hello:
    """A newcomer with a fresh secret."""
    return Hello(PROTOCOL, secret=secrets.token_hex(32), name=name)


def facilitator_hello(ticket: str) -> Hello:
    return Hello(PROTOCOL, ticket=ticket, secret=secrets.token_hex(32))


def observer_hello() -> Hello:
    return Hello(PROTOCOL, observe=True)


def encode(message: Any) -> str:
    """A client's message as its wire carries it: text."""
    return msgspec.json.encode(message).decode()
