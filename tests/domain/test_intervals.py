"""Intervals, against published ones and against the laws that each must keep."""

from __future__ import annotations

from math import inf, nan
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.vectors import published
from workshopkit.domain.intervals import (
    Interval,
    clopper_pearson,
    less,
    mean_interval,
    newcombe,
    welch,
    wilson,
)
from workshopkit.errors import Refused

EXACT = 1e-9
SLEEP = (
    # Student's sleepers: hours gained by the first drug and by the second.
    (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
    (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4),
)
counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
readings = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30)
confidences = st.floats(0.5, 0.999)


def ends(interval: Interval | None) -> tuple[float, float]:
    assert interval is not None
    return interval.low, interval.high


def length(interval: Interval | None) -> float:
    low, high = ends(interval)
    return high - low


@pytest.mark.parametrize(
    ("k", "n", "known"),
    [
        (81, 263, (0.25528852, 0.36620958)),
        (15, 148, (0.0623864, 0.16048724)),
        (0, 20, (0.0, 0.16112516)),
    ],
)
def test_wilson_is_what_newcombe_published(k: int, n: int, known: tuple[float, float]) -> None:
    assert ends(wilson(k, n)) == pytest.approx(known, abs=1e-8)


@pytest.mark.parametrize(
    ("counts", "known"),
    [
        ((56, 70, 48, 80), (0.05243147, 0.33387265)),
        ((9, 10, 3, 10), (0.17052272, 0.80901797)),
        ((7, 34, 1, 34), (0.01892144, 0.34036869)),
    ],
)
def test_newcombe_is_what_was_published(
    counts: tuple[int, int, int, int], known: tuple[float, float]
) -> None:
    assert ends(newcombe(*counts)) == pytest.approx(known, abs=1e-8)


def test_welch_is_what_r_says_of_students_sleepers() -> None:
    found = welch(*SLEEP)
    assert ends(found) == pytest.approx((-3.3654832307, 0.2054832307), abs=EXACT)
    assert found is not None
    assert found.estimate == pytest.approx(-1.58)


def test_every_published_interval_is_met() -> None:
    for entry in published("wilson"):
        assert ends(wilson(entry["x"], entry["n"])) == pytest.approx(entry["ci"], abs=1e-6)
    with_interval = [entry for entry in published("proportions") if "newcombe_ci" in entry]
    assert len(with_interval) >= 3
    for entry in with_interval:
        found = newcombe(*entry["a"], *entry["b"])
        assert ends(found) == pytest.approx(entry["newcombe_ci"], abs=1e-6)
    sleep = published("welch_sleep")
    assert ends(welch(sleep["a"], sleep["b"])) == pytest.approx(sleep["ci"], abs=1e-6)


@given(counts, confidences)
def test_shares_are_those_of_statsmodels(count: tuple[int, int], confidence: float) -> None:
    from statsmodels.stats.proportion import proportion_confint

    for ours, theirs in ((wilson, "wilson"), (clopper_pearson, "beta")):
        known = proportion_confint(*count, alpha=1 - confidence, method=theirs)
        found = ends(ours(*count, confidence=confidence))
        assert found == pytest.approx([float(end) for end in known], abs=EXACT)


@given(counts, counts, confidences)
def test_differences_of_shares_are_those_of_statsmodels(
    a: tuple[int, int], b: tuple[int, int], confidence: float
) -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep

    known = confint_proportions_2indep(*a, *b, alpha=1 - confidence, method="newcomb")
    found = ends(newcombe(*a, *b, confidence=confidence))
    assert found == pytest.approx([float(end) for end in known], abs=1e-8)


@given(readings, readings, confidences)
def test_means_are_those_of_statsmodels(a: list[float], b: list[float], confidence: float) -> None:
    from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

    assume(max(a) - min(a) > 1e-3 and max(b) - min(b) > 1e-3)
    mean = DescrStatsW(a).tconfint_mean(alpha=1 - confidence)
    found = ends(mean_interval(a, confidence=confidence))
    assert found == pytest.approx(mean, rel=1e-6, abs=1e-6)
    change = CompareMeans(DescrStatsW(a), DescrStatsW(b)).tconfint_diff(
        alpha=1 - confidence, usevar="unequal"
    )
    found = ends(welch(a, b, confidence=confidence))
    assert found == pytest.approx([float(end) for end in change], rel=1e-6, abs=1e-6)


@given(counts, counts)
def test_the_estimate_lies_in_its_interval_and_shares_in_their_range(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    for found in (wilson(*a), clopper_pearson(*a)):
        assert found is not None
        assert 0 <= found.low <= found.estimate <= found.high <= 1
    for change in (newcombe(*a, *b), less(clopper_pearson(*a), clopper_pearson(*b))):
        assert change is not None
        assert -1 <= change.low <= change.estimate <= change.high <= 1


@given(readings, readings)
def test_a_mean_lies_in_its_interval(a: list[float], b: list[float]) -> None:
    for found in (mean_interval(a), welch(a, b), welch(a, b, cautious=True)):
        assert found is None or found.low <= found.estimate <= found.high


@given(counts, st.integers(2, 20))
def test_more_readings_of_the_same_share_say_more(count: tuple[int, int], times: int) -> None:
    k, n = count
    assert length(wilson(k * times, n * times)) < length(wilson(k, n))
    assert length(clopper_pearson(k * times, n * times)) < length(clopper_pearson(k, n))
    assert length(newcombe(k * times, n * times, 1, 2)) < length(newcombe(k, n, 1, 2))


@given(readings, readings)
def test_more_readings_of_the_same_kind_say_more(a: list[float], b: list[float]) -> None:
    assume(max(a) - min(a) > 1e-3 and max(b) - min(b) > 1e-3)
    assert length(mean_interval(a * 2)) < length(mean_interval(a))
    assert length(welch(a * 2, b * 2)) < length(welch(a, b))


@given(counts, readings)
def test_who_wants_to_be_surer_says_less(count: tuple[int, int], values: list[float]) -> None:
    assume(max(values) - min(values) > 1e-3)
    assert length(wilson(*count, confidence=0.99)) > length(wilson(*count))
    assert length(mean_interval(values, confidence=0.99)) > length(mean_interval(values))


@given(counts, counts)
def test_what_is_not_so_mirrors_what_is(a: tuple[int, int], b: tuple[int, int]) -> None:
    low, high = ends(wilson(*a))
    assert ends(wilson(a[1] - a[0], a[1])) == pytest.approx((1 - high, 1 - low))
    low, high = ends(newcombe(*a, *b))
    assert ends(newcombe(*b, *a)) == pytest.approx((-high, -low))


@given(readings, readings, st.randoms(use_true_random=False))
def test_it_does_not_matter_which_came_first(
    a: list[float], b: list[float], chance: Random
) -> None:
    one, both = mean_interval(a), welch(a, b)
    chance.shuffle(a)
    chance.shuffle(b)
    assert (mean_interval(a), welch(a, b)) == (one, both)


@given(readings, readings)
def test_turned_around_a_change_has_the_other_sign(a: list[float], b: list[float]) -> None:
    there, back = welch(a, b), welch(b, a)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there.low, there.high) == (-back.high, -back.low)


def test_of_nothing_there_is_nothing_to_say() -> None:
    assert wilson(0, 0) is None
    assert clopper_pearson(0, 0) is None
    assert newcombe(0, 0, 1, 2) is None
    assert newcombe(1, 2, 0, 0) is None
    assert mean_interval([]) is None


@pytest.mark.parametrize("values", [[1.0], [0.1] * 3, [7.7] * 100, [0.0, 1e-200]], ids=str)
def test_readings_that_do_not_differ_do_not_say_how_they_vary(values: list[float]) -> None:
    assert mean_interval(values) is None
    assert welch(values, [1.0, 2.0, 3.0]) is None
    assert welch([1.0, 2.0, 3.0], values) is None


@pytest.mark.parametrize(
    "count", [(2, 1), (-1, 5), (0, -1), (nan, 5), (1, nan), (1, inf), (0.5, 5)]
)
def test_what_is_no_count_is_refused(count: tuple[int, int]) -> None:
    for interval in (wilson, clopper_pearson):
        with pytest.raises(Refused) as refusal:
            interval(*count)
        assert refusal.value.code == "bad_number"


@pytest.mark.parametrize("value", [nan, inf, -inf, 1e200])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(Refused):
        mean_interval([1.0, value])
    with pytest.raises(Refused):
        welch([1.0, 2.0], [1.0, value])


@pytest.mark.parametrize("confidence", [0, 1, -1, 95, nan])
def test_confidence_lies_between_nought_and_one(confidence: float) -> None:
    with pytest.raises(Refused, match="Confidence"):
        wilson(1, 2, confidence=confidence)
    with pytest.raises(Refused, match="Confidence"):
        mean_interval([1.0, 2.0], confidence=confidence)
