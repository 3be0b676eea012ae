"""Trials: what their readings say of a threshold that was locked before.

The estimate alone never decides: the whole interval does.
"""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

from workshopkit.domain.intervals import (
    CONFIDENCE,
    Interval,
    clopper_pearson,
    less,
    mean_interval,
    need_counts,
    need_numbers,
    welch,
    wilson,
)
from workshopkit.errors import Refused, UnknownName

Compare = Literal["level", "change"]
Direction = Literal["at_least", "at_most"]
Outcome = Literal["met", "not_met", "inconclusive"]

FEW = 5
"""With fewer readings beside more of them, Welch's interval is too short."""


class Counts(Struct, frozen=True):
    """`k` of `n`, all readings of one side together. Refuses other than 0 ≤ k ≤ n."""

    k: int
    n: int

    def __post_init__(self) -> None:
        need_counts(self.k, self.n)


class Values(Struct, frozen=True):
    """The readings of one side, a number each. Refuses what is not one."""

    values: tuple[float, ...]

    def __post_init__(self) -> None:
        need_numbers(self.values)


class Trial(Struct, frozen=True, kw_only=True):
    """What is judged: readings, and the threshold that they are to be at least or at most.

    A `level` is the trial's own share or mean; a `change` is that of the trial less that of the
    control (readings from before, or from elsewhere). Shares go from 0 to 1, their change from
    -1 to 1. Refuses (`bad_number`) a threshold beyond, and a control of another form.
    """

    trial: Counts | Values
    control: Counts | Values | None = None
    compare: Compare = "level"
    direction: Direction = "at_least"
    threshold: float

    def __post_init__(self) -> None:
        for name, known in (("compare", Compare), ("direction", Direction)):
            if getattr(self, name) not in get_args(known):
                raise UnknownName(name, getattr(self, name), get_args(known))
        need_numbers([self.threshold])
        lowest = -1 if self.compare == "change" else 0
        if isinstance(self.trial, Counts) and not lowest <= self.threshold <= 1:
            raise Refused("bad_number", "A share goes from 0 to 1.", "Correct the threshold.")
        if self.control is not None and type(self.control) is not type(self.trial):
            raise Refused("bad_number", "Counts and values do not compare.", "Use one of them.")


class Judgement(Struct, frozen=True):
    """The verdict, why it is inconclusive, and the interval wherever there is one.

    `reason` is "" where the interval lies across the threshold, or goes without saying; else
    `no_readings`, `no_control`, `one_reading`, `no_spread` (all readings of a side are alike, so
    there is no telling how they vary), or `few_readings` (the interval is clear of the threshold,
    but there are too few readings to rely on it).
    """

    outcome: Outcome
    reason: str = ""
    interval: Interval | None = None


def judge(trial: Trial, *, confidence: float = CONFIDENCE) -> Judgement:
    """Met only where the whole interval lies beyond the threshold on the good side, not met only
    where it does on the other; otherwise inconclusive, also where an end touches it.

    A trial without effect is to come out as met in 2.5 % of cases at most. Wilson's and
    Newcombe's intervals do not promise it for rare things, nor Welch's for a handful of values,
    so a longer one, which does, has to agree.

    >>> judge(Trial(trial=Counts(56, 70), threshold=0.5)).outcome
    'met'
    """
    reason = _nothing_to_say(trial)
    if reason:
        return Judgement("inconclusive", reason)
    interval = _interval(trial, confidence)
    if interval is None:
        return Judgement("inconclusive", "no_spread")
    outcome = _outcome(interval, trial)
    if outcome != "inconclusive" and outcome != _cautious_outcome(trial, confidence):
        return Judgement("inconclusive", "few_readings", interval)
    return Judgement(outcome, "", interval)


def _outcome(interval: Interval, trial: Trial) -> Outcome:
    above, below = interval.low > trial.threshold, interval.high < trial.threshold
    if not above and not below:
        return "inconclusive"
    return "met" if above == (trial.direction == "at_least") else "not_met"


def _cautious_outcome(trial: Trial, confidence: float) -> Outcome:
    interval = _interval(trial, confidence, cautious=True)
    return "inconclusive" if interval is None else _outcome(interval, trial)


def _nothing_to_say(trial: Trial) -> str:
    """Which readings are missing; "" where none are."""
    sizes = [_size(side) for side in _sides(trial)]
    if not sizes[0]:
        return "no_readings"
    if not sizes[-1]:
        return "no_control"
    return "one_reading" if isinstance(trial.trial, Values) and 1 in sizes else ""


def _sides(trial: Trial) -> tuple[Counts | Values | None, ...]:
    """The sides that count: the control's readings are nothing to a level."""
    return (trial.trial,) if trial.compare == "level" else (trial.trial, trial.control)


def _size(side: Counts | Values | None) -> int:
    if side is None:
        return 0
    return side.n if isinstance(side, Counts) else len(side.values)


def _interval(trial: Trial, confidence: float, *, cautious: bool = False) -> Interval | None:
    """The interval of what is compared; a longer one where it is to be cautious.

    With exact limits in the place of Wilson's, Newcombe's way misses a difference that is not
    there in some 3 % of cases at most, also where one side is small and the other large.
    """
    share = clopper_pearson if cautious else wilson
    match _sides(trial):
        case [Counts() as a]:
            return share(a.k, a.n, confidence=confidence)
        case [Counts() as a, Counts() as b]:
            shares = (share(side.k, side.n, confidence=confidence) for side in (a, b))
            return less(*shares)
        case [Values() as a]:
            return mean_interval(a.values, confidence=confidence)
        case [Values() as a, Values() as b]:
            few = min(len(a.values), len(b.values)) < FEW
            return welch(a.values, b.values, confidence=confidence, cautious=cautious and few)
    return None
