"""Run charts in a notebook: a table of every reading, and what they say in plain words.

The limits and rules are those of `workshopkit.domain.run_chart`, which names their sources. The
chart is in `workshopkit.analysis.run_chart_drawing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from math import isnan
from statistics import median
from typing import TYPE_CHECKING, Any, get_args

from workshopkit.analysis.tables import COUNT, DATE, SHARE, Row, categories, frame
from workshopkit.analysis.words import Say, words_of
from workshopkit.domain.run_chart import (
    LIMITS_FROM,
    Label,
    RunChart,
    Segment,
    Signal,
    assurance,
    run_chart,
    signals,
)
from workshopkit.errors import UnknownName, WorkshopkitError

if TYPE_CHECKING:
    import pandas as pd

Day = Any
"""A date, a moment, or a text such as 2026-05-04."""
DIRECTIONS = ("at_least", "at_most")
MEANINGS = ("common_cause", "improvement", "concern")
UP = frozenset({"above_limit", "trend_up", "two_in_three_above", "run_above"})
SPELLS = (("days", 1.5), ("weeks", 10.0), ("months", 45.0))
"""What readings are called that come so many days apart, at the most."""

MOST_SAID = 3
"""Sentences about signals: who hears more remembers none."""


@dataclass(frozen=True)
class Charted:
    """A series in order of time, with what the rules say of it."""

    days: Sequence[date]
    values: Sequence[float]
    chart: RunChart

    @property
    def spell(self) -> str:
        """What one reading stands for, by how far they lie apart: days, weeks, months."""
        gaps = [(after - before).days for before, after in pairwise(self.days)]
        usual = median(gaps) if gaps else 0
        if usual <= 0 or any(abs(gap - usual) > usual for gap in gaps):
            return "readings"
        return next((name for name, most in SPELLS if usual <= most), "readings")


def charted(
    dates: Iterable[Day],
    values: Iterable[float],
    *,
    screen: bool = True,
    rebase: Iterable[Day] = (),
) -> Charted:
    """The readings by day, with their limits and labels. Missing ones are left out.

    Readings of one day stay in the order given. A new mean and new limits begin with the first
    reading on or after each day of `rebase`. Raises `WorkshopkitError` for what is no date or
    number, and where there are more of one than of the other.
    """
    days, numbers = list(map(day_of, dates)), list(map(_number, values))
    if len(days) != len(numbers):
        raise WorkshopkitError(f"There are {len(days)} dates and {len(numbers)} values.")
    read = [(day, number) for day, number in zip(days, numbers, strict=True) if not isnan(number)]
    read.sort(key=lambda reading: reading[0])
    ordered = [day for day, _ in read]
    levels = [number for _, number in read]
    places = [_place(ordered, day_of(day)) for day in rebase]
    return Charted(ordered, levels, run_chart(levels, screen=screen, rebase=places))


def run_chart_table(
    dates: Iterable[Day],
    values: Iterable[float],
    *,
    screen: bool = True,
    rebase: Iterable[Day] = (),
    direction: str = "at_least",
) -> pd.DataFrame:
    """Every reading with its limits and label, one row each, by day.

    Args:
        dates: Days, in any order.
        values: As many numbers; missing ones are left out.
        screen: Whether outlying changes are left out of the limits.
        rebase: Days from which on there are a new mean and new limits.
        direction: Whether more is better (``at_least``) or less (``at_most``).

    ``date`` datetime64[s] · ``value``, ``mean``, ``lower``, ``upper`` Float64, limits missing
    for one reading alone · ``label`` category, the first rule that fits · ``meaning`` category
    (common_cause, improvement, concern) · ``near``, ``outside`` boolean · ``segment`` Int64,
    from 0 · ``few`` boolean, whether its segment has fewer than 12 readings: limits and labels
    are then not to be relied on, and the drawing leaves them out.

    >>> table = run_chart_table(df["week"], df["calls"], direction="at_most")
    >>> table.query("meaning == 'concern'")
    """
    need_direction(direction)
    found = charted(dates, values, screen=screen, rebase=rebase)
    dtypes = {
        "date": DATE,
        "value": SHARE,
        "mean": SHARE,
        "lower": SHARE,
        "upper": SHARE,
        "label": categories(get_args(Label)),
        "meaning": categories(MEANINGS),
        "near": "boolean",
        "outside": "boolean",
        "segment": COUNT,
        "few": "boolean",
    }
    return frame(reading_rows(found, direction), dtypes)


def reading_in_words(
    dates: Iterable[Day],
    values: Iterable[float],
    *,
    screen: bool = True,
    rebase: Iterable[Day] = (),
    target: float | None = None,
    direction: str = "at_least",
    lang: str = "en",
) -> list[str]:
    """What the readings say in plain sentences, the latest news first; never empty.

    >>> reading_in_words(df["week"], df["calls"])[0]
    'The last 7 weeks are all below the old average: something changed around 12 May 2026.'
    """
    need_direction(direction)
    found = charted(dates, values, screen=screen, rebase=rebase)
    return sentences(found, words_of(lang), target=target, direction=direction)


def reading_rows(found: Charted, direction: str) -> list[Row]:
    """The rows of `run_chart_table`."""
    return [
        {
            "date": day,
            "value": point.value,
            "mean": found.chart.segments[point.segment].mean,
            "lower": found.chart.segments[point.segment].lower,
            "upper": found.chart.segments[point.segment].upper,
            "label": point.label,
            "meaning": meaning(point.label, direction),
            "near": point.near,
            "outside": point.outside,
            "segment": point.segment,
            "few": _is_few(found.chart.segments[point.segment]),
        }
        for day, point in zip(found.days, found.chart.points, strict=True)
    ]


def meaning(label: str, direction: str) -> str:
    """Whether a label is good news, by whether more is better."""
    if label == "common_cause":
        return label
    return "improvement" if (label in UP) == (direction == "at_least") else "concern"


def sentences(
    found: Charted, say: Say, *, target: float | None = None, direction: str = "at_least"
) -> list[str]:
    """What a series says: its signals, and whether it will meet its target as it is."""
    told = dict.fromkeys(_sentence(found, each, say) for each in signals(found.chart))
    said = list(told)[:MOST_SAID]
    if target is not None and found.values and not _is_few(found.chart.segments[-1]):
        sure = assurance(found.chart.segments[-1], target, direction)  # type: ignore[arg-type]
        said.append(say(f"run_chart.target.{sure}"))
    return said


def day_in_words(day: date, say: Say) -> str:
    """A day as people write it: 12 May 2026."""
    return f"{day.day} {say('months').split()[day.month - 1]} {day.year}"


def need_direction(direction: str) -> None:
    if direction not in DIRECTIONS:
        raise UnknownName("direction", direction, DIRECTIONS)


def _sentence(found: Charted, signal: Signal, say: Say) -> str:
    """One signal; what ends with the series is news, what ended before is history."""
    if signal.end <= signal.start:
        return say("run_chart.nothing")
    last = signal.end == len(found.values)
    several = say(f"run_chart.{found.spell}")
    kind = signal.kind if last or signal.kind in _TIMELESS else f"{signal.kind}.then"
    if signal.kind in _LIMITS and signal.count > 1:
        kind = f"{signal.kind}.more"
    return say(f"run_chart.{kind}").format(
        count=signal.count,
        readings=several,
        day=day_in_words(found.days[signal.start], say),
        end=day_in_words(found.days[signal.end - 1], say),
    )


_LIMITS = frozenset({"above_limit", "below_limit"})
_TIMELESS = frozenset({"few_crossings", "no_signal", "too_few", *_LIMITS})


def _is_few(segment: Segment) -> bool:
    return segment.end - segment.start < LIMITS_FROM


def _place(days: Sequence[date], day: date) -> int:
    place = next((place for place, each in enumerate(days) if each >= day), None)
    if place is None:
        raise WorkshopkitError(f"There is no reading on or after {day.isoformat()}.")
    return place


def day_of(value: Day) -> date:
    """The day that somebody gave, in whatever form."""
    try:
        if value != value:  # Pandas has no moment that is missing, but one that equals nothing.
            raise ValueError
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
    except (TypeError, ValueError):
        raise WorkshopkitError(f"{value!r} is no date. Write it as in 2026-05-04.") from None


def _number(value: Any) -> float:
    try:
        return float("nan") if value is None or str(value) == "<NA>" else float(value)
    except (TypeError, ValueError):
        raise WorkshopkitError(f"{value!r} is no number.") from None
