"""The life of an experiment: from an idea over a locked test card to a decision.

Wishes about the team's experiments, and the team's events that follow. Who may wish it has
been decided before.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from workshopkit.domain.actions import checked_due, checked_owner
from workshopkit.domain.activity import Context, Event
from workshopkit.domain.experiments import check
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.experiments import events as e
from workshopkit.domain.experiments.judgement import judged, progress
from workshopkit.domain.experiments.record import OPEN, STARTED, Decision, Experiment, Plan
from workshopkit.domain.experiments.state import ExperimentsState
from workshopkit.errors import Refused

EXPERIMENTS_LIMIT = 1000
READINGS_LIMIT = 5000
"""Readings an experiment."""


def decide(state: ExperimentsState, command: Any, context: Context) -> list[Event]:
    """What follows from a wish about one experiment; raises `Refused`."""
    if isinstance(command, c.AddExperiment):
        return [_added(state, command, context)]
    experiment = state.experiments.get(command.experiment)
    if experiment is None:
        raise check.unknown_experiment()
    check.need_undecided(experiment)
    return _about(experiment, command, context)


def _about(experiment: Experiment, command: Any, context: Context) -> list[Event]:  # noqa: C901 - one case each
    match command:
        case c.EditExperiment():
            return _edited(experiment, command)
        case c.RemoveExperiment():
            check.need_open(experiment)
            return [e.ExperimentRemoved(command.experiment)]
        case c.ChangePlan():
            return _plan_changed(experiment, command)
        case c.MoveExperiment():
            return _moved(experiment, command)
        case c.StartExperiment():
            return [_started(experiment, command, context)]
        case c.AmendPlan():
            return _amended(experiment, command, context)
        case c.RecordReadings():
            return [_recorded(experiment, command, context)]
        case c.CorrectReading():
            return _corrected(experiment, command)
        case c.WithdrawReading():
            _need_reading(experiment, command.reading)
            return [e.ReadingWithdrawn(command.experiment, command.reading)]
        case c.DecideExperiment():
            return [_decided(experiment, command, context)]
    raise TypeError(f"not about an experiment: {command!r}")


def _added(
    state: ExperimentsState, command: c.AddExperiment, context: Context
) -> e.ExperimentAdded:
    if len(state.experiments) >= EXPERIMENTS_LIMIT:
        raise Refused("too_many", "The team has too many experiments.", "Remove some ideas first.")
    if command.action and command.action not in state.actions:
        raise Refused(
            "unknown_action", "That action is no longer there.", "Look at the list again."
        )
    action = state.actions.get(command.action)
    return e.ExperimentAdded(
        context.new_id(),
        check.checked_title(command.title),
        check.checked_plan(command.plan),
        owner=checked_owner(command.owner),
        serves=check.sentence(command.serves),
        action=command.action,
        about=action.about or action.text if action is not None else "",
        activity=command.activity,
    )


def _edited(experiment: Experiment, command: c.EditExperiment) -> list[Event]:
    edited = e.ExperimentEdited(
        command.experiment,
        check.checked_title(command.title),
        owner=checked_owner(command.owner),
        serves=check.sentence(command.serves),
        governance=check.checked_governance(command.governance),
    )
    same = (experiment.title, experiment.owner, experiment.serves, experiment.governance) == (
        edited.title,
        edited.owner,
        edited.serves,
        edited.governance,
    )
    return [] if same else [edited]


def _plan_changed(experiment: Experiment, command: c.ChangePlan) -> list[Event]:
    check.need_open(experiment)
    plan = _fitting(experiment, command.plan)
    return [] if plan == experiment.plan else [e.PlanChanged(command.experiment, plan)]


def _fitting(experiment: Experiment, plan: Plan) -> Plan:
    """The checked plan; refuses one that the readings so far could not belong to."""
    plan = check.checked_plan(plan)
    guardrails = {guardrail.id for guardrail in plan.guardrails}
    form = plan.measure.form if plan.measure is not None else None
    before = experiment.plan.measure.form if experiment.plan.measure is not None else None
    read = experiment.readings.values()
    loses_measure = form != before and any(not each.guardrail for each in read)
    if loses_measure or any(each.guardrail and each.guardrail not in guardrails for each in read):
        raise Refused(
            "would_lose_answers",
            "There are readings that would no longer fit.",
            "Leave what they measure as it was, or withdraw them first.",
        )
    return plan


def _moved(experiment: Experiment, command: c.MoveExperiment) -> list[Event]:
    sides = next((stages for stages in (OPEN, STARTED) if experiment.stage in stages), ())
    if command.stage not in sides:
        raise Refused(
            "wrong_stage",
            "It cannot go there by a move.",
            "Start it to run it, and decide to end it.",
        )
    if command.stage == experiment.stage:
        return []
    return [e.ExperimentMoved(command.experiment, command.stage)]


def _started(
    experiment: Experiment, command: c.StartExperiment, context: Context
) -> e.ExperimentStarted:
    check.need_open(experiment)
    check.need_complete(experiment.plan)
    today = context.now.date().isoformat()
    start = checked_due(command.start) or today
    check.need_later(experiment.plan.review, start)
    return e.ExperimentStarted(command.experiment, experiment.plan, start, today)


def _amended(experiment: Experiment, command: c.AmendPlan, context: Context) -> list[Event]:
    check.need_started(experiment)
    plan = _fitting(experiment, command.plan)
    check.need_complete(plan)
    check.need_later(plan.review, experiment.started)
    if plan == experiment.plan:
        return []
    if not command.reason.strip():
        raise Refused(
            "no_reason", "A change after the start needs a reason.", "Say why, for all to see."
        )
    reason, today = check.sentence(command.reason), context.now.date().isoformat()
    return [e.PlanAmended(command.experiment, plan, reason, today)]


def _recorded(
    experiment: Experiment, command: c.RecordReadings, context: Context
) -> e.ReadingsRecorded:
    if len(experiment.readings) + len(command.readings) > READINGS_LIMIT:
        raise Refused("too_many_readings", "There are too many readings.", "Put several into one.")
    if experiment.plan.measure is None:
        raise Refused("incomplete", "The card does not say what is measured.", "Write it down.")
    readings = {
        context.new_id(): check.checked_reading(given, experiment) for given in command.readings
    }
    return e.ReadingsRecorded(command.experiment, readings)


def _corrected(experiment: Experiment, command: c.CorrectReading) -> list[Event]:
    known = _need_reading(experiment, command.reading)
    new = replace(check.checked_reading(command.corrected, experiment), corrected=known.corrected)
    if new == known:
        return []
    corrected = replace(new, corrected=known.corrected + 1)
    return [e.ReadingCorrected(command.experiment, command.reading, corrected)]


def _need_reading(experiment: Experiment, reading: str) -> Any:
    if reading not in experiment.readings:
        raise Refused("unknown_reading", "That reading is not there.", "Look at the list again.")
    return experiment.readings[reading]


def _decided(
    experiment: Experiment, command: c.DecideExperiment, context: Context
) -> e.ExperimentDecided:
    started = experiment.stage in STARTED
    if not started and command.choice != "abandon":
        raise Refused(
            "not_started",
            "What was never started can only be abandoned.",
            "Start it first, or abandon it.",
        )
    today = context.now.date().isoformat()
    learning = check.checked_learning(command.learning)
    if started and not learning.learned:
        raise Refused("incomplete", "The card still lacks what we learned.", "Write that down.")
    decision = Decision(
        command.choice,
        today,
        learning,
        outcome=judged(experiment).outcome if started else "",
        readings=progress(experiment),
        planned=experiment.plan.planned if started else 0,
        version=len(experiment.versions),
    )
    return e.ExperimentDecided(command.experiment, decision, _going_on(experiment, command, today))


def _going_on(experiment: Experiment, command: c.DecideExperiment, today: str) -> Plan | None:
    """To keep testing: the same test card with another review date."""
    if command.choice != "keep_testing":
        return None
    review = checked_due(command.review)
    if not review:
        raise Refused(
            "incomplete", "To keep testing needs a new review date.", "Choose a later day."
        )
    check.need_later(review, today)
    plan = experiment.plan
    return replace(plan, review=review, planned=command.planned or plan.planned)
