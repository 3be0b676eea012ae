"""The incomplete beta function, against scipy."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopkit.domain.beta import beta_quantile, incomplete_beta, log_beta

arguments = st.floats(0.05, 1e5)
counts = st.integers(1, 100_000)


@given(arguments, arguments)
def test_the_logarithm_of_beta_is_that_of_scipy(a: float, b: float) -> None:
    from scipy.special import betaln

    # scipy itself has no more digits than that of B(1, 59323.5), which is 1 / 59323.5.
    assert log_beta(a, b) == pytest.approx(float(betaln(a, b)), rel=1e-9, abs=1e-9)


@given(arguments)
def test_the_logarithm_of_beta_is_exact_where_it_is_known(a: float) -> None:
    assert log_beta(a, 1) == pytest.approx(-log(a), rel=1e-13, abs=1e-13)


@given(st.floats(0, 1), arguments, arguments)
def test_the_incomplete_beta_is_that_of_scipy(x: float, a: float, b: float) -> None:
    from scipy.special import betainc

    assert incomplete_beta(x, a, b) == pytest.approx(float(betainc(a, b, x)), abs=1e-9)


@given(st.floats(1e-9, 1 - 1e-9), counts, counts)
def test_the_quantile_is_that_of_scipy(part: float, a: int, b: int) -> None:
    from scipy.stats import beta

    assert beta_quantile(part, a, b) == pytest.approx(float(beta.ppf(part, a, b)), abs=1e-9)


@given(st.floats(1e-6, 1 - 1e-6), counts, counts)
def test_the_quantile_turns_the_function_around(part: float, a: int, b: int) -> None:
    assert incomplete_beta(beta_quantile(part, a, b), a, b) == pytest.approx(part, rel=1e-6)


def test_outside_of_its_range_all_or_nothing_lies_below() -> None:
    assert [incomplete_beta(x, 2, 3) for x in (-1.0, 0.0, 1.0, 2.0)] == [0, 0, 1, 1]
