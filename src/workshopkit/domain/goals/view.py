"""What each role sees of a goal map, and what is a person's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from workshopkit.domain.activity import Contributions, View, Viewer, listing
from workshopkit.domain.goals.rounds import Answers, Ballot, Round
from workshopkit.domain.goals.sight import line_of_sight
from workshopkit.domain.goals.state import PHASES, RATING, SHOWING, GoalsState, Item
from workshopkit.domain.goals.wording import reads_like_an_output

MAY_READ_LIKE_OUTPUTS = frozenset({"goal", "outcome"})


def view(state: GoalsState, viewer: Viewer) -> View:
    """The map without what is hidden: unrevealed items, ratings until their round is shown."""
    seen: View = {
        "phase": state.phase,
        "phases": list(PHASES),
        "private": state.phase == "draft" or state.phase in RATING,
        "items": listing({key: _item(state.items[key]) for key in state.order}),
        "links": listing({key: msgspec.to_builtins(link) for key, link in state.links.items()}),
        "drafted": len(state.items),
        "hidden": len(state.items) - len(state.order),
        "questions": listing({each.id: {"title": each.title} for each in state.options.questions}),
        "smallest": state.options.smallest,
        "round": max(1, len(state.rounds) + (state.phase in RATING)),
        "raters": _raters(state),
        "sight": line_of_sight(state),
    }
    if state.phase in SHOWING:
        seen["rounds"] = [_round(number, each) for number, each in enumerate(state.rounds, 1)]
    if state.focus is not None:
        seen["focus"] = state.focus
    return seen


def me(state: GoalsState, viewer: Viewer) -> View:
    """One's own items, hidden or not, and one's own answers of the round that the view names.

    While a later round is open, those of the one before it as well, as ``earlier``.
    """
    own = state.written.get(viewer.authors.get("items", ""), ())
    seen: View = {"items": listing({key: _item(state.items[key]) for key in own})}
    author = viewer.authors.get("ratings", "")
    frozen = state.rounds[-1].ballots if state.rounds else {}
    if state.phase in RATING:
        seen["ratings"] = _plain(_own(state.ratings, author))
        if earlier := _own(frozen, author):
            seen["earlier"] = _plain(earlier)
    else:
        seen["ratings"] = _plain(_own(frozen, author))
    return seen


def contributed(state: GoalsState) -> dict[str, Contributions]:
    """How many items people wrote once they are revealed, and ratings they gave once frozen."""
    closed: dict[str, Contributions] = {}
    if state.phase != "draft":
        closed["items"] = Contributions.of(len(own) for own in state.written.values())
    if state.phase in SHOWING and state.rounds:
        ballots = state.rounds[-1].ballots.values()
        given = (sum(map(len, ballot.answers.values())) for ballot in ballots)
        closed["ratings"] = Contributions.of(given, round=len(state.rounds))
    return closed


def _raters(state: GoalsState) -> int:
    if state.phase in RATING or not state.rounds:
        return len(state.ratings)
    return state.rounds[-1].raters


def _item(item: Item) -> View:
    fields: View = {
        "level": item.level,
        "text": item.text,
        "owner": item.owner,
        "measure": _without_gaps(item.measure),
        "assumption": item.assumption,
        "like_output": item.level in MAY_READ_LIKE_OUTPUTS and reads_like_an_output(item.text),
    }
    return {name: value for name, value in fields.items() if value}


def _without_gaps(struct: msgspec.Struct | None) -> View:
    """A struct as views carry it: what it does not say is left out."""
    told: Mapping[str, Any] = msgspec.to_builtins(struct) or {}
    return {name: value for name, value in told.items() if value is not None and value != ""}


def _round(number: int, frozen: Round) -> View:
    seen: View = {
        "round": number,
        "raters": frozen.raters,
        "goals": msgspec.to_builtins(frozen.goals),
        "order": list(frozen.order),
    }
    if frozen.concordance is not None:
        seen["concordance"] = msgspec.to_builtins(frozen.concordance)
    return seen


def _own(ballots: Mapping[str, Ballot], author: str) -> Answers:
    return ballots.get(author, Ballot()).answers


def _plain(answers: Answers) -> View:
    return {goal: dict(given) for goal, given in answers.items()}
