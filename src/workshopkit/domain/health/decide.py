"""The health check's rules: from a wish to events, or a refusal."""

from __future__ import annotations

from collections.abc import Mapping

from workshopkit.domain.activity import Actor, Context, Event, need_facilitator, need_text
from workshopkit.domain.checks import LIGHTS, TRENDS, HealthChecked
from workshopkit.domain.health import commands as c
from workshopkit.domain.health import events as e
from workshopkit.domain.health.freeze import comment_ids, tallies
from workshopkit.domain.health.state import (
    COMMENT_LIMIT,
    PEOPLE_LIMIT,
    PHASES,
    HealthState,
    Rating,
)
from workshopkit.domain.phases import known_phase, need_phase
from workshopkit.errors import Refused


def decide(state: HealthState, command: object, actor: Actor, context: Context) -> list[Event]:
    """What follows from a wish; raises `Refused` with the reason and a remedy."""
    match command:
        case c.MovePhase():
            return _move_phase(state, command, actor, context)
        case c.Rate():
            return _rate(state, command, actor)
        case c.Write():
            return _write(state, command, actor, context)
        case c.Focus():
            return _focus(state, command, actor)
    raise TypeError(f"not a health command: {command!r}")


def _move_phase(
    state: HealthState, command: c.MovePhase, actor: Actor, context: Context
) -> list[Event]:
    need_facilitator(actor)
    phase = known_phase(command.phase, PHASES)
    if phase == state.phase:
        return []
    if phase == "answer":
        return [e.PhaseMoved(command.activity, phase)]
    shown = e.PhaseMoved(command.activity, phase, context.shuffled(comment_ids(state)))
    return [shown, _checked(state, command, context)] if state.ratings else [shown]


def _checked(state: HealthState, command: c.MovePhase, context: Context) -> HealthChecked:
    """What the team keeps of it."""
    day, answered = context.now.date().isoformat(), len(state.ratings)
    return HealthChecked(command.activity, day, answered, tallies(state), state.workshop)


def _rate(state: HealthState, command: c.Rate, actor: Actor) -> list[Event]:
    author = actor.author("answers")
    _need_open(state, actor, command.topic)
    if command.light not in ("", *LIGHTS) or command.trend not in ("", *TRENDS):
        raise Refused("unknown_option", "That is not one of the answers.", "Choose one of them.")
    _need_room(state.ratings, author)
    before = state.ratings.get(author, {}).get(command.topic, Rating())
    if before == Rating(command.light, command.trend):
        return []
    return [e.Rated(command.activity, author, command.topic, command.light, command.trend)]


def _write(state: HealthState, command: c.Write, actor: Actor, context: Context) -> list[Event]:
    author = actor.author("comments")
    _need_open(state, actor, command.topic)
    before = state.comments.get(author, {}).get(command.topic)
    if not command.text.strip():
        return [] if before is None else [_taken_back(command, author)]
    text = need_text(command.text, COMMENT_LIMIT)
    _need_room(state.comments, author)
    if before is not None and before.text == text:
        return []
    comment = context.new_id() if before is None else before.id
    return [e.CommentWritten(command.activity, author, command.topic, comment, text)]


def _taken_back(command: c.Write, author: str) -> e.CommentTakenBack:
    return e.CommentTakenBack(command.activity, author, command.topic)


def _focus(state: HealthState, command: c.Focus, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    need_phase(state.phase, actor, ("results",))
    if command.topic is not None:
        _need_topic(state, command.topic)
    if command.topic == state.focus:
        return []
    return [e.FocusMoved(command.activity, command.topic)]


def _need_open(state: HealthState, actor: Actor, topic: str) -> None:
    need_phase(state.phase, actor, ("answer",))
    _need_topic(state, topic)


def _need_topic(state: HealthState, topic: str) -> None:
    if all(known.id != topic for known in state.options.topics):
        raise Refused("unknown_topic", "There is no such topic.", "Choose one of the list.")


def _need_room(given: Mapping[str, object], author: str) -> None:
    if author not in given and len(given) >= PEOPLE_LIMIT:
        raise Refused("too_many", "Too many people have answered.", "Ask the facilitator.")
