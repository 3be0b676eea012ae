"""The retro board's state: cards, groups, ballots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from workshopkit.domain.activity import Id, Words
from workshopkit.errors import Refused

Phase = Literal["write", "group", "vote", "discuss", "act"]
PHASES: tuple[Phase, ...] = ("write", "group", "vote", "discuss", "act")
CARD_LIMIT = 500
"""Characters a card."""
TITLE_LIMIT = 120
"""Characters a group's title."""
CARDS_EACH = 100
CARDS_LIMIT = 5000


class Column(Struct, frozen=True, forbid_unknown_fields=True):
    """One heading of the board, with the question that it asks."""

    id: Id
    title: Words
    prompt: Words = {}
    kind: Literal["keep", "change", "wonder"] = "wonder"


class RetroOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """What a notebook sets."""

    columns: Annotated[tuple[Column, ...], Meta(min_length=1, max_length=8)]
    votes: Annotated[int, Meta(ge=1, le=20)] = 5
    """Dots each person has."""
    anonymous: bool = True
    """Otherwise cards bear their authors' names once they are revealed; dots never do."""
    minutes: Mapping[Phase, Annotated[int, Meta(ge=1, le=240)]] = {}
    """How long each phase usually takes: what the timer offers."""
    votes_per_card: Annotated[int, Meta(ge=1, le=20)] | None = None
    """Dots that one person may give to the same card or group; all of them unless set."""


class Card(Struct, frozen=True):
    """One thing that someone wrote."""

    text: str
    column: str
    author: str
    revealed: bool = False
    group: str | None = None
    from_room: bool = False
    """Whether the facilitator wrote it down for someone without a device."""
    former: tuple[str, ...] = ()
    """What it said, for all to read, before it was edited."""


class Group(Struct, frozen=True):
    """Cards that say much the same."""

    title: str
    column: str


class Place(Struct, frozen=True):
    """Where a card stands."""

    column: str
    group: str | None


class Act(Struct, frozen=True):
    """What one act of grouping has changed, as it was before."""

    cards: Mapping[str, Place]
    groups: Mapping[str, Group | None]
    """None for one that was not there."""


class Room(Struct, frozen=True):
    """The people in the room who have no device of their own."""

    people: int = 0
    ballot: Mapping[str, int] = {}
    """The dots that the facilitator gave for them all."""


class RetroState(Struct, frozen=True):
    """A retro board at one moment."""

    options: RetroOptions
    phase: Phase = "write"
    cards: Mapping[str, Card] = {}
    written: Mapping[str, tuple[str, ...]] = {}
    """Card ids by author: an index of `cards`."""
    order: tuple[str, ...] = ()
    """The revealed cards, shuffled at each reveal."""
    hidden: frozenset[str] = frozenset()
    """Those of them that the facilitator has hidden; they stay in their groups."""
    groups: Mapping[str, Group] = {}
    ballots: Mapping[str, Mapping[str, int]] = {}
    """Dots by author and by the card or group that they were given to."""
    room: Room = Room()
    aside: Mapping[str, Mapping[str, int]] = {}
    """Dots by card or group and by author, on what is off the board and may come back."""
    focus: str | None = None
    acts: Mapping[str, Act] = {}
    """What can still be taken back, by an id that only who did it knows."""


def start(options: RetroOptions) -> RetroState:
    ids = [column.id for column in options.columns]
    if len(set(ids)) < len(ids):
        raise Refused("bad_options", "Two columns have the same id.", "Give each its own.")
    return RetroState(options=options)


def title_from(text: str) -> str:
    """What a group is called after a card, until somebody finds a better name."""
    return text[:TITLE_LIMIT].strip()
