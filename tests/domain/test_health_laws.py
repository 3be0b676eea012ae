"""What holds of a team's health checks whatever people wish, in whatever order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.scenario import FixedContext
from tests.domain.workshops import LEAD, SCREEN, created, joined
from workshopkit.domain import workshop
from workshopkit.domain.activity import Actor, Command, Event, Role
from workshopkit.domain.checks import LIGHTS, TRENDS
from workshopkit.domain.health import HEALTH, PHASES, HealthState
from workshopkit.domain.health import commands as c
from workshopkit.domain.people import pseudonym
from workshopkit.domain.workshop import WorkshopState
from workshopkit.domain.workshop import events as we
from workshopkit.errors import Refused
from workshopkit.log.base import Recorded
from workshopkit.room.vocabulary import Vocabulary

KINDS = {HEALTH.name: HEALTH}
VOCABULARY = Vocabulary(KINDS)
PEOPLE = tuple(Actor(Role.PARTICIPANT, name * 64, f"person-{name}") for name in "abc")
PLANTED = re.compile(r"planted-\d{4}")
TOPICS = ("flow", "fun", "gone")
CHECKS = ("one", "two")
OPTIONS = {"topics": [{"id": topic, "title": {"en": topic}} for topic in TOPICS[:2]]}
WISHES: Mapping[str, Callable[[Team, str, int, int], Command]] = {
    "rate": lambda _, check, first, second: c.Rate(
        check, TOPICS[first % 3], ("", *LIGHTS)[first % 5], ("", *TRENDS)[second % 4]
    ),
    "write": lambda on, check, first, second: c.Write(
        check, TOPICS[first % 3], on.plant() if second else ""
    ),
    "phase": lambda _, check, first, __: c.MovePhase(check, PHASES[first % 2]),
    "focus": lambda _, check, first, __: c.Focus(check, TOPICS[first % 3]),
}
wishes = st.tuples(
    st.sampled_from([*WISHES, "rate", "rate", "write"]),
    st.sampled_from([LEAD, LEAD, *PEOPLE, *PEOPLE, SCREEN]),
    st.sampled_from(CHECKS),
    st.integers(0, 9),
    st.integers(0, 9),
)
Wish = tuple[str, Actor, str, int, int]


class Team:
    """A workshop with two checks that wishes are thrown at, and every event that came of them."""

    def __init__(self) -> None:
        self.context = FixedContext()
        self.events: list[Event] = []
        self.planted = 0
        self.state = WorkshopState(kinds=KINDS)
        added = [we.ActivityAdded(each, "health", each, {"en": each}, OPTIONS) for each in CHECKS]
        self._carry([*created(), *added, we.MadeLive("one")])
        for person in PEOPLE:
            self.state, _ = joined(self.state, person.secret, f"Name {person.secret[0]}")

    def check(self, activity: str) -> HealthState:
        return self.state.agenda[activity].state  # type: ignore[no-any-return]

    def wish(self, wish: Wish) -> None:
        name, actor, check, first, second = wish
        before, shown = self.state, repr(self.state)
        self._carry([] if self.state.live == check else [we.MadeLive(check)])
        live = self.state
        command = WISHES[name](self, check, first, second)
        try:
            self._carry(workshop.decide(live, command, actor, self.context))
        except Refused:
            assert self.state is live
        assert repr(before) == shown

    def replayed(self, events: Sequence[Event]) -> WorkshopState:
        state = workshop.with_people(WorkshopState(kinds=KINDS), self.state.people.values())
        for event in events:
            new = VOCABULARY.write_event(event, event.stream)
            recorded = Recorded(0, new.stream, new.type, new.data, self.context.now)
            state = workshop.evolve(state, VOCABULARY.read_event(recorded))
        return state

    def plant(self) -> str:
        self.planted += 1
        return f"planted-{self.planted:04}"

    def _carry(self, events: Sequence[Event]) -> None:
        for event in events:
            self.state = workshop.evolve(self.state, event)
        self.events += events


def _check_counts(team: Team, check: str) -> None:
    """What is shown adds up, and is as the last round froze it."""
    state = team.check(check)
    for frozen in state.rounds:
        for tally in frozen.topics.values():
            assert sum(tally.lights.values()) <= frozen.answered
            assert sum(tally.trends.values()) <= frozen.answered
    if state.phase == "results" and state.rounds[-1].answered:
        known = team.state.team.checks[check]
        assert known.topics == state.rounds[-1].topics
        assert known.answered == state.rounds[-1].answered


def _check_views(team: Team) -> None:
    """PR1, PR4: before the results nobody's choices are anywhere, whatever they were."""
    for role in Role:
        view: Any = workshop.view(team.state, role)
        for check, seen in view["activities"].items():
            state = team.check(check)
            own = [comment.text for each in state.comments.values() for comment in each.values()]
            told = set(PLANTED.findall(json.dumps(seen)))
            assert ("results" in seen) == (state.phase == "results")
            assert told == (set(own) if state.phase == "results" else set())
            assert ("history" in seen) == (role is Role.FACILITATOR)
            assert "null" not in json.dumps(seen)
            assert not any(author in json.dumps(seen) for author in state.ratings)


def _check_own(team: Team) -> None:
    for actor in (*PEOPLE, LEAD, SCREEN):
        for check, me in workshop.me(team.state, actor, None)["activities"].items():
            author = pseudonym(actor.secret, check, "comments") if actor.secret else ""
            own = team.check(check).comments.get(author, {})
            assert me["comments"] == {topic: comment.text for topic, comment in own.items()}


@given(st.lists(wishes, min_size=15, max_size=60))
@settings(max_examples=200, deadline=None)
def test_whatever_people_say(steps: list[Wish]) -> None:
    """PR1, PR4."""
    team = Team()
    for step in steps:
        team.wish(step)
        for check in CHECKS:
            _check_counts(team, check)
        _check_views(team)
        _check_own(team)


@given(st.lists(wishes, min_size=30, max_size=80))
@settings(max_examples=100, deadline=None)
def test_the_log_tells_the_same_checks_again(steps: list[Wish]) -> None:
    """Read back as it was committed, or stream after stream as a room that opens does."""
    team = Team()
    for step in steps:
        team.wish(step)
    by_stream = sorted(team.events, key=lambda event: event.stream, reverse=True)
    assert team.replayed(team.events) == team.state
    assert team.replayed(by_stream) == team.state
    written = repr(team.events)
    assert not any(person.secret in written or person.person in written for person in PEOPLE)


@given(st.lists(wishes, min_size=10, max_size=40))
@settings(max_examples=60, deadline=None)
def test_the_teams_log_holds_counts_alone(steps: list[Wish]) -> None:
    """PR2, PR11."""
    team = Team()
    for step in steps:
        team.wish(step)
    kept = repr([event for event in team.events if event.stream == "team"])
    authors = {pseudonym(person.secret, check, purpose) for person in PEOPLE for check in CHECKS
               for purpose in HEALTH.purposes}  # fmt: skip
    assert not PLANTED.findall(kept)
    assert not any(author in kept for author in authors)
