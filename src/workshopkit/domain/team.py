"""The team: it outlives its workshops and owns their actions. Its log is its own."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from workshopkit.domain.actions import (
    ACTIONS_LIMIT,
    Action,
    ActionAboutChanged,
    ActionAdded,
    ActionChanged,
    ActionRemoved,
    ActionReviewed,
    AddAction,
    ChangeAction,
    RemoveAction,
    after_review,
    checked_due,
    checked_likely,
    checked_owner,
    checked_text,
    unknown_action,
)
from workshopkit.domain.activity import Context, Event
from workshopkit.domain.checks import Check, HealthChecked, with_check
from workshopkit.domain.experiments import events as experiment_events
from workshopkit.domain.experiments import ledger
from workshopkit.domain.experiments.record import Experiment
from workshopkit.errors import Refused


class TeamState(Struct, frozen=True):
    """A team, all that it has promised and tried, and how it was when it looked."""

    id: str = ""
    name: str = ""
    actions: Mapping[str, Action] = {}
    experiments: Mapping[str, Experiment] = {}
    checks: Mapping[str, Check] = {}
    """Its health checks by the activity that they were, the first first."""
    here: str = ""
    """The id of the workshop that looks at it: what was made in another one came before."""


class TeamFormed(Event, frozen=True, tag="team.formed"):
    """A team was named for the first time."""

    stream = "team"
    team: str
    name: str


class ActionOrigin(Struct, frozen=True):
    """Where a new action comes from."""

    workshop: str = ""
    activity: str = ""
    target: str = ""
    about: str = ""


TeamCommand = AddAction | ChangeAction | RemoveAction
ActionEvent = ActionAdded | ActionChanged | ActionAboutChanged | ActionRemoved | ActionReviewed
TeamEvent = TeamFormed | ActionEvent | experiment_events.ExperimentEvent | HealthChecked


def decide(
    state: TeamState, command: TeamCommand, origin: ActionOrigin, context: Context
) -> list[Event]:
    """What follows from a wish about actions; who may wish it, the workshop has decided."""
    match command:
        case AddAction():
            return [_added(state, command, origin, context)]
        case ChangeAction():
            return _changed(state, command)
        case RemoveAction():
            _need_action(state, command.action)
            return [ActionRemoved(command.action)]


def evolve(state: TeamState, event: TeamEvent) -> TeamState:
    match event:
        case TeamFormed():
            return msgspec.structs.replace(state, id=event.team, name=event.name)
        case ActionAdded():
            return _with_action(state, event.action, _action_of(event))
        case ActionChanged():
            return _with_action(state, event.action, _changed_action(state, event))
        case ActionAboutChanged():
            known = state.actions[event.action]
            reworded = msgspec.structs.replace(known, about=event.about)
            return _with_action(state, event.action, reworded)
        case ActionRemoved():
            left = {key: kept for key, kept in state.actions.items() if key != event.action}
            return msgspec.structs.replace(state, actions=left)
        case ActionReviewed():
            return _with_action(
                state, event.action, after_review(state.actions[event.action], event)
            )
        case experiment_events.ExperimentEvent():
            experiments = ledger.evolve(state.experiments, event)
            return msgspec.structs.replace(state, experiments=experiments)
        case HealthChecked():
            return msgspec.structs.replace(state, checks=with_check(state.checks, event))


def _added(
    state: TeamState, command: AddAction, origin: ActionOrigin, context: Context
) -> ActionAdded:
    if len(state.actions) >= ACTIONS_LIMIT:
        raise Refused("too_many", "The team has too many actions.", "Remove some first.")
    return ActionAdded(
        action=context.new_id(),
        text=checked_text(command.text),
        owner=checked_owner(command.owner),
        due=checked_due(command.due),
        workshop=origin.workshop,
        activity=origin.activity,
        target=origin.target,
        about=origin.about,
        likely=checked_likely(command.likely),
        keep_doing=command.keep_doing,
    )


def _changed(state: TeamState, command: ChangeAction) -> list[Event]:
    known = _need_action(state, command.action)
    event = ActionChanged(
        action=command.action,
        text=checked_text(command.text),
        owner=checked_owner(command.owner),
        due=checked_due(command.due),
        likely=checked_likely(command.likely),
        keep_doing=command.keep_doing,
    )
    return [] if _changed_action(state, event) == known else [event]


def _need_action(state: TeamState, action: str) -> Action:
    if action not in state.actions:
        raise unknown_action()
    return state.actions[action]


def _changed_action(state: TeamState, event: ActionChanged) -> Action:
    return msgspec.structs.replace(
        state.actions[event.action],
        text=event.text,
        owner=event.owner,
        due=event.due,
        likely=event.likely,
        keep_doing=event.keep_doing,
    )


def _action_of(event: ActionAdded) -> Action:
    return Action(
        text=event.text,
        owner=event.owner,
        due=event.due,
        workshop=event.workshop,
        activity=event.activity,
        target=event.target,
        about=event.about,
        likely=event.likely,
        keep_doing=event.keep_doing,
    )


def _with_action(state: TeamState, key: str, action: Action) -> TeamState:
    return msgspec.structs.replace(state, actions={**state.actions, key: action})
