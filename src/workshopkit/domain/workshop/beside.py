"""What a wish changes of what is kept beside the log: people and lent tickets.

Never an event: those have a time, and an order, and stay.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.activity import Command, Context
from workshopkit.domain.people import Person, hash_secret
from workshopkit.domain.tickets import TICKET_LIFE, Purpose, Ticket
from workshopkit.domain.workshop import commands as c
from workshopkit.domain.workshop.door import person_of
from workshopkit.domain.workshop.evolve import with_people
from workshopkit.domain.workshop.state import WorkshopState


class Recalled(Struct, frozen=True):
    """Every ticket lent for this is taken back."""

    purpose: Purpose


Beside = Person | Ticket | Recalled


def decide_beside(state: WorkshopState, command: Command, context: Context) -> Beside | None:
    """What follows beside the log from a wish that `decide` has accepted; mostly nothing."""
    match command:
        case c.RemovePerson():
            person = person_of(state, command.person)
            # Enough is left to know their secret again, and no more.
            return Person(person.id, person.secret_hash, removed=True)
        case c.LendTicket():
            expires = context.now + TICKET_LIFE
            hashed, purpose = hash_secret(command.ticket), Purpose(command.purpose)
            return Ticket(hashed, state.id, expires, purpose)
        case c.RecallTickets():
            return Recalled(Purpose(command.purpose))
    return None


def with_beside(state: WorkshopState, beside: Beside) -> WorkshopState:
    """The workshop after that; the very same one where it changes nothing."""
    match beside:
        case Person():
            if state.people.get(beside.secret_hash) == beside:
                return state
            people = {**state.people, beside.secret_hash: beside}
            return with_people(state, people.values())
        case Ticket():
            known = state.tickets.get(beside.ticket_hash)
            if known is not None and known.purpose is beside.purpose:
                return state  # said twice, and no longer good for that
            return replace(state, tickets={**state.tickets, beside.ticket_hash: beside})
        case Recalled():
            lent = {
                hashed: ticket
                for hashed, ticket in state.tickets.items()
                if ticket.purpose is not beside.purpose
            }
            return replace(state, tickets=lent)
