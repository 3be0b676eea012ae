"""Tests and planning, against published numbers, statsmodels and scipy."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import comb, inf, isnan, nan
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.vectors import published
from workshopkit.analysis import trials
from workshopkit.analysis.trials import (
    chi_squared,
    exact_sample_size,
    exact_sample_size_of_means,
    fisher_p,
    has_small_cell,
    power_of,
    power_of_means,
    probability_better,
    sample_size,
    sample_size_of_means,
    t_test,
    welch,
)
from workshopkit.errors import Refused

EXACT = 1e-6
SLEEP = (
    (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
    (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4),
)
counts = st.integers(0, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
shares = st.floats(0.02, 0.98)


def test_every_published_pair_of_shares_is_met() -> None:
    for entry in published("proportions"):
        sides = (*entry["a"], *entry["b"])
        plain, corrected = chi_squared(*sides), chi_squared(*sides, corrected=True)
        assert plain is not None
        assert corrected is not None
        found = {
            "newcombe_ci": [trials.newcombe(*sides).low, trials.newcombe(*sides).high],  # type: ignore[union-attr]
            "X2_uncorrected": plain.x2,
            "p": plain.p,
            "p_yates": corrected.p,
            "fisher_p": fisher_p(*sides),
            "P_a_gt_b_uniform_prior": probability_better(*sides),
        }
        for name in entry.keys() - {"a", "b", "published"}:
            assert found[name] == pytest.approx(entry[name], abs=EXACT), (sides, name)


def test_every_published_power_is_met() -> None:
    for entry in published("power"):
        if "power_value" in entry:
            found = power_of_means(entry["d"], entry["n"])
            assert found == pytest.approx(entry["power_value"], abs=1e-3)
        elif "d" in entry:
            found = exact_sample_size_of_means(entry["d"], power=entry["power"])
            assert found == pytest.approx(entry["n_per_group_R"], abs=1e-3)
            assert found == pytest.approx(entry["n_per_group_statsmodels"], abs=1e-3)
        else:
            found = exact_sample_size(entry["p1"], entry["p2"], power=entry["power"])
            assert found == pytest.approx(entry["n_per_group"], abs=1e-3)


def test_the_published_test_of_two_means_is_met() -> None:
    sleep = published("welch_sleep")
    found, interval = t_test(sleep["a"], sleep["b"]), welch(sleep["a"], sleep["b"])
    assert found is not None
    assert interval is not None
    assert (found.t, found.df, found.p) == pytest.approx(
        (sleep["t"], sleep["df"], sleep["p"]), abs=EXACT
    )
    assert [interval.low, interval.high] == pytest.approx(sleep["ci"], abs=EXACT)


def test_known_pairs_of_shares_are_as_published() -> None:
    """Some of the numbers above, for where they are not at hand."""
    assert fisher_p(56, 70, 48, 80) == pytest.approx(0.0125211297, abs=EXACT)
    assert fisher_p(7, 34, 1, 34) == pytest.approx(0.0544001305, abs=EXACT)
    assert probability_better(56, 70, 48, 80) == pytest.approx(0.995929538977, abs=EXACT)
    assert probability_better(9, 10, 3, 10) == pytest.approx(0.996240601504, abs=EXACT)
    assert exact_sample_size(0.5, 0.75, power=0.9) == pytest.approx(76.7069301, abs=1e-3)
    assert exact_sample_size(0.1, 0.12) == pytest.approx(3840.84748, abs=1e-3)
    found = t_test(*SLEEP)
    assert found is not None
    assert (found.t, found.df, found.p) == pytest.approx(
        (-1.8608134675, 17.7764735162, 0.0793941402), abs=EXACT
    )


# Two shares.


def fisher_by_hand(k_a: int, n_a: int, k_b: int, n_b: int) -> float:
    together = k_a + k_b
    ways = {
        k: comb(n_a, k) * comb(n_b, together - k)
        for k in range(max(0, together - n_b), min(n_a, together) + 1)
    }
    return sum(n for n in ways.values() if n <= ways[k_a]) / comb(n_a + n_b, together)


@given(counts, counts)
def test_fishers_p_counts_every_table_that_is_no_likelier(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    assert fisher_p(*a, *b) == pytest.approx(fisher_by_hand(*a, *b))
    assert fisher_p(*b, *a) == pytest.approx(fisher_p(*a, *b))


@given(counts, counts)
def test_chi_squared_is_that_of_scipy_and_statsmodels(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    from scipy.stats import chi2_contingency
    from statsmodels.stats.proportion import proportions_ztest

    together, everyone = a[0] + b[0], a[1] + b[1]
    assume(a[1] and b[1] and 0 < together < everyone)
    table = [[a[0], a[1] - a[0]], [b[0], b[1] - b[0]]]
    for corrected in (False, True):
        known = chi2_contingency(table, correction=corrected)
        found = chi_squared(*a, *b, corrected=corrected)
        assert found is not None
        assert (found.x2, found.p) == pytest.approx((known.statistic, known.pvalue), abs=1e-9)
    z, p = proportions_ztest([a[0], b[0]], [a[1], b[1]])
    plain = chi_squared(*a, *b)
    assert plain is not None
    assert (plain.x2, plain.p) == pytest.approx((z**2, p), abs=1e-9)


@pytest.mark.parametrize("sides", [(0, 0, 1, 2), (1, 2, 0, 0), (0, 3, 0, 5), (3, 3, 5, 5)])
def test_where_nothing_differs_chi_squared_says_nothing(sides: tuple[int, int, int, int]) -> None:
    assert chi_squared(*sides) is None
    assert fisher_p(*sides) == 1


def test_a_cell_under_five_is_small() -> None:
    assert has_small_cell(4, 50, 20, 50)
    assert has_small_cell(20, 50, 46, 50)
    assert not has_small_cell(5, 50, 45, 50)


def better_by_hand(k_a: int, n_a: int, k_b: int, n_b: int) -> Fraction:
    """The sum over A's successes in whole numbers, each beta function a fraction of them."""

    def beta(a: int, b: int) -> Fraction:
        return Fraction(a + b, a * b * comb(a + b, a))

    a, lost_a, b, lost_b = k_a + 1, n_a - k_a + 1, k_b + 1, n_b - k_b + 1
    return sum(
        (
            beta(b + at, lost_a + lost_b) / ((lost_a + at) * beta(1 + at, lost_a) * beta(b, lost_b))
            for at in range(a)
        ),
        Fraction(0),
    )


@given(counts, counts)
def test_the_better_side_is_counted_out_exactly(a: tuple[int, int], b: tuple[int, int]) -> None:
    found = probability_better(*a, *b)
    assert found == pytest.approx(float(better_by_hand(*a, *b)), abs=1e-12)
    assert probability_better(*b, *a) == pytest.approx(1 - found, abs=1e-12)


@given(counts)
def test_of_two_alike_each_is_as_likely_to_be_better(count: tuple[int, int]) -> None:
    assert probability_better(*count, *count) == pytest.approx(0.5)


def test_before_there_are_readings_nothing_is_likelier() -> None:
    assert probability_better(0, 0, 0, 0) == 0.5
    assert fisher_p(0, 0, 0, 0) == 1


def test_a_million_readings_do_not_overflow() -> None:
    from scipy.stats import norm

    found = probability_better(500_000, 1_000_000, 499_000, 1_000_000)
    assert found == pytest.approx(norm.cdf(0.001 / (0.5 / 1_000_000) ** 0.5), abs=1e-6)
    assert probability_better(999_999, 1_000_000, 1, 1_000_000) == pytest.approx(1)
    assert probability_better(1, 1_000_000, 999_999, 1_000_000) == pytest.approx(0)
    assert fisher_p(500_000, 1_000_000, 500_000, 1_000_000) == pytest.approx(1)


# Two means.


@given(*[st.lists(st.integers(-50, 50).map(float), min_size=2, max_size=30)] * 2)
def test_the_test_of_two_means_is_that_of_scipy(a: list[float], b: list[float]) -> None:
    from scipy.stats import ttest_ind

    found = t_test(a, b)
    assert (found is None) == (len(set(a)) == 1 or len(set(b)) == 1)
    if found is not None:
        known = ttest_ind(a, b, equal_var=False)
        assert (found.t, found.p) == pytest.approx((known.statistic, known.pvalue), abs=1e-9)
        assert found.df == pytest.approx(known.df)


@given(*[st.lists(st.integers(-9, 9).map(float), min_size=2, max_size=30)] * 2)
def test_the_test_and_the_interval_agree(a: list[float], b: list[float]) -> None:
    found, interval = t_test(a, b), welch(a, b)
    assert (found is None) == (interval is None)
    if found is not None and interval is not None and abs(found.p - 0.05) > 1e-9:
        assert (found.p < 0.05) == (not interval.low <= 0 <= interval.high)


# Planning.


@given(shares, shares, st.integers(2, 5000), st.floats(0.001, 0.2))
def test_power_for_shares_is_that_of_statsmodels(
    p_a: float, p_b: float, n: int, alpha: float
) -> None:
    from statsmodels.stats.proportion import power_proportions_2indep

    larger, smaller = max(p_a, p_b), min(p_a, p_b)
    known = power_proportions_2indep(
        larger - smaller, smaller, n, alpha=alpha / 2, alternative="larger", return_results=False
    )
    assert power_of(p_a, p_b, n, alpha=alpha) == pytest.approx(float(known), abs=1e-9)


@given(st.floats(0.01, 3), st.integers(2, 2000), st.floats(0.001, 0.2))
def test_power_for_means_is_that_of_statsmodels(effect: float, n: int, alpha: float) -> None:
    from statsmodels.stats.power import TTestIndPower

    known = float(TTestIndPower().power(effect, n, alpha / 2, alternative="larger"))
    found = power_of_means(effect, n, alpha=alpha)
    assert found == 1 if isnan(known) else found == pytest.approx(known, abs=1e-6)


@given(shares, shares, st.floats(0.3, 0.99), st.floats(0.001, 0.2))
def test_so_many_readings_for_shares_give_the_power_that_was_asked_for(
    p_a: float, p_b: float, power: float, alpha: float
) -> None:
    assume(abs(p_a - p_b) > 1e-3)
    n = exact_sample_size(p_a, p_b, power=power, alpha=alpha)
    assert power_of(p_a, p_b, max(1, n), alpha=alpha) >= power - 1e-9
    assert sample_size(p_a, p_b, power=power, alpha=alpha) - 1 < n
    assert sample_size(p_b, p_a, power=power, alpha=alpha) == pytest.approx(n, abs=1.0001)


@given(st.floats(0.02, 5), st.floats(0.3, 0.99), st.floats(0.001, 0.2))
def test_so_many_readings_for_means_give_the_power_that_was_asked_for(
    effect: float, power: float, alpha: float
) -> None:
    n = exact_sample_size_of_means(effect, power=power, alpha=alpha)
    found = power_of_means(effect, n, alpha=alpha)
    assert found >= power - 1e-9
    assert n == 2 or found == pytest.approx(power, abs=1e-9) or n < 3
    assert exact_sample_size_of_means(-effect, power=power, alpha=alpha) == n


def test_sample_sizes_are_whole_and_enough() -> None:
    assert sample_size(0.5, 0.75, power=0.9) == 77
    assert sample_size(0.1, 0.12) == 3841
    assert sample_size(0, 1) == 2
    assert sample_size_of_means(0.5) == 64
    assert sample_size_of_means(20) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: sample_size(0.5, 0.5),
        lambda: sample_size(-0.1, 0.5),
        lambda: sample_size(0.5, 1.1),
        lambda: sample_size(nan, 0.5),
        lambda: sample_size(0.1, 0.5, power=1),
        lambda: sample_size(0.1, 0.5, power=0.01),
        lambda: sample_size(0.1, 0.5, alpha=0),
        lambda: power_of(0.1, 0.5, 0),
        lambda: power_of(0.1, 0.5, inf),
        lambda: sample_size_of_means(0),
        lambda: sample_size_of_means(nan),
        lambda: power_of_means(0.5, 1),
        lambda: power_of_means(inf, 10),
        lambda: fisher_p(3, 2, 1, 2),
        lambda: probability_better(1, 2, -1, 2),
        lambda: chi_squared(1, nan, 1, 2),  # type: ignore[arg-type]
        lambda: has_small_cell(5, 4, 1, 2),
        lambda: t_test([1, nan], [1, 2]),
    ],
)
def test_what_makes_no_sense_is_refused(wrong: Callable[[], Any]) -> None:
    with pytest.raises(Refused) as refusal:
        wrong()
    assert refusal.value.code == "bad_number"


def test_a_coach_finds_everything_in_one_place() -> None:
    assert all(hasattr(trials, name) for name in trials.__all__)
    assert trials.__all__ == sorted(trials.__all__, key=lambda name: (name.islower(), name))
