"""The goal map: who may do what in which phase, and what follows."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from tests.domain.goals import (
    ADA,
    BEN,
    KERNEL,
    LEAD,
    SCREEN,
    A,
    full,
    goal_map,
    item,
    me,
    moved,
    revealed,
    view,
)
from workshopkit.domain.activity import Actor, Role
from workshopkit.domain.goals import GOALS, LEVELS, PHASES, Measure
from workshopkit.domain.goals import commands as c
from workshopkit.domain.goals import events as e
from workshopkit.domain.goals.state import Phase
from workshopkit.errors import Refused

AFTER_DRAFT = " ".join(phase for phase in PHASES if phase != "draft")
EVERY = " ".join(PHASES)


def own(who: Actor) -> str:
    return "f1" if who is LEAD else "a1"


PHASES_OF: dict[str, tuple[Any, str, str]] = {
    "add_item": (lambda who: c.AddItem(A, "goal", "New"), "draft", "draft link"),
    "edit_item": (lambda who: c.EditItem(A, own(who), "New"), "draft link", EVERY),
    "edit_anything": (lambda who: c.EditItem(A, "g1", "New"), "link", EVERY),
    "delete_item": (lambda who: c.DeleteItem(A, own(who)), "draft", EVERY),
    "add_link": (lambda who: c.AddLink(A, "a1", "g2"), "link", AFTER_DRAFT),
    "remove_link": (lambda who: c.RemoveLink(A, "w", "o"), "link", AFTER_DRAFT),
    "rate": (lambda who: c.Rate(A, "g1", "clear", "1"), "rate re-rate", "rate re-rate"),
    "unrate": (lambda who: c.Unrate(A, "g1", "clear"), "rate re-rate", "rate re-rate"),
    "focus": (lambda who: c.Focus(A, "g1"), "", "reveal discuss agree"),
}


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("who", [ADA, LEAD], ids=["participant", "facilitator"])
@pytest.mark.parametrize("name", PHASES_OF)
def test_each_wish_has_its_phases_for_each_role(name: str, who: Actor, phase: Phase) -> None:
    make, participants, facilitators = PHASES_OF[name]
    allowed = (facilitators if who.leads else participants).split()
    attempt = full(phase).when(make(who), who)
    if phase in allowed:
        attempt.accepted()
    else:
        nobodys = not allowed or (name, phase) == ("edit_anything", "draft")
        attempt.refused("not_allowed" if nobodys else "wrong_phase")


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("name", PHASES_OF)
def test_an_observer_can_only_look(name: str, phase: Phase) -> None:
    attempt = full(phase).when(PHASES_OF[name][0](SCREEN), SCREEN)
    assert attempt.refusal is not None
    assert attempt.refusal.code in ("not_allowed", "wrong_phase")
    if phase in PHASES_OF[name][1].split():
        attempt.refused("not_allowed")


@pytest.mark.parametrize("who", [ADA, SCREEN], ids=["participant", "observer"])
def test_only_the_facilitator_moves_the_phase(who: Actor) -> None:
    goal_map().when(c.MovePhase(A, "link"), who).refused("not_allowed")


def test_there_is_no_other_phase() -> None:
    goal_map().when(c.MovePhase(A, "party"), LEAD).refused("unknown_phase")
    goal_map().when(c.MovePhase(A, "draft"), LEAD).then_nothing()


# Drafting


def test_what_people_draft_is_hidden_until_the_reveal() -> None:
    """PR1."""
    wish = c.AddItem(A, "outcome", " Calls fall\x00 ", " Policy ", assumption=" They read it ")
    added = e.ItemAdded(
        A, "new-1", "outcome", "Calls fall", "Policy", None, "They read it", "ada-items"
    )
    after = goal_map().when(wish, ADA).then(added)
    for role in Role:
        seen = view(after.state, role)
        assert (seen["drafted"], seen["hidden"], seen["private"]) == (6, 1, True)
        assert "new-1" not in repr(seen)
    assert me(after.state, ADA)["items"] == {
        "order": ["new-1"],
        "items": {
            "new-1": {
                "level": "outcome",
                "text": "Calls fall",
                "owner": "Policy",
                "assumption": "They read it",
            }
        },
    }
    assert me(after.state, BEN)["items"] == {"order": [], "items": {}}


def test_leaving_draft_reveals_what_is_hidden_in_a_random_order() -> None:
    drafted = goal_map().given(item("a1"), item("b1", BEN))
    after = drafted.when(c.MovePhase(A, "link"), LEAD).then(revealed("b1", "a1"), moved("link"))
    seen = view(after.state)
    assert seen["items"]["order"] == ["v", "g1", "g2", "o", "w", "b1", "a1"]
    assert (seen["drafted"], seen["hidden"], seen["private"]) == (7, 0, False)


def test_back_in_draft_what_is_new_is_hidden_again() -> None:
    again = full("draft").when(c.AddItem(A, "work", "New"), BEN).accepted()
    assert view(again.state)["hidden"] == 1
    assert "a1" in view(again.state)["items"]["items"]


def test_what_the_facilitator_adds_while_linking_is_there_at_once() -> None:
    wish = c.AddItem(A, "work", "Call people back")
    for who, author in ((LEAD, "lead-items"), (KERNEL, "")):
        after = full("link").when(wish, who)
        added = e.ItemAdded(A, "new-1", "work", "Call people back", "", None, "", author)
        assert "new-1" in view(after.then(added, revealed("new-1")).state)["items"]["order"]
    goal_map().when(wish, KERNEL).refused("not_allowed")


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty_text"), (" \n\x07 ", "empty_text"), ("x" * 301, "too_long")],
)
def test_an_item_holds_some_text_and_not_too_much(text: str, code: str) -> None:
    goal_map().when(c.AddItem(A, "goal", text), ADA).refused(code)
    full("link").when(c.EditItem(A, "a1", text), ADA).refused(code)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (c.AddItem(A, "goal", "x", owner="x" * 81), "too_long"),
        (c.AddItem(A, "goal", "x", assumption="x" * 301), "too_long"),
        (c.AddItem(A, "goal", "x", measure=Measure(" ")), "empty_text"),
        (c.AddItem(A, "goal", "x", measure=Measure("x", "x" * 41)), "too_long"),
        (c.AddItem(A, "goal", "x", measure=Measure("x", target=float("nan"))), "bad_number"),
        (c.AddItem(A, "party", "x"), "unknown_level"),  # type: ignore[arg-type]
    ],
)
def test_what_makes_no_item_is_refused(wish: c.AddItem, code: str) -> None:
    goal_map().when(wish, ADA).refused(code)


def test_a_measure_is_shown_without_what_it_does_not_say() -> None:
    wish = c.AddItem(A, "outcome", "x", measure=Measure(" calls ", target=0))
    after = goal_map().when(wish, ADA).accepted()
    assert me(after.state, ADA)["items"]["items"]["new-1"]["measure"] == {
        "name": "calls",
        "target": 0,
    }
    assert view(after.state)["items"]["items"]["o"]["measure"] == {
        "name": "calls",
        "unit": "a week",
        "baseline": 900,
        "target": 400,
    }


def test_a_map_takes_only_so_many_items(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = import_module("workshopkit.domain.goals.decide")
    monkeypatch.setattr(rules, "ITEMS_EACH", 1)
    goal_map().given(item("a1")).when(c.AddItem(A, "goal", "x"), ADA).refused("too_many")
    goal_map().given(item("a1")).when(c.AddItem(A, "goal", "x"), BEN).accepted()
    monkeypatch.setattr(rules, "ITEMS_LIMIT", 5)
    goal_map().when(c.AddItem(A, "goal", "x"), ADA).refused("too_many")


@pytest.mark.parametrize("wish", [c.EditItem(A, "a1", "New"), c.DeleteItem(A, "a1")])
def test_somebody_elses_hidden_item_is_refused_as_if_it_were_not_there(wish: Any) -> None:
    """PR1."""
    hidden = goal_map().given(item("a1"))
    for who in (BEN, LEAD):
        hidden.when(wish, who).refused("unknown_item")
    hidden.when(wish, ADA).accepted()


def test_editing_is_the_whole_of_an_item_and_keeps_its_ratings() -> None:
    rated = full("rate")
    edited = e.ItemEdited(A, "g1", "Better", "", None, "Really")
    after = rated.when(c.EditItem(A, "g1", " Better ", assumption="Really"), LEAD).then(edited)
    assert view(after.state)["items"]["items"]["g1"] == {
        "level": "goal",
        "text": "Better",
        "assumption": "Really",
    }
    assert me(after.state, ADA)["ratings"] == {"g1": {"clear": "4"}}
    after.when(c.EditItem(A, "g1", "Better", assumption="Really"), LEAD).then_nothing()


def test_while_linking_is_open_anyone_edits_anything() -> None:
    after = full("link").when(c.EditItem(A, "a1", "New"), BEN).accepted()
    assert me(after.state, ADA)["items"]["items"]["a1"]["text"] == "New"


def test_an_item_that_goes_takes_its_links_ratings_and_focus_along() -> None:
    shown = full("rate").given(moved("reveal"), e.FocusMoved(A, "g1"))
    seen = view(shown.state)
    assert (seen["focus"], list(seen["rounds"][0]["goals"])) == ("g1", ["g1", "g2"])
    gone = shown.when(c.DeleteItem(A, "g1"), LEAD).then(e.ItemDeleted(A, "g1"))
    seen = view(gone.state)
    assert "focus" not in seen
    assert seen["links"]["order"] == ["w~o"]
    assert list(seen["rounds"][0]["goals"]) == seen["rounds"][0]["order"] == ["g2"]
    assert seen["rounds"][0]["raters"] == 2
    assert me(gone.state, ADA)["ratings"] == {}
    assert "g1" not in repr(gone.state.rounds)


def test_a_goal_that_goes_while_people_rate_takes_their_answers_along() -> None:
    gone = full("rate").when(c.DeleteItem(A, "g1"), LEAD).accepted()
    assert view(gone.state)["raters"] == 0
    assert "ratings" not in view(gone.state)
    gone.when(c.Rate(A, "g1", "clear", "1"), ADA).refused("unknown_item")


def test_ones_own_item_goes_from_ones_own_list() -> None:
    gone = goal_map().given(item("a1"), item("a2")).when(c.DeleteItem(A, "a1"), ADA).accepted()
    assert me(gone.state, ADA)["items"]["order"] == ["a2"]
    full("draft").when(c.DeleteItem(A, "o"), ADA).refused("not_allowed")


# Linking


@pytest.mark.parametrize("parent", LEVELS)
@pytest.mark.parametrize("child", LEVELS)
def test_links_go_up_the_levels_so_that_there_are_no_circles(child: str, parent: str) -> None:
    both = goal_map().given(item("c", level=child), item("p", level=parent), revealed("c", "p"))
    attempt = both.given(moved("link")).when(c.AddLink(A, "c", "p"), BEN)
    if LEVELS.index(child) > LEVELS.index(parent):
        after = attempt.then(e.LinkAdded(A, "c", "p"))
        assert view(after.state)["links"]["items"]["c~p"] == {"child": "c", "parent": "p"}
        after.when(c.AddLink(A, "p", "c"), BEN).refused("wrong_level")
    else:
        attempt.refused("wrong_level")


def test_a_link_back_to_the_start_of_its_path_is_refused() -> None:
    for top in ("v", "g1", "o"):
        full("link").when(c.AddLink(A, top, "w"), ADA).refused("wrong_level")


@pytest.mark.parametrize(
    ("child", "parent", "code"),
    [
        ("w", "w", "self_link"),
        ("gone", "gone", "self_link"),
        ("w", "gone", "unknown_item"),
        ("gone", "g1", "unknown_item"),
        ("g1", "g2", "wrong_level"),
    ],
)
def test_a_link_that_cannot_be_is_refused_and_says_why(child: str, parent: str, code: str) -> None:
    full("link").when(c.AddLink(A, child, parent), ADA).refused(code)


def test_nothing_links_to_what_is_hidden() -> None:
    hidden = full("draft").given(item("h", BEN), e.PhaseMoved(A, "link"))
    for who in (BEN, ADA, LEAD):
        hidden.when(c.AddLink(A, "h", "g1"), who).refused("unknown_item")


def test_a_link_is_made_and_removed_once() -> None:
    full("link").when(c.AddLink(A, "w", "o"), BEN).then_nothing()
    after = full("link").when(c.RemoveLink(A, "w", "o"), BEN).then(e.LinkRemoved(A, "w", "o"))
    assert "w~o" not in view(after.state)["links"]["items"]
    after.when(c.RemoveLink(A, "w", "o"), ADA).then_nothing()
    after.when(c.RemoveLink(A, "gone", "o"), KERNEL).then_nothing()


def test_a_map_takes_only_so_many_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("workshopkit.domain.goals.decide"), "LINKS_LIMIT", 3)
    full("link").when(c.AddLink(A, "w", "g2"), ADA).refused("too_many")
    full("link").when(c.AddLink(A, "w", "o"), ADA).then_nothing()


# Talking


def test_the_talk_turns_to_an_item_and_away() -> None:
    after = full("discuss").when(c.Focus(A, "o"), KERNEL).then(e.FocusMoved(A, "o"))
    assert view(after.state)["focus"] == "o"
    after.when(c.Focus(A, "o"), LEAD).then_nothing()
    assert "focus" not in view(after.when(c.Focus(A), LEAD).accepted().state)
    full("discuss").when(c.Focus(A, "gone"), LEAD).refused("unknown_item")


def test_an_action_can_be_about_what_all_may_see() -> None:
    state = full("discuss").given(item("h")).state
    assert GOALS.name_of(state, "g1") == "People hear within a day"
    assert GOALS.name_of(state, "h") is None
    assert GOALS.name_of(state, "gone") is None
    assert GOALS.actions_in == {"discuss", "agree"}


def test_what_is_no_wish_and_no_event_of_a_map_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="not a goals command"):
        GOALS.decide(goal_map().state, object(), LEAD, goal_map().context)
    with pytest.raises(TypeError, match="not a goals event"):
        GOALS.evolve(goal_map().state, object())


def test_refusals_are_for_people_to_read() -> None:
    with pytest.raises(Refused, match="higher level"):
        GOALS.decide(full("link").state, c.AddLink(A, "g1", "g2"), LEAD, goal_map().context)
