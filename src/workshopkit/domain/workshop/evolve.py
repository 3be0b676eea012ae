"""How a workshop changes: one event at a time."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from workshopkit.domain import team as team_rules
from workshopkit.domain.activity import ActivityEvent, Event
from workshopkit.domain.participation import kept
from workshopkit.domain.people import Person
from workshopkit.domain.team import TeamState
from workshopkit.domain.tickets import Ticket
from workshopkit.domain.timer import Timer
from workshopkit.domain.turns import Turns, with_late
from workshopkit.domain.workshop import events as e
from workshopkit.domain.workshop.state import AgendaItem, WorkshopState


def evolve(state: WorkshopState, event: Event) -> WorkshopState:
    """The workshop after an event, its own or its team's."""
    if event.stream == "team":
        return _with_team(state, team_rules.evolve(state.team, event))  # type: ignore[arg-type]
    match event:
        case ActivityEvent():
            return _in_activity(state, event)
        case e.WorkshopCreated():
            return _created(state, event)
        case e.ActivityAdded():
            return _activity_added(state, event)
        case e.ActivityChanged():
            return _activity_changed(state, event)
    return _simply(state, event)


def _created(state: WorkshopState, event: e.WorkshopCreated) -> WorkshopState:
    known = {"id": event.team, "name": event.team_name, "here": event.workshop}
    return replace(
        state,
        id=event.workshop,
        title=event.title,
        code=event.code,
        team=replace(state.team, **known),
        counted=event.people,
    )


def _simply(state: WorkshopState, event: Event) -> WorkshopState:
    match event:
        case e.MadeLive():
            return replace(state, live=event.activity, timer=None)
        case e.PerspectivesSet():
            return replace(state, perspectives=event.perspectives)
        case e.GovernanceSet() | e.RecordImported() | e.Forgotten():
            return _about_record(state, event)
        case e.DoorLocked():
            return replace(state, locked=True)
        case e.DoorUnlocked():
            return replace(state, locked=False)
        case e.CodeRenewed():
            return replace(state, code=event.code)
        case e.Finished():
            return replace(state, finished=True, timer=None)
        case e.TimerSet():
            gone = event.ends is None and event.left is None
            return replace(state, timer=None if gone else Timer(event.ends, event.left))
        case e.TurnsSet():
            return replace(state, turns=_turns(state, event))
    raise TypeError(f"not a workshop event: {event!r}")


def _about_record(
    state: WorkshopState, event: e.GovernanceSet | e.RecordImported | e.Forgotten
) -> WorkshopState:
    match event:
        case e.GovernanceSet():
            return replace(state, governance=event.governance)
        case e.RecordImported():
            return replace(state, record=event.record)
        case e.Forgotten():
            counted = max(state.counted, event.people)
            return replace(state, forgotten=event.day, counted=counted)


def _with_team(state: WorkshopState, team: TeamState) -> WorkshopState:
    agenda = {
        key: replace(item, state=item.kind.follow(item.state, team))
        for key, item in state.agenda.items()
    }
    return replace(state, team=team, agenda=agenda)


def with_people(state: WorkshopState, people: Iterable[Person]) -> WorkshopState:
    """The same workshop with the people that the names table has now.

    Read for the first time, they are those who were there: nobody comes late.
    """
    known = {person.secret_hash: person for person in people}
    turns = state.turns
    if turns is not None and state.people:
        turns = with_late(turns, state.people.values(), known.values())
    return replace(state, people=known, turns=turns)


def with_tickets(state: WorkshopState, lent: Iterable[Ticket]) -> WorkshopState:
    """The same workshop with the tickets that are lent now."""
    return replace(state, tickets={ticket.ticket_hash: ticket for ticket in lent})


def _turns(state: WorkshopState, event: e.TurnsSet) -> Turns | None:
    if not event.key:
        return None
    goes_on = state.turns is not None and state.turns.key == event.key
    late = state.turns.late if state.turns is not None and goes_on else ()
    return Turns(event.key, event.heard, late)


def _in_activity(state: WorkshopState, event: ActivityEvent) -> WorkshopState:
    item = state.agenda[event.activity]
    after = replace(item, state=item.kind.evolve(item.state, event))
    moved = after.phase != item.phase
    if moved:
        closed = item.kind.contributed(after.state)
        after = replace(after, voices=kept(item.voices, closed))
    timer = None if moved and event.activity == state.live else state.timer
    return replace(state, agenda={**state.agenda, event.activity: after}, timer=timer)


def _activity_added(state: WorkshopState, event: e.ActivityAdded) -> WorkshopState:
    kind = state.kinds[event.activity_kind]
    options = msgspec.convert(event.options, kind.options)
    first = kind.follow(kind.start(options), state.team)
    item = AgendaItem(kind, event.key, event.title, first)
    return replace(state, agenda={**state.agenda, event.activity: item})


def _activity_changed(state: WorkshopState, event: e.ActivityChanged) -> WorkshopState:
    item = state.agenda[event.activity]
    options = msgspec.convert(event.options, item.kind.options)
    after = replace(item, title=event.title, state=item.kind.adopt(item.state, options))
    return replace(state, agenda={**state.agenda, event.activity: after})
