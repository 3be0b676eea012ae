"""The event log's contract: a stream per workshop, one per team, in one database.

`tests/log/contract.py` proves a back end; every back end passes the same suite.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Protocol, TypeVar

from msgspec import Struct

from workshopkit.domain.people import Person
from workshopkit.domain.tickets import Purpose, Ticket

T = TypeVar("T")


class Recorded(Struct, frozen=True):
    """One event as the log keeps it."""

    position: int
    """Its place among all events of the database: grows, with gaps."""
    stream: str
    type: str
    """The event's stable name, as ``retro.card_added``."""
    data: bytes
    """The whole event as JSON, its type included."""
    at: datetime
    """When, to the minute, in UTC (DESIGN 5.2)."""


class NewEvent(Struct, frozen=True):
    """One event on its way into the log."""

    stream: str
    type: str
    data: bytes


class Transaction(Protocol):
    """What may be done inside `EventLog.transact`: it all happens, or none of it."""

    def read(
        self,
        *,
        streams: Collection[str] | None = None,
        types: Collection[str] | None = None,
        after: int = 0,
    ) -> list[Recorded]:
        """Events after a position, oldest first; of all streams and types unless named.

        Naming none at all (an empty collection) finds nothing.
        """

    def append(
        self, events: Sequence[NewEvent], *, at: datetime, command_id: str | None = None
    ) -> list[Recorded]:
        """Add events, of one or several streams, remembering the command that caused them.

        The command's id is remembered once for each stream among the events; one that a
        stream has already is a mistake of the caller (`LogError`). `at` needs a time zone
        and is cut off to the minute, also in what is returned.
        """

    def answered(self, streams: Collection[str], command_ids: Collection[str]) -> dict[str, int]:
        """Which of these commands were accepted in these streams.

        With each comes the position of its last event in any of these streams.
        """

    def people(self, stream: str) -> list[Person]:
        """Who joined this workshop, also those taken out, in no order that says when."""

    def put_person(self, stream: str, person: Person) -> None:
        """Add a person, or replace the one with the same id.

        A secret that someone else of this workshop has is a mistake of the caller (`LogError`).
        """

    def put_ticket(self, ticket: Ticket) -> None:
        """Keep a ticket; some that have long expired may be dropped on the way."""

    def ticket(self, ticket_hash: str, *, now: datetime) -> Ticket | None:
        """The ticket of this hash unless it has expired by `now`."""

    def tickets(
        self, workshop: str, purposes: Collection[Purpose], *, now: datetime
    ) -> list[Ticket]:
        """A workshop's tickets for these purposes that are good at `now`, in order of hash."""

    def drop_tickets(self, workshop: str, purpose: Purpose) -> None:
        """Forget every ticket of a workshop for this purpose."""


class EventLog(Protocol):
    """A database of streams. Safe to use from any thread; works in a thread of its own."""

    @property
    def database_id(self) -> str:
        """A random id that this database keeps for life."""

    def transact(self, work: Callable[[Transaction], T], *, write: bool = True) -> Future[T]:
        """Run `work` in the log's thread, in one transaction, and commit it to the disk.

        A write transaction sees everything committed before it and nothing is committed
        while it runs, by any process. What `work` raises undoes it and is raised by the
        future. The future is done only when the commit has reached the disk; until then
        `work` must tell nobody, for a commit can fail (`LogUnavailable`) after `work`
        returned. Never wait inside `work` for another transaction of the same log.

        Without `write` all reads see one moment of the log, and changes are a `LogError`.
        """

    def follow(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` from some thread after every commit by anyone; returns the way to stop.

        Commits of this log object itself are told too: rooms and a desk may share it in one
        process. Several may be told in one call, and some calls tell of nothing new. A call
        that has begun when it is stopped still ends.
        """

    def close(self) -> None:
        """Finish what was asked for and let go of the database; may be called twice.

        From then on `transact` gives a future that raises `LogUnavailable`.
        """
