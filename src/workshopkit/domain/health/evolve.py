"""How a health check changes: one event at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from workshopkit.domain.health import events as e
from workshopkit.domain.health.freeze import frozen_round
from workshopkit.domain.health.state import Comment, HealthState, Rating

T = TypeVar("T")
ByAuthor = Mapping[str, Mapping[str, T]]


def evolve(state: HealthState, event: object) -> HealthState:
    """The health check after an event."""
    match event:
        case e.PhaseMoved():
            return _moved(replace(state, activity=event.activity), event)
        case e.Rated():
            rating = Rating(event.light, event.trend)
            said = None if rating == Rating() else rating
            return replace(state, ratings=_put(state.ratings, event, said))
        case e.CommentWritten():
            comment = Comment(event.comment, event.text)
            return replace(state, comments=_put(state.comments, event, comment))
        case e.CommentTakenBack():
            return replace(state, comments=_put(state.comments, event, None))
        case e.FocusMoved():
            return replace(state, focus=event.topic)
    raise TypeError(f"not a health event: {event!r}")


def _moved(state: HealthState, event: e.PhaseMoved) -> HealthState:
    if event.phase == "answer":
        return replace(state, phase="answer", ratings={}, comments={}, focus=None)
    ended = frozen_round(state, event.comments)
    return replace(state, phase="results", rounds=(*state.rounds, ended))


def _put(
    known: ByAuthor[T], event: e.Rated | e.CommentWritten | e.CommentTakenBack, said: T | None
) -> ByAuthor[T]:
    """The same with what the author says of the topic; who says nothing more is not in it."""
    own = {key: kept for key, kept in known.get(event.author, {}).items() if key != event.topic}
    if said is not None:
        own[event.topic] = said
    rest = {author: kept for author, kept in known.items() if author != event.author}
    return {**rest, event.author: own} if own else rest
