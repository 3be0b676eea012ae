"""How an experiment board changes: one event at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from workshopkit.domain.experiments import events as e
from workshopkit.domain.experiments.state import Expectation, ExperimentsState, Shown

V = TypeVar("V")


def evolve(state: ExperimentsState, event: object) -> ExperimentsState:
    """The board after an event."""
    match event:
        case e.PhaseMoved():
            return _entered(_left(state, event), event)
        case e.FocusMoved():
            return replace(state, focus=event.experiment)
        case e.Expected():
            said = Expectation(event.outcome, event.note)
            known = _with_said(state.expectations, event.experiment, event.author, said)
            return replace(state, expectations=known)
        case e.VoteGiven():
            votes = _with_said(state.votes, event.experiment, event.author, event.choice)
            return replace(state, votes=votes)
        case e.VoteTakenBack():
            return replace(state, votes=_without_vote(state, event))
    raise TypeError(f"not an experiments event: {event!r}")


def _left(state: ExperimentsState, event: e.PhaseMoved) -> ExperimentsState:
    """What was private until now is shown, or counted."""
    if event.closed is None:
        return state
    if state.phase == "expect":
        said = state.expectations.get(event.closed, {}).values()
        frozen = Shown(dict(Counter(each.outcome for each in said)), event.notes)
        shown = {**state.shown, event.closed: frozen}
        return replace(state, shown=shown, asked=state.asked + 1)
    tally = dict(Counter(state.votes.get(event.closed, {}).values()))
    counted, voted_on = {**state.counted, event.closed: tally}, state.voted_on | {event.closed}
    return replace(state, counted=counted, voted_on=voted_on)


def _entered(state: ExperimentsState, event: e.PhaseMoved) -> ExperimentsState:
    """To expect again is a new round; to vote again opens the votes that were given."""
    moved = replace(state, phase=event.phase)
    if event.phase == "expect":
        return replace(
            moved,
            expectations=_without(state.expectations, state.focus),
            shown=_without(state.shown, state.focus),
        )
    if event.phase == "vote":
        return replace(moved, counted=_without(state.counted, state.focus))
    return moved


def _with_said(
    said: Mapping[str, Mapping[str, V]], experiment: str, author: str, value: V
) -> Mapping[str, Mapping[str, V]]:
    return {**said, experiment: {**said.get(experiment, {}), author: value}}


def _without_vote(
    state: ExperimentsState, event: e.VoteTakenBack
) -> Mapping[str, Mapping[str, object]]:
    return {**state.votes, event.experiment: _without(state.votes[event.experiment], event.author)}


def _without(known: Mapping[str, V], key: str | None) -> Mapping[str, V]:
    return {each: kept for each, kept in known.items() if each != key}
