"""The poll: one question, answered privately, shown together. Always anonymous.

Going to the results freezes them; going back asks again, as a new round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from workshopkit.domain.activity import (
    ActivityCommand,
    ActivityEvent,
    ActivityKind,
    Actor,
    Context,
    Contributions,
    Draw,
    Event,
    Id,
    Rehearsal,
    View,
    Viewer,
    Words,
    listing,
    need_facilitator,
    need_text,
)
from workshopkit.domain.phases import known_phase
from workshopkit.errors import Refused

# State

Phase = Literal["answer", "results"]
PHASES: tuple[Phase, ...] = ("answer", "results")
WORD_LIMIT = 60
"""Characters an answer in one's own words."""
OPTIONS_LIMIT = 20
PEOPLE_LIMIT = 5000


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to choose; a step of a scale is one as well."""

    id: Id
    label: Words


class PollOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """What a notebook sets. A scale's options are its steps, lowest first."""

    question: Words
    form: Literal["scale", "choice", "words", "several"] = "scale"
    """``several`` is a choice of as many options as one likes."""
    options: Annotated[tuple[Option, ...], Meta(max_length=OPTIONS_LIMIT)] = ()
    low: Words = {}
    """What the lowest step of a scale means."""
    high: Words = {}


class Round(Struct, frozen=True):
    """The frozen answers of one round."""

    answered: int
    counts: Mapping[str, int] = {}
    """People by option; for words, by word, in a random order."""


class PollState(Struct, frozen=True):
    """A poll at one moment."""

    options: PollOptions
    phase: Phase = "answer"
    answers: Mapping[str, tuple[str, ...]] = {}
    """This round's answers by author: one each, or several where the form is that."""
    rounds: tuple[Round, ...] = ()


def start(options: PollOptions) -> PollState:
    ids = [option.id for option in options.options]
    if len(set(ids)) < len(ids):
        raise Refused("bad_options", "Two options have the same id.", "Give each its own.")
    if options.form != "words" and len(ids) < 2:
        raise Refused("bad_options", "A poll needs two options or more.", "Add another.")
    return PollState(options=options)


def adopt(state: PollState, options: PollOptions) -> PollState:
    start(options)
    same = (options.form, [option.id for option in options.options]) == (
        state.options.form,
        [option.id for option in state.options.options],
    )
    if (state.answers or state.rounds) and not same:
        raise Refused(
            "would_lose_answers",
            "People have answered this poll as it is.",
            "Leave its options as they were, or make another poll.",
        )
    return replace(state, options=options)


# Commands


class MovePhase(ActivityCommand, frozen=True, tag="poll.move_phase"):
    """Show and freeze the results, or ask again as a new round."""

    phase: str


class Answer(ActivityCommand, frozen=True, tag="poll.answer"):
    """Give an answer, or another one instead."""

    answer: str


class Choose(ActivityCommand, frozen=True, tag="poll.choose"):
    """Choose several options: all that one wants, instead of what one chose before."""

    chosen: Annotated[tuple[Id, ...], Meta(max_length=OPTIONS_LIMIT)]


class Withdraw(ActivityCommand, frozen=True, tag="poll.withdraw"):
    """Take one's answer back."""


# Events


class PhaseMoved(ActivityEvent, frozen=True, tag="poll.phase_moved"):
    """The facilitator showed the results or asked again."""

    phase: Phase
    words: tuple[str, ...] = ()
    """At the results of a poll in words: the different words, shuffled."""
    free_text = ("words",)


class Answered(ActivityEvent, frozen=True, tag="poll.answered"):
    """Someone answered, or answered anew."""

    personal = True
    free_text = ("answer",)
    author: str
    answer: str


class Chosen(ActivityEvent, frozen=True, tag="poll.chosen"):
    """Someone chose one option or more, or chose anew."""

    personal = True
    author: str
    chosen: tuple[str, ...]
    """In the order of the options."""


class Withdrawn(ActivityEvent, frozen=True, tag="poll.withdrawn"):
    """Someone took their answer back."""

    personal = True
    author: str


# Decide


def decide(state: PollState, command: object, actor: Actor, context: Context) -> list[Event]:
    """What follows from a wish; raises `Refused` with the reason and a remedy."""
    match command:
        case MovePhase():
            return _move_phase(state, command, actor, context)
        case Answer():
            return _answer(state, command, actor)
        case Choose():
            return _choose(state, command, actor)
        case Withdraw():
            return _withdraw(state, command.activity, actor)
    raise TypeError(f"not a poll command: {command!r}")


def _move_phase(
    state: PollState, command: MovePhase, actor: Actor, context: Context
) -> list[Event]:
    need_facilitator(actor)
    phase = known_phase(command.phase, PHASES)
    if phase == state.phase:
        return []
    words: tuple[str, ...] = ()
    if phase == "results" and state.options.form == "words":
        words = context.shuffled(sorted(set(chain.from_iterable(state.answers.values()))))
    return [PhaseMoved(command.activity, phase, words)]


def _answer(state: PollState, command: Answer, actor: Actor) -> list[Event]:
    author = actor.author("answers")
    _need_open(state, several=False)
    answer = _checked(state.options, command.answer)
    _need_room(state, author)
    if state.answers.get(author) == (answer,):
        return []
    return [Answered(command.activity, author, answer)]


def _choose(state: PollState, command: Choose, actor: Actor) -> list[Event]:
    author = actor.author("answers")
    _need_open(state, several=True)
    wanted = {_known_option(state.options, option) for option in command.chosen}
    if not wanted:
        return _withdraw(state, command.activity, actor)
    _need_room(state, author)
    chosen = tuple(option.id for option in state.options.options if option.id in wanted)
    if state.answers.get(author) == chosen:
        return []
    return [Chosen(command.activity, author, chosen)]


def _withdraw(state: PollState, activity: str, actor: Actor) -> list[Event]:
    author = actor.author("answers")
    _need_open(state)
    return [Withdrawn(activity, author)] if author in state.answers else []


def _checked(options: PollOptions, answer: str) -> str:
    if options.form == "words":
        return need_text(answer, WORD_LIMIT)
    return _known_option(options, answer)


def _known_option(options: PollOptions, answer: str) -> str:
    if all(option.id != answer for option in options.options):
        raise Refused("unknown_option", "That is not one of the answers.", "Choose one of them.")
    return answer


def _need_room(state: PollState, author: str) -> None:
    if author not in state.answers and len(state.answers) >= PEOPLE_LIMIT:
        raise Refused("too_many", "This poll has too many answers.", "Ask the facilitator.")


def _need_open(state: PollState, *, several: bool | None = None) -> None:
    """Refuses answers between the rounds, and those of another form than is asked for."""
    if state.phase != "answer":
        raise Refused(
            "wrong_phase", "This round of the poll has ended.", "Wait until it is asked again."
        )
    if several is not None and several != (state.options.form == "several"):
        raise Refused(
            "unknown_command", "This poll is answered in another way.", "Reload the page."
        )


# Evolve


def evolve(state: PollState, event: object) -> PollState:
    """The poll after an event."""
    match event:
        case PhaseMoved(phase="results"):
            ended = Round(len(state.answers), _counts(state, event.words))
            return replace(state, phase="results", rounds=(*state.rounds, ended))
        case PhaseMoved():
            return replace(state, phase="answer", answers={})
        case Answered():
            return _answered(state, event.author, (event.answer,))
        case Chosen():
            return _answered(state, event.author, event.chosen)
        case Withdrawn():
            left = {key: kept for key, kept in state.answers.items() if key != event.author}
            return replace(state, answers=left)
    raise TypeError(f"not a poll event: {event!r}")


def _answered(state: PollState, author: str, answers: tuple[str, ...]) -> PollState:
    return replace(state, answers={**state.answers, author: answers})


def _counts(state: PollState, words: Sequence[str]) -> Mapping[str, int]:
    tally = Counter(chain.from_iterable(state.answers.values()))
    options = [option.id for option in state.options.options]
    shown = words if state.options.form == "words" else options
    return {answer: tally[answer] for answer in shown}


# View


def view(state: PollState, viewer: Viewer) -> View:
    """The question, how many answered, and the last frozen round while results are shown."""
    options = state.options
    seen: View = {
        "question": options.question,
        "form": options.form,
        "phase": state.phase,
        "phases": list(PHASES),
        "private": state.phase == "answer",
        "round": max(1, len(state.rounds) + (state.phase == "answer")),
        "answered": len(state.answers),
    }
    if options.options:
        seen["options"] = listing({known.id: {"label": known.label} for known in options.options})
    seen.update({key: words for key, words in _ends(options).items() if words})
    if state.phase == "results":
        seen["results"] = _results(state)
    return seen


def _ends(options: PollOptions) -> dict[str, Words]:
    return {"low": options.low, "high": options.high}


def _results(state: PollState) -> View:
    last = state.rounds[-1]
    shown: View = {"round": len(state.rounds), "answered": last.answered}
    if state.options.form != "words":
        return {**shown, "counts": dict(last.counts)}
    ranked = sorted(last.counts.items(), key=lambda pair: -pair[1])
    return {**shown, "words": [{"text": word, "count": count} for word, count in ranked]}


def me(state: PollState, viewer: Viewer) -> View:
    """One's own answer of this round; of several, all that one chose."""
    answers = state.answers.get(viewer.authors.get("answers", ""))
    if answers is None:
        return {}
    return {"chosen": list(answers)} if state.options.form == "several" else {"answer": answers[0]}


def contributed(state: PollState) -> dict[str, Contributions]:
    """That people answered, once the results are shown: one answer each."""
    if state.phase != "results":
        return {}
    round = len(state.rounds)
    return {"answers": Contributions.of([1] * state.rounds[-1].answered, round=round)}


# Rehearsal

FEELINGS = ("hopeful", "tired", "curious", "ready", "busy", "proud", "puzzled")


def _participant(view: View, me: View, draw: Draw) -> Sequence[View]:
    if view["phase"] != "answer" or me:
        return []
    if view["form"] == "words":
        return [{"kind": "poll.answer", "answer": draw.choice(FEELINGS)}]
    options = view["options"]["order"]
    if view["form"] == "several":
        liked = [option for option in options if draw.random() < 0.4]
        return [{"kind": "poll.choose", "chosen": liked or [draw.choice(options)]}]
    return [{"kind": "poll.answer", "answer": draw.choice(options)}]


POLL: ActivityKind[PollState] = ActivityKind(
    name="poll",
    options=PollOptions,
    commands=(MovePhase, Answer, Choose, Withdraw),
    events=(PhaseMoved, Answered, Chosen, Withdrawn),
    start=start,
    adopt=adopt,
    decide=decide,
    evolve=evolve,
    view=view,
    me=me,
    phase=lambda state: state.phase,
    contributed=contributed,
    rehearsal=Rehearsal(participant=_participant, secret_fields=("answer", "chosen")),
)
