"""How a retro board changes: one event at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.state import Card, Group, RetroState, items

V = TypeVar("V")


def evolve(state: RetroState, event: object) -> RetroState:  # noqa: C901 - one case each
    """The board after an event."""
    match event:
        case e.PhaseMoved():
            return replace(state, phase=event.phase)
        case e.CardAdded():
            return _card_added(state, event)
        case e.CardEdited():
            return _with_card(state, event.card, text=event.text)
        case e.CardDeleted():
            return _card_deleted(state, event.card)
        case e.CardMoved():
            return _with_card(state, event.card, column=event.column)
        case e.CardsRevealed():
            return _revealed(state, event.cards)
        case e.CardsGrouped():
            return _grouped(state, event)
        case e.CardTakenOut():
            return _tidied(_with_card(state, event.card, group=None))
        case e.GroupTakenApart():
            return _taken_apart(state, event.group)
        case e.GroupRenamed():
            group = replace(state.groups[event.group], title=event.title)
            return replace(state, groups={**state.groups, event.group: group})
        case e.VoteGiven():
            return _voted(state, event.author, event.target, 1)
        case e.VoteTakenBack():
            return _voted(state, event.author, event.target, -1)
        case e.FocusMoved():
            return replace(state, focus=event.target)
    raise TypeError(f"not a retro event: {event!r}")


def _card_added(state: RetroState, event: e.CardAdded) -> RetroState:
    card = Card(event.text, event.column, event.author)
    own = (*state.written.get(event.author, ()), event.card)
    return replace(
        state,
        cards={**state.cards, event.card: card},
        written={**state.written, event.author: own},
    )


def _card_deleted(state: RetroState, key: str) -> RetroState:
    author = state.cards[key].author
    own = tuple(card for card in state.written[author] if card != key)
    return _tidied(
        replace(
            state,
            cards=_without(state.cards, key),
            written={**state.written, author: own},
            order=tuple(card for card in state.order if card != key),
        )
    )


def _revealed(state: RetroState, keys: tuple[str, ...]) -> RetroState:
    shown = {key: replace(state.cards[key], revealed=True) for key in keys}
    return replace(state, cards={**state.cards, **shown}, order=(*state.order, *keys))


def _grouped(state: RetroState, event: e.CardsGrouped) -> RetroState:
    moved = {key: replace(state.cards[key], group=event.group) for key in event.cards}
    new = Group(event.title, state.cards[event.cards[0]].column)
    group = state.groups.get(event.group, new)
    return _tidied(
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
    return _tidied(replace(state, cards={**state.cards, **freed}))


def _voted(state: RetroState, author: str, target: str, dots: int) -> RetroState:
    ballot = dict(state.ballots.get(author, {}))
    ballot[target] = ballot.get(target, 0) + dots
    if ballot[target] <= 0:
        del ballot[target]
    return replace(state, ballots=_with_or_without(state.ballots, author, ballot))


def _tidied(state: RetroState) -> RetroState:
    """No group of fewer than two cards, no dots and no focus on what is gone."""
    sizes: dict[str, int] = {}
    for card in state.cards.values():
        if card.group is not None:
            sizes[card.group] = sizes.get(card.group, 0) + 1
    groups = {key: group for key, group in state.groups.items() if sizes.get(key, 0) >= 2}
    cards = {
        key: card if card.group is None or card.group in groups else replace(card, group=None)
        for key, card in state.cards.items()
    }
    kept = replace(state, cards=cards, groups=groups, ballots=_swept(state, cards, groups))
    return kept if kept.focus in items(kept) else replace(kept, focus=None)


def _swept(
    state: RetroState, cards: Mapping[str, Card], groups: Mapping[str, Group]
) -> Mapping[str, Mapping[str, int]]:
    ballots = {
        author: {target: n for target, n in ballot.items() if target in cards or target in groups}
        for author, ballot in state.ballots.items()
    }
    return {author: ballot for author, ballot in ballots.items() if ballot}


def _with_card(state: RetroState, key: str, **changes: object) -> RetroState:
    return replace(state, cards={**state.cards, key: replace(state.cards[key], **changes)})


def _without(items_by_key: Mapping[str, V], key: str) -> dict[str, V]:
    return {known: value for known, value in items_by_key.items() if known != key}


def _with_or_without(
    ballots: Mapping[str, Mapping[str, int]], author: str, ballot: Mapping[str, int]
) -> Mapping[str, Mapping[str, int]]:
    return {**ballots, author: ballot} if ballot else _without(ballots, author)
