"""The rooms of one process: opens them, runs their commits, keeps their clocks (asyncio)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import UTC, datetime

from workshopkit.domain.activity import Kinds
from workshopkit.domain.people import hash_secret
from workshopkit.domain.tickets import Purpose
from workshopkit.domain.workshop.create import clean_code
from workshopkit.errors import LogError, Refused
from workshopkit.log.base import EventLog
from workshopkit.room.commit import Held, commit
from workshopkit.room.directory import Directory, Entry, read_directory
from workshopkit.room.mishap import where
from workshopkit.room.protocol import JoinAddress
from workshopkit.room.reviews import Review, Reviews, read_reviews
from workshopkit.room.room import Room
from workshopkit.room.session import Session, Wire
from workshopkit.room.vocabulary import Vocabulary, load_kinds

BEAT = 0.05
"""Seconds between two broadcasts, at the least."""
PATIENCE = 0.5
"""Seconds until a slow client, or a log that could not be read, is looked at again."""

log = logging.getLogger(__name__)


class RunningRoom:
    """One room with its clock: everything here runs in the loop's thread."""

    def __init__(self, room: Room, event_log: EventLog, vocabulary: Vocabulary) -> None:
        self.room = room
        self._log = event_log
        self._vocabulary = vocabulary
        self._loop = asyncio.get_running_loop()
        self._committing = False
        self._stale = False
        self._flushed = 0.0
        self._flush: asyncio.TimerHandle | None = None
        self._closed = False

    @property
    def code(self) -> str:
        """The workshop's join code now."""
        return self.room.held.state.code

    @property
    def idle(self) -> bool:
        """Whether all that arrived is saved, and everyone was told."""
        return not (self._committing or self._stale or self._flush)

    def connect(self, wire: Wire, code: str | None = None) -> RunningSession:
        """Attach a wire, which came by a code unless it needs none.

        Hand its messages to the session's `receive`.
        """
        return RunningSession(self, self.room.connect(wire, code))

    def receive(self, session: Session, data: str | bytes) -> None:
        self.room.receive(session, data, _now())
        self._commit_soon()
        self._flush_soon()

    def disconnect(self, session: Session) -> None:
        self.room.disconnect(session)
        self._flush_soon()

    def log_changed(self) -> None:
        """Others have written: catch up."""
        if not self._closed:
            self._stale = True
            self._commit_soon()

    def close(self) -> None:
        self._closed = True
        if self._flush is not None:
            self._flush.cancel()
        self.room.end()

    def _commit_soon(self) -> None:
        if not self._committing and (self.room.waits or self._stale):
            self._committing = True
            self._loop.create_task(self._commit())

    async def _commit(self) -> None:
        try:
            while self.room.waits or self._stale:
                await self._commit_once()
        finally:
            self._committing = False

    async def _commit_once(self) -> None:
        people, self._stale = self._stale, False
        requests, held = self.room.take(), self.room.held
        try:
            work = self._log.transact(
                lambda tx: commit(tx, held, requests, self._vocabulary, people=people),
                write=bool(requests),
            )
            committed = await asyncio.wrap_future(work)
        except Exception as problem:
            self._failed(problem, stale=people)
            return
        self.room.settle(committed, _now())
        self._flush_soon()

    def _failed(self, problem: Exception, *, stale: bool) -> None:
        reason = problem if isinstance(problem, LogError) else where(problem)
        log.error("Could not save: %s", reason)
        self.room.fail(_try_again())
        if stale:  # what others wrote is still to be read
            self._loop.call_later(PATIENCE, self.log_changed)

    def _flush_soon(self, delay: float = 0.0) -> None:
        """Tell everyone at the next beat, or later; what is planned for sooner stays planned."""
        due = max(self._flushed + BEAT, self._loop.time() + delay)
        if self._closed or (self._flush is not None and self._flush.when() <= due):
            return
        if self._flush is not None:
            self._flush.cancel()
        self._flush = self._loop.call_at(due, self._flush_now)

    def _flush_now(self) -> None:
        self._flush, self._flushed = None, self._loop.time()
        self.room.flush(_now())
        if self.room.is_behind():
            self._flush_soon(PATIENCE)


class RunningSession:
    """What a socket or a comm holds: its messages go in here."""

    def __init__(self, room: RunningRoom, session: Session) -> None:
        self._room = room
        self._session = session

    def receive(self, data: str | bytes) -> None:
        self._room.receive(self._session, data)

    def closed(self) -> None:
        self._room.disconnect(self._session)


class Rooms:
    """Every room that this process has opened on one log."""

    def __init__(
        self, event_log: EventLog, *, kinds: Kinds | None = None, join: JoinAddress | None = None
    ) -> None:
        self._log = event_log
        self._vocabulary = Vocabulary(load_kinds() if kinds is None else kinds)
        self._join = join
        self._rooms: dict[str, asyncio.Task[RunningRoom]] = {}
        self._directory = Directory()
        self._reviews = Reviews()
        self._loop = asyncio.get_running_loop()
        self._unfollow = event_log.follow(self._log_changed)

    @property
    def human_at(self) -> datetime | None:
        """When a person last did something in any room."""
        moments = [running.room.human_at for running in self._running().values()]
        return max((moment for moment in moments if moment), default=None)

    async def by_code(self, code: str) -> RunningRoom | None:
        """The room whose code this is, or was, however it was typed; the door asks which."""
        clean = clean_code(code)
        workshop = self._directory.by_code(clean)
        if workshop is None:
            await self.workshops()
            workshop = self._directory.by_code(clean)
        return await self.by_id(workshop) if workshop else None

    async def by_key(self, key: str) -> RunningRoom | None:
        """The room that a lent ticket leads, unless it has run out or was taken back."""
        hashed, now = hash_secret(key), _now()
        work = self._log.transact(lambda tx: tx.ticket(hashed, now=now), write=False)
        ticket = await asyncio.wrap_future(work)
        if ticket is None or ticket.purpose is not Purpose.LEAD:
            return None
        return await self.by_id(ticket.workshop)

    async def by_id(self, workshop: str) -> RunningRoom:
        """The room of a workshop, opened once for everyone who asks."""
        if workshop not in self._rooms:
            self._rooms[workshop] = self._loop.create_task(self._open(workshop))
        task = self._rooms[workshop]
        try:
            return await asyncio.shield(task)
        except Exception:
            if self._rooms.get(workshop) is task:
                del self._rooms[workshop]
            raise

    async def workshops(self) -> Mapping[str, Entry]:
        """Every workshop of the database by its id, oldest first."""
        known = self._directory
        work = self._log.transact(
            lambda tx: read_directory(tx, self._vocabulary, known), write=False
        )
        self._directory = await asyncio.wrap_future(work)
        return self._directory.entries

    async def reviews(self) -> list[Review]:
        """The experiments of all teams that run, the one that is due first before the others."""
        known = self._reviews
        work = self._log.transact(lambda tx: read_reviews(tx, self._vocabulary, known), write=False)
        self._reviews = await asyncio.wrap_future(work)
        return self._reviews.running()

    async def people_count(self, workshop: str) -> int:
        """How many have ever joined a workshop, without those taken out."""
        work = self._log.transact(lambda tx: tx.people(workshop), write=False)
        return sum(not person.removed for person in await asyncio.wrap_future(work))

    def close(self) -> None:
        """Send everyone away and stop following the log; the log stays open."""
        self._unfollow()
        for running in self._running().values():
            running.close()
        self._rooms.clear()

    async def _open(self, workshop: str) -> RunningRoom:
        empty = Held(workshop, self._vocabulary.start())
        work = self._log.transact(lambda tx: commit(tx, empty, (), self._vocabulary), write=False)
        committed = await asyncio.wrap_future(work)
        room = Room(committed.held, self._vocabulary, self._join)
        running = RunningRoom(room, self._log, self._vocabulary)
        # What others wrote while it was opened was told to nobody.
        running.log_changed()
        return running

    def _running(self) -> dict[str, RunningRoom]:
        return {
            key: task.result()
            for key, task in self._rooms.items()
            if task.done() and not task.cancelled() and task.exception() is None
        }

    def _log_changed(self) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._catch_up)

    def _catch_up(self) -> None:
        for running in self._running().values():
            running.log_changed()


def _now() -> datetime:
    return datetime.now(UTC)


def _try_again() -> Refused:
    return Refused("try_again", "That could not be saved just now.", "Try again in a moment.")
