"""Rows of a spreadsheet: one that is bad is reported, and stops no other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from workshopkit.domain.activity import ActivityKind
from workshopkit.domain.goals import GOALS, GoalsOptions
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.widgets.goal_list import own_list
from workshopkit.widgets.goal_rows import MOST_ITEMS, Sheet, need_columns, read_rows

VISION = {"id": "v", "level": "vision", "text": "Nobody waits"}
GOAL = {"id": "g", "level": "goal", "text": "Same day", "parents": "v"}
KIND: ActivityKind[Any] = GOALS


def row(**cells: object) -> dict[str, object]:
    return {"id": "x", "level": "work", "text": "Texting", "parents": "g"} | cells


def read(*rows: Mapping[str, object]) -> Sheet:
    return read_rows([VISION, GOAL, *rows])


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row(level="gaol"), "There is no level 'gaol'. Did you mean 'goal'?"),
        (row(level=""), "There is no level ''"),
        (row(text="  "), "nothing written"),
        (row(text="x" * 301), "301 characters; the limit is 300"),
        (row(id="g"), "Another row has the id 'g'"),
        (row(id="a;b"), "'a;b' is no id"),
        (row(id="x" * 65), "is no id"),
        (row(owner="x" * 81), "the limit is 80"),
        (row(measure="Calls", baseline="many"), "'many' is no number"),
        (row(measure="Calls", target="nan"), "from a number to a number"),
        (row(unit="a week"), "needs a measure"),
    ],
)
def test_a_bad_item_is_left_out_and_reported(bad: dict[str, object], reason: str) -> None:
    sheet = read(bad, row(id="after", text="After"))
    assert list(sheet.items) == ["v", "g", "after"]
    assert [number for number, _ in sheet.refused] == [4]
    assert reason in sheet.refused[0][1]


@pytest.mark.parametrize(
    ("parents", "reason"),
    [
        ("nowhere", "There is no item 'nowhere'"),
        ("x", "Nothing can serve itself"),
        ("y", "cannot serve something of the level 'work'"),
    ],
)
def test_a_bad_link_is_reported_and_the_item_comes_without_it(parents: str, reason: str) -> None:
    sheet = read(row(parents=f"g;{parents}"), row(id="y", text="Other"))
    assert list(sheet.items) == ["v", "g", "x", "y"]
    assert list(sheet.links) == ["g~v", "x~g", "y~g"]
    assert sheet.refused[0][0] == 4
    assert reason in sheet.refused[0][1]
    assert "without this link" in sheet.refused[0][1]


def test_a_circle_is_a_wrong_level() -> None:
    sheet = read_rows([GOAL | {"id": "a", "parents": "b"}, GOAL | {"id": "b", "parents": "a"}])
    assert (list(sheet.items), list(sheet.links)) == (["a", "b"], [])
    assert [number for number, _ in sheet.refused] == [2, 3]


def test_the_children_of_a_refused_row_stay_and_say_what_they_lack() -> None:
    sheet = read_rows([VISION | {"level": "visoin"}, GOAL])
    assert list(sheet.items) == ["g"]
    assert [number for number, _ in sheet.refused] == [2, 3]


def test_parents_may_be_several_below_or_named_by_their_text() -> None:
    sheet = read(row(parents=" o | Right;o"), row(id="o", level="Outcome ", text="Calls"),
                 {"level": "goal", "text": "Right"})  # fmt: skip
    assert list(sheet.links) == ["g~v", "x~o", "x~right", "o~g"]
    assert (sheet.items["o"].level, sheet.refused) == ("outcome", [])


def test_a_row_without_an_id_gets_one_that_its_text_keeps() -> None:
    sheet = read_rows([{"level": "goal", "text": "Same day"}, row(parents="Same day")])
    assert list(sheet.items) == ["same-day", "x"]
    assert list(sheet.links) == ["x~same-day"]


def test_blank_rows_count_and_other_columns_do_not() -> None:
    sheet = read_rows([{"Level": "goal", " TEXT ": "Same day", "colour": "red"}, {}, row(level="")])
    assert list(sheet.items) == ["same-day"]
    assert [number for number, _ in sheet.refused] == [4]


def test_what_is_more_than_a_map_holds_is_reported() -> None:
    rows = [{"level": "work", "text": f"Piece {n}"} for n in range(MOST_ITEMS + 2)]
    sheet = read_rows(rows)
    assert len(sheet.items) == MOST_ITEMS
    assert len(sheet.refused) == 2


def test_everything_that_is_read_fits_on_a_map() -> None:
    sheet = read(row(measure="Calls", unit="a week", baseline=-5, target="1e3"), row(parents="x"))
    state = KIND.start(GoalsOptions(items=tuple(sheet.items.values()),
                                    links=tuple(sheet.links.values())))  # fmt: skip
    assert set(state.items) == {"v", "g", "x"}


def test_rows_are_found_again_in_what_was_read() -> None:
    sheet = read(row(measure="Calls", baseline=0.5, assumption="They read"))
    again = read_rows(sheet.rows())
    assert (again.items, again.links, again.refused) == (sheet.items, sheet.links, [])


def test_a_table_needs_a_level_and_a_text() -> None:
    need_columns(["Text ", "LEVEL"])
    with pytest.raises(UnknownName, match=r"no column 'level'. Did you mean 'levels'"):
        need_columns(["levels", "text"])


def listed(**given: Any) -> Sheet:
    return own_list(**{"vision": None, "goals": (), "items": (), "links": ()} | given)


def test_each_goal_serves_the_vision_and_what_is_inside_serves_the_goal() -> None:
    goal = {"text": "Same day", "owner": "Claims", "outcomes": ["Fewer calls"], "work": ["Texting"]}
    sheet = listed(vision="Nobody waits", goals=[goal, "Right first time"])
    assert [item.level for item in sheet.items.values()] == [
        *("vision", "goal", "outcome", "work", "goal")
    ]
    assert set(sheet.links) == {
        *("same-day~nobody-waits", "right-first-time~nobody-waits"),
        *("fewer-calls~same-day", "texting~same-day"),
    }


def test_the_same_work_under_two_goals_is_one_item_with_what_is_said_of_it_anywhere() -> None:
    more = {"text": "Both", "owner": "X"}
    sheet = listed(goals=[{"text": "A", "work": ["Both"]}, {"text": "B", "work": [more]}])
    assert set(sheet.links) == {"both~a", "both~b"}
    assert sheet.items["both"].owner == "X"


def test_the_same_words_on_two_levels_are_two_items() -> None:
    sheet = listed(goals=[{"text": "Training", "work": ["Training"]}])
    assert set(sheet.items) == {"training", "work-training"}


def test_links_go_by_id_or_by_text() -> None:
    work = {"level": "work", "text": "Texting"}
    sheet = listed(goals=["Same day"], items=[work], links=[("Texting", "same-day")])
    assert set(sheet.links) == {"texting~same-day"}
    with pytest.raises(UnknownName, match=r"no item 'Texted'. Did you mean 'texting'"):
        listed(items=[work], links=[("Texted", "same-day")])


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"goals": [{"text": "A", "assumptions": "x"}]}, "Did you mean 'assumption'"),
        ({"goals": [""]}, "nothing written"),
        ({"items": [{"level": "gaol", "text": "A"}]}, "Did you mean 'goal'"),
        ({"items": [{"level": "work", "text": "A", "outcomes": ["B"]}]}, "cannot serve"),
    ],
)
def test_what_is_wrong_in_the_notebook_itself_is_an_error(given: Any, reason: str) -> None:
    with pytest.raises(WorkshopkitError, match=reason):
        listed(**given)
