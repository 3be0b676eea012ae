"""An experiment's readings as a run chart."""

from __future__ import annotations

import msgspec

from workshopkit.domain.activity import View
from workshopkit.domain.experiments.record import Experiment, Reading
from workshopkit.domain.run_chart import run_chart

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
    first = max(0, len(readings) - POINTS_SHOWN)
    points = [
        {"date": reading.date, "value": level(reading), "label": point.label}
        for reading, point in zip(readings[first:], found.points[first:], strict=True)
    ]
    segments = [
        {name: value for name, value in msgspec.to_builtins(each).items() if value is not None}
        for each in found.segments
    ]
    return {"points": points, "left_out": first, "segments": segments}


def _belongs(reading: Reading, experiment: Experiment) -> bool:
    if reading.guardrail or reading.of == 0:
        return False
    before = not experiment.started or reading.date < experiment.started
    return reading.arm == "trial" or before
