"""A health check in tables and charts: now, last time, and over time."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from tests.analysis.health_views import HISTORY, asking_view, lights, shown_view
from tests.analysis.test_charts import texts
from tests.analysis.views import listing
from workshopkit.analysis.charts import describe, to_svg
from workshopkit.analysis.health import (
    comments_table,
    health_summary,
    health_table,
    history_summary,
    history_table,
)
from workshopkit.analysis.health_charts import health_chart, history_chart
from workshopkit.analysis.theme import THEMES

CHARTS = [health_chart, history_chart]
TABLES = [health_table, comments_table, history_table]


def test_topics_come_with_this_time_and_the_last_time() -> None:
    flow, pace, _ = health_table(shown_view()).to_dict("records")
    assert [flow[key] for key in ("topic", "title")] == ["flow", "Flow of work"]
    assert [flow[key] for key in ("green", "amber", "red", "cannot_say")] == [2, 3, 3, 0]
    assert [flow[key] for key in ("better", "same", "worse")] == [0, 2, 5]
    assert flow["before"] == pd.Timestamp("2026-10-02")
    assert [flow[f"before_{light}"] for light in ("green", "amber", "red")] == [5, 1, 0]
    assert pd.isna(pace["before"])
    assert pd.isna(pace["before_red"])


def test_titles_are_in_the_language_asked_for() -> None:
    assert health_table(shown_view(), lang="cy")["title"][0] == "Llif y gwaith"


def test_comments_stand_with_their_topic() -> None:
    table = comments_table(shown_view())
    assert table["title"].tolist() == ["Flow of work", "Flow of work"]
    assert table["comment"][0] == "Stuck in sign-off"


def test_the_history_has_every_check_under_the_titles_of_then() -> None:
    table = history_table(shown_view())
    assert table["check"].tolist() == [1, 2, 2, 2]
    assert table["own"].tolist() == [False, True, True, True]
    assert table["title"].tolist()[:2] == ["Flow", "Flow of work"]
    assert table.query("topic == 'flow'")["red"].tolist() == [0, 3]


@pytest.mark.parametrize("table", TABLES)
def test_columns_and_dtypes_are_the_same_with_and_without_rows(table: Callable[..., Any]) -> None:
    empty, full = table(asking_view(history=[])), table(shown_view())
    assert empty.empty
    assert not full.empty
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


@pytest.mark.parametrize("table", [health_table, comments_table])
def test_nothing_of_a_round_is_in_a_table_before_it_is_shown(table: Callable[..., Any]) -> None:
    assert table(asking_view()).empty


def test_where_nobody_answered_there_is_nothing_to_show() -> None:
    nobody = {"round": 1, "answered": 0, "topics": listing({})}
    view = shown_view(results=nobody)
    assert health_table(view).empty
    assert health_summary(view).empty == "Nobody has answered."
    assert "Nobody has answered." in describe(health_chart(view))


def test_the_summary_says_it_with_signs() -> None:
    summary = health_summary(shown_view())
    assert [heading.text for heading in summary.headings][1:4] == ["✓ Green", "~ Amber", "! Red"]
    assert summary.rows[0][1:] == ["2", "3", "3", "0", "0", "2", "5", "✓ 5  ~ 1  ! 0 (2026-10-02)"]
    assert summary.rows[1][-1] == ""
    assert summary.charted
    assert not health_summary(asking_view()).charted
    assert "private" in health_summary(asking_view()).empty


def test_the_last_checks_are_columns_of_one_table() -> None:
    summary = history_summary(shown_view())
    assert [heading.text for heading in summary.headings] == ["Topic", "2026-10-02", "2026-11-06"]
    assert summary.rows[0] == ["Flow of work", "✓ 5  ~ 1  ! 0", "✓ 2  ~ 3  ! 3"]
    assert summary.rows[1] == ["Pace", "", "✓ 6  ~ 1  ! 0"]
    assert "not looked" in history_summary(asking_view(history=[])).empty


def test_a_chart_says_the_same_in_words() -> None:
    said = describe(health_chart(shown_view()))
    assert said.startswith(
        "Our team. Flow of work: 2 green, 3 amber, 3 red, 2 the same, 5 getting worse; "
        "Last time (2026-10-02): 5 green, 1 amber, 0 red, 1 getting better, 4 the same; Pace:"
    )


def test_parts_of_a_bar_have_their_sign_and_not_the_colour_alone() -> None:
    shown = texts(to_svg(health_chart(shown_view())))
    assert {"✓ 2", "~ 3", "! 3", "? 1"} <= set(shown)
    assert "→2  ↓5" in shown


def test_a_part_without_room_for_its_number_has_none() -> None:
    crowd = {"flow": {"lights": lights(498, 1, 1), "trends": {}}}
    view = shown_view(results={"round": 1, "answered": 500, "topics": listing(crowd)})
    shown = texts(to_svg(health_chart(view)))
    assert "✓ 498" in shown
    assert not {"~ 1", "1", "! 1"} & set(shown)


def test_the_last_checks_stand_side_by_side() -> None:
    checks = [{**HISTORY[0], "day": f"2026-0{month}-01"} for month in range(1, 7)]
    shown = texts(to_svg(history_chart(shown_view(history=checks))))
    assert [text for text in shown if text.startswith("2026")] == [
        "2026-03-01",
        "2026-04-01",
        "2026-05-01",
        "2026-06-01",
    ]


def test_two_checks_of_one_day_are_told_apart() -> None:
    twice = [HISTORY[0], {**HISTORY[0], "own": True}]
    assert "2026-10-02 (2)" in describe(history_chart(shown_view(history=twice)))


def test_a_team_without_any_check_is_told_so() -> None:
    assert "not looked" in describe(history_chart(asking_view(history=[])))


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_is_a_picture_and_names_no_other_host(
    chart: Callable[..., Any], theme: str
) -> None:
    hostile = {"flow": {"title": {"en": "<script>alert(1)</script>"}}}
    view = shown_view(topics=listing({**shown_view()["topics"]["items"], **hostile}))
    svg = to_svg(chart(view, theme=theme))
    assert "script" not in {element.tag.split("}")[1] for element in ET.fromstring(svg).iter()}
    assert "http" not in svg.replace("http://www.w3.org/", "")
    assert THEMES[theme].amber in svg


def test_nothing_is_drawn_before_the_results_are_shown() -> None:
    svg = to_svg(health_chart(asking_view()))
    assert "private" in svg
    assert "Flow" not in svg
