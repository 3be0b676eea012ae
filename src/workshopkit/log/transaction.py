"""What may be done inside one SQLite transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from workshopkit.domain.people import Person
from workshopkit.domain.tickets import Purpose, Ticket
from workshopkit.errors import LogError
from workshopkit.log.base import NewEvent, Recorded, Transaction
from workshopkit.log.connection import translated

# One JSON parameter however many names: SQLite limits the number of parameters.
_AMONG = "IN (SELECT value FROM json_each(?))"


class SqliteTransaction(Transaction):
    """One `work` on its way. After a failed statement it refuses everything that follows.

    SQLite undoes a whole transaction by itself when a disk is full; the next statement
    would then be committed on its own, even if `work` swallowed the error.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
        self._connection = connection
        self._path = path
        self._write = write
        self.failure: BaseException | None = None

    def end(self) -> None:
        """Refuse whoever kept hold of it after `work` returned."""
        self.failure = self.failure or LogError("This transaction is over.")

    def read(
        self,
        *,
        streams: Collection[str] | None = None,
        types: Collection[str] | None = None,
        after: int = 0,
    ) -> list[Recorded]:
        query = "SELECT position, stream, type, data, at FROM events WHERE position > ?"
        values: list[Any] = [after]
        if streams is not None:
            query += f" AND stream {_AMONG}"
            values.append(_names(streams))
        if types is not None:
            # The plus keeps SQLite to the index by stream: a stream is short, a type is not.
            query += f" AND {'' if streams is None else '+'}type {_AMONG}"
            values.append(_names(types))
        rows = self._execute(query + " ORDER BY position", values)
        return [
            Recorded(position, stream, type_, data, datetime.fromisoformat(at))
            for position, stream, type_, data, at in rows
        ]

    def append(
        self, events: Sequence[NewEvent], *, at: datetime, command_id: str | None = None
    ) -> list[Recorded]:
        self._need_write()
        if command_id is not None:
            self._need_new(command_id, events)
        minute = _moment(at, "minutes")
        recorded = [self._insert(event, minute) for event in events]
        if command_id is not None:
            last = {event.stream: event.position for event in recorded}
            for stream, position in last.items():
                self._execute(
                    "INSERT INTO commands VALUES (?, ?, ?)", (stream, command_id, position)
                )
        return recorded

    def answered(self, streams: Collection[str], command_ids: Collection[str]) -> dict[str, int]:
        query = (
            "SELECT id, max(position) FROM commands"
            f" WHERE stream {_AMONG} AND id {_AMONG} GROUP BY id"
        )
        return dict(self._execute(query, (_names(streams), _names(command_ids))))

    def people(self, stream: str) -> list[Person]:
        query = (
            "SELECT id, secret_hash, name, perspective, removed FROM people"
            " WHERE workshop = ? ORDER BY secret_hash"
        )
        return [
            Person(identity, secret_hash, name, perspective, bool(removed))
            for identity, secret_hash, name, perspective, removed in self._execute(query, (stream,))
        ]

    def put_person(self, stream: str, person: Person) -> None:
        """Write all people of the workshop anew, in the order of their hashes.

        A row's place within its page would otherwise still tell who joined after whom.
        """
        self._need_write()
        people = [other for other in self.people(stream) if other.id != person.id] + [person]
        if len({each.secret_hash for each in people}) < len(people):
            raise LogError("Someone else of this workshop has this secret already.")
        self._execute("DELETE FROM people WHERE workshop = ?", (stream,))
        for each in sorted(people, key=lambda each: each.secret_hash):
            row = (stream, each.secret_hash, each.id, each.name, each.perspective, each.removed)
            self._execute("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?)", row)

    def put_ticket(self, ticket: Ticket) -> None:
        """Keep it, and drop those that had expired when the latest event was recorded."""
        self._need_write()
        self._execute(
            "DELETE FROM tickets"
            " WHERE expires <= (SELECT at FROM events ORDER BY position DESC LIMIT 1)"
        )
        expires = _moment(ticket.expires, "microseconds")
        row = (ticket.ticket_hash, ticket.workshop, expires, ticket.purpose.value)
        self._execute("INSERT OR REPLACE INTO tickets VALUES (?, ?, ?, ?)", row)

    def ticket(self, ticket_hash: str, *, now: datetime) -> Ticket | None:
        return next(iter(self._tickets("hash = ?", [ticket_hash], now)), None)

    def tickets(
        self, workshop: str, purposes: Collection[Purpose], *, now: datetime
    ) -> list[Ticket]:
        return self._tickets(
            f"workshop = ? AND purpose {_AMONG}", [workshop, _names(purposes)], now
        )

    def drop_tickets(self, workshop: str, purpose: Purpose) -> None:
        self._need_write()
        query = "DELETE FROM tickets WHERE workshop = ? AND purpose = ?"
        self._execute(query, (workshop, purpose.value))

    def _tickets(self, which: str, values: list[Any], now: datetime) -> list[Ticket]:
        query = (
            "SELECT hash, workshop, expires, purpose FROM tickets"
            f" WHERE {which} AND expires > ? ORDER BY hash"
        )
        return [
            Ticket(found, workshop, datetime.fromisoformat(expires), Purpose(purpose))
            for found, workshop, expires, purpose in self._execute(
                query, [*values, _moment(now, "microseconds")]
            )
        ]

    def _insert(self, event: NewEvent, minute: str) -> Recorded:
        cursor = self._connection.cursor()
        self._execute(
            "INSERT INTO events (stream, type, data, at) VALUES (?, ?, ?, ?)",
            (event.stream, event.type, event.data, minute),
            cursor=cursor,
        )
        assert cursor.lastrowid is not None
        return Recorded(
            cursor.lastrowid, event.stream, event.type, event.data, datetime.fromisoformat(minute)
        )

    def _need_write(self) -> None:
        if not self._write:
            raise LogError("This transaction only reads: ask for one with write=True.")

    def _need_new(self, command_id: str, events: Sequence[NewEvent]) -> None:
        if self.answered({event.stream for event in events}, [command_id]):
            raise LogError(f"The command {command_id} was recorded already.")

    def _execute(
        self, query: str, values: Sequence[Any] = (), *, cursor: sqlite3.Cursor | None = None
    ) -> list[Any]:
        if self.failure is not None:
            raise self.failure
        try:
            return (cursor or self._connection.cursor()).execute(query, values).fetchall()
        except sqlite3.Error as problem:
            self.failure = translated(problem, self._path)
            raise self.failure from problem
        except BaseException as problem:
            self.failure = problem
            raise


def _names(names: Collection[str]) -> str:
    return json.dumps(list(names))


def _moment(moment: datetime, precision: str) -> str:
    """A moment as text that sorts, cut off (not rounded) at `precision`."""
    if moment.tzinfo is None:
        raise LogError("A moment in the log needs a time zone.")
    return moment.astimezone(UTC).isoformat(timespec=precision)
