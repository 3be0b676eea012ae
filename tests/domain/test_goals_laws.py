"""What holds of a goal map whatever people wish, in whatever order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.domain.goals import ITEMS, KERNEL, LEAD, LINKS, OPTIONS, SCREEN, A, crowd
from tests.domain.scenario import FixedContext
from workshopkit.domain.activity import ActivityCommand, Actor, Event, Role, Viewer
from workshopkit.domain.goals import GOALS, LEVELS, PHASES, GoalsState, Measure
from workshopkit.domain.goals import commands as c
from workshopkit.domain.goals.rounds import Ballot
from workshopkit.domain.goals.state import RATING, SHOWING
from workshopkit.errors import Refused
from workshopkit.log.base import Recorded
from workshopkit.room.vocabulary import Vocabulary

VOCABULARY = Vocabulary({GOALS.name: GOALS})
PEOPLE = crowd(leaders=3, team=3, users=1)
SMALLEST = 3
PLANTED = re.compile(r"planted-\d{4}")
ANSWERS: tuple[Any, ...] = ("1", "2", "5", "cannot_say", "6")
QUESTIONS = ("clear", "matters", "my_work", "fun")
WISHES: Mapping[str, Callable[[Map, int, int], ActivityCommand]] = {
    "phase": lambda on, first, _: c.MovePhase(A, PHASES[first % len(PHASES)]),
    "add": lambda on, first, second: c.AddItem(
        A, LEVELS[first % 4], on.plant(), on.plant(), Measure(on.plant()), on.plant()
    ),
    "edit": lambda on, first, _: c.EditItem(A, on.item(first), on.plant()),
    "delete": lambda on, first, _: c.DeleteItem(A, on.item(first)),
    "link": lambda on, first, second: c.AddLink(A, on.item(first), on.item(second)),
    "unlink": lambda on, first, second: c.RemoveLink(A, on.item(first), on.item(second)),
    "rate": lambda on, first, second: c.Rate(
        A, on.goal(first), QUESTIONS[second % 4], ANSWERS[(first + second) % 5]
    ),
    "unrate": lambda on, first, second: c.Unrate(A, on.goal(first), QUESTIONS[second % 4]),
    "focus": lambda on, first, _: c.Focus(A, on.item(first)),
}
wishes = st.tuples(
    st.sampled_from([*WISHES, "rate", "rate", "rate", "link", "add"]),
    st.sampled_from([LEAD, LEAD, KERNEL, *PEOPLE, *PEOPLE, SCREEN]),
    st.integers(0, 19),
    st.integers(0, 19),
)
Wish = tuple[str, Actor, int, int]


class Map:
    """A goal map that wishes are thrown at, and every event that came of them."""

    def __init__(self, phase: int) -> None:
        self.context = FixedContext()
        self.state = GOALS.start(replace(OPTIONS, smallest=SMALLEST))
        self.start = self.state
        self.events: list[Event] = []
        self.planted = 0
        self.wish(("add", PEOPLE[0], 1, 0))
        self.wish(("phase", LEAD, phase, 0))

    def wish(self, wish: Wish) -> None:
        """Try it. Neither deciding nor evolving may change the state that it was given."""
        name, actor, first, second = wish
        before, shown = self.state, repr(self.state)
        try:
            events = GOALS.decide(before, WISHES[name](self, first, second), actor, self.context)
        except Refused:
            events = []
        for event in events:
            self.state = GOALS.evolve(self.state, event)
        self.events += events
        assert repr(before) == shown

    def adopt(self, first: int) -> None:
        """Run the cell again with fewer or other items."""
        there = {each.id for each in ITEMS[: first % 6]}
        links = tuple(link for link in LINKS if {link.child, link.parent} <= there)
        options = replace(self.state.options, items=ITEMS[: first % 6], links=links)
        with suppress(Refused):
            self.state = GOALS.adopt(self.state, options)

    def plant(self) -> str:
        self.planted += 1
        return f"planted-{self.planted:04}"

    def item(self, number: int) -> str:
        return _pick([*self.state.items], number)

    def goal(self, number: int) -> str:
        return _pick([*self.state.goals, "w"], number)


def _pick(known: Sequence[str], number: int) -> str:
    """One of them, or now and then one that is not there."""
    return known[number % len(known)] if known and number < 19 else "gone"


def _check_nothing_dangles(state: GoalsState) -> None:
    shown = {key for key, item in state.items.items() if item.revealed}
    assert set(state.order) == shown
    assert len(state.order) == len(shown)
    assert state.focus is None or state.focus in shown
    for key, link in state.links.items():
        assert key == f"{link.child}~{link.parent}"
        assert {link.child, link.parent} <= shown
        child, parent = state.items[link.child].level, state.items[link.parent].level
        assert LEVELS.index(child) > LEVELS.index(parent)
    for author, own in state.written.items():
        assert all(state.items[key].author == author for key in own)
    ballots = [state.ratings, *(each.ballots for each in state.rounds)]
    rated = {goal for each in ballots for ballot in each.values() for goal in ballot.answers}
    goals = set(state.goals)
    assert rated <= goals
    assert all(set(each.goals) == set(each.order) <= goals for each in state.rounds)
    assert state.phase in RATING or not state.ratings


def _check_views(state: GoalsState) -> None:
    """PR1, PR4, PR7."""
    hidden = [repr(item) for item in state.items.values() if not item.revealed]
    otherwise = replace(
        state, ratings={author: Ballot({"g1": {"clear": "3"}}) for author in state.ratings}
    )
    for role in Role:
        view = GOALS.view(state, Viewer(role))
        text = json.dumps(view)
        assert not set(PLANTED.findall(text)) & set(PLANTED.findall("".join(hidden)))
        assert not any(author in text for author in [*state.ratings, *filter(None, state.written)])
        assert "null" not in text
        assert "NaN" not in text
        assert ("rounds" in view) == (state.phase in SHOWING)
        assert GOALS.view(otherwise, Viewer(role)) == view
        _check_parts(view)


def _check_parts(view: Mapping[str, Any]) -> None:
    for frozen in view.get("rounds", ()):
        for cells in frozen["goals"].values():
            for cell in cells.values():
                shown = [
                    sum(part["counts"]) + part["cannot_say"] for part in cell.get("by", {}).values()
                ]
                rest = sum(cell["counts"]) + cell["cannot_say"] - sum(shown)
                assert all(size >= SMALLEST for size in shown)
                assert not shown or rest == 0 or rest >= SMALLEST


def _check_own(state: GoalsState) -> None:
    for who in (LEAD, KERNEL, SCREEN, *PEOPLE):
        me = GOALS.me(state, Viewer(who.role, who.authors))
        own = {key for key, item in state.items.items() if item.author == who.authors.get("items")}
        assert set(me["items"]["items"]) == (own if who.authors else set())
        assert who.authors or not me["ratings"]
        assert "null" not in json.dumps(me)


@given(
    st.integers(0, 6),
    st.lists(st.one_of(wishes, st.integers(0, 5)), min_size=15, max_size=60),
)
@settings(max_examples=200, deadline=None)
def test_whatever_people_wish_of_a_map(phase: int, steps: list[Wish | int]) -> None:
    """PR1, PR4, PR7: nothing dangles, nothing hidden is seen, no small group either."""
    on = Map(phase)
    for step in steps:
        if isinstance(step, int):
            on.adopt(step)
        else:
            on.wish(step)
        _check_nothing_dangles(on.state)
        _check_views(on.state)
        _check_own(on.state)


@given(st.integers(0, 6), st.lists(wishes, min_size=20, max_size=60))
@settings(max_examples=100, deadline=None)
def test_the_log_tells_the_same_map_again(phase: int, steps: list[Wish]) -> None:
    on = Map(phase)
    for step in steps:
        on.wish(step)
    again = on.start
    for event in on.events:
        new = VOCABULARY.write_event(event, event.stream)
        recorded = Recorded(0, new.stream, new.type, new.data, on.context.now)
        again = GOALS.evolve(again, VOCABULARY.read_event(recorded))
    assert again == on.state
