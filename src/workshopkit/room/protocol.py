"""The one protocol, on every wire (DESIGN 4). TypeScript's types are generated from here.

Decoding goes in two steps: the envelope first, with the command kept raw, so that a
malformed command can still be refused by its id; then the command, through a union built
from the registered activities.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Raw, Struct

from workshopkit.domain.people import NAME_LIMIT
from workshopkit.errors import Refused

PROTOCOL = 1
MESSAGE_LIMIT = 65_536
"""The longest message taken, in bytes."""

# The length as well: to a pattern, a line break after the end is no more than the end.
CommandId = Annotated[str, Meta(pattern="^[0-9a-f]{32}$", max_length=32)]
Secret = Annotated[str, Meta(pattern="^[0-9a-f]{64}$", max_length=64)]
Patch = dict[str, Any]


class ClientMessage(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """What a browser may say."""


class Hello(ClientMessage, frozen=True, tag="hello", omit_defaults=True):
    """The first message of a session: who comes, by what right."""

    protocol: int
    secret: Secret | None = None
    """A participant's own 256 random bits; the server keeps only their hash."""
    ticket: Annotated[str, Meta(max_length=128)] | None = None
    """The right to lead, made by a kernel or lent to another device, or lent to a projector."""
    name: Annotated[str, Meta(max_length=NAME_LIMIT)] | None = None
    """Left out, the name given before stays."""
    perspective: Annotated[str, Meta(max_length=80)] | None = None
    lang: Annotated[str, Meta(max_length=16)] | None = None
    observe: bool = False
    """Only look: a projector."""


class CommandMessage(ClientMessage, frozen=True, tag="command"):
    """A wish with an id of its own, so that sending it twice does it once."""

    id: CommandId
    command: Raw


class ReadyMessage(ClientMessage, frozen=True, tag="ready"):
    """The "I'm done" mark: counted, never named, cleared by the next phase."""

    ready: bool


FromClient = Hello | CommandMessage | ReadyMessage


class ServerMessage(Struct, frozen=True, omit_defaults=True, tag_field="type"):
    """What the server may say."""


class JoinAddress(Struct, frozen=True, omit_defaults=True):
    """How phones get in: the address before the code, and whether they can reach it."""

    url: str | None = None
    reachable: bool = True


class Welcome(ServerMessage, frozen=True, tag="welcome"):
    """A whole view: on arrival, and whenever patches would not do. It replaces everything."""

    protocol: int
    role: str
    version: int
    now: str
    """The server's clock, ISO 8601 in UTC with milliseconds."""
    view: Raw
    me: Raw
    join: JoinAddress | None = None


class Ack(ServerMessage, frozen=True, tag="ack"):
    """Saved to the disk; visible once the view's version reaches this one."""

    id: str
    version: int


class RefusedMessage(ServerMessage, frozen=True, tag="refused"):
    """Not done: what went wrong, and what to do next."""

    code: str
    message: str
    remedy: str
    id: str | None = None


class PatchMessage(ServerMessage, frozen=True, tag="patch"):
    """What changed in the role's view: a JSON Merge Patch (RFC 7396)."""

    version: int
    view: Patch


class MeMessage(ServerMessage, frozen=True, tag="me"):
    """What changed in what is one's own."""

    version: int
    me: Patch


class PresenceMessage(ServerMessage, frozen=True, tag="presence"):
    """How many are here and how many say they are done."""

    here: int
    ready: int


FromServer = Welcome | Ack | RefusedMessage | PatchMessage | MeMessage | PresenceMessage


class CloseCode:
    """Why a socket was closed for good; any other code means: come back."""

    BAD_MESSAGE = 4400
    TICKET = 4401
    DOOR = 4403
    CODE = 4404


UNREADABLE = (msgspec.DecodeError, UnicodeError, RecursionError)
"""What reading JSON raises; the last where it is nested too deeply."""

_from_client = msgspec.json.Decoder(FromClient)
_to_client = msgspec.json.Encoder()


def decode_message(data: str | bytes) -> FromClient:
    """Read one message; refuses what is too big, no JSON, or not of the protocol."""
    try:
        encoded = data.encode() if isinstance(data, str) else data
        if len(encoded) > MESSAGE_LIMIT:
            raise Refused("too_big", "That message is too big.", "Send less at once.")
        message: FromClient = _from_client.decode(encoded)
        return message
    except UNREADABLE as error:
        raise malformed(str(error)) from error


def encode_message(message: ServerMessage) -> bytes:
    return _to_client.encode(message)


def refusal(error: Refused, command_id: str | None = None) -> bytes:
    """The message that says so."""
    message = RefusedMessage(error.code, error.message, error.remedy, command_id)
    return encode_message(message)


def malformed(detail: str) -> Refused:
    return Refused(
        "malformed", f"The message could not be read: {detail}.", "Reload the page and try again."
    )
