"""The retro board's state: cards, groups, ballots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

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


class Card(Struct, frozen=True):
    """One thing that someone wrote."""

    text: str
    column: str
    author: str
    revealed: bool = False
    group: str | None = None


class Group(Struct, frozen=True):
    """Cards that say much the same."""

    title: str
    column: str


class RetroState(Struct, frozen=True):
    """A retro board at one moment."""

    options: RetroOptions
    phase: Phase = "write"
    cards: Mapping[str, Card] = {}
    written: Mapping[str, tuple[str, ...]] = {}
    """Card ids by author: an index of `cards`."""
    order: tuple[str, ...] = ()
    """The revealed cards, shuffled at each reveal."""
    groups: Mapping[str, Group] = {}
    ballots: Mapping[str, Mapping[str, int]] = {}
    """Dots by author and by the card or group that they were given to."""
    focus: str | None = None


def start(options: RetroOptions) -> RetroState:
    ids = [column.id for column in options.columns]
    if len(set(ids)) < len(ids):
        raise Refused("bad_options", "Two columns have the same id.", "Give each its own.")
    return RetroState(options=options)


def adopt(state: RetroState, options: RetroOptions) -> RetroState:
    """The board under changed options; refuses what would lose cards, dots or a promise."""
    start(options)
    kept = {column.id for column in options.columns}
    used = {card.column for card in state.cards.values()}
    used |= {group.column for group in state.groups.values()}
    if not used <= kept:
        raise _would_lose("A column that has cards would go.")
    if options.anonymous != state.options.anonymous and (state.cards or state.ballots):
        raise _would_lose("Cards were written under the other promise about names.")
    if any(sum(ballot.values()) > options.votes for ballot in state.ballots.values()):
        raise _would_lose("Some people have already given more dots than that.")
    return replace(state, options=options)


def members(state: RetroState, group: str) -> list[str]:
    """The cards of a group, in the board's order."""
    return [card for card in state.order if state.cards[card].group == group]


def items(state: RetroState) -> list[str]:
    """What can be voted on: groups, and revealed cards outside any group."""
    seen: dict[str, None] = {}
    for card in state.order:
        seen.setdefault(state.cards[card].group or card)
    return list(seen)


def dots_by_item(state: RetroState, ballot: Mapping[str, int]) -> dict[str, int]:
    """A ballot as people see it: a group's dots are its own and its cards'."""
    dots: dict[str, int] = {}
    for target, count in ballot.items():
        card = state.cards.get(target)
        item = card.group if card is not None and card.group else target
        dots[item] = dots.get(item, 0) + count
    return dots


def name_of(state: RetroState, target: str) -> str | None:
    """The words of a revealed card, or a group's title."""
    if target in state.groups:
        return state.groups[target].title
    card = state.cards.get(target)
    return card.text if card is not None and card.revealed else None


def _would_lose(message: str) -> Refused:
    return Refused(
        "would_lose_answers", message, "Leave this option as it was, or make another board."
    )
