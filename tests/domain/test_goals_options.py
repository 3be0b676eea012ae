"""What a notebook sets of a goal map, at first and when its cell runs again."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from tests.domain.goals import (
    ADA,
    ITEMS,
    LEAD,
    LINKS,
    A,
    full,
    goal_map,
    item,
    me,
    moved,
    view,
)
from workshopkit.domain.activity import Role
from workshopkit.domain.goals import (
    GOALS,
    GivenItem,
    GoalsOptions,
    GoalsState,
    Link,
    Measure,
    Question,
)
from workshopkit.domain.goals import commands as c
from workshopkit.domain.goals import events as e
from workshopkit.domain.goals.state import QUESTIONS
from workshopkit.errors import Refused

NEW = GivenItem("g3", "goal", "Staff stay")
RATED = full("rate").state
FROZEN = full("rate").given(moved("link")).state


def adopted(state: GoalsState, **changes: Any) -> GoalsState:
    return GOALS.adopt(state, replace(state.options, **changes))


def lost(state: GoalsState, **changes: Any) -> None:
    with pytest.raises(Refused) as refused:
        adopted(state, **changes)
    assert refused.value.code == "would_lose_answers"


def test_what_a_notebook_sets_is_there_from_the_start() -> None:
    for role in Role:
        seen = view(goal_map().state, role)
        assert seen["items"]["order"] == ["v", "g1", "g2", "o", "w"]
        assert seen["links"]["order"] == ["g1~v", "o~g1", "w~o"]
        assert (seen["drafted"], seen["hidden"], seen["private"]) == (5, 0, True)
        assert seen["questions"]["order"] == ["clear", "matters", "my_work"]
        assert seen["questions"]["items"]["matters"]["title"]["cy"]


def test_a_map_can_begin_with_nothing() -> None:
    seen = view(goal_map(GoalsOptions()).state)
    assert (seen["items"]["order"], seen["smallest"], seen["round"]) == ([], 5, 1)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (GoalsOptions(items=(NEW, NEW)), "bad_options"),
        (GoalsOptions(items=(replace(NEW, id="a~b"),)), "bad_options"),
        (GoalsOptions(questions=(QUESTIONS[0], QUESTIONS[0])), "bad_options"),
        (GoalsOptions(items=(replace(NEW, text=" "),)), "empty_text"),
        (GoalsOptions(items=(replace(NEW, measure=Measure("")),)), "empty_text"),
        (GoalsOptions(items=(NEW,), links=(Link("g3", "gone"),)), "unknown_item"),
        (GoalsOptions(items=(NEW,), links=(Link("g3", "g3"),)), "self_link"),
        (GoalsOptions(items=ITEMS, links=(Link("v", "g1"),)), "wrong_level"),
        (GoalsOptions(items=ITEMS, links=(Link("g1", "g2"),)), "wrong_level"),
    ],
)
def test_options_that_make_no_map_are_refused(options: GoalsOptions, code: str) -> None:
    with pytest.raises(Refused) as refused:
        GOALS.start(options)
    assert refused.value.code == code


@pytest.mark.parametrize("smallest", [2, 51])
def test_small_groups_are_never_fewer_than_three(smallest: int) -> None:
    """PR7."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"smallest": smallest}, GoalsOptions)


def test_the_same_options_change_nothing() -> None:
    for state in (goal_map().state, RATED, FROZEN, full("discuss").given(item("h")).state):
        assert GOALS.adopt(state, state.options) == state


def test_what_is_new_in_the_options_comes_to_the_map() -> None:
    after = adopted(FROZEN, items=(*ITEMS, NEW), links=(*LINKS, Link("w", "g3")))
    assert view(after)["items"]["order"][-1] == "g3"
    assert "w~g3" in view(after)["links"]["items"]


def test_what_changed_in_the_options_changes_on_the_map() -> None:
    better = replace(ITEMS[1], text="People hear within an hour")
    after = adopted(RATED, items=(ITEMS[0], better, *ITEMS[2:]))
    assert view(after)["items"]["items"]["g1"]["text"] == "People hear within an hour"
    assert me(after, ADA)["ratings"] == {"g1": {"clear": "4"}}


def test_what_goes_from_the_options_goes_from_the_map_with_its_links() -> None:
    linked = full("link").given(e.LinkAdded(A, "a1", "g2")).state
    after = adopted(linked, items=(*ITEMS[:2], *ITEMS[3:]))
    assert "g2" not in view(after)["items"]["order"]
    assert view(after)["links"]["order"] == ["g1~v", "o~g1", "w~o"]
    assert view(adopted(linked, links=LINKS[:1]))["links"]["order"] == ["g1~v", "a1~g2"]


def test_what_people_did_since_then_stays() -> None:
    scenario = full("link").when(c.EditItem(A, "g1", "Ours"), ADA).accepted()
    scenario = scenario.when(c.DeleteItem(A, "g2"), LEAD).accepted()
    scenario = scenario.when(c.RemoveLink(A, "w", "o"), ADA).accepted()
    after = view(adopted(scenario.state, items=(*ITEMS, NEW)))
    assert after["items"]["items"]["g1"]["text"] == "Ours"
    assert "g2" not in after["items"]["items"]
    assert "w~o" not in after["links"]["items"]
    changed = replace(ITEMS[2], text="Nobody asks three times")
    again = adopted(scenario.state, items=(*ITEMS[:2], changed, *ITEMS[3:]), links=LINKS[:2])
    assert "g2" not in view(again)["items"]["items"]


def test_an_item_that_people_wrote_keeps_its_owner_when_a_notebook_takes_it_up() -> None:
    hidden = goal_map().given(item("a1")).state
    after = adopted(hidden, items=(*ITEMS, GivenItem("a1", "outcome", "Taken up")))
    assert me(after, ADA)["items"]["items"]["a1"]["text"] == "Taken up"
    assert "a1" in view(after)["items"]["order"]
    gone = GOALS.evolve(after, e.ItemDeleted(A, "a1"))
    assert me(gone, ADA)["items"]["order"] == []


def test_another_level_drops_the_links_that_no_longer_go_up() -> None:
    lower = replace(ITEMS[1], level="work")
    after = adopted(full("link").state, items=(ITEMS[0], lower, *ITEMS[2:]), links=LINKS[:1])
    assert view(after)["links"]["order"] == ["g1~v"]
    with pytest.raises(Refused):
        adopted(full("link").state, items=(ITEMS[0], lower, *ITEMS[2:]))


@pytest.mark.parametrize("state", [RATED, FROZEN], ids=["while rating", "frozen"])
def test_what_people_have_rated_keeps_its_place_and_its_promise(state: GoalsState) -> None:
    lower = replace(ITEMS[1], level="outcome")
    lost(state, items=(ITEMS[0], *ITEMS[2:]), links=())
    lost(state, items=(ITEMS[0], lower, *ITEMS[2:]), links=())
    lost(state, questions=QUESTIONS[1:])
    lost(state, smallest=4)
    adopted(state, questions=(QUESTIONS[0], Question("fun", {"en": "Fun"})))
    unrated = adopted(state, items=(*ITEMS[:2], *ITEMS[3:]))
    assert "g2" not in repr(unrated.rounds)
    lowered = adopted(state, items=(*ITEMS[:2], replace(ITEMS[2], level="outcome"), *ITEMS[3:]))
    assert "g2" not in repr(lowered.rounds)


def test_before_anybody_rated_the_promise_may_change() -> None:
    assert view(adopted(full("link").state, smallest=3))["smallest"] == 3
    fewer = adopted(goal_map().state, questions=QUESTIONS[:1])
    assert view(fewer)["questions"]["order"] == ["clear"]
