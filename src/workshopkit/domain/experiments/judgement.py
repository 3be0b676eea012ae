"""What the readings say about the criterion, as far as they go."""

from __future__ import annotations

from collections.abc import Iterable

from workshopkit.domain.experiments.record import Arm, Experiment, Guardrail, Reading
from workshopkit.domain.trials import Counts, Judgement, Trial, Values, judge


def judged(experiment: Experiment) -> Judgement:
    """The verdict of today, from the whole 95 % interval against the criterion in force."""
    plan = experiment.plan
    if plan.measure is None or plan.criterion is None:
        return Judgement("inconclusive", "no_criterion")
    return judge(
        Trial(
            compare=plan.criterion.compare,
            direction=plan.criterion.direction,
            threshold=plan.criterion.threshold,
            trial=_sample(experiment, "trial"),
            control=_sample(experiment, "control"),
        )
    )


def measured(experiment: Experiment, arm: Arm) -> Iterable[Reading]:
    """The readings of the measure itself in one arm."""
    return (r for r in experiment.readings.values() if r.arm == arm and not r.guardrail)


def progress(experiment: Experiment) -> int:
    """How many of the planned readings are there: values, or cases counted."""
    return sum(1 if r.of is None else r.of for r in measured(experiment, "trial"))


def is_counted(experiment: Experiment) -> bool:
    """Whether its readings are so many of so many."""
    return experiment.plan.measure is not None and experiment.plan.measure.form == "count"


def broken(experiment: Experiment, guardrail: Guardrail) -> bool | None:
    """Whether the latest reading of a guardrail is past its limit; None where there is none."""
    readings = [r for r in experiment.readings.values() if r.guardrail == guardrail.id]
    if not readings:
        return None
    latest = max(readings, key=lambda reading: reading.date)
    if guardrail.direction == "at_most":
        return latest.value > guardrail.limit
    return latest.value < guardrail.limit


def _sample(experiment: Experiment, arm: Arm) -> Counts | Values:
    readings = list(measured(experiment, arm))
    if is_counted(experiment):
        return Counts(sum(int(r.value) for r in readings), sum(r.of or 0 for r in readings))
    return Values(tuple(r.value for r in readings))
