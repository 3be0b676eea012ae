"""Run charts for a notebook: the table against published labels, the words, the drawing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import inf, nan
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pytest

from tests.vectors import rows_of, vectors_folder
from workshopkit.analysis.charts import describe, to_svg
from workshopkit.analysis.run_chart import charted, reading_in_words, run_chart_table
from workshopkit.analysis.run_chart_drawing import run_chart
from workshopkit.errors import UnknownName, WorkshopkitError

MONDAY = date(2026, 1, 5)
MEANINGS = {
    "common_cause": "common_cause",
    "special_cause_improvement": "improvement",
    "special_cause_concern": "concern",
}


def weeks(count: int, *, days: int = 7) -> list[date]:
    return [MONDAY + timedelta(days=days * number) for number in range(count)]


FALLEN = [24.0, 27, 21, 26, 23, 23, 28, 24, 23, 25, 26, 24, 25, 17, 16, 17, 15, 17, 18, 16]


def test_every_published_reading_gets_its_limits_and_its_meaning() -> None:
    files = sorted((vectors_folder() / "spc").glob("expected_*.csv"))
    assert len(files) >= 5
    for file in files:
        check_series(file)


def check_series(file: Path) -> None:
    rows = rows_of(file)
    groups = [row["rebase_group"] for row in rows]
    rebase = [rows[at]["x"] for at in range(1, len(rows)) if groups[at] != groups[at - 1]]
    table = run_chart_table(
        [row["x"] for row in rows],
        [float(row["y"]) for row in rows],
        screen="noscreen" not in file.name,
        rebase=rebase,
        direction="at_most",
    )
    for row, found in zip(rows, table.to_dict("records"), strict=True):
        known = [float(row[name]) for name in ("mean_col", "lpl", "upl")]
        assert [found["mean"], found["lower"], found["upper"]] == pytest.approx(known, rel=1e-9)
        assert found["meaning"] == MEANINGS[row["point_type"]], (file.name, row["x"])


def test_the_table_has_its_columns_also_without_readings() -> None:
    empty, full = run_chart_table([], []), run_chart_table(weeks(20), FALLEN)
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()
    assert full["segment"].tolist() == [0] * 20
    assert not full["few"].any()


def test_readings_are_put_in_order_and_missing_ones_left_out() -> None:
    days, values = ["2026-01-03", "2026-01-01", "2026-01-02", "2026-01-02"], [3, 1, nan, 2]
    assert run_chart_table(days, values)["value"].tolist() == [1, 2, 3]
    moments = [pd.Timestamp("2026-01-02"), datetime(2026, 1, 1, 9), date(2026, 1, 3)]
    assert run_chart_table(moments, [2.0, 1.0, nan])["value"].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("days", "values"),
    [
        (["soon"], [1.0]),
        ([None], [1.0]),
        ([pd.NaT], [1.0]),
        ([MONDAY], ["many"]),
        ([MONDAY], [inf]),
        ([MONDAY], [1.0, 2.0]),
    ],
)
def test_what_is_no_reading_is_refused_in_words(days: list[Any], values: list[Any]) -> None:
    with pytest.raises(WorkshopkitError, match=" "):
        run_chart_table(days, values)


def test_a_new_mean_begins_on_a_day_that_has_a_reading_after_it() -> None:
    table = run_chart_table(weeks(20), FALLEN, rebase=[MONDAY + timedelta(days=13 * 7 - 2)])
    assert table["segment"].tolist() == [0] * 13 + [1] * 7
    with pytest.raises(WorkshopkitError, match="2030"):
        run_chart_table(weeks(20), FALLEN, rebase=["2030-01-01"])
    with pytest.raises(UnknownName, match="at_most"):
        run_chart_table(weeks(20), FALLEN, direction="at_mots")


def test_the_latest_news_comes_first_and_in_plain_words() -> None:
    said = reading_in_words(weeks(20), FALLEN)
    assert said[0] == (
        "The last 7 weeks are all below the old average: something changed around 6 April 2026."
    )
    assert len(said) <= 3
    welsh = reading_in_words(weeks(20), FALLEN, lang="cy")
    assert welsh[0].startswith("Mae’r 7 wythnos diwethaf i gyd islaw’r hen gyfartaledd")


@pytest.mark.parametrize(
    ("days", "name"), [(1, "days"), (7, "weeks"), (30, "months"), (400, "readings")]
)
def test_a_reading_stands_for_as_long_as_it_is_to_the_next(days: int, name: str) -> None:
    assert charted(weeks(20, days=days), FALLEN).spell == name


def test_readings_at_odd_times_are_called_readings() -> None:
    days = [MONDAY, *(MONDAY + timedelta(days=n) for n in (1, 2, 40, 41))]
    assert charted(days, [1, 2, 3, 4, 5]).spell == "readings"
    assert charted([MONDAY] * 3, [1, 2, 3]).spell == "readings"


def test_too_few_readings_say_so_and_promise_nothing() -> None:
    assert reading_in_words([], []) == ["There are no readings yet."]
    (said,) = reading_in_words(weeks(4), [1, 2, 3, 4], target=2)
    assert said.startswith("Readings so far: 4. That is too few")


def test_a_target_is_met_always_never_or_at_times() -> None:
    steady = [10.0, 11, 9, 10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10]
    for target, words in ((2, "every time"), (30, "not meet"), (10, "at some times")):
        assert words in reading_in_words(weeks(14), steady, target=target)[-1]
    assert "not meet" in reading_in_words(weeks(14), steady, target=2, direction="at_most")[-1]


def test_every_sentence_is_there_in_every_language() -> None:
    """All kinds of signals, at the end of a series and before it."""
    up, flat = [float(n) for n in range(8)], [5.0, 6, 4, 5, 6, 5, 4, 6] * 2
    for series in (
        FALLEN,
        [*FALLEN, *FALLEN[:9]],
        [*flat, *up],
        [*flat, 40.0],
        FALLEN[8:19],
        up * 2,
        [*flat, 40.0, 42.0, 5.0],
        FALLEN[:10],
        up[:1],
    ):
        for lang in ("en", "cy"):
            for said in reading_in_words(weeks(len(series)), series, target=5, lang=lang):
                assert "{" not in said


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_drawing_says_what_it_shows(theme: str) -> None:
    chart = run_chart(
        weeks(20), FALLEN, title="Days to an answer", unit="days", target=20,
        direction="at_most", start=MONDAY + timedelta(weeks=13), theme=theme,
    )  # fmt: skip
    said = describe(chart)
    assert said.startswith("Days to an answer. Readings: 20, from 5 January 2026 to 18 May 2026.")
    assert "The last 7 weeks are all below the old average" in said
    svg = to_svg(chart)
    assert "better than usual" in svg
    assert ">target<" in svg
    assert ">start<" in svg


def test_of_few_readings_no_limit_is_drawn_and_none_stands_out() -> None:
    few = FALLEN[7:18]
    table = run_chart_table(weeks(11), few)
    assert table["few"].all()
    assert table["lower"].notna().all()
    svg = to_svg(run_chart(weeks(11), few, title="Days", direction="at_most"))
    assert drawn_lines(svg, dashed=True) == 0
    assert drawn_lines(to_svg(run_chart(weeks(20), FALLEN, title="Days")), dashed=True) == 2
    said = reading_in_words(weeks(11), few, target=2)
    assert not any("target" in each for each in said)


def drawn_lines(svg: str, *, dashed: bool) -> int:
    """Lines of the theme's accent: the mean and the limits."""
    lines = [line for line in svg.split("<path") if 'stroke="#0b5d57"' in line]
    return sum(('stroke-dasharray="6,4"' in line) == dashed for line in lines)


def test_thousands_are_written_out() -> None:
    svg = to_svg(run_chart(weeks(20), [1000 * value for value in FALLEN], title="People"))
    assert ">20,000<" in svg
    assert "e+" not in svg


def test_each_day_of_a_short_time_is_named_once_in_our_own_words() -> None:
    days, values = weeks(3, days=1), [3.0, 4.0, 5.0]
    for lang, names in (("en", ("5 Jan 26", "6 Jan 26")), ("cy", ("5 Ion 26", "6 Ion 26"))):
        svg = to_svg(run_chart(days, values, title="Days", lang=lang))
        assert [svg.count(f">{name}<") for name in names] == [1, 1]


def test_a_start_many_years_away_does_not_name_each_day_between() -> None:
    picture = to_svg(run_chart(["2099-01-01"], [3], title="Calls", start="2026-01-01"))
    assert 2 <= picture.count(" Jan ") <= 20


def test_of_thousands_of_readings_only_those_that_stand_out_have_a_point() -> None:
    chance = Random(7)
    values = [chance.gauss(20, 2) for _ in range(5000)]
    values[2500] = 60.0
    chart = run_chart(weeks(5000, days=1), values, title="Many")
    marked = [
        layer["data"]["values"] for layer in chart.to_dict()["layer"] if "meaning" in str(layer)
    ]
    assert [row["value"] for row in marked[0] if row["value"] > 30] == [60.0]
    assert len(marked[0]) < 1000


def test_shares_are_drawn_in_percent() -> None:
    shares = [value / 100 for value in FALLEN]
    chart = run_chart(weeks(20), shares, title="Settled", share=True)
    assert "The average is now 21.8 %." in describe(chart)
    assert "25%" in to_svg(chart)


def test_a_drawing_of_nothing_says_so() -> None:
    assert "no readings yet" in describe(run_chart([], [], title="Empty"))
    assert to_svg(run_chart([MONDAY], [3], title="One"))
