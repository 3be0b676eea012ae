"""What holds of an action review whatever people wish of it and of the team, in whatever order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.reviews import BEFORE
from tests.domain.scenario import FixedContext
from tests.domain.workshops import KINDS, LEAD, SCREEN, created, joined
from workshopkit.domain import workshop
from workshopkit.domain.action_review import MARKS, PHASES, ReviewState
from workshopkit.domain.action_review import commands as c
from workshopkit.domain.action_review.state import on_table
from workshopkit.domain.actions import (
    DECISIONS,
    ActionAdded,
    ActionReviewed,
    AddAction,
    ChangeAction,
    RemoveAction,
)
from workshopkit.domain.activity import Actor, Command, Event, Role
from workshopkit.domain.people import pseudonym
from workshopkit.domain.workshop import WorkshopState
from workshopkit.domain.workshop import events as e
from workshopkit.errors import Refused
from workshopkit.log.base import Recorded
from workshopkit.room.vocabulary import Vocabulary

VOCABULARY = Vocabulary(KINDS)
PEOPLE = tuple(Actor(Role.PARTICIPANT, name * 64, f"person-{name}") for name in "abc")
ACTORS = (LEAD, *PEOPLE, SCREEN)
PLANTED = re.compile(r"planted-\d{4}")
WISHES: Mapping[str, Callable[[Meeting, int, int], Command]] = {
    "phase": lambda on, first, _: c.MovePhase("it", PHASES[first % 2]),
    "mark": lambda on, first, second: c.MarkAction(
        "it", on.action(first), MARKS[second % 3], on.plant()
    ),
    "back": lambda on, first, _: c.TakeMarkBack("it", on.action(first)),
    "decide": lambda on, first, second: c.Decide(
        "it", on.action(first), (*DECISIONS, "party")[second % 4], f"Outcome {second}"
    ),
    "focus": lambda on, first, _: c.Focus("it", on.action(first)),
    "add": lambda on, first, second: AddAction("New", likely=first % 7, keep_doing=second % 2 > 0),
    "change": lambda on, first, second: ChangeAction(
        on.action(first), f"Text {second}", keep_doing=second % 2 > 0
    ),
    "remove": lambda on, first, _: RemoveAction(on.action(first)),
}
wishes = st.tuples(
    st.sampled_from([*WISHES, "mark", "mark", "decide", "phase"]),
    st.sampled_from([LEAD, LEAD, *PEOPLE, SCREEN]),
    st.integers(0, 9),
    st.integers(0, 9),
)
Wish = tuple[str, Actor, int, int]
Step = Wish | int
"""A wish, or the number of an action that another workshop reviews or makes meanwhile."""


class Meeting:
    """A workshop with a review, and another one of the same team."""

    def __init__(self) -> None:
        self.context = FixedContext()
        self.events: list[Event] = []
        self.state = WorkshopState(kinds=KINDS)
        self.planted = 0
        self._carry(created())
        for person in PEOPLE:
            self.state, _ = joined(self.state, person.secret)
        promised = [
            ActionAdded(f"a{number}", f"Promise {number}", "", "", BEFORE, "", "", "")
            for number in range(4)
        ]
        added = e.ActivityAdded("it", "action_review", "it", {}, {})
        self._carry([*promised[:2], added, e.MadeLive("it"), *promised[2:]])

    @property
    def review(self) -> ReviewState:
        return self.state.agenda["it"].state  # type: ignore[no-any-return]

    def go(self, steps: Sequence[Step]) -> None:
        for step in steps:
            if isinstance(step, int):
                self._elsewhere(step)
            else:
                self._wish(*step)

    def replayed(self, events: Sequence[Event]) -> WorkshopState:
        """The state that these events lead to once the log has written and read them."""
        state = workshop.with_people(WorkshopState(kinds=KINDS), self.state.people.values())
        for event in events:
            new = VOCABULARY.write_event(event, event.stream)
            read = VOCABULARY.read_event(
                Recorded(0, new.stream, new.type, new.data, self.context.now)
            )
            state = workshop.evolve(state, read)
        return state

    def action(self, number: int) -> str:
        known = [*self.state.team.actions]
        return known[number % len(known)] if known and number < 9 else "gone"

    def plant(self) -> str:
        self.planted += 1
        return f"planted-{self.planted:04}"

    def _wish(self, name: str, actor: Actor, first: int, second: int) -> None:
        """Try it. Neither deciding nor evolving may change the state that it was given."""
        before, shown = self.state, repr(self.state)
        try:
            command = WISHES[name](self, first, second)
            self._carry(workshop.decide(before, command, actor, self.context))
        except Refused:
            assert self.state is before
        assert repr(before) == shown

    def _elsewhere(self, number: int) -> None:
        key = self.action(number)
        if key == "gone":
            new = self.context.new_id()
            self._carry([ActionAdded(new, "Elsewhere", "", "", "another", "", "", "")])
        else:
            decision = DECISIONS[number % 3]
            self._carry([ActionReviewed(key, "another", decision, "So it went", "", "")])

    def _carry(self, events: Sequence[Event]) -> None:
        for event in events:
            self.state = workshop.evolve(self.state, event)
        self.events += events


def _check_table(on: Meeting) -> None:
    """Nothing of this workshop's own is reviewed; in private, only what is open or decided here."""
    review, actions = on.review, on.state.team.actions
    assert review.actions == actions
    table = on_table(review)
    assert len(table) == len(set(table))
    assert all(actions[key].workshop != on.state.id for key in table)
    if review.phase == "look":
        assert all(
            actions[key].status == "open" or actions[key].reviewed_in(on.state.id) for key in table
        )
    for action in actions.values():
        assert len({each.workshop for each in action.reviews}) == len(action.reviews)


def _check_views(on: Meeting) -> None:
    """PR1, PR4: notes are seen by their owners alone, then by all; counts when they are frozen."""
    notes = {note for each in on.review.notes.values() for note in each}
    for role in Role:
        view = workshop.view(on.state, role)
        text = json.dumps(view)
        assert "null" not in text
        seen = view["activities"].get("it", {})
        assert set(PLANTED.findall(text)) <= (notes if on.review.phase == "decide" else set())
        assert ("marks" in seen) == (bool(seen) and on.review.phase == "decide")
        if "focus" in seen:
            assert "decision" not in seen["actions"]["items"][seen["focus"]]


def _check_own(on: Meeting) -> None:
    for actor in ACTORS:
        me: dict[str, Any] = workshop.me(on.state, actor, None)["activities"].get("it", {})
        author = pseudonym(actor.secret, "it", "marks") if actor.secret else ""
        given = {mark.note for mark in on.review.marks.get(author, {}).values()}
        assert set(PLANTED.findall(json.dumps(me))) == given


steps = st.lists(st.one_of(wishes, wishes, wishes, st.integers(0, 9)), min_size=15, max_size=60)


@given(steps)
@settings(max_examples=200)
def test_whatever_people_wish_of_a_review(steps: list[Step]) -> None:
    on = Meeting()
    for step in steps:
        on.go([step])
        _check_table(on)
        _check_views(on)
        _check_own(on)


@given(steps)
@settings(max_examples=150)
def test_both_logs_tell_the_same_story_again(steps: list[Step]) -> None:
    """Read as they were written, or stream after stream as a room that opens does."""
    on = Meeting()
    on.go(steps)
    by_stream = sorted(on.events, key=lambda event: event.stream, reverse=True)
    assert on.replayed(on.events) == on.state
    assert on.replayed(by_stream) == on.state
    assert workshop.view(on.replayed(by_stream), Role.FACILITATOR) == workshop.view(
        on.state, Role.FACILITATOR
    )


@given(steps)
@settings(max_examples=50)
def test_the_log_of_a_review_names_nobody(steps: list[Step]) -> None:
    """PR2."""
    on = Meeting()
    on.go(steps)
    written = b"".join(VOCABULARY.write_event(each, "w").data for each in on.events).decode()
    for person in PEOPLE:
        assert person.secret not in written
        assert person.person not in written
