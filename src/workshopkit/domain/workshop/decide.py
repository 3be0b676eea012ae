"""The workshop's rules: who may wish what, and which activity a wish goes to."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from workshopkit.domain import team as team_rules
from workshopkit.domain import timer as timers
from workshopkit.domain.actions import AddAction, ChangeAction, RemoveAction
from workshopkit.domain.activity import (
    ActivityCommand,
    ActivityKind,
    Actor,
    Command,
    Context,
    Event,
    Words,
    need_facilitator,
    need_text,
    not_allowed,
)
from workshopkit.domain.governance import WorkshopGovernance, checked
from workshopkit.domain.people import NAME_LIMIT, PEOPLE_LIMIT, Person, hash_secret
from workshopkit.domain.team import ActionOrigin
from workshopkit.domain.workshop import commands as c
from workshopkit.domain.workshop import events as e
from workshopkit.domain.workshop.state import (
    AGENDA_LIMIT,
    TITLE_LIMIT,
    AgendaItem,
    WorkshopState,
)
from workshopkit.errors import Refused


def decide(state: WorkshopState, command: Command, actor: Actor, context: Context) -> list[Event]:
    """What follows from any wish in this workshop; raises `Refused`."""
    if state.finished and not _may_come_late(state, command):
        raise Refused("finished", "This workshop has finished.", "Nothing more can be changed.")
    match command:
        case ActivityCommand():
            return _in_activity(state, command, actor, context)
        case AddAction() | ChangeAction() | RemoveAction():
            return _about_actions(state, command, actor, context)
    need_facilitator(actor)
    return _by_facilitator(state, command, context)


def decide_join(
    state: WorkshopState, secret: str, name: str | None, perspective: str | None, context: Context
) -> Person:
    """The person that a secret joins or returns as; refuses strangers at a locked door."""
    secret_hash = hash_secret(secret)
    known = state.people.get(secret_hash)
    if known is None:
        _need_open_door(state)
        known = Person(id=context.new_id(), secret_hash=secret_hash)
    if perspective and perspective not in (*state.perspectives, known.perspective):
        raise Refused(
            "bad_perspective", "That is not one of the perspectives.", "Choose one of the list."
        )
    return msgspec.structs.replace(
        known,
        name=known.name if name is None else _name(name),
        perspective=known.perspective if perspective is None else perspective,
    )


def _name(name: str) -> str:
    return need_text(name, NAME_LIMIT) if name.strip() else ""


def _need_open_door(state: WorkshopState) -> None:
    if state.finished:
        raise Refused(
            "finished", "This workshop has finished.", "Ask the facilitator for its record."
        )
    if state.locked:
        raise Refused("door_locked", "The door is locked.", "Ask the facilitator to let you in.")
    if len(state.people) >= PEOPLE_LIMIT:
        raise Refused("too_many", "This workshop is full.", "Ask the facilitator.")


def _may_come_late(state: WorkshopState, command: Command) -> bool:
    """What was decided is often written down after the meeting; an imported record stays so."""
    return isinstance(command, c.SetGovernance) and not state.record


def _in_activity(
    state: WorkshopState, command: ActivityCommand, actor: Actor, context: Context
) -> list[Event]:
    item = state.item(command.activity)
    if not isinstance(command, item.kind.commands):
        raise Refused("unknown_command", "That activity knows no such thing.", "Reload the page.")
    if not actor.leads and state.live != command.activity:
        raise Refused("not_live", "The workshop is at another activity now.", "Follow the others.")
    known = item.known_as(command.activity, _speaking(state, actor))
    return item.kind.decide(item.state, command, known, context)


def _speaking(state: WorkshopState, actor: Actor) -> Actor:
    """The actor with what they speak as, and how many speak as each."""
    person = state.people.get(hash_secret(actor.secret)) if actor.secret else None
    perspective = person.perspective if person is not None else ""
    counts = Counter(known.perspective for known in state.people.values())
    return msgspec.structs.replace(actor, perspective=perspective, perspectives=counts)


def _about_actions(
    state: WorkshopState, command: team_rules.TeamCommand, actor: Actor, context: Context
) -> list[Event]:
    if not actor.leads:
        _need_actions_open(state, command, actor)
    origin = ActionOrigin(workshop=state.id)
    if isinstance(command, AddAction) and command.activity:
        origin = _origin(state, command)
    return team_rules.decide(state.team, command, origin, context)


def _need_actions_open(state: WorkshopState, command: team_rules.TeamCommand, actor: Actor) -> None:
    live = state.agenda.get(state.live or "")
    if isinstance(command, RemoveAction) or not actor.secret:
        raise not_allowed()
    if live is None or live.phase not in live.kind.actions_in:
        raise Refused("wrong_phase", "Actions are made later on.", "Wait for the facilitator.")


def _origin(state: WorkshopState, command: AddAction) -> ActionOrigin:
    item = state.item(command.activity)
    about = item.kind.name_of(item.state, command.target) if command.target else ""
    if about is None:
        raise Refused("unknown_target", "What this is about is not there.", "Look at the board.")
    return ActionOrigin(state.id, command.activity, command.target, about)


def _by_facilitator(state: WorkshopState, command: Command, context: Context) -> list[Event]:
    match command:
        case c.AddActivity():
            return [_added(state, command, context)]
        case c.ChangeActivity():
            return _changed(state, command)
        case c.MakeLive():
            return _made_live(state, command.activity)
        case c.SetPerspectives():
            new = tuple(dict.fromkeys(command.perspectives))
            return [] if new == state.perspectives else [e.PerspectivesSet(new)]
        case c.SetGovernance():
            return _governed(state, command.governance)
        case c.LockDoor():
            return [] if state.locked else [e.DoorLocked()]
        case c.UnlockDoor():
            return [e.DoorUnlocked()] if state.locked else []
        case c.Finish():
            return [e.Finished()]
    return [_timed(state, command, context)]


def _governed(state: WorkshopState, wished: WorkshopGovernance) -> list[Event]:
    new = checked(wished)
    if new == (state.governance or WorkshopGovernance()):
        return []
    return [e.GovernanceSet(**msgspec.structs.asdict(new))]


def _timed(state: WorkshopState, command: Command, context: Context) -> e.TimerSet:
    match command:
        case c.StartTimer():
            timer = timers.start(command.seconds, context.now)
        case c.PauseTimer():
            timer = timers.pause(state.timer, context.now)
        case c.ResumeTimer():
            timer = timers.resume(state.timer, context.now)
        case c.ExtendTimer():
            timer = timers.extend(state.timer, command.seconds, context.now)
        case c.StopTimer():
            return e.TimerSet()
        case _:
            raise TypeError(f"not a workshop command: {command!r}")
    return e.TimerSet(timer.ends, timer.left)


def _added(state: WorkshopState, command: c.AddActivity, context: Context) -> e.ActivityAdded:
    if command.activity_kind not in state.kinds:
        raise Refused(
            "unknown_kind",
            f"No kind of activity is called {command.activity_kind!r}.",
            f"Known: {', '.join(sorted(state.kinds))}.",
        )
    if any(item.key == command.key for item in state.agenda.values()):
        raise Refused(
            "key_taken", "Two activities here are alike.", "Give one of them a key of its own."
        )
    if len(state.agenda) >= AGENDA_LIMIT:
        raise Refused("too_many", "The agenda is full.", "Make another workshop.")
    kind = state.kinds[command.activity_kind]
    kind.start(_options(kind, command.options))
    title = _title(command.title)
    return e.ActivityAdded(
        context.new_id(), command.activity_kind, command.key, title, command.options
    )


def _changed(state: WorkshopState, command: c.ChangeActivity) -> list[Event]:
    item: AgendaItem = state.item(command.activity)
    adopted = item.kind.adopt(item.state, _options(item.kind, command.options))
    title = _title(command.title)
    if adopted == item.state and title == item.title:
        return []
    return [e.ActivityChanged(command.activity, title, command.options)]


def _made_live(state: WorkshopState, activity: str | None) -> list[Event]:
    if activity is not None:
        state.item(activity)
    return [] if activity == state.live else [e.MadeLive(activity)]


def _title(title: Words) -> Words:
    return {lang: need_text(text, TITLE_LIMIT) for lang, text in title.items()}


def _options(kind: ActivityKind[Any], options: dict[str, Any]) -> Any:
    try:
        return msgspec.convert(options, kind.options)
    except msgspec.ValidationError as error:
        raise Refused(
            "bad_options", f"Those options do not fit: {error}.", "Correct them."
        ) from error
