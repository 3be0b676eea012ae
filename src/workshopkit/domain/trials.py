"""What a trial's readings say: intervals, and the verdict that follows from them.

The estimate alone never decides: the whole interval does, against the threshold that was
locked before.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, isfinite, sqrt
from statistics import NormalDist
from typing import Literal

from msgspec import Struct

from workshopkit.domain.student import t_quantile
from workshopkit.errors import Refused

Compare = Literal["level", "change"]
Direction = Literal["at_least", "at_most"]
Outcome = Literal["met", "not_met", "inconclusive"]

CONFIDENCE = 0.95
LARGEST = 1e100
"""Readings are no larger, so that their squares are still numbers."""


class Interval(Struct, frozen=True):
    """An estimate and the ends of its interval; for shares from 0 to 1, for their difference
    from -1 to 1."""

    estimate: float
    low: float
    high: float


class Counts(Struct, frozen=True):
    """`k` of `n`, all readings of a trial taken together. Refuses less than nought, and more
    than `n`."""

    k: int
    n: int

    def __post_init__(self) -> None:
        _need_counts(self.k, self.n)


class Values(Struct, frozen=True):
    """The readings of a trial, each one number. Refuses what is not one."""

    values: tuple[float, ...]

    def __post_init__(self) -> None:
        _need_numbers(self.values)


class Trial(Struct, frozen=True, kw_only=True):
    """What is judged: readings against a threshold.

    A `level` is the trial's own share or mean; a `change` is that of the trial less that of the
    control (the readings from before, or from elsewhere). Shares go from 0 to 1. Readings and
    control are of one form, counts or values.
    """

    trial: Counts | Values
    control: Counts | Values | None = None
    compare: Compare = "level"
    direction: Direction = "at_least"
    threshold: float

    def __post_init__(self) -> None:
        _need_numbers([self.threshold])
        if self.control is not None and type(self.control) is not type(self.trial):
            raise Refused("bad_number", "Counts and values cannot be compared.", "Use one form.")


class Judgement(Struct, frozen=True):
    """The verdict, why it is none, and the interval it came from where there is one.

    `reason` is "" or `no_readings`, `no_control`, `one_reading`, `no_spread`.
    """

    outcome: Outcome
    reason: str = ""
    interval: Interval | None = None


def judge(trial: Trial, *, confidence: float = CONFIDENCE) -> Judgement:
    """Whether the criterion is met: only where the whole interval lies beyond the threshold.

    Not met where it lies wholly on the other side, else inconclusive; an interval that touches
    the threshold is on neither side.

    >>> judge(Trial(trial=Counts(56, 70), threshold=0.5)).outcome
    'met'
    """
    reason = _nothing_to_say(trial)
    if reason:
        return Judgement("inconclusive", reason)
    interval = _interval(trial, confidence)
    if interval is None:
        return Judgement("inconclusive", "no_spread")
    return Judgement(_outcome(interval, trial), "", interval)


def _outcome(interval: Interval, trial: Trial) -> Outcome:
    above, below = interval.low > trial.threshold, interval.high < trial.threshold
    if not above and not below:
        return "inconclusive"
    return "met" if above == (trial.direction == "at_least") else "not_met"


def _nothing_to_say(trial: Trial) -> str:
    sides = [trial.trial] if trial.compare == "level" else [trial.trial, trial.control]
    if not _size(sides[0]):
        return "no_readings"
    if not _size(sides[-1]):
        return "no_control"
    if any(isinstance(side, Values) and _size(side) == 1 for side in sides):
        return "one_reading"
    return ""


def _size(side: Counts | Values | None) -> int:
    if side is None:
        return 0
    return side.n if isinstance(side, Counts) else len(side.values)


def _interval(trial: Trial, confidence: float) -> Interval | None:
    ours, theirs = trial.trial, trial.control if trial.compare == "change" else None
    if isinstance(ours, Counts):
        if isinstance(theirs, Counts):
            return newcombe(ours.k, ours.n, theirs.k, theirs.n, confidence=confidence)
        return wilson(ours.k, ours.n, confidence=confidence)
    if isinstance(theirs, Values):
        return welch(ours.values, theirs.values, confidence=confidence)
    return mean_interval(ours.values, confidence=confidence)


def wilson(k: int, n: int, *, confidence: float = CONFIDENCE) -> Interval | None:
    """The interval of a share, `k` of `n`; None where `n` is 0.

    Edwin B. Wilson (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22:209–212.

    >>> wilson(81, 263)
    Interval(estimate=0.307..., low=0.255..., high=0.366...)
    """
    _need_counts(k, n)
    if not n:
        return None
    z, share = _z(confidence), k / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    low = min(max(0.0, middle - half), share) if k else 0.0
    return Interval(share, low, max(min(1.0, middle + half), share) if k < n else 1.0)


def newcombe(
    k_a: int, n_a: int, k_b: int, n_b: int, *, confidence: float = CONFIDENCE
) -> Interval | None:
    """The interval of one share less another; None where `n_a` or `n_b` is 0.

    Method 10 of Robert G. Newcombe (1998), Interval estimation for the difference between
    independent proportions, Statistics in Medicine 17:873–890: from the two Wilson intervals.
    """
    a, b = wilson(k_a, n_a, confidence=confidence), wilson(k_b, n_b, confidence=confidence)
    if a is None or b is None:
        return None
    change = a.estimate - b.estimate
    down = sqrt((a.estimate - a.low) ** 2 + (b.high - b.estimate) ** 2)
    up = sqrt((a.high - a.estimate) ** 2 + (b.estimate - b.low) ** 2)
    return Interval(change, max(-1.0, change - down), min(1.0, change + up))


def mean_interval(values: Sequence[float], *, confidence: float = CONFIDENCE) -> Interval | None:
    """The interval of a mean, from Student's t; None for fewer than two values, or all alike.

    Student (1908), The probable error of a mean, Biometrika 6:1–25.
    """
    _need_numbers(values)
    if len(values) < 2:
        return None
    mean, error = mean_of(values), sqrt(_variance(values) / len(values))
    return _around(mean, error, len(values) - 1, confidence)


def welch(
    values_a: Sequence[float], values_b: Sequence[float], *, confidence: float = CONFIDENCE
) -> Interval | None:
    """The interval of one mean less another; None for fewer than two values of either, or where
    each side's are all alike.

    Bernard L. Welch (1947), The generalization of "Student's" problem when several different
    population variances are involved, Biometrika 34:28–35: the spreads may differ.
    """
    _need_numbers([*values_a, *values_b])
    if len(values_a) < 2 or len(values_b) < 2:
        return None
    a, b = (_variance(values) / len(values) for values in (values_a, values_b))
    if not a + b:
        return None
    df = 1 / ((a / (a + b)) ** 2 / (len(values_a) - 1) + (b / (a + b)) ** 2 / (len(values_b) - 1))
    return _around(mean_of(values_a) - mean_of(values_b), sqrt(a + b), df, confidence)


def _around(middle: float, error: float, df: float, confidence: float) -> Interval | None:
    if not error:
        return None
    half = t_quantile(0.5 + _checked(confidence) / 2, df) * error
    return Interval(middle, middle - half, middle + half)


def mean_of(values: Sequence[float]) -> float:
    """The mean, rounded once more: never above the highest value nor below the lowest."""
    first = fsum(values) / len(values)
    mean = first + fsum(value - first for value in values) / len(values)
    return min(max(mean, min(values)), max(values))


def _variance(values: Sequence[float]) -> float:
    mean = mean_of(values)
    return fsum((value - mean) ** 2 for value in values) / (len(values) - 1)


def _z(confidence: float) -> float:
    return NormalDist().inv_cdf(0.5 + _checked(confidence) / 2)


def _checked(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise Refused("bad_number", "Confidence lies between 0 and 1.", "Use 0.95, say.")
    return confidence


def _need_counts(k: int, n: int) -> None:
    if not 0 <= k <= n:
        raise Refused("bad_number", "A count goes from 0 to how many there were.", "Correct it.")


def _need_numbers(values: Sequence[float]) -> None:
    if not all(isfinite(value) and abs(value) <= LARGEST for value in values):
        raise Refused("bad_number", "A reading is a number.", "Correct it.")
