"""What texts, dates, numbers and test cards have to be."""

from __future__ import annotations

from datetime import date
from math import isfinite

from msgspec.structs import replace

from workshopkit.domain.actions import checked_due, checked_owner
from workshopkit.domain.activity import need_text
from workshopkit.domain.experiments.commands import NewReading
from workshopkit.domain.experiments.judgement import is_counted
from workshopkit.domain.experiments.record import (
    OPEN,
    Arm,
    Experiment,
    Governance,
    Guardrail,
    Learning,
    Measure,
    Plan,
    Reading,
)
from workshopkit.errors import Refused

TITLE_LIMIT = 120
TEXT_LIMIT = 500
"""Characters a sentence of a card."""
NAME_LIMIT = 120
UNIT_LIMIT = 40


def checked_title(title: str) -> str:
    return need_text(title, TITLE_LIMIT)


def sentence(text: str, limit: int = TEXT_LIMIT) -> str:
    """The text without the space around it; nothing is allowed."""
    return need_text(text, limit) if text.strip() else ""


def checked_plan(plan: Plan) -> Plan:
    """The test card without stray space; refuses numbers and dates that are none."""
    ids = [guardrail.id for guardrail in plan.guardrails]
    if len(set(ids)) < len(ids):
        raise Refused("bad_options", "Two guardrails have the same id.", "Give each its own.")
    if plan.criterion is not None:
        _need_threshold(plan)
    return replace(
        plan,
        belief=sentence(plan.belief),
        test=sentence(plan.test),
        measure=_measure(plan.measure),
        review=checked_due(plan.review),
        baseline=None if plan.baseline is None else finite(plan.baseline),
        guardrails=tuple(_guardrail(each) for each in plan.guardrails),
    )


def _need_threshold(plan: Plan) -> None:
    assert plan.criterion is not None
    threshold = finite(plan.criterion.threshold)
    low = -1 if plan.criterion.compare == "change" else 0
    if plan.measure is not None and plan.measure.form == "count" and not low <= threshold <= 1:
        raise Refused(
            "bad_share", "A share goes from 0 to 100 %.", "Write how many of a hundred you mean."
        )


def _measure(measure: Measure | None) -> Measure | None:
    if measure is None:
        return None
    name, unit = need_text(measure.name, NAME_LIMIT), sentence(measure.unit, UNIT_LIMIT)
    return replace(measure, name=name, unit=unit)


def _guardrail(given: Guardrail) -> Guardrail:
    name, unit = need_text(given.name, NAME_LIMIT), sentence(given.unit, UNIT_LIMIT)
    return replace(given, name=name, unit=unit, limit=finite(given.limit))


def checked_governance(given: Governance) -> Governance:
    return replace(
        given,
        approved_by=checked_owner(given.approved_by),
        risks=sentence(given.risks),
        stop_if=sentence(given.stop_if),
    )


def checked_learning(given: Learning) -> Learning:
    return Learning(
        *map(sentence, (given.believed, given.observed, given.learned, given.therefore))
    )


def checked_reading(given: NewReading, experiment: Experiment) -> Reading:
    """The reading as it is kept; refuses what cannot be one of this experiment."""
    if not given.date:
        raise Refused("bad_date", "A reading needs a date.", "Write it as year-month-day.")
    day = checked_due(given.date)
    if given.guardrail and all(g.id != given.guardrail for g in experiment.plan.guardrails):
        raise Refused("unknown_guardrail", "There is no such guardrail.", "Look at the card again.")
    _need_form(given, experiment)
    return Reading(
        day, finite(given.value), given.of, _arm(given, day, experiment), given.guardrail
    )


def _need_form(given: NewReading, experiment: Experiment) -> None:
    """A count has its whole, a value has none."""
    counted = is_counted(experiment) and not given.guardrail
    if counted and given.of is None:
        raise Refused("bad_count", "A count needs to say of how many.", "Write both numbers.")
    if not counted and given.of is not None:
        raise Refused("bad_count", "This is measured, not counted.", "Write one number alone.")
    if given.of is not None and not (0 <= given.value <= given.of and given.value % 1 == 0):
        raise Refused(
            "bad_count",
            "That cannot be so many of so many.",
            "Write how many, then of how many.",
        )


def _arm(given: NewReading, day: str, experiment: Experiment) -> Arm:
    before = not experiment.started or day < experiment.started
    if before and given.arm == "trial" and not given.guardrail:
        raise Refused(
            "not_started",
            "That day is before the start, so it cannot count for the trial.",
            "Start the experiment first, or record it as what was before.",
        )
    return given.arm or ("control" if before else "trial")


def finite(number: float) -> float:
    if not isfinite(number) or abs(number) > 1e15:
        raise Refused("bad_number", "That is not a number.", "Correct it.")
    return number


def need_open(experiment: Experiment) -> None:
    """Refuses what a locked test card does not allow."""
    if experiment.stage not in OPEN:
        raise Refused(
            "locked",
            "This was locked when the experiment started.",
            "Change it as a new version, with a reason.",
        )


def need_started(experiment: Experiment) -> None:
    if experiment.stage in OPEN:
        raise Refused("not_started", "This experiment has not started.", "Start it first.")
    need_undecided(experiment)


def need_undecided(experiment: Experiment) -> None:
    if experiment.stage == "decided":
        raise Refused(
            "decided", "This experiment has been decided.", "Add another one to go on from here."
        )


def need_complete(plan: Plan) -> None:
    """Refuses to start with a test card that leaves its question open."""
    lacks = {
        "what you believe": not plan.belief,
        "a measure": plan.measure is None,
        "when you are right": plan.criterion is None,
        "how many readings": not plan.planned,
        "a review date": not plan.review,
    }
    missing = [name for name, lacking in lacks.items() if lacking]
    if missing:
        raise Refused(
            "incomplete", f"The card still lacks {', '.join(missing)}.", "Write that down first."
        )


def need_later(review: str, day: str) -> None:
    if date.fromisoformat(review) <= date.fromisoformat(day):
        raise Refused("bad_date", "The review has to come later.", "Choose a later day.")


def unknown_experiment() -> Refused:
    return Refused(
        "unknown_experiment", "That experiment is no longer there.", "Look at the board again."
    )
