"""What each role sees of an experiment board, and what is a person's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from workshopkit.domain.activity import Contributions, Role, View, Viewer, listing
from workshopkit.domain.experiments.judgement import broken, is_counted, judged, progress
from workshopkit.domain.experiments.record import STARTED, Experiment, Reading, Version
from workshopkit.domain.experiments.series import chart
from workshopkit.domain.experiments.state import PHASES, PRIVATE, SHOWING, ExperimentsState

DECIDED_SHOWN = 20
"""Decided experiments that phones get, the latest ones; the facilitator gets all."""
ACTIONS_SHOWN = 50


def view(state: ExperimentsState, viewer: Viewer) -> View:
    """The team's experiments; what people expect or vote only once it is shown or counted.

    While people say what they expect, nobody is sent readings but the facilitator.
    """
    leads = viewer.role is Role.FACILITATOR
    seen: View = {
        "phase": state.phase,
        "phases": list(PHASES),
        "private": state.phase in PRIVATE,
        "experiments": listing({key: _item(state, key, leads) for key in _shown(state, leads)}),
        "total": len(state.experiments),
        "actions": listing(_actions(state)),
    }
    if state.at is not None:
        seen.update(_about_focus(state, state.at))
    return seen


def record(state: ExperimentsState, viewer: Viewer) -> View:
    """Every experiment with its card, readings and verdict, as the notebook has it.

    While people say what they expect, no more than everyone sees.
    """
    role = Role.OBSERVER if state.phase == "expect" else Role.FACILITATOR
    seen = view(state, Viewer(role, names=viewer.names))
    # What the team could still try is for the screen alone, and the chart is drawn anew.
    return {key: value for key, value in seen.items() if key not in ("actions", "chart")}


def me(state: ExperimentsState, viewer: Viewer) -> View:
    """What one expected and voted oneself, of the experiment that everyone looks at."""
    seen: View = {}
    said = state.expectations.get(state.at or "", {}).get(viewer.authors.get("expectations", ""))
    vote = state.votes.get(state.at or "", {}).get(viewer.authors.get("votes", ""))
    if said is not None:
        seen["expected"] = msgspec.to_builtins(said)
    if vote is not None:
        seen["vote"] = vote
    return seen


def contributed(state: ExperimentsState) -> dict[str, Contributions]:
    """That people said what they expect once it is shown, and voted once that is counted.

    One of each, of the experiment that everyone looks at. To expect again is a new round; votes
    that are opened again are the same votes, so they are not counted anew.
    """
    closed: dict[str, Contributions] = {}
    if state.at is None:
        return closed
    if state.phase in SHOWING and state.at in state.shown:
        said = sum(state.shown[state.at].counts.values())
        closed["expectations"] = Contributions.of([1] * said, round=state.asked)
    if state.at in state.counted:
        voted = sum(state.counted[state.at].values())
        closed["votes"] = Contributions.of([1] * voted, round=len(state.voted_on))
    return closed


def _shown(state: ExperimentsState, leads: bool) -> list[str]:
    """What is still open, and the latest that were decided, in the order of their coming."""
    if leads:
        return list(state.experiments)
    decided = [key for key, each in state.experiments.items() if each.stage == "decided"]
    by_day = sorted(decided, key=lambda key: state.experiments[key].decisions[-1].on)
    old = set(by_day[:-DECIDED_SHOWN]) - {state.at}
    return [key for key in state.experiments if key not in old]


def _about_focus(state: ExperimentsState, key: str) -> View:
    seen: View = {
        "focus": key,
        "expected": len(state.expectations.get(key, {})),
        "voted": len(state.votes.get(key, {})),
    }
    if state.phase in SHOWING and key in state.shown:
        seen["expectations"] = _plain(state.shown[key])
    if key in state.counted:
        seen["votes"] = dict(state.counted[key])
    if state.phase != "expect" and state.experiments[key].readings:
        seen["chart"] = chart(state.experiments[key], screen=state.options.screen)
    return seen


def _item(state: ExperimentsState, key: str, leads: bool) -> View:
    experiment = state.experiments[key]
    asked = key == state.at and state.phase == "expect" and not leads
    seen = _brief(experiment)
    if not asked:
        seen["progress"] = progress(experiment)
    if not leads and key != state.at:
        return seen
    seen.update(_card(experiment))
    if not asked:
        seen.update(_results(experiment))
    if leads:
        seen["readings"] = listing(
            {id_: _reading(reading) for id_, reading in experiment.readings.items()}
        )
    return seen


def _brief(experiment: Experiment) -> View:
    seen: View = {
        "title": experiment.title,
        "stage": experiment.stage,
        "owner": experiment.owner,
        "belief": experiment.plan.belief,
        "review": experiment.plan.review if experiment.stage in STARTED else "",
        "decision": experiment.decisions[-1] if experiment.decisions else None,
    }
    if experiment.stage in STARTED:
        seen["needed"] = experiment.plan.planned
        seen["counted"] = is_counted(experiment)
    return dict(_plain(seen))


def _card(experiment: Experiment) -> View:
    seen: View = {
        "serves": experiment.serves,
        "about": experiment.about,
        "action": experiment.action,
        "plan": experiment.plan,
        "governance": experiment.governance,
        "started": experiment.started,
        "locked": experiment.locked,
        "versions": [_version(each) for each in experiment.versions],
        "decisions": [_plain(each) for each in experiment.decisions],
    }
    return dict(_plain(seen))


def _reading(reading: Reading) -> View:
    """By hand, for there may be thousands."""
    seen: View = {"date": reading.date, "value": reading.value, "arm": reading.arm}
    if reading.of is not None:
        seen["of"] = reading.of
    if reading.guardrail:
        seen["guardrail"] = reading.guardrail
    if reading.corrected:
        seen["corrected"] = reading.corrected
    return seen


def _version(version: Version) -> View:
    return {"on": version.on, "reason": version.reason, "seen": version.seen, "plan": version.plan}


def _results(experiment: Experiment) -> View:
    """How far it has come: what is there of what was planned, and what it says so far."""
    guardrails = experiment.plan.guardrails
    seen: View = {"broken": [each.id for each in guardrails if broken(experiment, each)]}
    if experiment.stage in (*STARTED, "decided") and experiment.started:
        judgement = judged(experiment)
        seen["verdict"] = {
            "outcome": judgement.outcome,
            "reason": judgement.reason,
            "interval": judgement.interval,
            "early": progress(experiment) < experiment.plan.planned,
        }
    return dict(_plain(seen))


def _actions(state: ExperimentsState) -> dict[str, View]:
    """What the team promised and has not yet made an experiment of, the latest."""
    tried = {experiment.action for experiment in state.experiments.values()}
    free = [key for key in state.actions if key not in tried][-ACTIONS_SHOWN:]
    return {
        key: _plain({"text": state.actions[key].text, "about": state.actions[key].about})
        for key in free
    }


def _plain(value: Any) -> Any:
    """A struct as views carry it: what it does not say is left out."""
    if isinstance(value, msgspec.Struct):
        value = msgspec.to_builtins(value)
    if isinstance(value, Mapping):
        told = {key: _plain(each) for key, each in value.items()}
        return {key: each for key, each in told.items() if each is not None and each != ""}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
