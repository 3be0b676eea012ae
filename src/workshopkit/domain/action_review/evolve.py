"""How an action review changes: one event at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from workshopkit.domain.action_review import events as e
from workshopkit.domain.action_review.state import MARKS, Mark, ReviewState


def evolve(state: ReviewState, event: object) -> ReviewState:
    """The review after an event."""
    match event:
        case e.PhaseMoved(phase="decide"):
            counts = {action: _counts(state, action) for action in event.actions}
            return replace(state, phase="decide", table=event.actions, counts=counts)
        case e.PhaseMoved():
            return replace(state, phase="look", table=(), counts={}, notes={}, focus=None)
        case e.NotesShown():
            return replace(state, notes={**state.notes, event.action: event.notes})
        case e.ActionMarked():
            own = state.marks.get(event.author, {})
            marked = {**own, event.action: Mark(event.mark, event.note)}
            return replace(state, marks={**state.marks, event.author: marked})
        case e.MarkTakenBack():
            return _taken_back(state, event)
        case e.FocusMoved():
            return replace(state, focus=event.action)
    raise TypeError(f"not an event of an action review: {event!r}")


def _counts(state: ReviewState, action: str) -> Mapping[str, int]:
    tally = Counter(marks[action].mark for marks in state.marks.values() if action in marks)
    return {mark: tally[mark] for mark in MARKS}


def _taken_back(state: ReviewState, event: e.MarkTakenBack) -> ReviewState:
    own = {key: mark for key, mark in state.marks[event.author].items() if key != event.action}
    others = {author: marks for author, marks in state.marks.items() if author != event.author}
    return replace(state, marks={**others, event.author: own} if own else others)
