"""For planning a trial, and for a second look at its readings: intervals, tests, power.

The verdict itself comes from `judge`; what is here stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, isfinite, sqrt

from workshopkit.domain.intervals import (
    Interval,
    mean_interval,
    need_counts,
    newcombe,
    welch,
    welch_parts,
    wilson,
)
from workshopkit.domain.trials import Counts, Judgement, Trial, Values, judge
from workshopkit.errors import Refused

__all__ = [
    "ChiSquared",
    "Counts",
    "Interval",
    "Judgement",
    "TTest",
    "Trial",
    "Values",
    "chi_squared",
    "exact_sample_size",
    "exact_sample_size_of_means",
    "fisher_p",
    "has_small_cell",
    "judge",
    "mean_interval",
    "newcombe",
    "power_of",
    "power_of_means",
    "probability_better",
    "sample_size",
    "sample_size_of_means",
    "t_test",
    "welch",
    "wilson",
]

SMALL = 5
"""A cell with fewer than this is too small for chi-squared: look at Fisher's p."""


@dataclass(frozen=True)
class ChiSquared:
    """Pearson's chi-squared with one degree of freedom, and its p."""

    x2: float
    p: float


@dataclass(frozen=True)
class TTest:
    """Welch's t, its degrees of freedom and its two-sided p."""

    t: float
    df: float
    p: float


def fisher_p(k_a: int, n_a: int, k_b: int, n_b: int) -> float:
    """How often chance alone sets `k_a` of `n_a` and `k_b` of `n_b` as far apart, or farther.

    Fisher's exact test, two-sided: the chances of all tables that are no likelier than this one
    (Ronald A. Fisher (1935), The logic of inductive inference, Journal of the Royal Statistical
    Society 98:39–82). 1 where either side is empty: nothing sets them apart. `Refused` where a
    count is none.

    >>> round(fisher_p(7, 34, 1, 34), 3)
    0.054
    """
    _need_sides(k_a, n_a, k_b, n_b)
    from scipy.stats import fisher_exact

    return float(fisher_exact([[k_a, n_a - k_a], [k_b, n_b - k_b]]).pvalue)


def has_small_cell(k_a: int, n_a: int, k_b: int, n_b: int) -> bool:
    """Whether a cell of the table is under 5: then Fisher's p is the one to look at."""
    _need_sides(k_a, n_a, k_b, n_b)
    return min(k_a, n_a - k_a, k_b, n_b - k_b) < SMALL


def chi_squared(
    k_a: int, n_a: int, k_b: int, n_b: int, *, corrected: bool = False
) -> ChiSquared | None:
    """Pearson's test of two shares, the same as the z test of their difference; None where a
    side is empty, or where all or none of both were counted.

    Karl Pearson (1900), On the criterion that a given system of deviations …, Philosophical
    Magazine 50:157–175; `corrected` for continuity as by Frank Yates (1934). Where
    `has_small_cell`, prefer `fisher_p`.

    >>> chi_squared(56, 70, 48, 80)
    ChiSquared(x2=7.02..., p=0.008...)
    """
    _need_sides(k_a, n_a, k_b, n_b)
    together, everyone = k_a + k_b, n_a + n_b
    spread = float(n_a * n_b) * together * (everyone - together)
    if not spread:
        return None
    apart = abs(k_a * (n_b - k_b) - k_b * (n_a - k_a))
    correction = min(everyone / 2, apart) if corrected else 0
    x2 = everyone * (apart - correction) ** 2 / spread
    from scipy.special import chdtrc

    return ChiSquared(x2, float(chdtrc(1, x2)))


def probability_better(k_a: int, n_a: int, k_b: int, n_b: int) -> float:
    """How probable it is that A's true share is above B's, given `k_a` of `n_a` and `k_b` of
    `n_b`, if beforehand every share was as probable as any other; from 0 to 1.

    The exact sum of beta-binomial terms, as in John D. Cook (2005), Exact calculation of beta
    inequalities, UT MD Anderson Cancer Center technical report UTMDABTR-005-05. Of four sums
    that are the same the shortest is taken, in logarithms, so that nothing overflows.

    >>> round(probability_better(56, 70, 48, 80), 3)
    0.996
    """
    _need_sides(k_a, n_a, k_b, n_b)
    lost_a, lost_b = n_a - k_a, n_b - k_b
    shortest = min(k_a, lost_b, k_b, lost_a)
    if shortest == k_a:
        return _above(k_a, lost_a, k_b, lost_b)
    if shortest == lost_b:
        return _above(lost_b, k_b, lost_a, k_a)
    if shortest == k_b:
        return 1 - _above(k_b, lost_b, k_a, lost_a)
    return 1 - _above(lost_a, k_a, lost_b, k_b)


def _above(k_a: int, lost_a: int, k_b: int, lost_b: int) -> float:
    """The sum over A's successes."""
    import numpy as np
    from scipy.special import betaln

    at = np.arange(k_a + 1)
    terms = (
        betaln(k_b + 1 + at, lost_a + lost_b + 2)
        - np.log(lost_a + 1 + at)
        - betaln(1 + at, lost_a + 1)
        - betaln(k_b + 1, lost_b + 1)
    )
    return min(1.0, float(np.exp(terms).sum()))


def t_test(values_a: Sequence[float], values_b: Sequence[float]) -> TTest | None:
    """Welch's test of two means, the one behind the interval `welch`; None where that is None.

    >>> t_test([3, 4, 5], [5, 7, 6, 8])
    TTest(t=-2.88..., df=4.98..., p=0.03...)
    """
    parts = welch_parts(values_a, values_b)
    if parts is None:
        return None
    from scipy.special import stdtr

    t = parts.change / parts.error
    return TTest(t, parts.df, 2 * float(stdtr(parts.df, -abs(t))))


def sample_size(p_a: float, p_b: float, *, power: float = 0.8, alpha: float = 0.05) -> int:
    """How many readings each side needs, to find the difference between two shares.

    `p_a` and `p_b` are the shares to be told apart, from 0 to 1; `power` is how often it is to
    be found if it is there, `alpha` how often one is found, either way, that is not. `Refused`
    where the shares are the same, or a number is beyond its range.

    >>> sample_size(0.5, 0.75, power=0.9)
    77
    """
    return ceil(exact_sample_size(p_a, p_b, power=power, alpha=alpha))


def exact_sample_size(p_a: float, p_b: float, *, power: float = 0.8, alpha: float = 0.05) -> float:
    """The same before it is rounded up, as R's `power.prop.test` says it.

    Joseph L. Fleiss, Bruce Levin and Myunghee Cho Paik (2003), Statistical methods for rates and
    proportions, equation 4.14.
    """
    _need_shares(p_a, p_b)
    _need_power(power, alpha)
    if p_a == p_b:
        raise Refused("bad_number", "The two shares are the same.", "Say what to tell apart.")
    together, apart = _errors(p_a, p_b)
    return ((_z(1 - alpha / 2) * together + _z(power) * apart) / (p_a - p_b)) ** 2


def power_of(p_a: float, p_b: float, n: float, *, alpha: float = 0.05) -> float:
    """How often a difference between two shares is found, the right way round, with `n` readings
    on each side.

    >>> round(power_of(0.5, 0.75, 77), 2)
    0.9
    """
    _need_shares(p_a, p_b)
    _need_power(0.5, alpha)
    _need_size(n)
    from scipy.special import ndtr

    together, apart = _errors(p_a, p_b)
    ends = _z(1 - alpha / 2) * together, abs(p_a - p_b) * sqrt(n)
    if not apart:
        return float(ends[1] > ends[0])
    return float(ndtr((ends[1] - ends[0]) / apart))


def _errors(p_a: float, p_b: float) -> tuple[float, float]:
    """The standard errors of a difference, for one reading: if there is none, and if there is."""
    middle = (p_a + p_b) / 2
    return sqrt(2 * middle * (1 - middle)), sqrt(p_a * (1 - p_a) + p_b * (1 - p_b))


def sample_size_of_means(effect: float, *, power: float = 0.8, alpha: float = 0.05) -> int:
    """How many readings each side needs, to find a difference between two means.

    `effect` is the difference in standard deviations of the readings (Cohen's d): 0.2 is small,
    0.5 medium, 0.8 large. `power` and `alpha` as for `sample_size`.

    >>> sample_size_of_means(0.5)
    64
    """
    return ceil(exact_sample_size_of_means(effect, power=power, alpha=alpha))


def exact_sample_size_of_means(effect: float, *, power: float = 0.8, alpha: float = 0.05) -> float:
    """The same before it is rounded up; 2 at least.

    Jacob Cohen (1988), Statistical power analysis for the behavioral sciences, section 2.4.
    """
    _need_power(power, alpha)
    if not effect or not isfinite(effect):
        raise Refused("bad_number", "There is no difference to find.", "Say how large it is.")
    from scipy.optimize import brentq

    # With a known spread fewer would do, by less than 20 on each side.
    fewest = max(2.0, 2 * ((_z(1 - alpha / 2) + _z(power)) / effect) ** 2)
    if power_of_means(effect, fewest, alpha=alpha) >= power:
        return fewest
    return float(
        brentq(lambda n: power_of_means(effect, n, alpha=alpha) - power, fewest, fewest + 20)
    )


def power_of_means(effect: float, n: float, *, alpha: float = 0.05) -> float:
    """How often a difference between two means is found, the right way round, with `n` readings,
    two or more, on each side; `effect` in standard deviations. From Student's noncentral t.

    >>> round(power_of_means(1, 20), 3)
    0.869
    """
    _need_power(0.5, alpha)
    _need_size(n, least=2)
    if not isfinite(effect):
        raise Refused("bad_number", "There is no such difference.", "Say how large it is.")
    from scipy.special import nctdtr, stdtrit

    df, centre = 2 * n - 2, abs(effect) * sqrt(n / 2)
    end = float(stdtrit(df, 1 - alpha / 2))
    # So far out scipy says NaN where less than 1e-200 is missing.
    return 1.0 if centre - end > 30 else float(1 - nctdtr(df, centre, end))


def _z(share: float) -> float:
    from scipy.special import ndtri

    return float(ndtri(share))


def _need_sides(k_a: int, n_a: int, k_b: int, n_b: int) -> None:
    need_counts(k_a, n_a)
    need_counts(k_b, n_b)


def _need_shares(*shares: float) -> None:
    if not all(0 <= share <= 1 for share in shares):
        raise Refused("bad_number", "A share goes from 0 to 1.", "Correct it.")


def _need_power(power: float, alpha: float) -> None:
    if not 0 < alpha < power < 1:
        raise Refused("bad_number", "Power lies between alpha and 1, alpha above 0.", "Correct it.")


def _need_size(n: float, least: float = 1) -> None:
    if not least <= n < float("inf"):
        raise Refused("bad_number", f"There are {least:g} readings or more.", "Correct it.")
