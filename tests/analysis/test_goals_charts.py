"""Charts of a goal map: offline, in words as well, and a hostile goal stays a text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from tests.analysis.goal_views import ITEMS, ROUND, SECOND, empty_view, goals_view, rated_view
from tests.analysis.test_charts import HOSTILE, texts
from tests.analysis.views import listing
from workshopkit.analysis.charts import describe, to_svg
from workshopkit.analysis.goals_charts import change_chart, goals_chart
from workshopkit.analysis.goals_gap import gap_chart
from workshopkit.analysis.goals_map import map_chart, placed
from workshopkit.analysis.theme import THEMES
from workshopkit.analysis.words import words_of


def leaders_and_team(view: Any, **options: Any) -> Any:
    return gap_chart(view, "leaders", "team", **options)


CHARTS = [goals_chart, change_chart, leaders_and_team, map_chart]
FULL = rated_view(rounds=[ROUND, SECOND])


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("theme", THEMES)
def test_a_hostile_goal_stays_a_text_in_a_picture_that_names_no_other_host(
    chart: Callable[..., Any], theme: str
) -> None:
    items = ITEMS["items"] | {"g2": {"level": "goal", "text": HOSTILE}}
    svg = to_svg(chart(FULL | {"items": listing(items)}, theme=theme))
    tags = {element.tag.split("}")[1] for element in ET.fromstring(svg).iter()}
    assert tags <= {"svg", "g", "rect", "path", "line", "text", "tspan", "defs", "clipPath"}
    assert "<script>" in "".join(texts(svg))
    assert "http" not in svg.replace("http://www.w3.org/", "")
    assert THEMES[theme].sheet in svg


def test_the_most_mixed_goal_is_on_top() -> None:
    svg = to_svg(goals_chart(rated_view()))
    labels = [text for text in texts(svg) if text.startswith(("Launch", "People", "Staff"))]
    assert labels == ["Launch the portal", "People know what happens next", "Staff trust the data"]


def test_the_answers_are_said_in_words() -> None:
    said = describe(goals_chart(rated_view(), question="clear"))
    assert said == (
        "Our goals – round 1. How many gave 1, 2, 3, 4 and 5: "
        "Launch the portal: I know what this means 5, 0, 0, 0, 6; "
        "People know what happens next: I know what this means 0, 0, 1, 4, 5, 1 can’t say; "
        "Staff trust the data: I know what this means 0, 0, 0, 0, 0, 11 can’t say."
    )


def test_one_question_is_one_panel() -> None:
    shown = texts(to_svg(goals_chart(rated_view(), question="clear")))
    assert "I know what this means" in shown
    assert "This matters" not in shown


def test_the_gap_is_said_in_words_without_any_claim() -> None:
    said = describe(leaders_and_team(rated_view()))
    assert "Launch the portal: I know what this means 5, 1" in said
    assert "signific" not in said


def test_a_gap_that_may_not_be_shown_says_why() -> None:
    assert "Too few people" in to_svg(gap_chart(rated_view(), "leaders", "client"))


def test_before_and_after_stand_under_each_other() -> None:
    shown = texts(to_svg(change_chart(FULL)))
    at = shown.index("Launch the portal – round 1")
    assert shown[at + 1] == "round 2"


def test_one_round_has_no_change() -> None:
    assert "one round" in describe(change_chart(rated_view()))


@pytest.mark.parametrize("chart", [goals_chart, leaders_and_team, change_chart])
def test_nothing_is_drawn_of_hidden_ratings(chart: Callable[..., Any]) -> None:
    assert "Launch" not in to_svg(chart(goals_view(phase="rate")))


def test_the_map_says_what_is_missing_in_its_boxes_and_in_words() -> None:
    chart = map_chart(goals_view())
    shown = texts(to_svg(chart))
    for flag in ("△ no work serves it", "△ serves no goal", "△ has no measure"):
        assert flag in shown
    assert "Staff trust the data: no work serves it." in describe(chart)


def test_an_empty_map_says_so() -> None:
    assert "Nothing is on the map yet" in describe(map_chart(empty_view()))


def test_boxes_of_a_big_map_do_not_overlap() -> None:
    levels = ("vision", "goal", "outcome", "work")
    items = {f"{level}{n}": {"level": level, "text": f"{level} " * (n % 40 + 1)}
             for level, many in zip(levels, (1, 10, 40, 99), strict=True)
             for n in range(many)}  # fmt: skip
    pairs = [(f"work{n}", f"goal{n % 10}") for n in range(99)]
    pairs += [(f"work{n}", f"outcome{(n * 7) % 40}") for n in range(99)]
    links = {f"{c}~{p}": {"child": c, "parent": p} for c, p in pairs}
    view = goals_view(items=listing(items), links=listing(links))
    boxes = sorted(placed(view, words_of("en")).values(), key=lambda box: (box.x, box.y))
    for upper, lower in pairwise(boxes):
        assert upper.x < lower.x or upper.y + upper.height <= lower.y


def test_a_line_runs_round_the_boxes_of_a_level_that_it_passes() -> None:
    boxes = placed(goals_view(), words_of("en"))
    lane, box = boxes["g2", 2], boxes["o1", 2]
    assert not lane.lines
    assert not box.y <= lane.middle <= box.y + box.height
