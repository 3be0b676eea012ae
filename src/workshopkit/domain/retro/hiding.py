"""Hiding a card: its words leave every view, wherever else they were repeated.

Its dots go back to their owners. When it is shown again, those come back that their owners
have not given elsewhere since.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from workshopkit.domain.retro.acts import forgetful
from workshopkit.domain.retro.board import members, name_of, tidied
from workshopkit.domain.retro.state import Group, RetroState, title_from
from workshopkit.domain.retro.votes import brought_back


def hide(state: RetroState, card: str) -> RetroState:
    """The board without a card. What could be taken back may hold its words: no more of that."""
    hidden = forgetful(replace(state, hidden=state.hidden | {card}))
    said = _said(state, card)
    untitled = {
        key: replace(group, title="") if group.title in said else group
        for key, group in state.groups.items()
    }
    return tidied(_titled(replace(hidden, groups=untitled)))


def show(state: RetroState, card: str) -> RetroState:
    """The board with a hidden card again, in its group if there still is one."""
    group = state.cards[card].group
    returning = [card] if group is None or members(state, group) else [card, group]
    shown = replace(state, hidden=state.hidden - {card})
    return tidied(brought_back(_titled(shown), returning))


def still_about(state: RetroState, target: str, about: str) -> str:
    """What an action says that it is about: nothing hidden, and its own words once shown again."""
    hidden = any(about in _said(state, card) for card in state.hidden)
    if target in state.hidden or hidden or not about:
        return name_of(state, target) or ""
    return about


def _said(state: RetroState, key: str) -> frozenset[str]:
    """All that a card ever said for all to read, and what a group was called after it."""
    card = state.cards[key]
    texts = (card.text, *card.former)
    return frozenset((*texts, *map(title_from, texts)))


def _titled(state: RetroState) -> RetroState:
    """A group that has lost its title is called after its first card again."""
    groups: Mapping[str, Group] = {
        key: group if group.title else replace(group, title=_first(state, key))
        for key, group in state.groups.items()
    }
    return replace(state, groups=groups)


def _first(state: RetroState, group: str) -> str:
    """Empty as long as all its cards are hidden: then nobody sees the group."""
    return next((title_from(state.cards[card].text) for card in members(state, group)), "")
