"""The action review: looked at in private, decided together, and kept by the team."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.reviews import (
    ADA,
    BEFORE,
    BEN,
    CALLS,
    HERE,
    KERNEL,
    LEAD,
    LEGAL,
    LETTERS,
    OWN,
    SCREEN,
    A,
    deciding,
    marked,
    me,
    review,
    reviewed,
    view,
)
from workshopkit.domain.action_review import ACTION_REVIEW, ReviewOptions
from workshopkit.domain.action_review import commands as c
from workshopkit.domain.action_review import events as e
from workshopkit.domain.actions import ActionChanged, ActionRemoved
from workshopkit.domain.activity import Actor, Contributions, Role

LOOK = c.MovePhase(A, "look")
DECIDE = c.MovePhase(A, "decide")


def test_how_many_actions_people_marked_is_told_once_looking_has_ended() -> None:
    given = review().given(
        marked("letters", "done"), marked("calls", "partly"), marked("letters", "done", by=BEN)
    )
    assert ACTION_REVIEW.contributed(given.state) == {}
    decided = given.when(DECIDE, LEAD).accepted()
    assert ACTION_REVIEW.contributed(decided.state) == {"marks": Contributions((1, 2))}


def test_it_shows_what_earlier_workshops_promised_and_nothing_of_its_own() -> None:
    """Things to do come first, then things to keep doing."""
    seen = view(review(CALLS, LETTERS, LEGAL, OWN).state)["actions"]
    assert seen["order"] == ["letters", "legal", "calls"]
    assert seen["items"]["letters"] == {
        "text": "Fix letters",
        "owner": "Ada",
        "due": "2026-02-01",
        "about": "Late letters",
    }
    assert seen["items"]["calls"] == {"text": "Hear two calls", "keep_doing": True}
    assert seen["items"]["legal"]["likely"] == 4


def test_what_is_done_or_dropped_does_not_come_back_and_what_goes_on_does() -> None:
    before = (
        reviewed("letters", "done", workshop="one-before"),
        reviewed("legal", "drop", workshop="one-before"),
        reviewed("calls", "keep", "Two each week", workshop="one-before"),
    )
    seen = view(review(LETTERS, CALLS, LEGAL, *before).state)["actions"]
    assert seen["order"] == ["calls"]
    assert seen["items"]["calls"]["reviewed"] == 1
    assert seen["items"]["calls"]["last_outcome"] == "Two each week"


def test_what_was_never_reviewed_says_of_no_review() -> None:
    assert "reviewed" not in view(review().state)["actions"]["items"]["letters"]


def test_where_there_is_nothing_to_review_there_is_no_second_step() -> None:
    assert view(review(OWN).state)["phases"] == ["look"]
    assert view(review().state)["phases"] == ["look", "decide"]
    assert view(deciding(OWN).state)["phases"] == ["look", "decide"]


def test_how_it_went_is_seen_by_its_owner_alone() -> None:
    """PR1, PR4."""
    wish = c.MarkAction(A, "letters", "partly", " half are out ")
    state = review().when(wish, ADA).then(marked("letters", "partly", "half are out")).state
    assert me(state, ADA) == {"marks": {"letters": {"mark": "partly", "note": "half are out"}}}
    assert me(state, BEN) == {"marks": {}}
    for role in Role:
        assert "half are out" not in repr(view(state, role))
        assert "marks" not in view(state, role)
        assert (view(state, role)["looked"], view(state, role)["private"]) == (1, True)


def test_another_mark_takes_the_place_of_the_first() -> None:
    once = review().given(marked("letters", "done", "out"))
    once.when(c.MarkAction(A, "letters", "done", "out"), ADA).then_nothing()
    after = once.when(c.MarkAction(A, "letters", "partly"), ADA).then(marked("letters", "partly"))
    assert me(after.state, ADA) == {"marks": {"letters": {"mark": "partly"}}}


def test_a_mark_can_be_taken_back() -> None:
    once = review().given(marked("letters", "done"), marked("legal", "done"))
    one_left = once.when(c.TakeMarkBack(A, "letters"), ADA).accepted()
    assert view(one_left.state)["looked"] == 1
    none_left = one_left.when(c.TakeMarkBack(A, "legal"), ADA).accepted()
    assert view(none_left.state)["looked"] == 0
    none_left.when(c.TakeMarkBack(A, "legal"), ADA).then_nothing()


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (c.MarkAction(A, "letters", "splendid"), "unknown_option"),
        (c.MarkAction(A, "letters", "done", "x" * 301), "too_long"),
        (c.MarkAction(A, "gone", "done"), "unknown_action"),
        (c.MarkAction(A, "own", "done"), "unknown_action"),
    ],
)
def test_what_makes_no_mark_is_refused(wish: c.MarkAction, code: str) -> None:
    review(LETTERS, OWN).when(wish, ADA).refused(code)


@pytest.mark.parametrize("wish", [c.MarkAction(A, "letters", "done"), c.TakeMarkBack(A, "letters")])
def test_an_observer_only_looks_and_a_kernel_has_nothing_of_its_own(wish: Any) -> None:
    review().when(wish, SCREEN).refused("not_allowed")
    review().when(wish, KERNEL).refused("not_allowed")


@pytest.mark.parametrize("wish", [c.MarkAction(A, "letters", "done"), c.TakeMarkBack(A, "letters")])
def test_once_looking_has_ended_nobody_marks_any_more(wish: Any) -> None:
    deciding().when(wish, ADA).refused("wrong_phase")


def test_the_end_of_looking_freezes_counts_and_shuffles_notes() -> None:
    """PR1, PR4."""
    looked = review().given(
        marked("letters", "done", "out on Tuesday"),
        marked("letters", "partly", "but not in Welsh", BEN),
        marked("legal", "not_yet", by=BEN),
    )
    after = looked.when(DECIDE, LEAD).then(
        e.NotesShown(A, "letters", ("out on Tuesday", "but not in Welsh")),
        e.PhaseMoved(A, "decide", ("letters", "legal", "calls")),
    )
    seen = view(after.state)
    assert seen["marks"]["letters"] == {"done": 1, "partly": 1, "not_yet": 0}
    assert seen["marks"]["calls"] == {"done": 0, "partly": 0, "not_yet": 0}
    assert seen["notes"] == {"letters": ["out on Tuesday", "but not in Welsh"]}
    assert (seen["looked"], seen["private"]) == (2, False)


def test_looking_again_hides_everything_and_keeps_what_people_said() -> None:
    shown = review().given(marked("letters", "done", "sent off")).when(DECIDE, LEAD).accepted()
    again = shown.when(LOOK, LEAD).then(e.PhaseMoved(A, "look"))
    assert not {"marks", "notes", "focus"} & view(again.state).keys()
    assert "sent off" not in repr(view(again.state))
    assert me(again.state, ADA)["marks"]["letters"]["note"] == "sent off"
    emptied = again.when(c.MarkAction(A, "letters", "done"), ADA).accepted()
    assert view(emptied.when(DECIDE, LEAD).accepted().state)["notes"] == {}


@pytest.mark.parametrize("who", [ADA, SCREEN])
def test_only_the_facilitator_moves_on_decides_and_brings_people_to_an_action(who: Actor) -> None:
    review().when(DECIDE, who).refused("not_allowed")
    deciding().when(c.Decide(A, "letters", "done"), who).refused("not_allowed")
    deciding().when(c.Focus(A, "legal"), who).refused("not_allowed")


def test_there_is_no_other_phase() -> None:
    review().when(c.MovePhase(A, "party"), LEAD).refused("unknown_phase")
    review().when(LOOK, LEAD).then_nothing()


def test_nothing_is_decided_before_everyone_has_looked() -> None:
    review().when(c.Decide(A, "letters", "done"), LEAD).refused("wrong_phase")
    review().when(c.Focus(A, "letters"), LEAD).refused("wrong_phase")


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (c.Decide(A, "letters", "celebrate"), "unknown_option"),
        (c.Decide(A, "letters", "done", "x" * 301), "too_long"),
        (c.Decide(A, "letters", "keep", owner="x" * 81), "too_long"),
        (c.Decide(A, "letters", "keep", due="soon"), "bad_date"),
        (c.Decide(A, "own", "done"), "unknown_action"),
        (c.Focus(A, "gone"), "unknown_action"),
    ],
)
def test_what_cannot_be_decided_is_refused(wish: Any, code: str) -> None:
    deciding(LETTERS, OWN).when(wish, LEAD).refused(code)


def test_what_is_decided_belongs_to_the_team() -> None:
    done = deciding().when(c.Decide(A, "letters", "done", " All are out "), KERNEL)
    after = done.then(reviewed("letters", "done", "All are out", owner="Ada", due="2026-02-01"))
    assert after.state.actions["letters"].status == "done"
    seen = view(after.state)["actions"]["items"]["letters"]
    assert (seen["decision"], seen["outcome"]) == ("done", "All are out")


def test_what_goes_on_may_get_another_owner_and_another_date() -> None:
    wish = c.Decide(A, "letters", "keep", owner="Cai", due="20260301")
    after = deciding().when(wish, LEAD).accepted()
    action = after.state.actions["letters"]
    assert (action.status, action.owner, action.due) == ("open", "Cai", "2026-03-01")
    after.when(wish, LEAD).then_nothing()
    nobody = after.when(c.Decide(A, "letters", "keep"), LEAD).accepted().state.actions["letters"]
    assert (nobody.owner, nobody.due) == ("", "")


def test_second_thoughts_replace_the_first_and_count_once() -> None:
    once = deciding().when(c.Decide(A, "letters", "done"), LEAD).accepted()
    after = once.when(c.Decide(A, "letters", "drop", "No longer needed"), LEAD).accepted()
    action = after.state.actions["letters"]
    assert (action.status, action.outcome, len(action.reviews)) == (
        "dropped",
        "No longer needed",
        1,
    )
    assert view(after.state)["actions"]["order"] == ["letters", "legal", "calls"]


def test_a_talk_goes_from_one_undecided_action_to_the_next() -> None:
    state = deciding()
    assert view(state.state)["focus"] == "letters"
    chosen = state.when(c.Focus(A, "calls"), LEAD).then(e.FocusMoved(A, "calls"))
    assert view(chosen.state)["focus"] == "calls"
    chosen.when(c.Focus(A, "calls"), LEAD).then_nothing()
    after = chosen.when(c.Decide(A, "calls", "keep"), LEAD).accepted()
    assert view(after.state)["focus"] == "letters"
    rest = [c.Decide(A, key, "done") for key in ("letters", "legal")]
    for wish in rest:
        after = after.when(wish, LEAD).accepted()
    assert "focus" not in view(after.state)


def test_an_action_that_is_taken_off_the_list_leaves_the_table() -> None:
    after = deciding().given(ActionRemoved("letters"))
    seen = view(after.state)
    assert seen["actions"]["order"] == ["legal", "calls"]
    assert (seen["focus"], set(seen["marks"])) == ("legal", {"legal", "calls"})
    after.when(c.Decide(A, "letters", "done"), LEAD).refused("unknown_action")


def test_what_later_workshops_promise_adds_nothing_to_what_was_decided() -> None:
    later = ActionChanged("letters", "Fix all letters", "Ada", "2026-02-01")
    state = deciding(LETTERS).given(LEGAL, later).state
    assert view(state)["actions"]["order"] == ["letters"]
    assert view(state)["actions"]["items"]["letters"]["text"] == "Fix all letters"


def test_what_another_workshop_has_closed_meanwhile_stays_on_the_table() -> None:
    state = deciding().given(reviewed("letters", "done", "Out", workshop="another")).state
    seen = view(state)["actions"]["items"]["letters"]
    assert (seen["reviewed"], seen["last_outcome"], "decision" in seen) == (1, "Out", False)


def test_a_new_action_may_come_of_one_that_is_reviewed() -> None:
    state = review(LETTERS, OWN).state
    assert ACTION_REVIEW.name_of(state, "letters") == "Fix letters"
    assert ACTION_REVIEW.name_of(state, "own") is None
    assert ACTION_REVIEW.actions_in == {"decide"}


def test_it_has_no_options_that_could_lose_an_answer() -> None:
    state = review().given(marked("letters", "done")).state
    assert ACTION_REVIEW.adopt(state, ReviewOptions()) == state
    assert (state.here, BEFORE) == (HERE, "last-one")
