"""One batch of wishes, decided and saved in one transaction, in the log's own thread.

Catch up with the log, decide, append: nothing else writes meanwhile, so what was decided
is still right when it is saved.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain import workshop
from workshopkit.domain.activity import Actor, Command, Event, Role
from workshopkit.domain.people import Person, hash_secret
from workshopkit.domain.tickets import LENT, Purpose, Ticket
from workshopkit.domain.workshop import Beside, Recalled, WorkshopState
from workshopkit.errors import LogError, Refused
from workshopkit.log.base import Transaction
from workshopkit.room.context import LiveContext
from workshopkit.room.mishap import where
from workshopkit.room.protocol import Hello
from workshopkit.room.vocabulary import Vocabulary

logger = logging.getLogger(__name__)


class Held(Struct, frozen=True):
    """A workshop as far as its logs were read."""

    workshop: str
    state: WorkshopState
    version: int = 0
    """The position of the last event that is in it."""


class Wish(Struct, frozen=True):
    """A command on its way, with who wants it."""

    command: Command
    actor: Actor
    id: str | None = None


class Entrance(Struct, frozen=True):
    """Someone at the door, with the code that they came by; a kernel's own page needs none."""

    hello: Hello
    code: str | None = None


class Done(Struct, frozen=True):
    """Saved; visible from this version on."""

    version: int
    personal: bool = True
    """Whether it changed what is one's own for nobody but who wished it."""


class Admitted(Struct, frozen=True):
    """Let in, in a role, perhaps as a person."""

    actor: Actor
    person: Person | None = None


Request = Wish | Entrance
Outcome = Done | Admitted | Refused


class Committed(Struct, frozen=True):
    """What a batch came to."""

    held: Held
    outcomes: tuple[Outcome, ...]
    caught_up: bool = False
    """Whether others had changed something meanwhile."""


class Clerk:
    """Does one batch inside one transaction."""

    def __init__(
        self, tx: Transaction, held: Held, vocabulary: Vocabulary, context: LiveContext
    ) -> None:
        self._tx = tx
        self._vocabulary = vocabulary
        self._context = context
        self.held = held

    def catch_up(self, *, people: bool) -> bool:
        """Read what others have appended, and what they keep beside the log, if asked for.

        Says whether any of it is new.
        """
        before = self.held
        self._read([before.workshop])
        team = self.held.state.team.id
        if team:
            self._read([team], after=before.version)
        if people or before.version == 0:
            self._read_beside()
        return self.held is not before

    def handle(self, requests: Sequence[Request]) -> tuple[Outcome, ...]:
        """Decide each request in turn, on the state that those before it left behind."""
        streams = [self.held.workshop, self.held.state.team.id]
        ids = [wish.id for wish in requests if isinstance(wish, Wish) and wish.id]
        answered = set(self._tx.answered(streams, ids)) if ids else set()
        return tuple(self._one(request, answered) for request in requests)

    def _one(self, request: Request, answered: set[str]) -> Outcome:
        try:
            if isinstance(request, Entrance):
                return self._admit(request)
            if request.id in answered:
                return Done(self.held.version)
            done = self._carry_out(request)
            if request.id:
                answered.add(request.id)
            return done
        except Refused as refused:
            return refused
        except LogError:
            raise
        except Exception as problem:
            # One activity's mistake must not undo what others wished in the same batch.
            logger.error("A request failed with %s", where(problem))
            return Refused("failed", "That could not be done.", "Tell the facilitator.")

    def _carry_out(self, wish: Wish) -> Done:
        state = self.held.state
        events = workshop.decide(state, wish.command, wish.actor, self._context)
        beside = workshop.decide_beside(state, wish.command, self._context)
        if beside is not None:
            self._keep(beside)
        if not events:
            return Done(self.held.version)
        self._append(events, wish.id)
        return Done(self.held.version, all(event.personal for event in events))

    def _append(self, events: Sequence[Event], command_id: str | None) -> None:
        streams = {"workshop": self.held.workshop, "team": self.held.state.team.id}
        new = [self._vocabulary.write_event(event, streams[event.stream]) for event in events]
        state = self.held.state
        for event in events:
            state = workshop.evolve(state, event)
        saved = self._tx.append(new, at=self._context.now, command_id=command_id)
        self._hold(state, saved[-1].position)

    def _admit(self, entrance: Entrance) -> Admitted:
        hello, state = entrance.hello, self.held.state
        if hello.ticket is not None:
            return Admitted(self._with_ticket(hello.ticket, hello.secret or ""))
        if hello.observe:
            workshop.need_open_to_look(state, entrance.code)
            return Admitted(Actor(Role.OBSERVER))
        if hello.secret is None:
            raise Refused("bad_hello", "Nobody said who comes.", "Reload the page.")
        said = (hello.secret, hello.name, hello.perspective)
        person = workshop.decide_join(state, *said, self._context, code=entrance.code)
        self._keep(person)
        return Admitted(Actor(Role.PARTICIPANT, hello.secret, person.id), person)

    def _with_ticket(self, ticket: str, secret: str) -> Actor:
        """Whoever a ticket of this workshop makes: it needs no open door, and no code."""
        known = self._tx.ticket(hash_secret(ticket), now=self._context.now)
        if known is None or known.workshop != self.held.workshop:
            raise workshop.wrong_ticket()
        lent = known.ticket_hash if known.purpose in LENT else ""
        if known.purpose is Purpose.SCREEN:
            return Actor(Role.OBSERVER, ticket=lent)
        return Actor(Role.FACILITATOR, secret, ticket=lent)

    def _keep(self, beside: Beside) -> None:
        """Save what is kept beside the log, unless it is there already."""
        state = workshop.with_beside(self.held.state, beside)
        if state is self.held.state:
            return
        match beside:
            case Person():
                self._tx.put_person(self.held.workshop, beside)
            case Ticket():
                self._lend(beside)
            case Recalled():
                self._tx.drop_tickets(self.held.workshop, beside.purpose)
        self._hold(state, self.held.version)

    def _lend(self, ticket: Ticket) -> None:
        known = self._tx.ticket(ticket.ticket_hash, now=self._context.now)
        if known is not None:
            raise Refused("ticket_taken", "That ticket is known already.", "Make another one.")
        self._tx.put_ticket(ticket)

    def _read_beside(self) -> None:
        state, now = self.held.state, self._context.now
        lent = self._tx.tickets(self.held.workshop, LENT, now=now)
        found = workshop.with_people(
            workshop.with_tickets(state, lent), self._tx.people(self.held.workshop)
        )
        if (found.people, found.tickets) != (state.people, state.tickets):
            self._hold(found, self.held.version)

    def _read(self, streams: list[str], after: int | None = None) -> None:
        start = self.held.version if after is None else after
        for recorded in self._tx.read(streams=streams, after=start):
            state = workshop.evolve(self.held.state, self._vocabulary.read_event(recorded))
            self._hold(state, max(self.held.version, recorded.position))

    def _hold(self, state: WorkshopState, version: int) -> None:
        self.held = replace(self.held, state=state, version=version)


def commit(
    tx: Transaction,
    held: Held,
    requests: Sequence[Request],
    vocabulary: Vocabulary,
    *,
    people: bool = False,
) -> Committed:
    """Catch up with the log, then decide and save a batch of requests.

    Who comes in may have just come in elsewhere, so an entrance reads the people anew.
    """
    clerk = Clerk(tx, held, vocabulary, LiveContext.current())
    at_the_door = any(isinstance(request, Entrance) for request in requests)
    caught_up = clerk.catch_up(people=people or at_the_door)
    outcomes = clerk.handle(requests) if requests else ()
    return Committed(clerk.held, outcomes, caught_up)
