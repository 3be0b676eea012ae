"""Signals: what a run chart says, apart from any language, and the latest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.run_chart.chart import (
    LIMITS_FROM,
    Label,
    RunChart,
    Segment,
    stretches,
)
from workshopkit.domain.run_chart.median import median_runs

SignalKind = (
    Label | Literal["long_run_above", "long_run_below", "few_crossings", "no_signal", "too_few"]
)

LIMITS = ("above_limit", "below_limit")
FAR = (*LIMITS, "two_in_three_above", "two_in_three_below")
SUSTAINED = ("trend_up", "trend_down", "run_above", "run_below")
UP = ("above_limit", "two_in_three_above", "trend_up", "run_above")
FEWEST = 10
"""With fewer readings nothing can be told from chance: Anhøj's rules begin here."""


class Signal(Struct, frozen=True):
    """Readings from `start` up to, but without, `end`, and what they say together.

    `count` is how many of them it rests on. `run_above`, `trend_up`, `above_limit` and so on are
    the rules of the labels; `long_run_above`, `long_run_below` and `few_crossings` (with the
    number of crossings) are Anhøj's, for short segments. `no_signal`: chance explains the last
    segment; `too_few`: there are too few readings in it to say.
    """

    kind: SignalKind
    count: int
    start: int
    end: int


def signals(chart: RunChart) -> tuple[Signal, ...]:
    """What the last segment says, and after it what earlier ones said; never empty.

    Those that end last come first, and of those the longest. One that ends where the chart does
    is news.

    >>> signals(run_chart([5, 6] * 8 + [2] * 8))[0]
    Signal(kind='run_below', count=8, start=16, end=24)
    """
    if not chart.segments:
        return (Signal("too_few", 0, 0, 0),)
    values = [point.value for point in chart.points]
    found = [_sorted(_news(list(_of_segment(values, each)))) for each in chart.segments]
    last = found.pop() or [_nothing(chart.segments[-1])]
    return (*last, *(signal for earlier in reversed(found) for signal in earlier))


def _sorted(found: Iterable[Signal]) -> list[Signal]:
    """The latest first; of two that end together the longer, and rather one of many readings
    than one of far ones: it tells since when."""
    return sorted(found, key=lambda signal: (-signal.end, signal.start, signal.kind in FAR))


def _news(found: Sequence[Signal]) -> Iterator[Signal]:
    """Without far readings of which a run or trend tells already, unless it is one alone."""
    for signal in found:
        alone = signal.count == 1 and signal.kind in LIMITS
        if alone or not any(_tells(other, signal) for other in found):
            yield signal


def _tells(whole: Signal, part: Signal) -> bool:
    return (
        part.kind in FAR
        and whole.kind in SUSTAINED
        and (whole.kind in UP) == (part.kind in UP)
        and whole.start <= part.start
        and part.end <= whole.end
    )


def _nothing(segment: Segment) -> Signal:
    count = segment.end - segment.start
    kind: SignalKind = "too_few" if count < FEWEST else "no_signal"
    return Signal(kind, count, segment.start, segment.end)


def _of_segment(values: Sequence[float], segment: Segment) -> Iterator[Signal]:
    ours = values[segment.start : segment.end]
    if len(ours) < FEWEST:
        return
    found = _by_median(ours) if len(ours) < LIMITS_FROM else _by_rules(ours, segment)
    for signal in found:
        yield replace(signal, start=signal.start + segment.start, end=signal.end + segment.start)


def _by_median(values: Sequence[float]) -> Iterator[Signal]:
    runs = median_runs(values)
    if runs is None:
        return
    if runs.long_run:
        kind: SignalKind = "long_run_above" if runs.above else "long_run_below"
        yield Signal(kind, runs.longest, runs.start, runs.end)
    if runs.few_crossings:
        yield Signal("few_crossings", runs.crossings, 0, len(values))


def _by_rules(values: Sequence[float], segment: Segment) -> Iterator[Signal]:
    """The stretches that the rules find; those of two in three with what lies between them."""
    open_: Signal | None = None
    for stretch in stretches(values, segment):
        signal = Signal(stretch.label, stretch.end - stretch.start, stretch.start, stretch.end)
        if open_ is not None and _goes_on(open_, signal):
            signal = replace(signal, count=open_.count + signal.count, start=open_.start)
        elif open_ is not None:
            yield open_
        open_ = signal
    if open_ is not None:
        yield open_


def _goes_on(before: Signal, after: Signal) -> bool:
    two_in_three = after.kind in ("two_in_three_above", "two_in_three_below")
    return two_in_three and before.kind == after.kind and after.start <= before.end + 1
