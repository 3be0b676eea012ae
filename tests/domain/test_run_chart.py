"""Run charts, against what NHSRplotthedots prints and against the rules spelt out one by one."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nan
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors import published, rows_of, vectors_folder
from workshopkit.domain.run_chart import (
    Label,
    Point,
    RunChart,
    Segment,
    Signal,
    assurance,
    median_runs,
    reliable,
    run_chart,
    signals,
)
from workshopkit.domain.run_chart.median import fewest_crossings
from workshopkit.errors import Refused

NAMES: dict[str, Label] = {
    "Common Cause": "common_cause",
    "Above UCL": "above_limit",
    "Below LCL": "below_limit",
    "7 Point Trend (Increasing)": "trend_up",
    "7 Point Trend (Decreasing)": "trend_down",
    "2 in 3 Above CL": "two_in_three_above",
    "2 in 3 Below CL": "two_in_three_below",
    "7 Points Above CL": "run_above",
    "7 Points Below CL": "run_below",
}
MIRROR: dict[Label, Label] = {
    "common_cause": "common_cause",
    "above_limit": "below_limit",
    "below_limit": "above_limit",
    "trend_up": "trend_down",
    "trend_down": "trend_up",
    "two_in_three_above": "two_in_three_below",
    "two_in_three_below": "two_in_three_above",
    "run_above": "run_below",
    "run_below": "run_above",
}
A_AND_E = (
    # Breaches at RRK's A&E from April 2016 to March 2018, and their labels.
    *(1195, 1843, 1397, 1333, 1771, 1751, 2013, 1759, 2179, 2585, 1654, 1543),
    *(1632, 1558, 1190, 1357, 1279, 1683, 2190, 1804, 986, 2181, 2048, 2154),
)
SPIKE = (1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)
series = st.lists(st.integers(-12, 12).map(float), max_size=60)
walks = st.lists(st.integers(-1, 3).map(float), max_size=60).map(
    lambda steps: [sum(steps[: place + 1]) for place in range(len(steps))]
)


def labels(chart: RunChart) -> list[Label]:
    return [point.label for point in chart.points]


def limits(segment: Segment) -> tuple[float, float, float]:
    assert segment.lower is not None
    assert segment.upper is not None
    return segment.mean, segment.lower, segment.upper


# What was published.


def test_a_known_series_has_the_limits_and_labels_that_are_known() -> None:
    chart = run_chart(A_AND_E)
    assert limits(chart.segments[0]) == pytest.approx((1711.875, 849.793181818, 2573.956818182))
    common: list[Label] = ["common_cause"]
    below: list[Label] = ["run_below"]
    assert labels(chart) == [*common * 9, "above_limit", *below * 8, *common * 6]
    assert [place for place, point in enumerate(chart.points) if point.near] == [20]


@pytest.mark.parametrize(
    ("screen", "known"),
    [
        (True, (1.944444444, -0.7155555556, 4.604444444)),
        (False, (1.944444444, -3.062614379, 6.951503268)),
    ],
)
def test_an_outlying_moving_range_is_left_out_unless_one_says_otherwise(
    screen: bool, known: tuple[float, float, float]
) -> None:
    chart = run_chart(SPIKE, screen=screen)
    assert limits(chart.segments[0]) == pytest.approx(known)
    assert [place for place, label in enumerate(labels(chart)) if label != "common_cause"] == [4]


@pytest.mark.parametrize(
    ("name", "changed", "screen"),
    [
        ("screened", False, True),
        ("y15_set_to_10_screened", True, True),
        ("y15_set_to_10_unscreened", True, False),
    ],
)
def test_limits_are_those_that_were_published(name: str, changed: bool, screen: bool) -> None:
    snapshot = published("xmr_rules")["snapshot_seed123"]
    readings = [10.0 if changed and at == 14 else y for at, y in enumerate(snapshot["y"])]
    known = snapshot[name]
    found = limits(run_chart(readings, screen=screen).segments[0])
    assert found == pytest.approx((known["mean"], known["lpl"], known["upl"]), abs=1e-9)


def test_the_published_vignette_has_the_same_limits() -> None:
    vignette = published("xmr_rules")["deviations_vignette"]
    for screen, name in ((True, "screened"), (False, "unscreened_excel")):
        known = vignette[name]
        found = limits(run_chart(vignette["y"], screen=screen).segments[0])
        assert found == pytest.approx((known["mean"], known["lpl"], known["upl"]), abs=1e-9)


def test_every_point_of_every_published_series_has_the_same_label_and_limits() -> None:
    files = sorted((vectors_folder() / "spc").glob("expected_*.csv"))
    assert len(files) >= 5
    for file in files:
        check_series(file)


def check_series(file: Path) -> None:
    rows = rows_of(file)
    groups = [row["rebase_group"] for row in rows]
    rebase = [at for at in range(1, len(rows)) if groups[at] != groups[at - 1]]
    readings = [float(row["y"]) for row in rows]
    chart = run_chart(readings, screen="noscreen" not in file.name, rebase=rebase)
    assert ("rebase" in file.name) == bool(rebase)
    for row, point in zip(rows, chart.points, strict=True):
        known = tuple(float(row[name]) for name in ("mean_col", "lpl", "upl"))
        assert limits(chart.segments[point.segment]) == pytest.approx(known, rel=1e-9), file.name
        assert point.label == NAMES[row["special_cause_type"]], (file.name, row["x"])
        assert point.outside == (row["outside_limits"] == "TRUE"), (file.name, row["x"])
        assert point.near == (row["close_to_limits"] == "TRUE"), (file.name, row["x"])


# The rules, spelt out reading by reading.


def by_hand(readings: Sequence[float], chart: RunChart) -> list[str]:
    """Each reading's first rule that fits, without up and down; for one segment."""
    return [
        rule_of(place, readings, chart.points, chart.segments[0]) for place in range(len(readings))
    ]


def rule_of(
    place: int, readings: Sequence[float], points: Sequence[Point], segment: Segment
) -> str:
    sides = [(value > segment.mean) - (value < segment.mean) for value in readings]
    if points[place].outside:
        return "limit"
    for window in windows(place, 7, len(readings)):
        pairs = [(readings[at], readings[at + 1]) for at in window[:-1]]
        if all(a < b for a, b in pairs) or all(a > b for a, b in pairs):
            return "trend"
    for window in windows(place, 3, len(readings)):
        one_side = abs(sum(sides[at] for at in window)) == 3
        if one_side and points[place].near and sum(points[at].near for at in window) >= 2:
            return "three"
    if any(
        abs(sum(sides[at] for at in window)) == 7 for window in windows(place, 7, len(readings))
    ):
        return "run"
    return "cause"


def windows(place: int, size: int, length: int) -> list[range]:
    """Every window of that many readings that holds one of them."""
    first, last = max(0, place - size + 1), min(place, length - size)
    return [range(start, start + size) for start in range(first, last + 1)]


@given(st.one_of(series, walks), st.booleans())
def test_the_first_rule_that_fits_names_a_reading(readings: list[float], screen: bool) -> None:
    if readings:
        chart = run_chart(readings, screen=screen)
        found = [label.removesuffix("_above").removesuffix("_below") for label in labels(chart)]
        kinds = [name.split("_")[0] if "trend" in name else name.split("_")[-1] for name in found]
        assert kinds == by_hand(readings, chart)


@given(st.one_of(series, walks))
def test_labels_tell_the_side_and_the_way(readings: list[float]) -> None:
    chart = run_chart(readings)
    for point in chart.points:
        middle = chart.segments[point.segment].mean
        if "above" in point.label:
            assert point.value > middle
        if "below" in point.label:
            assert point.value < middle


@given(st.one_of(series, walks))
def test_a_mirrored_series_has_mirrored_labels(readings: list[float]) -> None:
    chart, mirrored = run_chart(readings), run_chart([-value for value in readings])
    assert labels(mirrored) == [MIRROR[label] for label in labels(chart)]
    assert [point.near for point in mirrored.points] == [point.near for point in chart.points]
    assert set(MIRROR) == set(get_args(Label))


@given(st.one_of(series, walks), st.sampled_from([0.25, 2, 1024]))
def test_the_unit_does_not_matter(readings: list[float], times: float) -> None:
    assert labels(run_chart([value * times for value in readings])) == labels(run_chart(readings))


@given(series, series, st.booleans())
def test_a_new_segment_begins_afresh(before: list[float], after: list[float], screen: bool) -> None:
    if not after:
        return
    chart = run_chart(before + after, screen=screen, rebase=[len(before)])
    apart = [run_chart(each, screen=screen) for each in (before, after)]
    assert labels(chart) == [label for each in apart for label in labels(each)]
    assert [segment.mean for segment in chart.segments] == [
        segment.mean for each in apart for segment in each.segments
    ]


@given(st.one_of(series, walks), st.lists(st.integers(0, 59), max_size=4))
def test_segments_lie_side_by_side_and_hold_every_reading(
    readings: list[float], rebase: list[int]
) -> None:
    places = [place for place in rebase if place < len(readings)]
    chart = run_chart(readings, rebase=places)
    spans = [(segment.start, segment.end) for segment in chart.segments]
    held = [place for start, end in spans for place in range(start, end)]
    assert held == list(range(len(readings)))
    assert {start for start, _ in spans} == ({0, *places} if readings else set())
    assert [point.value for point in chart.points] == readings


def test_in_a_trend_each_of_seven_counts_and_six_do_not() -> None:
    wavering = [5.0, 7.0] * 10
    assert labels(run_chart([*wavering, 4, 5, 6, 7, 8, 9]))[-6:].count("trend_up") == 0
    chart = run_chart([*wavering, 4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0])
    assert labels(chart)[-7:] == ["trend_up"] * 7
    assert labels(run_chart([*wavering, 4.0, 4.5, 5.0, 5.5, 5.5, 6.5, 7.0])).count("trend_up") == 0


def test_where_two_trends_meet_the_later_one_names_the_reading() -> None:
    up = [2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0]
    found = labels(run_chart([*[0.0, 10.0] * 6, *up, *up[-2::-1]]))
    assert found[12:18] == ["trend_up"] * 6
    assert found[18:] == ["trend_down"] * 7


def test_of_three_only_those_near_a_limit_count() -> None:
    usual = [10.0, 12.0] * 10
    found = labels(run_chart([*usual, 15.6, 12.0, 15.6]))
    assert found[-3:] == ["two_in_three_above", "common_cause", "two_in_three_above"]
    assert labels(run_chart([*usual, 15.6, 10.0, 15.6]))[-3:] == ["common_cause"] * 3


def test_a_reading_on_the_mean_ends_a_run() -> None:
    around = [0.0, 10.0, 0.0, 10.0]
    assert labels(run_chart([*around, *[4.0] * 7, *[6.0] * 7, *around]))[4:18] == (
        ["run_below"] * 7 + ["run_above"] * 7
    )
    broken = [*around, *[4.0] * 3, 5.0, *[4.0] * 3, *[6.0] * 3, 5.0, *[6.0] * 3, *around]
    assert set(labels(run_chart(broken))) == {"common_cause"}


# What says little, or nothing.


def test_of_no_reading_there_is_no_segment() -> None:
    assert run_chart([]) == RunChart((), ())


def test_one_reading_has_a_mean_and_no_limits() -> None:
    chart = run_chart([3.5])
    assert chart.segments == (Segment(0, 1, 3.5, None, None),)
    assert chart.points == (Point(3.5, 0),)


@pytest.mark.parametrize("value", [0.1, 7.7, 1e-9, -3.3, 1e20])
@pytest.mark.parametrize("count", [2, 3, 7, 49])
def test_readings_that_are_all_alike_are_nothing_special(value: float, count: int) -> None:
    chart = run_chart([value] * count)
    assert limits(chart.segments[0]) == (value, value, value)
    assert set(labels(chart)) == {"common_cause"}
    assert not any(point.near or point.outside for point in chart.points)


@pytest.mark.parametrize("value", [nan, inf, -inf, 1e200])
def test_what_is_no_number_is_refused(value: float) -> None:
    for refused in (run_chart, median_runs):
        with pytest.raises(Refused) as refusal:
            refused([1.0, value])
        assert refusal.value.code == "bad_number"


@pytest.mark.parametrize("place", [-1, 3, 99])
def test_a_segment_begins_at_a_reading_that_is_there(place: int) -> None:
    with pytest.raises(Refused, match="no such reading"):
        run_chart([1.0, 2.0, 3.0], rebase=[place])


# Targets.


def test_a_target_beyond_the_limits_is_always_met_or_never() -> None:
    usual = Segment(0, 20, 50, 40, 60)
    assert assurance(usual, 39, "at_least") == "always"
    assert assurance(usual, 61, "at_least") == "never"
    assert assurance(usual, 39, "at_most") == "never"
    assert assurance(usual, 61, "at_most") == "always"
    for target in (40, 50, 60):
        assert assurance(usual, target, "at_least") == "sometimes"
        assert assurance(usual, target, "at_most") == "sometimes"


def test_without_limits_nothing_is_assured() -> None:
    assert assurance(Segment(0, 1, 50), 40, "at_least") is None


# Runs about the median.


@pytest.mark.parametrize(
    ("useful", "run", "crossings"), [(10, 6, 2), (12, 7, 3), (20, 7, 6), (24, 8, 8), (100, 10, 41)]
)
def test_what_chance_allows_depends_on_the_useful_readings(
    useful: int, run: int, crossings: int
) -> None:
    found = median_runs([float(at % 2) for at in range(useful)])
    assert found is not None
    assert (found.useful, found.longest_usual, found.crossings_usual) == (useful, run, crossings)


@given(st.integers(1, 600))
def test_fewest_crossings_are_the_quantile_of_scipy(useful: int) -> None:
    from scipy.stats import binom

    assert fewest_crossings(useful) == int(binom.ppf(0.05, useful - 1, 0.5))


def test_readings_on_the_median_are_not_useful() -> None:
    found = median_runs([1, 3, 2, 3, 2, 1, 1, 2, 3])
    assert found is not None
    assert found.median == 2
    assert found.useful == 6
    assert (found.longest, found.crossings) == (2, 3)
    assert (found.start, found.end, found.above) == (1, 4, True)


def test_a_shift_is_a_long_run_with_few_crossings() -> None:
    found = median_runs([8, 1, 9, *[2, 3, 1, 4] * 2, 2, *[8, 7, 9, 8] * 2])
    assert found is not None
    assert found.long_run
    assert found.few_crossings
    assert (found.start, found.end, found.above) == (3, 12, False)


@given(series)
def test_mirrored_readings_run_and_cross_alike(readings: list[float]) -> None:
    found, mirrored = median_runs(readings), median_runs([-value for value in readings])
    if found is None or mirrored is None:
        assert found == mirrored
        return
    assert (mirrored.longest, mirrored.crossings) == (found.longest, found.crossings)
    assert (mirrored.above, mirrored.start) == (not found.above, found.start)


@pytest.mark.parametrize("readings", [[], [4.0], [4.0] * 20])
def test_where_nothing_lies_off_the_median_nothing_runs(readings: list[float]) -> None:
    assert median_runs(readings) is None


# Signals.


def test_few_readings_say_nothing() -> None:
    assert signals(run_chart([])) == (Signal("too_few", 0, 0, 0),)
    assert signals(run_chart([1.0])) == (Signal("too_few", 1, 0, 1),)
    assert signals(run_chart([1, 2, 3, 4, 5, 6, 7, 8, 9])) == (Signal("too_few", 9, 0, 9),)


def test_chance_alone_is_no_signal() -> None:
    assert signals(run_chart([5, 6, 4, 6, 5, 4] * 4)) == (Signal("no_signal", 24, 0, 24),)
    assert signals(run_chart([7.7] * 30)) == (Signal("no_signal", 30, 0, 30),)


def test_the_latest_signal_comes_first_with_all_its_readings() -> None:
    found = signals(run_chart(A_AND_E))
    assert found == (Signal("run_below", 8, 10, 18), Signal("above_limit", 1, 9, 10))


def test_a_run_counts_the_readings_that_other_rules_named_and_tells_of_them() -> None:
    chart = run_chart([5, 6] * 8 + [2] * 8)
    assert set(labels(chart)[-8:]) == {"below_limit"}
    assert signals(chart) == (Signal("run_below", 8, 16, 24), Signal("run_above", 16, 0, 16))


def test_one_far_reading_is_told_even_within_a_run() -> None:
    found = signals(run_chart([*[4.0, 5.0] * 8, *[7.0, 6.0] * 3, 12.0, 7.0]))
    assert found[:2] == (Signal("run_above", 8, 16, 24), Signal("above_limit", 1, 22, 23))


def test_far_readings_that_follow_one_another_are_one_signal() -> None:
    found = signals(run_chart([*[4.0, 5.0] * 10, 40.0, 42.0]))
    assert found[0] == Signal("above_limit", 2, 20, 22)


def test_near_readings_are_one_signal_with_what_lies_between_them() -> None:
    found = signals(run_chart([10.0, 12.0] * 10 + [15.6, 12.0, 15.6]))
    assert found == (Signal("two_in_three_above", 2, 20, 23),)


def test_ten_or_eleven_readings_are_read_by_their_median() -> None:
    found = signals(run_chart([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
    assert found == (Signal("few_crossings", 1, 0, 10),)
    assert signals(run_chart([1, 9] * 5)) == (Signal("no_signal", 10, 0, 10),)


def test_the_last_segment_speaks_first() -> None:
    chart = run_chart([*A_AND_E, 300, 310, 290], rebase=[24])
    assert signals(chart) == (
        Signal("too_few", 3, 24, 27),
        Signal("run_below", 8, 10, 18),
        Signal("above_limit", 1, 9, 10),
    )


@given(st.one_of(series, walks), st.lists(st.integers(0, 59), max_size=3))
def test_every_special_reading_of_a_long_segment_is_in_a_signal(
    readings: list[float], rebase: list[int]
) -> None:
    chart = run_chart(readings, rebase=[place for place in rebase if place < len(readings)])
    found = signals(chart)
    told = {place for signal in found for place in range(signal.start, signal.end)}
    assert found
    for place, point in enumerate(chart.points):
        segment = chart.segments[point.segment]
        if point.label != "common_cause" and segment.end - segment.start >= 12:
            assert place in told


@given(st.one_of(series, walks))
def test_mirrored_readings_have_mirrored_signals(readings: list[float]) -> None:
    def spans(values: list[float]) -> list[tuple[int, int, int]]:
        return [(each.count, each.start, each.end) for each in signals(run_chart(values))]

    assert spans([-value for value in readings]) == spans(readings)


@given(st.one_of(series, walks), st.integers(0, 59))
def test_only_long_segments_are_shown_with_limits_and_labels(
    readings: list[float], place: int
) -> None:
    chart = run_chart(readings, rebase=[place] if place < len(readings) else [])
    shown = reliable(chart)
    for at, segment in enumerate(chart.segments):
        points = [point for point in chart.points if point.segment == at]
        seen = [point for point in shown.points if point.segment == at]
        if segment.end - segment.start >= 12:
            assert (shown.segments[at], seen) == (segment, points)
        else:
            assert shown.segments[at] == Segment(segment.start, segment.end, segment.mean)
            assert seen == [Point(point.value, at) for point in points]


def test_five_thousand_readings_are_read_at_once() -> None:
    chance = Random(7)
    readings = [chance.gauss(50, 5) for _ in range(5000)]
    chart = run_chart(readings, rebase=[1000, 4000])
    assert len(chart.points) == 5000
    assert len(chart.segments) == 3
    runs = median_runs(readings)
    assert runs is not None
    assert not runs.long_run
    # By chance one reading in some 370 lies outside the limits, and few are otherwise special.
    assert 0 < sum(point.label != "common_cause" for point in chart.points) < 500
