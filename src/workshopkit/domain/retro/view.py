"""What each role sees of a retro board, and what is a person's own."""

from __future__ import annotations

from workshopkit.domain.activity import Contributions, Role, View, Viewer, listing
from workshopkit.domain.retro.board import items, shown
from workshopkit.domain.retro.state import PHASES, Column, RetroState
from workshopkit.domain.retro.votes import (
    ROOM,
    all_ballots,
    ballot_of,
    dots_by_item,
    dots_of_people,
    left,
    voted,
    voters_of,
)

TALLIES_IN = frozenset({"discuss", "act"})


def view(state: RetroState, viewer: Viewer) -> View:
    """The board without what is hidden: unrevealed cards, tallies while people vote."""
    seen: View = {
        "phase": state.phase,
        "phases": list(PHASES),
        "private": state.phase == "write",
        "anonymous": state.options.anonymous,
        "columns": listing({column.id: _column(column) for column in state.options.columns}),
        "written": len(state.cards),
        "hidden": len(state.cards) - len(state.order),
        "cards": listing({key: _card(state, key, viewer) for key in shown(state)}),
        "groups": listing(_groups(state)),
        "votes_each": state.options.votes,
        "voted": voted(state),
    }
    if state.options.votes_per_card is not None:
        seen["votes_per_card"] = state.options.votes_per_card
    if state.phase in TALLIES_IN:
        seen["tallies"], seen["ranking"] = _tallies(state, viewer)
    if state.focus is not None:
        seen["focus"] = state.focus
    if state.options.minutes:
        seen["minutes"] = dict(state.options.minutes)
    return seen


def me(state: RetroState, viewer: Viewer) -> View:
    """One's own cards, hidden or not, and one's own dots.

    For a facilitator's eyes as well: the room's dots, which she gives, and the cards that she
    has hidden. They are in no view, so in no table, export or record.
    """
    own = state.written.get(viewer.authors.get("cards", ""), ())
    voter = viewer.authors.get("ballots", "")
    seen: View = {"cards": listing({key: _own_card(state, key) for key in own})}
    seen |= _dots(state, voter)
    if viewer.role is Role.FACILITATOR:
        hidden = [key for key in state.order if key in state.hidden]
        seen["room"] = {"people": state.room.people, **_dots(state, ROOM)}
        seen["hidden_cards"] = listing({key: _own_card(state, key) for key in hidden})
    return seen


def contributed(state: RetroState) -> dict[str, Contributions]:
    """How many cards people wrote once they are revealed, and dots they gave once counted.

    Without what the facilitator wrote down or gave for people without a device: it would count
    as hers alone, who may be many.
    """
    closed: dict[str, Contributions] = {}
    if state.phase != "write":
        closed["cards"] = Contributions.of(_own_cards(state, own) for own in state.written.values())
    if state.phase in TALLIES_IN:
        closed["dots"] = Contributions.of(dots_of_people(state).values())
    return closed


def _own_cards(state: RetroState, cards: tuple[str, ...]) -> int:
    return sum(not state.cards[key].from_room for key in cards)


def _column(column: Column) -> View:
    return {"title": column.title, "prompt": column.prompt, "kind": column.kind}


def _card(state: RetroState, key: str, viewer: Viewer) -> View:
    card = state.cards[key]
    seen: View = {"text": card.text, "column": card.column}
    if card.group is not None:
        seen["group"] = card.group
    if card.from_room:
        seen["from_room"] = True
    elif not state.options.anonymous and card.author in viewer.names:
        seen["author"] = viewer.names[card.author]
    return seen


def _own_card(state: RetroState, key: str) -> View:
    card = state.cards[key]
    seen: View = {"text": card.text, "column": card.column}
    if card.from_room:
        seen["from_room"] = True
    if key in state.hidden:
        seen["hidden"] = True
    return seen


def _dots(state: RetroState, voter: str) -> View:
    return {
        "votes": dots_by_item(state, ballot_of(state, voter)),
        "votes_left": left(state, voter),
    }


def _groups(state: RetroState) -> dict[str, View]:
    return {
        key: {"title": state.groups[key].title, "column": state.groups[key].column}
        for key in items(state)
        if key in state.groups
    }


def _tallies(state: RetroState, viewer: Viewer) -> tuple[View, list[str]]:
    """Dots and voters by item; the order to talk in: dots, then voters, then age.

    Of two cards the older one is the one that was revealed first; in one reveal chance decides,
    as the order of writing would tell who was quick. A group is as old as its first card.
    How many dots are the room's, which may be few people, is for a facilitator alone.
    """
    order = items(state)
    for_her = {"from_room": 0} if viewer.role is Role.FACILITATOR else {}
    tallies = {key: {"votes": 0, "voters": 0, **for_her} for key in order}
    for voter, ballot in all_ballots(state).items():
        for key, dots in dots_by_item(state, ballot).items():
            tallies[key]["votes"] += dots
            tallies[key]["voters"] += voters_of(state, voter, dots)
            if voter == ROOM and for_her:
                tallies[key]["from_room"] = dots
    ranking = sorted(order, key=lambda key: (-tallies[key]["votes"], -tallies[key]["voters"]))
    return {key: tally for key, tally in tallies.items() if tally["votes"]}, ranking
