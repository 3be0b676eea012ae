"""How a retro board changes: one event at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.acts import remembered, taken_back
from workshopkit.domain.retro.board import tidied
from workshopkit.domain.retro.hiding import hide, show
from workshopkit.domain.retro.state import Card, Group, RetroState
from workshopkit.domain.retro.votes import ROOM, forgotten, given

V = TypeVar("V")


def evolve(state: RetroState, event: object) -> RetroState:
    """The board after an event."""
    act = event.act if isinstance(event, e.GROUPING) else ""
    return remembered(state, _evolved(state, event), act)


def _evolved(state: RetroState, event: object) -> RetroState:  # noqa: C901 - one case each
    match event:
        case e.PhaseMoved():
            return replace(state, phase=event.phase)
        case e.CardAdded():
            return _card_added(state, event)
        case e.CardEdited():
            return _card_edited(state, event)
        case e.CardDeleted():
            return _card_deleted(state, event.card)
        case e.CardMoved():
            return _with_card(state, event.card, column=event.column)
        case e.CardHidden():
            return hide(state, event.card)
        case e.CardShown():
            return show(state, event.card)
        case e.CardsRevealed():
            return _revealed(state, event.cards)
        case e.CardsGrouped():
            return _grouped(state, event)
        case e.CardTakenOut():
            return tidied(_with_card(state, event.card, group=None))
        case e.GroupTakenApart():
            return _taken_apart(state, event.group)
        case e.GroupRenamed():
            group = replace(state.groups[event.group], title=event.title)
            return replace(state, groups={**state.groups, event.group: group})
        case e.GroupingUndone():
            return taken_back(state, event.act)
        case e.VoteGiven():
            return given(state, event.author, event.target, 1)
        case e.VoteTakenBack():
            return given(state, event.author, event.target, -1)
        case e.RoomCounted():
            return replace(state, room=replace(state.room, people=event.people))
        case e.RoomVoteGiven():
            return given(state, ROOM, event.target, 1)
        case e.RoomVoteTakenBack():
            return given(state, ROOM, event.target, -1)
        case e.FocusMoved():
            return replace(state, focus=event.target)
    raise TypeError(f"not a retro event: {event!r}")


def _card_added(state: RetroState, event: e.CardAdded) -> RetroState:
    card = Card(event.text, event.column, event.author, from_room=event.from_room)
    own = (*state.written.get(event.author, ()), event.card)
    return replace(
        state,
        cards={**state.cards, event.card: card},
        written={**state.written, event.author: own},
    )


def _card_edited(state: RetroState, event: e.CardEdited) -> RetroState:
    card = state.cards[event.card]
    former = (*card.former, card.text) if card.revealed else ()
    return _with_card(state, event.card, text=event.text, former=former)


def _card_deleted(state: RetroState, key: str) -> RetroState:
    author = state.cards[key].author
    own = tuple(card for card in state.written[author] if card != key)
    left = tidied(
        replace(
            state,
            cards=_without(state.cards, key),
            written={**state.written, author: own},
            order=tuple(card for card in state.order if card != key),
            hidden=state.hidden - {key},
        )
    )
    return forgotten(left, key)


def _revealed(state: RetroState, keys: tuple[str, ...]) -> RetroState:
    shown = {key: replace(state.cards[key], revealed=True) for key in keys}
    return replace(state, cards={**state.cards, **shown}, order=(*state.order, *keys))


def _grouped(state: RetroState, event: e.CardsGrouped) -> RetroState:
    moved = {key: replace(state.cards[key], group=event.group) for key in event.cards}
    new = Group(event.title, state.cards[event.cards[0]].column)
    group = state.groups.get(event.group, new)
    return tidied(
        replace(
            state,
            cards={**state.cards, **moved},
            groups={**state.groups, event.group: group},
        )
    )


def _taken_apart(state: RetroState, group: str) -> RetroState:
    freed = {
        key: replace(card, group=None) for key, card in state.cards.items() if card.group == group
    }
    return tidied(replace(state, cards={**state.cards, **freed}))


def _with_card(state: RetroState, key: str, **changes: object) -> RetroState:
    return replace(state, cards={**state.cards, key: replace(state.cards[key], **changes)})


def _without(items_by_key: Mapping[str, V], key: str) -> dict[str, V]:
    return {known: value for known, value in items_by_key.items() if known != key}
