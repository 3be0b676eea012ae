"""Run charts: what changes from reading to reading by itself, and what has a cause.

XmR limits and the rules of NHS England's "Making Data Count" as the R package NHSRplotthedots
applies them. Readings come in order of time; a place is a reading's index, from 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.intervals import mean_of, need_numbers
from workshopkit.domain.trials import Direction
from workshopkit.errors import Refused

Label = Literal[
    "common_cause",
    "above_limit",
    "below_limit",
    "trend_up",
    "trend_down",
    "two_in_three_above",
    "two_in_three_below",
    "run_above",
    "run_below",
]
Assurance = Literal["always", "never", "sometimes"]

TO_LIMIT = 2.66
"""Mean moving ranges from the mean to a limit: three standard deviations, for two readings
that lie apart by 1.128 of them on average."""
TO_NEAR = TO_LIMIT * 2 / 3
OUTLYING = 3.267
"""A moving range of this many times their mean says more about one event than about how
readings usually change."""
LIMITS_FROM = 12
"""With fewer readings limits are not to be relied on: NHS England asks for 12 at least."""
RUN = 7
"""Readings on one side, or in one direction, that chance hardly ever brings together."""


class Segment(Struct, frozen=True):
    """The readings from `start` up to, but without, `end`, and what is usual among them.

    `lower` and `upper` are the limits, None where one reading has nothing beside it.
    """

    start: int
    end: int
    mean: float
    lower: float | None = None
    upper: float | None = None


class Point(Struct, frozen=True):
    """A reading with what the rules say of it; the first rule that fits gives the label.

    `near` is beyond two thirds of the way to a limit but not outside; `segment` is an index.
    """

    value: float
    segment: int
    label: Label = "common_cause"
    near: bool = False
    outside: bool = False


class Stretch(Struct, frozen=True):
    """Readings from `start` up to, but without, `end` that one rule puts together."""

    label: Label
    start: int
    end: int


class RunChart(Struct, frozen=True):
    """All readings, and the segments that they fall into."""

    points: tuple[Point, ...]
    segments: tuple[Segment, ...]


def run_chart(
    values: Sequence[float], *, screen: bool = True, rebase: Sequence[int] = ()
) -> RunChart:
    """The mean, the limits and each reading's label.

    `screen` leaves outlying moving ranges out of the limits, once; at each place in `rebase`
    a new segment begins, with a mean, limits and rules of its own. Refuses (`bad_number`)
    readings that are no numbers, and places that are not there.
    """
    need_numbers(values)
    segments = tuple(_segment(values, *ends, screen=screen) for ends in _ends(values, rebase))
    points = [
        point
        for index, segment in enumerate(segments)
        for point in _points(values[segment.start : segment.end], segment, index)
    ]
    return RunChart(tuple(points), segments)


def reliable(chart: RunChart) -> RunChart:
    """What is fit to be shown: without the limits and labels of segments of fewer than 12."""
    short = {at for at, each in enumerate(chart.segments) if each.end - each.start < LIMITS_FROM}
    return RunChart(
        tuple(
            Point(point.value, point.segment) if point.segment in short else point
            for point in chart.points
        ),
        tuple(
            replace(each, lower=None, upper=None) if at in short else each
            for at, each in enumerate(chart.segments)
        ),
    )


def _ends(values: Sequence[float], rebase: Sequence[int]) -> Iterator[tuple[int, int]]:
    if any(not 0 <= place < len(values) for place in rebase):
        raise Refused("bad_number", "There is no such reading to start from.", "Choose another.")
    return pairwise(sorted({0, *rebase, len(values)}))


def _segment(values: Sequence[float], start: int, end: int, *, screen: bool) -> Segment:
    ours = values[start:end]
    mean, change = mean_of(ours), _usual_change(ours, screen=screen)
    if change is None:
        return Segment(start, end, mean)
    return Segment(start, end, mean, mean - TO_LIMIT * change, mean + TO_LIMIT * change)


def _usual_change(values: Sequence[float], *, screen: bool) -> float | None:
    """The mean moving range; None for one reading."""
    ranges = [abs(after - before) for before, after in pairwise(values)]
    if not ranges:
        return None
    mean = mean_of(ranges)
    usual = [each for each in ranges if not screen or each < OUTLYING * mean]
    return mean_of(usual) if usual else mean


def _points(values: Sequence[float], segment: Segment, index: int) -> Iterator[Point]:
    labels: list[Label] = ["common_cause"] * len(values)
    for stretch in reversed(list(stretches(values, segment))):
        width = stretch.end - stretch.start
        labels[stretch.start : stretch.end] = [stretch.label] * width
    for value, label in zip(values, labels, strict=True):
        yield Point(value, index, label, _is_near(value, segment), _is_outside(value, segment))


def stretches(values: Sequence[float], segment: Segment) -> Iterator[Stretch]:
    """What the rules find in a segment's readings, the strongest rule first; places count from
    the segment's start."""
    yield from _outside(values, segment)
    yield from _trends(values)
    yield from _two_in_three(values, segment)
    yield from _runs(values, segment)


def _is_outside(value: float, segment: Segment) -> bool:
    if segment.lower is None or segment.upper is None:
        return False
    return not segment.lower <= value <= segment.upper


def _is_near(value: float, segment: Segment) -> bool:
    if segment.upper is None or _is_outside(value, segment):
        return False
    return abs(value - segment.mean) > (segment.upper - segment.mean) * TO_NEAR / TO_LIMIT


def _side(value: float, segment: Segment) -> int:
    return (value > segment.mean) - (value < segment.mean)


def _outside(values: Sequence[float], segment: Segment) -> Iterator[Stretch]:
    sides = [_side(value, segment) * _is_outside(value, segment) for value in values]
    for side, start, end in _alike(sides):
        if side:
            yield Stretch("above_limit" if side > 0 else "below_limit", start, end)


def _trends(values: Sequence[float]) -> Iterator[Stretch]:
    """Strictly rising or falling stretches, the last first: where two meet, the later one names
    the reading in which they do."""
    steps = [(after > before) - (after < before) for before, after in pairwise(values)]
    found = [
        Stretch("trend_up" if step > 0 else "trend_down", start, end + 1)
        for step, start, end in _alike(steps)
        if step and end - start >= RUN - 1
    ]
    yield from reversed(found)


def _two_in_three(values: Sequence[float], segment: Segment) -> Iterator[Stretch]:
    """Near readings that are two or more among three on one side; none of those between them."""
    sides = [_side(value, segment) for value in values]
    near = [_is_near(value, segment) for value in values]
    found = [0] * len(values)
    for start in range(len(values) - 2):
        window = range(start, start + 3)
        if abs(sum(sides[place] for place in window)) == 3 and sum(near[start : start + 3]) > 1:
            for place in window:
                found[place] = sides[place] * near[place]
    for side, start, end in _alike(found):
        if side:
            yield Stretch("two_in_three_above" if side > 0 else "two_in_three_below", start, end)


def _runs(values: Sequence[float], segment: Segment) -> Iterator[Stretch]:
    """Stretches on one side of the mean; a reading on the mean ends them."""
    for side, start, end in _alike([_side(value, segment) for value in values]):
        if side and end - start >= RUN:
            yield Stretch("run_above" if side > 0 else "run_below", start, end)


def _alike(items: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Neighbours that are the same: which they are, where they start and where they end."""
    start = 0
    for item, same in groupby(items):
        end = start + sum(1 for _ in same)
        yield item, start, end
        start = end


def assurance(segment: Segment, target: float, direction: Direction) -> Assurance | None:
    """Whether the process will meet a target if nothing changes: always, never, or sometimes.

    Always where both limits are on the good side of it, never where both are on the other;
    None where there are no limits.
    """
    if segment.lower is None or segment.upper is None:
        return None
    if segment.lower <= target <= segment.upper:
        return "sometimes"
    return "always" if (segment.lower > target) == (direction == "at_least") else "never"
