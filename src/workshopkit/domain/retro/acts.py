"""Acts of grouping, remembered for as long as they can be taken back.

An act bears a random id that its author made and nobody else is told, so that the log need not
say who did what. It is forgotten as soon as anything that it touched changes again, and when
voting begins: nobody's later work is undone with it.
"""

from __future__ import annotations

from msgspec.structs import replace

from workshopkit.domain.retro.board import tidied
from workshopkit.domain.retro.state import Act, Place, RetroState
from workshopkit.domain.retro.votes import brought_back


def remembered(before: RetroState, after: RetroState, name: str) -> RetroState:
    """The board after an event, with what of it can be taken back by this name.

    Several events of one name are one act.
    """
    if after.phase == "vote" or not (name or before.acts):
        return forgetful(after) if after.acts else after
    change = _change(before, after)
    acts = {key: act for key, act in after.acts.items() if not _spoils(change, after, act)}
    if name and (change.cards or change.groups):
        first = before.acts.get(name, Act({}, {}))
        acts[name] = Act({**change.cards, **first.cards}, {**change.groups, **first.groups})
    return replace(after, acts=acts)


def forgetful(state: RetroState) -> RetroState:
    """Nothing can be taken back, so no group that is gone comes back to its dots."""
    aside = {
        key: dots for key, dots in state.aside.items() if key in state.hidden or key in state.groups
    }
    return replace(state, acts={}, aside=aside)


def taken_back(state: RetroState, name: str) -> RetroState:
    """The board as it was before an act; dots that went with a group come back with it.

    In a log that was made to forget, an act may have changed nothing (a group's old title and its
    new one are the same mark): then there is nothing to take back either.
    """
    act = state.acts.get(name, Act({}, {}))
    moved = {
        key: replace(state.cards[key], column=place.column, group=place.group)
        for key, place in act.cards.items()
    }
    groups = {**state.groups, **act.groups}
    back = replace(
        state,
        cards={**state.cards, **moved},
        groups={key: group for key, group in groups.items() if group is not None},
    )
    returning = [key for key in act.groups if key not in state.groups]
    return tidied(brought_back(back, returning))


def _change(before: RetroState, after: RetroState) -> Act:
    """Cards that stand elsewhere now or are gone, and groups that came, went or changed."""
    cards = {
        key: _place(before, key)
        for key in before.cards
        if _place(before, key) != _place(after, key)
    }
    keys = sorted(before.groups.keys() | after.groups.keys())
    groups = {key: before.groups.get(key) for key in keys}
    changed = {key: group for key, group in groups.items() if group != after.groups.get(key)}
    return Act(cards, changed)


def _spoils(change: Act, after: RetroState, act: Act) -> bool:
    """Whether an act cannot be taken back after a change, or not without undoing it."""
    homes = {place.group for place in act.cards.values()} | act.groups.keys()
    near = {_place(after, key).group for key in change.cards}
    near |= {place.group for place in change.cards.values()}
    return bool(
        change.cards.keys() & act.cards.keys()
        or change.groups.keys() & homes
        or near & act.groups.keys()
    )


def _place(state: RetroState, key: str) -> Place:
    card = state.cards.get(key)
    return Place("", None) if card is None else Place(card.column, card.group)
