"""The desk: a kernel's, or the command line's, own door to one workshop, without asyncio."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from workshopkit.domain import workshop
from workshopkit.domain.activity import Actor, Command, Kinds, Role, View
from workshopkit.errors import Refused
from workshopkit.log.base import EventLog, Transaction
from workshopkit.room.commit import Committed, Done, Held, Request, Wish, commit
from workshopkit.room.directory import find_or_create, held_on, make_ticket
from workshopkit.room.vocabulary import Vocabulary, load_kinds

T = TypeVar("T")
TOGETHER = 50
"""Commands of many that are saved at once."""


class Desk:
    """One workshop, led from Python. Each call asks the log, so it is never out of date."""

    def __init__(
        self,
        log: EventLog,
        *,
        title: str,
        team: str,
        workshop: str | None = None,
        kinds: Kinds | None = None,
    ) -> None:
        """Find the workshop, or make it (see `find_or_create`)."""
        self.log = log
        self.vocabulary = Vocabulary(load_kinds() if kinds is None else kinds)
        self.workshop = self._transact(
            lambda tx: find_or_create(
                tx, self.vocabulary, title=title, team=team, workshop=workshop
            )
        )
        self._held = Held(self.workshop, self.vocabulary.start())
        self._observers: list[Callable[[], None]] = []

    @property
    def version(self) -> int:
        return self._caught_up().version

    def perform(self, command: Command) -> None:
        """Do as the facilitator wishes and save it; raises `Refused`."""
        wish = Wish(command, Actor(Role.FACILITATOR))
        outcome = self._commit([wish]).outcomes[0]
        if isinstance(outcome, Refused):
            raise outcome
        assert isinstance(outcome, Done)
        self._tell()

    def perform_all(
        self, commands: Sequence[Command], *, secret: str, person: str = ""
    ) -> list[Refused | None]:
        """Do many things as a facilitator; in the place of each, why it was refused.

        What comes of it belongs to whoever has the secret or, where people sign, to `person`.
        It is saved in pieces, so that it does not hold up votes (DESIGN 4).
        """
        actor, refused = Actor(Role.FACILITATOR, secret, person), list[Refused | None]()
        for first in range(0, len(commands), TOGETHER):
            wishes = [Wish(command, actor) for command in commands[first : first + TOGETHER]]
            outcomes = self._commit(wishes).outcomes
            refused += [each if isinstance(each, Refused) else None for each in outcomes]
        self._tell()
        return refused

    def own(self, secret: str, person: str = "") -> View:
        """What belongs to a facilitator with this secret, or to `person`."""
        actor = Actor(Role.FACILITATOR, secret, person)
        return workshop.me(self._caught_up().state, actor, None)

    def view(self, role: Role = Role.FACILITATOR) -> View:
        """What a role may see now."""
        return workshop.view(self._caught_up().state, role)

    def public(self) -> View:
        """What a record of the workshop may say now, with the day it was held."""
        seen = workshop.public(self._caught_up().state)
        day = self._transact(lambda tx: held_on(tx, self.workshop), write=False)
        seen["workshop"]["date"] = day
        return seen

    def ticket(self) -> str:
        """A fresh facilitator's ticket for a browser."""
        return self._transact(lambda tx: make_ticket(tx, self.workshop))

    def observe(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after every change, from whichever thread; returns the way to stop."""
        self._observers.append(changed)
        stop_following = self.log.follow(changed)

        def stop() -> None:
            stop_following()
            if changed in self._observers:
                self._observers.remove(changed)

        return stop

    def _tell(self) -> None:
        for observer in list(self._observers):
            observer()

    def _caught_up(self) -> Held:
        return self._commit([]).held

    def _commit(self, requests: Sequence[Request]) -> Committed:
        held = self._held
        committed = self._transact(
            lambda tx: commit(tx, held, requests, self.vocabulary, people=True),
            write=bool(requests),
        )
        self._held = committed.held
        return committed

    def _transact(self, work: Callable[[Transaction], T], *, write: bool = True) -> T:
        return self.log.transact(work, write=write).result()
