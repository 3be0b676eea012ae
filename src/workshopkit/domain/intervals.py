"""Intervals: between which values the truth lies, as far as the readings tell.

Of many such intervals, 95 % hold the truth. Where nothing can be said they are None.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import fsum, hypot, isfinite, sqrt
from statistics import NormalDist

from msgspec import Struct

from workshopkit.domain.beta import beta_quantile
from workshopkit.domain.student import t_quantile
from workshopkit.errors import Refused

CONFIDENCE = 0.95
LARGEST = 1e100
"""Readings are no larger, so that their squares are still numbers."""
LARGEST_COUNT = 10**9


class Interval(Struct, frozen=True):
    """An estimate and the ends of its interval.

    Shares go from 0 to 1, differences of shares from -1 to 1; means have their readings' unit.
    """

    estimate: float
    low: float
    high: float


def wilson(k: int, n: int, *, confidence: float = CONFIDENCE) -> Interval | None:
    """The interval of a share, `k` of `n`; None where `n` is 0.

    Edwin B. Wilson (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22:209–212. It is short and right on average;
    for rare things one end may miss the truth more often than it should (`clopper_pearson`).

    >>> wilson(81, 263)
    Interval(estimate=0.307..., low=0.255..., high=0.366...)
    """
    need_counts(k, n)
    z = NormalDist().inv_cdf(_up_to(confidence))
    if not n:
        return None
    share, each = k / n, z * z / n
    middle = (share + each / 2) / (1 + each)
    half = sqrt(share * (1 - share) * each + each * each / 4) / (1 + each)
    return _of_share(k, n, middle - half, middle + half)


def clopper_pearson(k: int, n: int, *, confidence: float = CONFIDENCE) -> Interval | None:
    """The exact interval of a share, `k` of `n`, longer than Wilson's; None where `n` is 0.

    Neither end misses the truth in more than 2.5 % of cases, whatever the share and however few
    the readings. C. J. Clopper and Egon S. Pearson (1934), The use of confidence or fiducial
    limits illustrated in the case of the binomial, Biometrika 26:404–413.
    """
    need_counts(k, n)
    part = 1 - _up_to(confidence)
    if not n:
        return None
    low, high = _exact_end(part, k, n - k + 1), _exact_end(1 - part, k + 1, n - k)
    return _of_share(k, n, low, high)


def _of_share(k: int, n: int, low: float, high: float) -> Interval:
    """Rounded ends put right: the share lies within, and the outermost ends are exact."""
    share = k / n
    return Interval(share, min(low, share) if k else 0.0, max(high, share) if k < n else 1.0)


@lru_cache(maxsize=4096)
def _exact_end(part: float, a: int, b: int) -> float:
    """The share below which a part of a beta distribution lies; nought where it has no room."""
    return beta_quantile(part, a, b) if a and b else 0.0


def newcombe(
    k_a: int, n_a: int, k_b: int, n_b: int, *, confidence: float = CONFIDENCE
) -> Interval | None:
    """The interval of one share, `k_a` of `n_a`, less another; None where `n_a` or `n_b` is 0.

    Method 10 of Robert G. Newcombe (1998), Interval estimation for the difference between
    independent proportions, Statistics in Medicine 17:873–890.

    >>> newcombe(56, 70, 48, 80)
    Interval(estimate=0.200..., low=0.052..., high=0.333...)
    """
    return less(wilson(k_a, n_a, confidence=confidence), wilson(k_b, n_b, confidence=confidence))


def less(a: Interval | None, b: Interval | None) -> Interval | None:
    """The interval of a share less that of another, independent one: the ends' distances from
    the estimates are squared and added, as by Newcombe."""
    if a is None or b is None:
        return None
    change = a.estimate - b.estimate
    down = sqrt((a.estimate - a.low) ** 2 + (b.high - b.estimate) ** 2)
    up = sqrt((a.high - a.estimate) ** 2 + (b.estimate - b.low) ** 2)
    return Interval(change, max(-1.0, change - down), min(1.0, change + up))


def mean_interval(values: Sequence[float], *, confidence: float = CONFIDENCE) -> Interval | None:
    """The interval of a mean; None for fewer than two values, or where all are alike.

    Student (1908), The probable error of a mean, Biometrika 6:1–25. Exact for normal values,
    and near enough, from ten or so on, for others that lie alike on both sides of their mean. Of
    waiting times and the like, with a few very large ones, rather count how many were short
    enough, and use `wilson`.
    """
    need_numbers(values)
    up_to, error = _up_to(confidence), _error(values)
    if not error:
        return None
    return _around(mean_of(values), error, t_quantile(up_to, len(values) - 1))


def welch(
    values_a: Sequence[float],
    values_b: Sequence[float],
    *,
    confidence: float = CONFIDENCE,
    cautious: bool = False,
) -> Interval | None:
    """The interval of one mean, of `values_a`, less another; None for fewer than two values of
    either, or where either's are all alike: how they vary is then not known.

    Bernard L. Welch (1947), The generalization of "Student's" problem when several different
    population variances are involved, Biometrika 34:28–35: the spreads may differ. For a handful
    of values beside many it is too short; `cautious` takes the degrees of freedom of the fewer.
    """
    up_to, parts = _up_to(confidence), welch_parts(values_a, values_b)
    if parts is None:
        return None
    df = min(len(values_a), len(values_b)) - 1 if cautious else parts.df
    return _around(parts.change, parts.error, t_quantile(up_to, df))


class WelchParts(Struct, frozen=True):
    """One mean less another, its standard error, and the degrees of freedom of that."""

    change: float
    error: float
    df: float


def welch_parts(values_a: Sequence[float], values_b: Sequence[float]) -> WelchParts | None:
    """What Welch's interval and test are made of; None where they are."""
    need_numbers([*values_a, *values_b])
    a, b = _error(values_a), _error(values_b)
    if not a or not b:
        return None
    error = hypot(a, b)
    df = 1 / ((a / error) ** 4 / (len(values_a) - 1) + (b / error) ** 4 / (len(values_b) - 1))
    return WelchParts(mean_of(values_a) - mean_of(values_b), error, df)


def _around(middle: float, error: float, quantile: float) -> Interval:
    return Interval(middle, middle - quantile * error, middle + quantile * error)


def mean_of(values: Sequence[float]) -> float:
    """The mean, put right for rounding: readings that are all alike are their own mean."""
    first = fsum(values) / len(values)
    mean = first + fsum(value - first for value in values) / len(values)
    return min(max(mean, min(values)), max(values))


def _error(values: Sequence[float]) -> float:
    """The standard error of the mean; nought where values do not differ, or only by so little
    that it is lost when squared."""
    n = len(values)
    if n < 2:
        return 0.0
    mean = mean_of(values)
    return sqrt(fsum((value - mean) ** 2 for value in values) / (n - 1) / n)


def _up_to(confidence: float) -> float:
    """The share of a distribution that lies below the upper end."""
    if not 0 < confidence < 1:
        raise Refused("bad_number", "Confidence lies between 0 and 1.", "Use 0.95, say.")
    return 0.5 + confidence / 2


def need_counts(k: int, n: int) -> None:
    """Refuses (`bad_number`) what is no count `k` of `n`."""
    if not (0 <= k <= n <= LARGEST_COUNT and k == int(k) and n == int(n)):
        raise Refused("bad_number", "A count goes from 0 to how many there were.", "Correct it.")


def need_numbers(values: Sequence[float]) -> None:
    """Refuses (`bad_number`) NaN, infinities and what is too large to be squared."""
    if not all(isfinite(value) and abs(value) <= LARGEST for value in values):
        raise Refused("bad_number", "A reading is a number.", "Correct it.")
