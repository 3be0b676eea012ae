"""Rating a goal map: private answers, frozen rounds, small groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.domain.goals import (
    ADA,
    BEN,
    LEAD,
    OPTIONS,
    A,
    cell,
    crowd,
    full,
    goal_map,
    me,
    moved,
    rating,
    view,
)
from tests.domain.scenario import actor
from workshopkit.domain.activity import Actor, Role
from workshopkit.domain.agreement import kendalls_w
from workshopkit.domain.goals import commands as c
from workshopkit.domain.goals import events as e
from workshopkit.domain.goals.perspectives import tellable

NOTHING = {"counts": [0, 0, 0, 0, 0], "cannot_say": 0}


def rated(answer: str = "4", question: str = "clear", by: Actor = ADA, goal: str = "g1") -> e.Rated:
    return e.Rated(A, by.authors["ratings"], goal, question, answer, "")


def rate(goal: str, question: str, answer: Any) -> c.Rate:
    return c.Rate(A, goal, question, answer)


# Rating


def test_a_rating_is_seen_by_its_owner_alone() -> None:
    """PR1, PR4."""
    after = full("re-rate").when(rate("g1", "clear", "2"), ADA).then(rated("2"))
    assert me(after.state, ADA)["ratings"] == {"g1": {"clear": "2"}}
    assert me(after.state, BEN)["ratings"] == {}
    for role in Role:
        seen = view(after.state, role)
        assert "rounds" not in seen
        assert (seen["raters"], seen["private"]) == (1, True)
        other = full("re-rate").when(rate("g2", "matters", "cannot_say"), ADA).accepted()
        assert view(other.state, role) == seen


def test_another_answer_takes_the_place_of_the_first() -> None:
    once = full("rate")
    once.when(rate("g1", "clear", "4"), ADA).then_nothing()
    after = once.when(rate("g1", "clear", "cannot_say"), ADA).then(rated("cannot_say"))
    assert me(after.state, ADA)["ratings"] == {"g1": {"clear": "cannot_say"}}


def test_an_answer_can_be_taken_back() -> None:
    unrated = e.Unrated(A, "ada-ratings", "g1", "clear")
    two = full("rate").given(rated("1", "matters"))
    after = two.when(c.Unrate(A, "g1", "clear"), ADA).then(unrated)
    assert me(after.state, ADA)["ratings"] == {"g1": {"matters": "1"}}
    after.when(c.Unrate(A, "g1", "clear"), ADA).then_nothing()
    gone = full("rate").when(c.Unrate(A, "g1", "clear"), ADA).accepted()
    assert (me(gone.state, ADA)["ratings"], view(gone.state)["raters"]) == ({}, 1)
    full("rate").when(c.Unrate(A, "g2", "clear"), BEN).then_nothing()


@pytest.mark.parametrize(
    ("goal", "question", "answer", "code"),
    [
        ("gone", "clear", "1", "unknown_item"),
        ("w", "clear", "1", "wrong_level"),
        ("v", "clear", "1", "wrong_level"),
        ("g1", "fun", "1", "unknown_question"),
        ("g1", "clear", "6", "unknown_option"),
        ("g1", "clear", "", "unknown_option"),
    ],
)
def test_what_is_no_rating_is_refused(goal: str, question: str, answer: str, code: str) -> None:
    full("rate").when(rate(goal, question, answer), ADA).refused(code)


# Freezing


def test_leaving_the_phase_freezes_what_people_said() -> None:
    """PR4."""
    after = full("rate").given(rated("2", by=BEN)).when(c.MovePhase(A, "reveal"), LEAD)
    shown = after.then(moved("reveal"))
    seen = view(shown.state)
    assert (seen["round"], seen["raters"], seen["rounds"][0]["raters"]) == (1, 3, 3)
    assert cell(shown.state) == {
        "counts": [0, 1, 0, 2, 0],
        "cannot_say": 0,
        "median": 4.0,
        "quartiles": [3.0, 4.0],
        "agreement": pytest.approx(4 / 9),
        "consensus": pytest.approx(0.6297, abs=1e-4),
    }
    shown.when(rate("g1", "clear", "1"), ADA).refused("wrong_phase")
    assert me(shown.state, ADA)["ratings"] == {"g1": {"clear": "4"}}


@pytest.mark.parametrize("phase", ["rate", "re-rate"])
def test_rating_again_is_a_new_round_and_keeps_the_last_one(phase: Any) -> None:
    again = full("rate").given(moved("discuss"), moved(phase))
    seen = view(again.state)
    assert (seen["round"], seen["raters"]) == (2, 0)
    assert "rounds" not in seen
    assert me(again.state, ADA) == {
        **me(again.state, ADA),
        "ratings": {},
        "earlier": {"g1": {"clear": "4"}},
    }
    assert "earlier" not in me(again.state, BEN)
    second = again.given(rated("1"), moved("agree"))
    rounds = view(second.state)["rounds"]
    assert [each["round"] for each in rounds] == [1, 2]
    assert rounds[0]["goals"]["g1"]["clear"]["counts"] == [0, 0, 0, 2, 0]
    assert rounds[1]["goals"]["g1"]["clear"]["counts"] == [1, 0, 0, 0, 0]
    assert me(second.state, ADA)["ratings"] == {"g1": {"clear": "1"}}


def test_from_one_rating_phase_to_the_other_the_round_freezes_as_well() -> None:
    seen = view(full("rate").given(moved("re-rate")).state)
    assert (seen["round"], seen["raters"]) == (2, 0)


def test_a_round_in_which_nobody_rated_goes_on_later() -> None:
    passed = full("re-rate").given(moved("reveal"))
    assert view(passed.state)["rounds"] == []
    assert (view(passed.state)["round"], view(passed.state)["raters"]) == (1, 0)
    assert view(passed.given(moved("rate")).state)["round"] == 1


def test_a_goal_that_came_later_has_no_place_in_an_earlier_round() -> None:
    later = full("rate").given(moved("link")).when(c.AddItem(A, "goal", "New"), LEAD).accepted()
    assert list(view(later.given(moved("agree")).state)["rounds"][0]["goals"]) == ["g1", "g2"]


def test_what_nobody_can_say_has_no_middle_and_no_agreement() -> None:
    unsure = goal_map().given(moved("rate"), rated("cannot_say"), moved("reveal"))
    assert cell(unsure.state) == {**NOTHING, "cannot_say": 1}
    assert cell(unsure.state, goal="g2") == NOTHING
    assert "concordance" not in view(unsure.state)["rounds"][0]


def test_one_rater_agrees_with_themselves() -> None:
    alone = goal_map().given(moved("rate"), rated("2"), moved("reveal"))
    assert cell(alone.state) == {
        "counts": [0, 1, 0, 0, 0],
        "cannot_say": 0,
        "median": 2.0,
        "quartiles": [2.0, 2.0],
        "agreement": 1.0,
        "consensus": 1.0,
    }


def test_a_map_without_goals_can_be_rated_by_nobody() -> None:
    bare = goal_map(replace(OPTIONS, items=(), links=()))
    bare.given(moved("rate")).when(rate("g1", "clear", "1"), ADA).refused("unknown_item")
    assert view(bare.given(moved("rate"), moved("reveal")).state)["rounds"] == []


def test_the_goal_with_the_most_mixed_answers_comes_first() -> None:
    alike = [rated("3", goal="g1", by=who) for who in (ADA, BEN)]
    mixed = [rated("1", goal="g2"), rated("5", goal="g2", by=BEN)]
    ended = goal_map().given(moved("rate"), *alike, *mixed, moved("reveal"))
    assert view(ended.state)["rounds"][0]["order"] == ["g2", "g1"]
    unrated = goal_map().given(moved("rate"), *mixed, moved("reveal"))
    assert view(unrated.state)["rounds"][0]["order"] == ["g2", "g1"]


# Concordance


def scored(*ballots: Sequence[str], smallest: int = 5) -> dict[str, Any]:
    """The frozen round after ballots of what *matters*: an answer for ``g1`` and ``g2`` each."""
    options = replace(OPTIONS, smallest=smallest)
    given = [
        rated(answer, "matters", actor(Role.PARTICIPANT, f"p{number}", "items", "ratings"), goal)
        for number, ballot in enumerate(ballots)
        for goal, answer in zip(("g1", "g2"), ballot, strict=True)
        if answer
    ]
    state = goal_map(options).given(moved("rate"), *given, moved("reveal")).state
    found: dict[str, Any] = view(state)["rounds"][0]
    return found


def test_concordance_is_kendalls_w_of_whole_ballots() -> None:
    found = scored(("1", "5"), ("2", "4"), ("5", "1"))["concordance"]
    known = kendalls_w([(1, 5), (2, 4), (5, 1)])
    assert known is not None
    assert found == {"w": known.w, "raters": 3, "goals": 2}
    assert found["w"] == pytest.approx(1 / 9)


def test_a_ballot_that_leaves_a_goal_out_does_not_count() -> None:
    ballots = [("1", "5"), ("2", "4"), ("5", "1"), ("3", "cannot_say"), ("3", "")]
    assert scored(*ballots, smallest=3)["concordance"]["raters"] == 3


def test_goals_that_nobody_rated_spoil_no_ballot() -> None:
    assert "concordance" not in scored(("1", ""), ("2", "cannot_say"))
    assert "concordance" not in scored(("1", ""), ("2", ""))


def test_too_few_whole_ballots_among_more_are_not_looked_at() -> None:
    """PR7."""
    partial = [("3", "")] * 3
    assert "concordance" not in scored(*[("1", "5")] * 4, *partial)
    assert scored(*[("1", "5")] * 5, *partial)["concordance"]["raters"] == 5
    assert scored(*[("1", "5")] * 2)["concordance"]["w"] == 1.0


def test_without_any_order_there_is_no_concordance() -> None:
    assert "concordance" not in scored(("3", "3"), ("4", "4"))
    assert "concordance" not in scored(("1", "5"))


# Perspectives


def shown(**sizes: int) -> dict[str, Any]:
    """What is shown of the perspectives of people who all answered alike."""
    ended = rating(crowd(**sizes), {"clear": "4"}).given(moved("reveal"))
    found: dict[str, Any] = cell(ended.state).get("by", {})
    return found


def test_perspectives_are_shown_apart_where_enough_people_share_them() -> None:
    """PR7."""
    four = [0, 0, 0, 5, 0], [0, 0, 0, 6, 0]
    assert shown(leaders=5, team=6) == {
        "leaders": {"counts": four[0], "cannot_say": 0},
        "team": {"counts": four[1], "cannot_say": 0},
    }


@pytest.mark.parametrize(
    ("sizes", "apart"),
    [
        ({"leaders": 2, "team": 6}, set()),
        ({"leaders": 2, "team": 6, "users": 3}, {"team"}),
        ({"leaders": 4, "team": 4}, set()),
        ({"leaders": 5, "team": 6, "users": 1}, {"team"}),
        ({"leaders": 5, "team": 6, "nothing": 1}, {"team"}),
        ({"leaders": 5, "team": 6, "nothing": 5}, {"leaders", "team"}),
        ({"leaders": 5}, {"leaders"}),
        ({"leaders": 5, "nothing": 2}, set()),
        ({"nothing": 9}, set()),
        ({}, set()),
    ],
)
def test_two_leaders_are_never_shown_apart(sizes: dict[str, int], apart: set[str]) -> None:
    """PR7: neither straight nor by taking the others away from everyone."""
    if sizes:
        assert set(shown(**sizes)) == apart
    counts = {"" if name == "nothing" else name: n for name, n in sizes.items()}
    assert set(tellable(counts, 5)) == apart


def test_who_cannot_say_belongs_to_their_perspective() -> None:
    people = crowd(leaders=5, team=5)
    unsure = rating(people, {"clear": "cannot_say"}).given(moved("reveal"))
    assert cell(unsure.state)["by"]["team"] == {"counts": [0, 0, 0, 0, 0], "cannot_say": 5}


def test_a_question_that_fewer_answered_is_looked_at_by_itself() -> None:
    people = crowd(leaders=5, team=6)
    most = rating(people, {"clear": "4"})
    for who in people[1:]:
        most = most.when(rate("g1", "matters", "2"), who).accepted()
    ended = most.given(moved("reveal")).state
    assert set(cell(ended)["by"]) == {"leaders", "team"}
    assert "by" not in cell(ended, "matters")


def test_the_log_keeps_no_perspective_that_few_share() -> None:
    """PR7: nor one that leaves few over, whom the want of it would tell."""
    for sizes, kept in (
        ({"leaders": 4, "team": 4}, {""}),
        ({"leaders": 5, "team": 6}, {"leaders", "team"}),
        ({"leaders": 2, "team": 6}, {""}),
        ({"leaders": 5, "team": 6, "users": 1}, {"team", ""}),
    ):
        written = set()
        for who in crowd(**sizes):
            attempt = full("re-rate").when(rate("g1", "clear", "1"), who)
            written |= {event.perspective for event in attempt.events}  # type: ignore[attr-defined]
        assert written == kept


def test_a_latecomer_takes_nobodys_perspective_away() -> None:
    people = crowd(leaders=5, team=6)
    there = rating(people, {"clear": "4"})
    late = replace(people[0], perspectives={**people[0].perspectives, "": 1})
    after = there.when(rate("g1", "clear", "5"), late).accepted().given(moved("reveal"))
    assert cell(after.state)["by"]["leaders"]["counts"] == [0, 0, 0, 4, 1]


def test_who_speaks_as_something_else_now_is_counted_there() -> None:
    people = crowd(leaders=6, team=6)
    there = rating(people, {"clear": "4"})
    changed = replace(people[0], perspective="team", perspectives={"leaders": 5, "team": 7})
    after = there.when(rate("g1", "clear", "1"), changed).accepted().given(moved("reveal"))
    by = cell(after.state)["by"]
    assert by["leaders"]["counts"] == [0, 0, 0, 5, 0]
    assert by["team"]["counts"] == [1, 0, 0, 6, 0]


def test_smaller_groups_can_be_asked_for_but_never_below_three() -> None:
    options = replace(OPTIONS, smallest=3)
    ended = rating(crowd(leaders=3, team=4), {"clear": "4"}, options).given(moved("reveal"))
    assert set(cell(ended.state)["by"]) == {"leaders", "team"}


def people_in(part: Mapping[str, Any]) -> int:
    return int(sum(part["counts"])) + int(part["cannot_say"])


def attack(seen: Mapping[str, Any], smallest: int) -> None:
    """Take every choice of the parts that are shown away from everyone, and look what is left."""
    parts, everyone = seen.get("by", {}), people_in(seen)
    choices = chain.from_iterable(combinations(parts, n) for n in range(len(parts) + 1))
    for chosen in choices:
        taken = sum(people_in(parts[name]) for name in chosen)
        assert taken == 0 or taken >= smallest
        assert everyone - taken == 0 or everyone - taken >= min(smallest, everyone)
        for step in range(5):
            assert sum(parts[name]["counts"][step] for name in chosen) <= seen["counts"][step]


@given(
    st.dictionaries(
        st.sampled_from(["leaders", "team", "client", "users", "nothing"]), st.integers(1, 8)
    ),
    st.integers(3, 6),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_no_subtraction_leads_to_a_small_group(
    sizes: dict[str, int], smallest: int, draw: Any
) -> None:
    """PR7: whoever answers what, and whoever leaves a question out."""
    rounds = goal_map(replace(OPTIONS, smallest=smallest)).given(moved("rate"))
    for who in crowd(**sizes):
        for question in ("clear", "matters"):
            if draw.random() < 0.8:
                answer = draw.choice(["1", "2", "3", "4", "5", "cannot_say"])
                rounds = rounds.when(rate("g1", question, answer), who).accepted()
    for frozen in view(rounds.given(moved("reveal")).state)["rounds"]:
        for seen in frozen["goals"]["g1"].values():
            attack(seen, smallest)
            assert "" not in seen.get("by", {})


@given(
    st.dictionaries(st.sampled_from(["", "a", "b", "c", "d"]), st.integers(0, 30)),
    st.integers(3, 50),
)
def test_what_is_left_over_is_nobody_or_enough(people: dict[str, int], smallest: int) -> None:
    """PR7."""
    told = tellable(people, smallest)
    assert "" not in told
    assert all(people[name] >= smallest for name in told)
    rest = sum(people.values()) - sum(people[name] for name in told)
    assert not told or rest == 0 or rest >= smallest
