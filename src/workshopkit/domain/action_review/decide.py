"""The action review's rules: from a wish to events, or a refusal."""

from __future__ import annotations

from workshopkit.domain.action_review import commands as c
from workshopkit.domain.action_review import events as e
from workshopkit.domain.action_review.state import (
    MARKS,
    NOTE_LIMIT,
    PHASES,
    Mark,
    ReviewState,
    in_focus,
    on_table,
)
from workshopkit.domain.actions import (
    Action,
    ActionReviewed,
    after_review,
    checked_decision,
    checked_due,
    checked_outcome,
    checked_owner,
    unknown_action,
)
from workshopkit.domain.activity import Actor, Context, Event, need_facilitator, need_text
from workshopkit.domain.phases import known_phase, need_phase
from workshopkit.errors import Refused


def decide(state: ReviewState, command: object, actor: Actor, context: Context) -> list[Event]:
    """What follows from a wish; raises `Refused` with the reason and a remedy."""
    match command:
        case c.MovePhase():
            return _move_phase(state, command, actor, context)
        case c.MarkAction():
            return _mark(state, command, actor)
        case c.TakeMarkBack():
            return _take_back(state, command, actor)
        case c.Decide():
            return _decide(state, command, actor)
        case c.Focus():
            return _focus(state, command, actor)
    raise TypeError(f"not a command of an action review: {command!r}")


def _move_phase(
    state: ReviewState, command: c.MovePhase, actor: Actor, context: Context
) -> list[Event]:
    need_facilitator(actor)
    phase = known_phase(command.phase, PHASES)
    if phase == state.phase:
        return []
    if phase == "look":
        return [e.PhaseMoved(command.activity, phase)]
    table = tuple(on_table(state))
    shown = [_notes(state, command.activity, action, context) for action in table]
    return [*filter(None, shown), e.PhaseMoved(command.activity, phase, table)]


def _notes(state: ReviewState, activity: str, action: str, context: Context) -> e.NotesShown | None:
    """Sorted before they are shuffled, so that not even chance knows who wrote first."""
    given = (marks[action].note for marks in state.marks.values() if action in marks)
    notes = sorted(note for note in given if note)
    return e.NotesShown(activity, action, context.shuffled(notes)) if notes else None


def _mark(state: ReviewState, command: c.MarkAction, actor: Actor) -> list[Event]:
    author = actor.author("marks")
    need_phase(state.phase, actor, ("look",))
    _need_on_table(state, command.action)
    if command.mark not in MARKS:
        raise Refused("unknown_option", "Nothing is marked so.", f"Use {', '.join(MARKS)}.")
    note = need_text(command.note, NOTE_LIMIT) if command.note.strip() else ""
    if state.marks.get(author, {}).get(command.action) == Mark(command.mark, note):
        return []
    return [e.ActionMarked(command.activity, author, command.action, command.mark, note)]


def _take_back(state: ReviewState, command: c.TakeMarkBack, actor: Actor) -> list[Event]:
    author = actor.author("marks")
    need_phase(state.phase, actor, ("look",))
    if command.action not in state.marks.get(author, {}):
        return []
    return [e.MarkTakenBack(command.activity, author, command.action)]


def _decide(state: ReviewState, command: c.Decide, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    need_phase(state.phase, actor, ("decide",))
    action = _need_on_table(state, command.action)
    decision = checked_decision(command.decision)
    goes_on = decision == "keep"
    event = ActionReviewed(
        action=command.action,
        workshop=state.here,
        decision=decision,
        outcome=checked_outcome(command.outcome),
        owner=checked_owner(command.owner) if goes_on else action.owner,
        due=checked_due(command.due) if goes_on else action.due,
    )
    return [] if after_review(action, event) == action else [event]


def _focus(state: ReviewState, command: c.Focus, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    need_phase(state.phase, actor, ("decide",))
    _need_on_table(state, command.action)
    if command.action == in_focus(state):
        return []
    return [e.FocusMoved(command.activity, command.action)]


def _need_on_table(state: ReviewState, action: str) -> Action:
    if action not in on_table(state):
        raise unknown_action()
    return state.actions[action]
