"""What each role sees of a retro board, and what is a person's own."""

from __future__ import annotations

from workshopkit.domain.activity import View, Viewer, listing
from workshopkit.domain.retro.state import PHASES, Column, RetroState, dots_by_item, items

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
        "cards": listing({key: _card(state, key, viewer) for key in state.order}),
        "groups": listing(_groups(state)),
        "votes_each": state.options.votes,
        "voted": len(state.ballots),
    }
    if state.phase in TALLIES_IN:
        seen["tallies"], seen["ranking"] = _tallies(state)
    if state.focus is not None:
        seen["focus"] = state.focus
    if state.options.minutes:
        seen["minutes"] = dict(state.options.minutes)
    return seen


def me(state: RetroState, viewer: Viewer) -> View:
    """One's own cards, hidden or not, and one's own dots."""
    own = state.written.get(viewer.authors.get("cards", ""), ())
    ballot = state.ballots.get(viewer.authors.get("ballots", ""), {})
    return {
        "cards": listing(
            {key: {"text": state.cards[key].text, "column": state.cards[key].column} for key in own}
        ),
        "votes": dots_by_item(state, ballot),
        "votes_left": state.options.votes - sum(ballot.values()),
    }


def _column(column: Column) -> View:
    return {"title": column.title, "prompt": column.prompt, "kind": column.kind}


def _card(state: RetroState, key: str, viewer: Viewer) -> View:
    card = state.cards[key]
    seen: View = {"text": card.text, "column": card.column}
    if card.group is not None:
        seen["group"] = card.group
    if not state.options.anonymous and card.author in viewer.names:
        seen["author"] = viewer.names[card.author]
    return seen


def _groups(state: RetroState) -> dict[str, View]:
    return {
        key: {"title": state.groups[key].title, "column": state.groups[key].column}
        for key in items(state)
        if key in state.groups
    }


def _tallies(state: RetroState) -> tuple[View, list[str]]:
    """Dots and voters by item; the order to talk in: dots, then voters, then age."""
    order = items(state)
    tallies = {key: {"votes": 0, "voters": 0} for key in order}
    for ballot in state.ballots.values():
        for key, dots in dots_by_item(state, ballot).items():
            tallies[key]["votes"] += dots
            tallies[key]["voters"] += 1
    ranking = sorted(order, key=lambda key: (-tallies[key]["votes"], -tallies[key]["voters"]))
    return {key: tally for key, tally in tallies.items() if tally["votes"]}, ranking
