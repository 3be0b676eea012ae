"""How the team's experiments change: one event at a time."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from workshopkit.domain.experiments import events as e
from workshopkit.domain.experiments.judgement import progress
from workshopkit.domain.experiments.record import Experiment, Plan, Version

Experiments = Mapping[str, Experiment]


def evolve(experiments: Experiments, event: e.ExperimentEvent) -> Experiments:
    """The team's experiments after an event."""
    match event:
        case e.ExperimentAdded():
            return {**experiments, event.experiment: _new(event)}
        case e.ExperimentRemoved():
            return {key: kept for key, kept in experiments.items() if key != event.experiment}
    known = experiments[event.experiment]
    return {**experiments, event.experiment: _changed(known, event)}


def _new(event: e.ExperimentAdded) -> Experiment:
    return Experiment(
        title=event.title,
        owner=event.owner,
        serves=event.serves,
        action=event.action,
        about=event.about,
        activity=event.activity,
        plan=event.plan,
    )


def _changed(known: Experiment, event: e.ExperimentEvent) -> Experiment:
    match event:
        case e.ExperimentEdited():
            return replace(
                known,
                title=event.title,
                owner=event.owner,
                serves=event.serves,
                governance=event.governance,
            )
        case e.PlanChanged():
            return replace(known, plan=event.plan)
        case e.ExperimentMoved():
            return replace(known, stage=event.stage)
        case e.ExperimentStarted():
            return _started(known, event)
        case e.PlanAmended():
            return _amended(known, event.plan, event.on, event.reason)
        case e.ExperimentDecided():
            return _decided(known, event)
    return _read(known, event)


def _read(known: Experiment, event: e.ExperimentEvent) -> Experiment:
    match event:
        case e.ReadingsRecorded():
            return replace(known, readings={**known.readings, **event.readings})
        case e.ReadingCorrected():
            return replace(known, readings={**known.readings, event.reading: event.corrected})
        case e.ReadingWithdrawn():
            left = {key: kept for key, kept in known.readings.items() if key != event.reading}
            return replace(known, readings=left)
    raise TypeError(f"not about an experiment: {event!r}")


def _started(known: Experiment, event: e.ExperimentStarted) -> Experiment:
    first = Version(event.plan, event.on)
    return replace(
        known,
        stage="running",
        plan=event.plan,
        started=event.start,
        locked=event.on,
        versions=(first,),
    )


def _amended(known: Experiment, plan: Plan, on: str, reason: str) -> Experiment:
    version = Version(plan, on, reason, seen=progress(known))
    return replace(known, plan=plan, versions=(*known.versions, version))


def _decided(known: Experiment, event: e.ExperimentDecided) -> Experiment:
    decided = replace(known, stage="decided", decisions=(*known.decisions, event.decision))
    if event.plan is None:
        return decided
    decision = event.decision
    going_on = _amended(decided, event.plan, decision.on, decision.learning.therefore)
    return replace(going_on, stage="running")
