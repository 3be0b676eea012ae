"""Run charts: what changes from reading to reading by itself, and what has a cause.

Readings come in order of time. A place is a reading's index, from 0, and a stretch of readings
goes from `start` up to, but without, `end`.
"""

from workshopkit.domain.run_chart.chart import (
    LIMITS_FROM,
    Assurance,
    Label,
    Point,
    RunChart,
    Segment,
    assurance,
    reliable,
    run_chart,
)
from workshopkit.domain.run_chart.median import MedianRuns, median_runs
from workshopkit.domain.run_chart.signals import (
    FEWEST,
    Signal,
    SignalKind,
    signals,
)

__all__ = [
    "FEWEST",
    "LIMITS_FROM",
    "Assurance",
    "Label",
    "MedianRuns",
    "Point",
    "RunChart",
    "Segment",
    "Signal",
    "SignalKind",
    "assurance",
    "median_runs",
    "reliable",
    "run_chart",
    "signals",
]
