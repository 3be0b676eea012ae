"""The experiment board's rules: from a wish to events, or a refusal."""

from __future__ import annotations

from typing import get_args

from workshopkit.domain.activity import Actor, Context, Event, need_facilitator
from workshopkit.domain.experiments import check, lifecycle
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.experiments import events as e
from workshopkit.domain.experiments.record import CHOICES, STARTED, Outcome
from workshopkit.domain.experiments.state import PHASES, PRIVATE, Expectation, ExperimentsState
from workshopkit.domain.phases import known_phase, need_phase
from workshopkit.errors import Refused

NOTE_LIMIT = 300
"""Characters of what one expected or saw."""
OUTCOMES = (*get_args(Outcome), "cannot_say")


def decide(state: ExperimentsState, command: object, actor: Actor, context: Context) -> list[Event]:
    """What follows from a wish; raises `Refused` with the reason and a remedy."""
    match command:
        case c.MovePhase():
            return _move_phase(state, command, actor, context)
        case c.Focus():
            return _focus(state, command, actor)
        case c.Expect():
            return _expect(state, command, actor)
        case c.GiveVote():
            return _give_vote(state, command, actor)
        case c.TakeVoteBack():
            return _take_vote_back(state, command, actor)
        case c.AddExperiment() if not actor.leads:
            actor.author("expectations")
            need_phase(state.phase, actor, ("plan",))
            return lifecycle.decide(state, command, context)
    need_facilitator(actor)
    return lifecycle.decide(state, command, context)


def _move_phase(
    state: ExperimentsState, command: c.MovePhase, actor: Actor, context: Context
) -> list[Event]:
    need_facilitator(actor)
    phase = known_phase(command.phase, PHASES)
    if phase == state.phase:
        return []
    closed = state.at if state.phase in PRIVATE else None
    moved = e.PhaseMoved(command.activity, phase, closed, _notes(state, context))
    chosen = None if phase == "plan" or state.at is not None else next_review(state)
    return [moved] if chosen is None else [e.FocusMoved(command.activity, chosen), moved]


def _notes(state: ExperimentsState, context: Context) -> tuple[str, ...]:
    """What people wrote about the experiment that they were asked about, shuffled."""
    if state.phase != "expect" or state.at is None:
        return ()
    said = state.expectations.get(state.at, {}).values()
    return context.shuffled(sorted(each.note for each in said if each.note))


def next_review(state: ExperimentsState) -> str | None:
    """The experiment to talk about where nobody chose one: the review that is due first."""
    started = [key for key, each in state.experiments.items() if each.stage in STARTED]
    if started:
        return min(started, key=lambda key: state.experiments[key].plan.review)
    undecided = (key for key, each in state.experiments.items() if each.stage != "decided")
    return next(undecided, None)


def _focus(state: ExperimentsState, command: c.Focus, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    need_phase(state.phase, actor, ("plan", "look", "decide"))
    if command.experiment is not None and command.experiment not in state.experiments:
        raise check.unknown_experiment()
    if command.experiment == state.focus:
        return []
    return [e.FocusMoved(command.activity, command.experiment)]


def _expect(state: ExperimentsState, command: c.Expect, actor: Actor) -> list[Event]:
    author = actor.author("expectations")
    need_phase(state.phase, actor, ("expect",))
    _need_at(state, command.experiment)
    if command.outcome not in OUTCOMES:
        raise Refused("unknown_option", "That is not one of the answers.", "Choose one of them.")
    note = check.sentence(command.note, NOTE_LIMIT)
    known = state.expectations.get(command.experiment, {}).get(author)
    if known == Expectation(command.outcome, note):
        return []
    return [e.Expected(command.activity, author, command.experiment, command.outcome, note)]


def _give_vote(state: ExperimentsState, command: c.GiveVote, actor: Actor) -> list[Event]:
    author = actor.author("votes")
    need_phase(state.phase, actor, ("vote",))
    _need_at(state, command.experiment)
    if command.choice not in CHOICES:
        raise Refused("unknown_option", "That is not one of the answers.", "Choose one of them.")
    if state.votes.get(command.experiment, {}).get(author) == command.choice:
        return []
    return [e.VoteGiven(command.activity, author, command.experiment, command.choice)]


def _take_vote_back(state: ExperimentsState, command: c.TakeVoteBack, actor: Actor) -> list[Event]:
    author = actor.author("votes")
    need_phase(state.phase, actor, ("vote",))
    _need_at(state, command.experiment)
    if author not in state.votes.get(command.experiment, {}):
        return []
    return [e.VoteTakenBack(command.activity, author, command.experiment)]


def _need_at(state: ExperimentsState, experiment: str) -> None:
    """Refuses to speak of any experiment but the one that everyone looks at."""
    if experiment != state.at:
        raise Refused(
            "not_focused",
            "We are looking at another experiment now.",
            "Follow the others.",
        )
