"""The workshop's rules: who may wish what, and which activity a wish goes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from typing import Any

import msgspec

from workshopkit.domain import team as team_rules
from workshopkit.domain import timer as timers
from workshopkit.domain.actions import ActionAboutChanged, AddAction, ChangeAction, RemoveAction
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
from workshopkit.domain.people import hash_secret
from workshopkit.domain.team import ActionOrigin
from workshopkit.domain.workshop import commands as c
from workshopkit.domain.workshop import events as e
from workshopkit.domain.workshop.door import about_tickets, at_the_door, need_right
from workshopkit.domain.workshop.state import (
    AGENDA_LIMIT,
    TITLE_LIMIT,
    AgendaItem,
    WorkshopState,
)
from workshopkit.errors import Refused


def decide(state: WorkshopState, command: Command, actor: Actor, context: Context) -> list[Event]:
    """What follows from any wish in this workshop; raises `Refused`.

    What it changes beside the log, `decide_beside` says.
    """
    need_right(state, actor)
    if state.finished and not isinstance(command, c.RecallTickets):
        raise Refused("finished", "This workshop has finished.", "Nothing more can be changed.")
    match command:
        case ActivityCommand():
            return _in_activity(state, command, actor, context)
        case AddAction() | ChangeAction() | RemoveAction():
            return _about_actions(state, command, actor, context)
    need_facilitator(actor)
    return _by_facilitator(state, command, actor, context)


def _in_activity(
    state: WorkshopState, command: ActivityCommand, actor: Actor, context: Context
) -> list[Event]:
    item = state.item(command.activity)
    if not isinstance(command, item.kind.commands):
        raise Refused("unknown_command", "That activity knows no such thing.", "Reload the page.")
    if not actor.leads and state.live != command.activity:
        raise Refused("not_live", "The workshop is at another activity now.", "Follow the others.")
    known = item.known_as(command.activity, _speaking(state, actor))
    events = item.kind.decide(item.state, command, known, context)
    return [*events, *_about_no_more(state, command.activity, events)]


def _about_no_more(state: WorkshopState, activity: str, events: Sequence[Event]) -> list[Event]:
    """What actions of this workshop must not repeat any more, or may say again."""
    if not any(event.withholds for event in events):
        return []
    kind = state.agenda[activity].kind
    after = reduce(kind.evolve, events, state.agenda[activity].state)
    abouts = {
        key: kind.still_about(after, action.target, action.about)
        for key, action in state.team.actions.items()
        if (action.workshop, action.activity) == (state.id, activity)
    }
    return [
        ActionAboutChanged(key, about)
        for key, about in abouts.items()
        if about != state.team.actions[key].about
    ]


def _speaking(state: WorkshopState, actor: Actor) -> Actor:
    """The actor with what they speak as, and how many speak as each.

    Who was taken out still counts, as nothing: what they answered is still there to be told.
    """
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


def _by_facilitator(
    state: WorkshopState, command: Command, actor: Actor, context: Context
) -> list[Event]:
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
        case c.LockDoor() | c.UnlockDoor() | c.RenewCode() | c.RemovePerson():
            return at_the_door(state, command, context)
        case c.LendTicket() | c.RecallTickets():
            return about_tickets(state, command, actor)
        case c.Finish():
            return [e.Finished()]
        case c.MixTurns() | c.PassTurn() | c.EndTurns():
            return _in_turns(state, command, context)
    return [_timed(state, command, context)]


def _in_turns(state: WorkshopState, command: c.TurnCommand, context: Context) -> list[Event]:
    if isinstance(command, c.MixTurns):
        return [e.TurnsSet(context.new_id())]
    if state.turns is None:
        if isinstance(command, c.EndTurns):
            return []
        raise Refused("no_turns", "Nobody takes turns now.", "Make an order of talking first.")
    if isinstance(command, c.EndTurns):
        return [e.TurnsSet()]
    same = command.heard == state.turns.heard
    return [] if same else [e.TurnsSet(state.turns.key, command.heard)]


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
