"""Everyone's voice: two rounded numbers about many people, and nothing about anybody."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.workshops import LEAD, empty, joined
from workshopkit.domain import poll, workshop
from workshopkit.domain.activity import Actor, Command, Contributions, Role
from workshopkit.domain.participation import SMALLEST, UNEVEN, Voice, gini, kept, voice, voices
from workshopkit.domain.retro import commands as c
from workshopkit.domain.workshop import WorkshopState
from workshopkit.domain.workshop import events as e

RETRO = {"columns": [{"id": "glad", "title": {"en": "Glad"}}], "votes": 3}
POLL = {"question": {"en": "One word?"}, "form": "words"}
amounts = st.lists(st.integers(0, 50), min_size=1, max_size=40)


def test_gini_is_as_other_programs_work_it_out() -> None:
    """The example of the R packages ineq and DescTools."""
    given = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
    assert gini(given) == pytest.approx(0.462091130268)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], 0),
        ([0, 0, 0], 0),
        ([3, 3, 3], 0),
        ([0, 0, 4, 4], UNEVEN),
        ([9, 0, 0, 0, 0], 0.8),
        ([1, 1, 1, 1, 0], 0.2),
    ],
)
def test_gini_counts_those_who_gave_nothing(given: list[float], expected: float) -> None:
    assert gini(given) == pytest.approx(expected)


@given(amounts, st.integers(1, 9))
def test_gini_lies_between_nothing_and_one_and_knows_no_unit(given: list[int], unit: int) -> None:
    found = gini(given)
    assert -1e-12 <= found <= 1 - 1 / len(given) + 1e-12
    assert gini([unit * each for each in given]) == pytest.approx(found)
    assert gini(sorted(given, reverse=True)) == pytest.approx(found)


@given(amounts)
def test_another_silent_person_makes_it_no_more_even(given: list[int]) -> None:
    assert gini([*given, 0]) >= gini(given) - 1e-12


@given(amounts, st.integers(0, 60))
def test_a_voice_is_two_numbers_in_steps_of_a_twentieth(given: list[int], people: int) -> None:
    counts = [each for each in given if each]
    found = voice(counts, people)
    if max(people, len(counts)) < SMALLEST:
        assert found is None
        return
    assert found is not None
    for number in (found.share, found.gini):
        assert 0 <= number <= 1
        assert number * 20 == pytest.approx(round(number * 20))


def test_fewer_than_five_people_are_not_told_anything_of() -> None:
    """PR7, PR10."""
    assert voice([3, 1], 4) is None
    assert voice([3, 1], 5) == Voice(0.4, 0.7)
    assert voice([1] * 5, 0) == Voice(1, 0)


def test_what_closed_first_stays_until_another_round() -> None:
    first, more = Contributions.of([2, 0, 1]), Contributions.of([5, 5])
    assert first.counts == (1, 2)
    assert kept({}, {"cards": first}) == {"cards": first}
    assert kept({"cards": first}, {"cards": more}) == {"cards": first}
    again = Contributions.of([5, 5], round=2)
    assert kept({"cards": first}, {"cards": again}) == {"cards": again}
    assert kept({}, {"cards": Contributions.of([0])}) == {}
    assert kept({"cards": first}, {}) == {"cards": first}


def test_where_half_gave_everything_the_facilitator_may_want_to_know() -> None:
    even, uneven = Contributions.of([2] * 6), Contributions.of([2] * 3)
    assert voices({"cards": even, "dots": uneven}, 6) == {
        "cards": {"share": 1, "gini": 0, "uneven": False},
        "dots": {"share": 0.5, "gini": 0.5, "uneven": True},
    }
    assert voices({"cards": even}, 4).keys() == {"cards"}
    assert voices({"dots": uneven}, 4) == {}


class Meeting:
    """A retro and a poll of so many people."""

    def __init__(self, people: int) -> None:
        title = {"en": "It"}
        self.scenario = empty().given(
            e.ActivityAdded("board", "retro", "retro", title, RETRO),
            e.ActivityAdded("poll", "poll", "poll", title, POLL),
            e.MadeLive("board"),
        )
        self.people: list[Actor] = []
        state: WorkshopState = self.scenario.state
        for letter in "abcdefgh"[:people]:
            state, person = joined(state, letter * 64, f"Name {letter}")
            self.people.append(person)
        self.scenario.state = state

    def does(self, command: Command, who: Actor = LEAD) -> None:
        self.scenario = self.scenario.when(command, who).accepted()

    def writes(self, *counts: int) -> None:
        for person, count in zip(self.people, counts, strict=True):
            for _ in range(count):
                self.does(c.AddCard("board", "glad", "Something"), person)

    def seen(self, role: Role = Role.FACILITATOR) -> dict[str, Any]:
        return workshop.view(self.scenario.state, role)


def test_the_facilitator_alone_learns_how_evenly_people_wrote_and_only_after_the_reveal() -> None:
    """PR10."""
    meeting = Meeting(5)
    meeting.writes(6, 1, 1, 0, 0)
    assert meeting.seen()["voices"] == {}
    meeting.does(c.MovePhase("board", "group"))
    assert meeting.seen()["voices"] == {
        "board": {"cards": {"share": 0.6, "gini": 0.65, "uneven": True}}
    }
    for role in (Role.PARTICIPANT, Role.OBSERVER):
        assert "voices" not in meeting.seen(role)
        assert "gini" not in repr(meeting.seen(role))


def test_four_people_are_not_told_apart_from_nobody() -> None:
    """PR7."""
    meeting = Meeting(4)
    meeting.writes(6, 1, 0, 0)
    meeting.does(c.MovePhase("board", "group"))
    assert meeting.seen()["voices"] == {}


def test_taking_a_card_away_does_not_show_what_else_its_author_wrote() -> None:
    """PR10."""
    one, other = Meeting(5), Meeting(5)
    for meeting, counts in ((one, (2, 1, 1, 1, 0)), (other, (2, 1, 1, 1, 0))):
        meeting.writes(*counts)
        meeting.does(c.MovePhase("board", "group"))
    before = one.seen()["voices"]
    cards = one.scenario.state.agenda["board"].state.written
    several = next(own[0] for own in cards.values() if len(own) == 2)
    alone = next(own[0] for own in cards.values() if len(own) == 1)
    for meeting, card in ((one, several), (other, alone)):
        meeting.does(c.DeleteCard("board", card))
        meeting.does(c.MovePhase("board", "write"))
        meeting.does(c.MovePhase("board", "group"))
        assert meeting.seen()["voices"] == before


def test_dots_are_looked_at_when_they_are_counted_and_answers_when_they_are_shown() -> None:
    meeting = Meeting(5)
    meeting.writes(1, 1, 1, 1, 1)
    meeting.does(c.MovePhase("board", "vote"))
    card = meeting.seen()["activities"]["board"]["cards"]["order"][0]
    for _ in range(3):
        meeting.does(c.GiveVote("board", card), meeting.people[0])
    assert "dots" not in meeting.seen()["voices"]["board"]
    meeting.does(c.MovePhase("board", "discuss"))
    assert meeting.seen()["voices"]["board"]["dots"] == {"share": 0.2, "gini": 0.8, "uneven": True}
    meeting.scenario = meeting.scenario.given(e.MadeLive("poll"))
    for person in meeting.people[:4]:
        meeting.does(poll.Answer("poll", "calm"), person)
    meeting.does(poll.MovePhase("poll", "results"))
    assert meeting.seen()["voices"]["poll"]["answers"]["share"] == 0.8


def test_a_poll_that_is_asked_again_is_looked_at_again() -> None:
    meeting = Meeting(5)
    meeting.scenario = meeting.scenario.given(e.MadeLive("poll"))
    for answering in (2, 5):
        for person in meeting.people[:answering]:
            meeting.does(poll.Answer("poll", "calm"), person)
        meeting.does(poll.MovePhase("poll", "results"))
        assert meeting.seen()["voices"]["poll"]["answers"]["share"] == answering / 5
        meeting.does(poll.MovePhase("poll", "answer"))
