"""Student's t, against scipy and against what can be worked out by hand."""

from __future__ import annotations

from math import inf, nan, pi, tan
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopkit.domain.student import t_quantile
from workshopkit.errors import Refused

DF = (0.5, 0.7, 1, 1.5, 2, 2.3, 3, 4.25, 5, 7.7, 10, 17.776, 29, 39.9, 50, 99.5, 1e3, 1e4, 1e5, 1e6)
PROBABILITIES = (1e-6, 1e-3, 0.005, 0.025, 0.1, 0.3, 0.4999, 0.5, 0.6, 0.9, 0.95, 0.975, 0.9995)
EXACT = 1e-9


@pytest.mark.parametrize("df", DF)
@pytest.mark.parametrize("probability", PROBABILITIES)
def test_quantiles_are_those_of_scipy(probability: float, df: float) -> None:
    from scipy.stats import t

    known = float(t.ppf(probability, df))
    assert t_quantile(probability, df) == pytest.approx(known, rel=EXACT, abs=EXACT)


@given(st.floats(0.5, 1e6), st.floats(1e-6, 1 - 1e-6))
def test_quantiles_are_those_of_scipy_wherever_one_looks(df: float, probability: float) -> None:
    from scipy.stats import t

    known = float(t.ppf(probability, df))
    assert t_quantile(probability, df) == pytest.approx(known, rel=EXACT, abs=EXACT)


@pytest.mark.parametrize("probability", [0.001, 0.3, 0.75, 0.975])
def test_with_one_and_two_degrees_it_can_be_worked_out_by_hand(probability: float) -> None:
    assert t_quantile(probability, 1) == pytest.approx(tan(pi * (probability - 0.5)), rel=EXACT)
    odds = (2 * probability - 1) / (2 * probability * (1 - probability)) ** 0.5
    assert t_quantile(probability, 2) == pytest.approx(odds, rel=EXACT)


@given(st.floats(0.5, 1e6), st.floats(1e-6, 0.5))
def test_it_is_the_same_on_both_sides(df: float, probability: float) -> None:
    assert t_quantile(probability, df) == pytest.approx(
        -t_quantile(1 - probability, df), rel=1e-6, abs=1e-12
    )


@given(st.floats(0.5, 1e6), st.floats(0.5, 1e6))
def test_more_readings_bring_the_ends_nearer(one: float, other: float) -> None:
    fewer, more = sorted((one, other))
    assert t_quantile(0.975, fewer) >= t_quantile(0.975, more) - EXACT


def test_without_end_of_readings_it_is_the_normal_distribution() -> None:
    assert t_quantile(0.975, inf) == pytest.approx(NormalDist().inv_cdf(0.975), abs=1e-7)


@pytest.mark.parametrize("probability", [0, 1, -0.1, 1.1, nan, inf])
def test_what_is_no_probability_is_refused(probability: float) -> None:
    with pytest.raises(Refused, match="quantile"):
        t_quantile(probability, 5)


@pytest.mark.parametrize("df", [0, -1, 0.01, nan, -inf])
def test_what_are_no_degrees_of_freedom_is_refused(df: float) -> None:
    with pytest.raises(Refused) as refusal:
        t_quantile(0.975, df)
    assert refusal.value.code == "bad_number"
