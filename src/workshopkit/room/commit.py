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
from workshopkit.domain.workshop import WorkshopState
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
    """Someone at the door."""

    hello: Hello


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
        """Read what others have appended, and who joined elsewhere; say whether any is new."""
        before = self.held
        if self._read_on() and before.version:
            # What was read before says what should be forgotten.
            self.held = Held(before.workshop, self._vocabulary.start())
            self._read_on()
            people = True
        if people or before.version == 0:
            joined = self._tx.people(before.workshop)
            if {person.secret_hash: person for person in joined} != self.held.state.people:
                self._hold(workshop.with_people(self.held.state, joined), self.held.version)
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
                return self._admit(request.hello)
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
        events = workshop.decide(self.held.state, wish.command, wish.actor, self._context)
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

    def _admit(self, hello: Hello) -> Admitted:
        if hello.ticket is not None:
            return Admitted(self._facilitator(hello))
        if hello.observe:
            return Admitted(Actor(Role.OBSERVER))
        if hello.secret is None:
            raise Refused("bad_hello", "Nobody said who comes.", "Reload the page.")
        person = workshop.decide_join(
            self.held.state, hello.secret, hello.name, hello.perspective, self._context
        )
        self._keep(person)
        return Admitted(Actor(Role.PARTICIPANT, hello.secret, person.id), person)

    def _facilitator(self, hello: Hello) -> Actor:
        ticket = self._tx.ticket(hash_secret(hello.ticket or ""), now=self._context.now)
        if ticket is None or ticket.workshop != self.held.workshop:
            raise Refused(
                "wrong_ticket",
                "Your right to lead this workshop has run out.",
                "Reload the notebook to get a new one.",
            )
        return Actor(Role.FACILITATOR, hello.secret or "")

    def _keep(self, person: Person) -> None:
        people = self.held.state.people
        if people.get(person.secret_hash) == person:
            return
        self._tx.put_person(self.held.workshop, person)
        state = replace(self.held.state, people={**people, person.secret_hash: person})
        self._hold(state, self.held.version)

    def _read_on(self) -> bool:
        """Read what is new, the workshop's and its team's; say whether what is old was changed."""
        start = self.held.version
        rewritten = self._read(self.held.workshop, start)
        team = self.held.state.team.id
        return self._read(team, start) or rewritten if team else rewritten

    def _read(self, stream: str, after: int) -> bool:
        rewritten = False
        for recorded in self._tx.read(streams=[stream], after=after):
            event = self._vocabulary.read_event(recorded)
            rewritten = rewritten or event.rewrites
            state = workshop.evolve(self.held.state, event)
            self._hold(state, max(self.held.version, recorded.position))
        return rewritten

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
