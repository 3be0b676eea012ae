"""How a goal map changes: one event at a time."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from workshopkit.domain.goals import events as e
from workshopkit.domain.goals.freeze import frozen_round, without_answers, without_goal
from workshopkit.domain.goals.rounds import Ballot
from workshopkit.domain.goals.state import RATING, GoalsState, Item, Link, Phase


def evolve(state: GoalsState, event: object) -> GoalsState:  # noqa: C901 - one case each
    """The map after an event."""
    match event:
        case e.PhaseMoved():
            return _moved(state, event.phase)
        case e.ItemAdded():
            return _added(state, event)
        case e.ItemEdited():
            return _edited(state, event)
        case e.ItemDeleted():
            return without_item(state, event.item)
        case e.ItemsRevealed():
            return _revealed(state, event.items)
        case e.LinkAdded():
            link = Link(event.child, event.parent)
            return replace(state, links={**state.links, link.key: link})
        case e.LinkRemoved():
            return without_links(state, {Link(event.child, event.parent).key})
        case e.Rated():
            return _rated(state, event)
        case e.Unrated():
            return _unrated(state, event)
        case e.FocusMoved():
            return replace(state, focus=event.item)
    raise TypeError(f"not a goals event: {event!r}")


def without_item(state: GoalsState, key: str) -> GoalsState:
    """The map without an item, its links, and what people rated, in frozen rounds too."""
    gone = state.items[key]
    items = {known: item for known, item in state.items.items() if known != key}
    own = tuple(known for known in state.written.get(gone.author, ()) if known != key)
    after = replace(
        state,
        items=items,
        written={**state.written, gone.author: own} if gone.author else state.written,
        order=tuple(known for known in state.order if known != key),
        ratings=without_answers(state.ratings, key),
        rounds=tuple(without_goal(each, key) for each in state.rounds),
        focus=None if state.focus == key else state.focus,
    )
    return without_links(
        after, {name for name, link in state.links.items() if key in (link.child, link.parent)}
    )


def without_links(state: GoalsState, keys: set[str]) -> GoalsState:
    return replace(state, links={key: link for key, link in state.links.items() if key not in keys})


def _moved(state: GoalsState, phase: Phase) -> GoalsState:
    """Leaving a rating phase freezes the round, unless nobody rated: then it goes on later."""
    if state.phase not in RATING or not state.ratings:
        return replace(state, phase=phase)
    return replace(state, phase=phase, ratings={}, rounds=(*state.rounds, frozen_round(state)))


def _added(state: GoalsState, event: e.ItemAdded) -> GoalsState:
    item = Item(event.level, event.text, event.owner, event.measure, event.assumption, event.author)
    own = (*state.written.get(event.author, ()), event.item)
    return replace(
        state,
        items={**state.items, event.item: item},
        written={**state.written, event.author: own} if event.author else state.written,
    )


def _edited(state: GoalsState, event: e.ItemEdited) -> GoalsState:
    item = replace(
        state.items[event.item],
        text=event.text,
        owner=event.owner,
        measure=event.measure,
        assumption=event.assumption,
    )
    return replace(state, items={**state.items, event.item: item})


def _revealed(state: GoalsState, keys: tuple[str, ...]) -> GoalsState:
    shown = {key: replace(state.items[key], revealed=True) for key in keys}
    return replace(state, items={**state.items, **shown}, order=(*state.order, *keys))


def _rated(state: GoalsState, event: e.Rated) -> GoalsState:
    """A perspective that was kept once stays: a latecomer who shares none takes it from nobody."""
    ballot = state.ratings.get(event.author, Ballot())
    given = {**ballot.answers.get(event.item, {}), event.question: event.answer}
    answers = {**ballot.answers, event.item: given}
    perspective = event.perspective or ballot.perspective
    return _with_ballot(state, event.author, Ballot(answers, perspective))


def _unrated(state: GoalsState, event: e.Unrated) -> GoalsState:
    ballot = state.ratings[event.author]
    given = _without(ballot.answers[event.item], event.question)
    others = {goal: known for goal, known in ballot.answers.items() if goal != event.item}
    answers = {**others, event.item: given} if given else others
    return _with_ballot(state, event.author, Ballot(answers, ballot.perspective))


def _with_ballot(state: GoalsState, author: str, ballot: Ballot) -> GoalsState:
    others = {known: each for known, each in state.ratings.items() if known != author}
    return replace(state, ratings={**others, author: ballot} if ballot.answers else others)


def _without(answers: Mapping[str, str], question: str) -> dict[str, str]:
    return {known: answer for known, answer in answers.items() if known != question}
