"""An experiment's readings as a run chart."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workshopkit.domain.activity import View
from workshopkit.domain.experiments.record import Experiment, Reading
from workshopkit.domain.run_chart import Signal, reliable, run_chart, signals

SIGNALS_SHOWN = 3
POINTS_SHOWN = 120
"""Readings that screens draw, the latest ones; limits and rules know all."""


def series(experiment: Experiment) -> list[Reading]:
    """The readings of the measure by day: those of the trial, and what was before it."""
    return sorted(
        (reading for reading in experiment.readings.values() if _belongs(reading, experiment)),
        key=lambda reading: reading.date,
    )


def level(reading: Reading) -> float:
    """The value; of a count, the share."""
    return reading.value if not reading.of else reading.value / reading.of


def chart(experiment: Experiment, *, screen: bool) -> View:
    """What a screen needs to draw it: points with their labels, the mean and the limits."""
    readings = series(experiment)
    found = run_chart([level(reading) for reading in readings], screen=screen)
    seen = reliable(found)
    first = max(0, len(readings) - POINTS_SHOWN)
    points = [
        {"date": reading.date, "value": level(reading), "label": point.label}
        for reading, point in zip(readings[first:], seen.points[first:], strict=True)
    ]
    segments = [
        {name: value for name, value in msgspec.to_builtins(each).items() if value is not None}
        for each in seen.segments
    ]
    said = [_signal(readings, each) for each in signals(found)[:SIGNALS_SHOWN]]
    return {"points": points, "left_out": first, "segments": segments, "signals": said}


def _signal(readings: Sequence[Reading], signal: Signal) -> View:
    """What a stretch of readings says, with its days."""
    seen: View = {"kind": signal.kind, "count": signal.count}
    if signal.end > signal.start:
        seen["from"], seen["to"] = readings[signal.start].date, readings[signal.end - 1].date
        seen["last"] = signal.end == len(readings)
    return seen


def _belongs(reading: Reading, experiment: Experiment) -> bool:
    if reading.guardrail or reading.of == 0:
        return False
    before = not experiment.started or reading.date < experiment.started
    return reading.arm == "trial" or before
