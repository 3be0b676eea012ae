"""The door: who may come in, who may stay, and what the facilitator does about it."""

from __future__ import annotations

import msgspec

from workshopkit.domain.activity import Actor, Context, Event, Role, need_text, not_allowed
from workshopkit.domain.people import NAME_LIMIT, PEOPLE_LIMIT, Person, hash_secret
from workshopkit.domain.tickets import LENT_LIMIT
from workshopkit.domain.workshop import commands as c
from workshopkit.domain.workshop import events as e
from workshopkit.domain.workshop.state import WorkshopState
from workshopkit.errors import Refused

DoorCommand = c.LockDoor | c.UnlockDoor | c.RenewCode | c.RemovePerson


def decide_join(
    state: WorkshopState,
    secret: str,
    name: str | None,
    perspective: str | None,
    context: Context,
    *,
    code: str | None = None,
) -> Person:
    """The person that a secret joins or returns as; refuses who was taken out, and strangers
    at a locked door or with a `code` that is no longer the workshop's."""
    secret_hash = hash_secret(secret)
    known = state.people.get(secret_hash)
    if known is None:
        _need_open_door(state, code)
        known = Person(id=context.new_id(), secret_hash=secret_hash)
    if known.removed:
        raise removed()
    if perspective and perspective not in (*state.perspectives, known.perspective):
        raise Refused(
            "bad_perspective", "That is not one of the perspectives.", "Choose one of the list."
        )
    return msgspec.structs.replace(
        known,
        name=known.name if name is None else _name(name),
        perspective=known.perspective if perspective is None else perspective,
    )


def need_open_to_look(state: WorkshopState, code: str | None) -> None:
    """Refuses who has nothing but a code to look on with, once that is not enough."""
    need_code(state, code)
    if state.locked:
        raise _locked()


def need_right(state: WorkshopState, actor: Actor) -> None:
    """Refuses who was in, and may not be any longer."""
    if actor.ticket and actor.ticket not in state.tickets:
        raise wrong_ticket()
    if actor.role is Role.PARTICIPANT:
        person = state.people.get(hash_secret(actor.secret))
        if person is not None and person.removed:
            raise removed()


def need_code(state: WorkshopState, code: str | None) -> None:
    """Refuses who came by a code that the workshop has no longer, and has nothing else."""
    if code not in (None, state.code):
        raise Refused(
            "code_renewed",
            "This workshop has a new code: the one you have lets nobody in any more.",
            "Ask the facilitator for the new one.",
        )


def at_the_door(state: WorkshopState, command: DoorCommand, context: Context) -> list[Event]:
    """What follows from a wish about who comes in."""
    match command:
        case c.UnlockDoor():
            return [e.DoorUnlocked()] if state.locked else []
        case c.RenewCode():
            return [e.CodeRenewed(context.new_code())]
        case c.RemovePerson():
            person_of(state, command.person)
            if not command.lock_door:
                return []
    return [] if state.locked else [e.DoorLocked()]


def about_tickets(
    state: WorkshopState, command: c.LendTicket | c.RecallTickets, actor: Actor
) -> list[Event]:
    """No event ever: tickets are kept beside the log. A lent one cannot lend the lead on."""
    if actor.ticket and (isinstance(command, c.RecallTickets) or command.purpose == "lead"):
        raise not_allowed("Only the facilitator's own page can do this.")
    if isinstance(command, c.LendTicket) and len(state.tickets) >= LENT_LIMIT:
        raise Refused(
            "too_many_tickets", "Too many links are lent already.", "End them, then make a new one."
        )
    return []


def person_of(state: WorkshopState, identity: str) -> Person:
    """The person of this id, in or taken out."""
    for person in state.people.values():
        if person.id == identity:
            return person
    raise Refused("unknown_person", "That person is not in this workshop.", "Look at the list.")


def removed() -> Refused:
    return Refused(
        "removed",
        "The facilitator has taken you out of this workshop.",
        "Talk to them if that is a mistake.",
    )


def wrong_ticket() -> Refused:
    return Refused(
        "wrong_ticket",
        "The right that this page came with has run out.",
        "Open it again from the notebook.",
    )


def _name(name: str) -> str:
    return need_text(name, NAME_LIMIT) if name.strip() else ""


def _need_open_door(state: WorkshopState, code: str | None) -> None:
    need_code(state, code)
    if state.finished:
        raise Refused(
            "finished", "This workshop has finished.", "Ask the facilitator for its record."
        )
    if state.locked:
        raise _locked()
    if len(state.members) >= PEOPLE_LIMIT:
        raise Refused("too_many", "This workshop is full.", "Ask the facilitator.")


def _locked() -> Refused:
    return Refused("door_locked", "The door is locked.", "Ask the facilitator to let you in.")
