"""What is on the board: the revealed cards that are not hidden, alone or in groups."""

from __future__ import annotations

from msgspec.structs import replace

from workshopkit.domain.retro.state import RetroState
from workshopkit.domain.retro.votes import set_aside


def shown(state: RetroState) -> list[str]:
    """The cards that everyone sees, in the board's order."""
    return [card for card in state.order if card not in state.hidden]


def members(state: RetroState, group: str) -> list[str]:
    """The cards of a group that everyone sees, in the board's order."""
    return [card for card in shown(state) if state.cards[card].group == group]


def items(state: RetroState) -> list[str]:
    """What can be voted on: groups, and cards outside any group."""
    seen: dict[str, None] = {}
    for card in shown(state):
        seen.setdefault(state.cards[card].group or card)
    return list(seen)


def name_of(state: RetroState, target: str) -> str | None:
    """The words of a card that everyone sees, or a group's title."""
    if target in state.groups:
        return state.groups[target].title if members(state, target) else None
    card = state.cards.get(target)
    seen = card is not None and card.revealed and target not in state.hidden
    return card.text if card is not None and seen else None


def tidied(state: RetroState) -> RetroState:
    """No group of fewer than two cards; no dots and no focus on what is off the board."""
    sizes: dict[str, int] = {}
    for card in state.cards.values():
        if card.group is not None:
            sizes[card.group] = sizes.get(card.group, 0) + 1
    groups = {key: group for key, group in state.groups.items() if sizes.get(key, 0) >= 2}
    cards = {
        key: card if card.group is None or card.group in groups else replace(card, group=None)
        for key, card in state.cards.items()
    }
    kept = replace(state, cards=cards, groups=groups)
    there = items(kept)
    kept = set_aside(kept, keep={*there, *shown(kept)})
    return kept if kept.focus in there else replace(kept, focus=None)
