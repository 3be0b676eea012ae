"""Taking back one's last act of grouping, and nothing that others have done since."""

from __future__ import annotations

import pytest

from tests.domain.retro import (
    ADA,
    BEN,
    COLUMNS,
    KERNEL,
    LEAD,
    SCREEN,
    A,
    dot,
    dots,
    full,
    grouped,
    me,
    moved,
    voting,
)
from workshopkit.domain.activity import Actor, Viewer
from workshopkit.domain.retro import RETRO, RetroOptions, RetroState
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.state import Phase

ACTS = {
    "group": c.GroupCards(A, ("c3", "c4"), act="mine"),
    "group from a group": c.GroupCards(A, ("c1", "c3"), act="mine"),
    "join": c.GroupCards(A, ("c3",), into="g", act="mine"),
    "take out": c.TakeOut(A, "c1", act="mine"),
    "ungroup": c.Ungroup(A, "g", act="mine"),
    "rename": c.RenameGroup(A, "g", "Better", act="mine"),
    "move": c.MoveCard(A, "c3", "sad", act="mine"),
}
UNDO = c.Undo(A, "mine")


def arranged(state: RetroState) -> object:
    cards = {key: (card.column, card.group) for key, card in state.cards.items()}
    return cards, state.groups, state.ballots


@pytest.mark.parametrize("phase", ["group", "discuss", "act"])
@pytest.mark.parametrize("name", ACTS)
def test_every_act_of_grouping_can_be_taken_back(name: str, phase: Phase) -> None:
    before = full(phase)
    done = before.when(ACTS[name], LEAD).accepted()
    assert arranged(done.state) != arranged(before.state)
    undone = done.when(UNDO, LEAD).then(e.GroupingUndone(A, "mine"))
    assert arranged(undone.state) == arranged(before.state)
    undone.when(UNDO, LEAD).refused("changed_since")


def test_what_one_act_did_to_several_cards_is_taken_back_at_once() -> None:
    """Dropped on another column, a card leaves its group and moves."""
    before = full("group")
    done = before.when(c.TakeOut(A, "c1", act="mine"), ADA).accepted()
    done = done.when(c.MoveCard(A, "c1", "sad", act="mine"), ADA).accepted()
    assert arranged(done.when(UNDO, ADA).accepted().state) == arranged(before.state)


OTHERS = {
    "its card moved on": ("group", c.MoveCard(A, "c3", "sad")),
    "its card went elsewhere": ("join", c.GroupCards(A, ("c3", "c4"))),
    "its card was deleted": ("move", c.DeleteCard(A, "c3")),
    "its group grew": ("group", c.GroupCards(A, ("f1",), into="new-1")),
    "its group was renamed": ("group", c.RenameGroup(A, "new-1", "Ours")),
    "its group was taken apart": ("join", c.Ungroup(A, "g")),
    "a freed card was grouped": ("ungroup", c.GroupCards(A, ("c2", "f1"))),
    "the name was bettered": ("rename", c.RenameGroup(A, "g", "Best")),
    "voting began": ("group", c.MovePhase(A, "vote")),
    "a card was hidden": ("rename", c.HideCard(A, "f1")),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_others_have_done_since_is_never_undone_with_it(name: str) -> None:
    act, later = OTHERS[name]
    since = full("group").when(ACTS[act], ADA).accepted().when(later, LEAD).accepted()
    since.given(moved("group")).when(UNDO, ADA).refused("changed_since")


UNRELATED = {
    "another card moved": ("group", c.MoveCard(A, "f1", "sad")),
    "others were grouped": ("take out", c.GroupCards(A, ("c4", "f1"))),
    "the group that it joined grew": ("join", c.GroupCards(A, ("c4",), into="g")),
    "a card moved while a name was bettered": ("rename", c.MoveCard(A, "c3", "sad")),
    "its card was edited": ("group", c.EditCard(A, "c3", "In other words")),
    "the talk began": ("group", c.MovePhase(A, "discuss")),
}


@pytest.mark.parametrize("name", UNRELATED)
def test_what_happened_elsewhere_does_not_matter(name: str) -> None:
    act, later = UNRELATED[name]
    who = LEAD if isinstance(later, c.MovePhase) else ADA
    since = full("group").when(ACTS[act], ADA).accepted().when(later, who).accepted()
    undone = since.when(UNDO, LEAD).accepted()
    undone.when(UNDO, LEAD).refused("changed_since")


def test_an_act_bears_no_name_and_nobody_else_learns_how_it_is_called() -> None:
    done = full("group").when(ACTS["group"], ADA)
    assert "ada" not in str(done.events)
    state = done.accepted().state
    for who in (ADA, BEN, LEAD):
        assert "mine" not in str(RETRO.view(state, _viewer(who))) + str(me(state, who))
    done.accepted().when(c.Undo(A, "a guess"), BEN).refused("changed_since")


def test_what_was_done_without_a_name_cannot_be_taken_back() -> None:
    done = full("group").when(c.GroupCards(A, ("c3", "c4")), KERNEL).accepted()
    done.when(c.Undo(A, ""), KERNEL).refused("changed_since")


def test_only_who_may_group_may_take_back() -> None:
    done = full("group").when(ACTS["group"], ADA).accepted()
    done.when(UNDO, SCREEN).refused("not_allowed")
    later = done.given(moved("discuss"))
    later.when(UNDO, ADA).refused("wrong_phase")
    later.when(UNDO, LEAD).accepted()


def test_dots_that_went_with_a_group_come_back_with_it() -> None:
    talk = full("vote").given(dot("g"), dot("g", BEN), moved("discuss"))
    apart = talk.when(ACTS["ungroup"], LEAD).accepted()
    assert dots(apart.state) == {"c3": 2}
    assert dots(apart.when(UNDO, LEAD).accepted().state) == {"c3": 2, "g": 2}


def test_a_group_that_people_may_have_given_dots_is_not_undone() -> None:
    """Nor does the refusal tell whether they have: it is the same without any dot."""
    made = full("vote").when(ACTS["group"], LEAD).accepted()
    made.when(UNDO, LEAD).refused("changed_since")
    made.given(dot("new-1", BEN)).when(UNDO, LEAD).refused("changed_since")


def test_changed_options_end_what_can_be_taken_back() -> None:
    """The column that a card would go back to may be gone."""
    there = voting(moved("group"), e.CardMoved(A, "c1", "sad", "mine"))
    assert set(there.state.acts) == {"mine"}
    for key in ("c2", "c3"):
        there = there.given(e.CardMoved(A, key, "sad"))
    smaller = RETRO.adopt(there.state, RetroOptions(COLUMNS[1:], votes=3))
    assert smaller.acts == {}


def test_nothing_is_remembered_for_longer_than_it_can_be_used() -> None:
    state = full("group").state
    for number in range(50):
        column = ("sad", "glad")[number % 2]
        state = RETRO.evolve(state, e.CardMoved(A, "c3", column, f"act {number}"))
        state = RETRO.evolve(state, e.GroupRenamed(A, "g", f"Title {number}", f"name {number}"))
    assert set(state.acts) == {"act 49", "name 49"}
    assert RETRO.evolve(state, grouped("h", "c3", "c1")).acts == {}


def _viewer(who: Actor) -> Viewer:
    return Viewer(who.role, who.authors)
