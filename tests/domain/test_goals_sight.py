"""Line of sight, and goals that read like outputs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.domain.goals import ITEMS, LINKS, OPTIONS, goal_map, item, view
from workshopkit.domain.goals import GivenItem, GoalsOptions, Link
from workshopkit.domain.goals.wording import reads_like_an_output


def sight(*items: GivenItem, links: tuple[Link, ...] = ()) -> dict[str, Any]:
    options = GoalsOptions(items=items, links=links)
    found: dict[str, Any] = view(goal_map(options).state)["sight"]
    return found


def test_work_serves_a_goal_straight_or_through_an_outcome() -> None:
    seen = sight(*ITEMS, links=LINKS)
    assert (seen["unserved"], seen["aimless"], seen["unmeasured"]) == (["g2"], [], [])
    assert seen["share"] == {"g1": 1.0, "g2": 0.0}
    straight = sight(*ITEMS, links=(Link("w", "g2"),))
    assert (straight["unserved"], straight["aimless"]) == (["g1"], [])


def test_work_that_serves_no_goal_is_aimless_whatever_else_it_serves() -> None:
    assert sight(*ITEMS)["aimless"] == ["w"]
    assert sight(*ITEMS, links=(Link("w", "v"),))["aimless"] == ["w"]
    assert sight(*ITEMS, links=(Link("w", "o"),))["aimless"] == ["w"]


def test_an_outcome_without_a_measure_is_said() -> None:
    assert sight(GivenItem("o", "outcome", "Fewer calls"))["unmeasured"] == ["o"]
    assert sight(GivenItem("g", "goal", "Fewer calls"))["unmeasured"] == []


def test_work_for_two_goals_is_half_for_each() -> None:
    more = GivenItem("w2", "work", "Call back")
    links = (Link("w", "g1"), Link("w", "g2"), Link("w2", "g1"))
    assert sight(*ITEMS, more, links=links)["share"] == {"g1": 0.75, "g2": 0.25}
    assert sight(*ITEMS[:3])["share"] == {}


def test_the_longest_chain_of_assumptions_goes_up_from_the_work() -> None:
    def assuming(*keys: str) -> list[GivenItem]:
        return [replace(each, assumption="If" if each.id in keys else "") for each in ITEMS]

    path = (*LINKS, Link("w", "g2"))
    assert sight(*assuming("v", "g1", "g2", "w"), links=path)["assumptions"] == ["w", "g1", "v"]
    assert sight(*assuming("g2", "w"), links=path)["assumptions"] == ["w", "g2"]
    assert sight(*assuming("g2"), links=path)["assumptions"] == ["g2"]
    assert sight(*ITEMS, links=path)["assumptions"] == []


def test_hidden_items_are_out_of_sight() -> None:
    """PR1."""
    before = goal_map()
    after = before.given(item("h", level="goal"), item("i", level="outcome"))
    assert view(after.state)["sight"] == view(before.state)["sight"]


def test_a_map_of_nothing_has_an_empty_sight() -> None:
    assert sight() == {
        "unserved": [],
        "aimless": [],
        "unmeasured": [],
        "assumptions": [],
        "share": {},
    }


@given(st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11))))
def test_the_parts_of_the_work_add_up(pairs: set[tuple[int, int]]) -> None:
    levels = ("vision", "goal", "outcome", "work")
    items = [GivenItem(str(n), levels[n % 4], "x", assumption="If") for n in range(12)]  # type: ignore[arg-type]
    links = tuple(Link(str(a), str(b)) for a, b in pairs if a % 4 > b % 4)
    seen = sight(*items, links=links)
    assert sum(seen["share"].values()) == pytest.approx(1 - len(seen["aimless"]) / 3)
    assert {goal for goal, part in seen["share"].items() if not part} == set(seen["unserved"])
    assert 1 <= len(seen["assumptions"]) <= 4


# Wording


@pytest.mark.parametrize(
    "text",
    [
        "Launch the new portal",
        "launch",
        "Launching the new portal",
        "We will deliver a data platform by March",
        "Build, test and ship the app",
        "To roll out the new letters",
        "A new portal, launched by March",
        "Setting up a contact centre",
        "Lansio’r porth newydd",
        "Adeiladu ap",
        "Rhoi’r gorau i lythyrau a darparu ap",
        "Byddwn yn rhoi ar waith y system",
        "I ddarparu porth",
    ],
)
def test_a_goal_that_says_to_make_something_reads_like_an_output(text: str) -> None:
    assert reads_like_an_output(text)


@pytest.mark.parametrize(
    "text",
    [
        "People hear within a day whether they qualify",
        "Half as many calls since the launch",
        "Fewer mistakes in each release",
        "Release of patients within an hour",
        "Buildings are warm in winter",
        "A complete picture of each case",
        "Forms arrive complete",
        "Pobl yn cael ateb o fewn diwrnod",
        "Llai o alwadau ers y lansio",
        "",
        "!",
    ],
)
def test_a_goal_that_says_what_changes_does_not(text: str) -> None:
    assert not reads_like_an_output(text)


def test_only_goals_and_outcomes_get_the_mark() -> None:
    items = tuple(replace(each, text="Launch it") for each in ITEMS)
    seen = view(goal_map(replace(OPTIONS, items=items)).state)["items"]["items"]
    assert {key for key, each in seen.items() if each.get("like_output")} == {"g1", "g2", "o"}
