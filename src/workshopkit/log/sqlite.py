"""The event log in one SQLite file, shared by any number of processes on one computer."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from workshopkit.errors import LogUnavailable
from workshopkit.log.base import EventLog, Transaction
from workshopkit.log.connection import (
    begin_writing,
    connect,
    translated,
    unavailable,
    without_waiting,
)
from workshopkit.log.follower import Follower
from workshopkit.log.transaction import SqliteTransaction

T = TypeVar("T")
logger = logging.getLogger(__name__)

_TOGETHER = 100
"""At most so many pieces of work share one commit."""


@dataclass(eq=False)
class _Job:
    """Work that was asked for, and how it went: told only once it is on the disk."""

    work: Callable[[Transaction], Any]
    write: bool
    future: Future[Any] = field(default_factory=Future)
    value: Any = None
    problem: BaseException | None = None

    def run(self, transaction: SqliteTransaction) -> None:
        try:
            self.value = self.work(transaction)
            # `work` may have swallowed it, but half of what it wished is no transaction.
            self.problem = transaction.failure
        except BaseException as problem:
            self.problem = problem

    def tell(self) -> None:
        if self.problem is None:
            self.future.set_result(self.value)
        else:
            self.future.set_exception(self.problem)


class SqliteLog(EventLog):
    """One file and, while it is open, its two companions `-wal` and `-shm`.

    One thread owns the connection. What arrives while it commits is carried out next,
    each piece undone or kept by itself, with one commit for all. `patience` is how many
    seconds to wait for another process that writes; `idle` is after how many quiet seconds
    the write-ahead log is emptied, which also ends what it tells of the order of joining.
    """

    def __init__(self, path: Path, *, patience: float = 10.0, idle: float = 1.0) -> None:
        self._path = path
        self._patience = patience
        self._idle = idle
        self._untidy = True
        self._closed = False
        self._ending = False
        self._jobs: deque[_Job] = deque()
        self._wake = threading.Condition()
        self._follower: Follower | None = None
        self._connection = connect(path, patience=patience)
        self._database_id = self._read_database_id()
        self._thread = threading.Thread(target=self._run, name="workshopkit-log", daemon=True)
        self._thread.start()

    @property
    def database_id(self) -> str:
        return self._database_id

    def transact(self, work: Callable[[Transaction], T], *, write: bool = True) -> Future[T]:
        job = _Job(work, write)
        with self._wake:
            if self._closed:
                job.future.set_exception(LogUnavailable("This log is closed. Open it again."))
            else:
                self._jobs.append(job)
                self._wake.notify()
        return cast("Future[T]", job.future)

    def follow(self, changed: Callable[[], None]) -> Callable[[], None]:
        with self._wake:
            if self._closed:
                raise LogUnavailable("This log is closed. Open it again.")
            if self._follower is None:
                self._follower = Follower(connect(self._path, patience=self._patience))
            return self._follower.add(changed)

    def close(self) -> None:
        with self._wake:
            self._closed = True
        # One connection after the other: of two that close at once neither is the last, and the
        # write-ahead log would stay beside a file that then lacks what was said last.
        if self._follower is not None:
            self._follower.close()
        with self._wake:
            self._ending = True
            self._wake.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _read_database_id(self) -> str:
        query = "SELECT value FROM meta WHERE name = 'database_id'"
        with unavailable(self._path):
            (database_id,) = self._connection.execute(query).fetchone()
        return str(database_id)

    def _run(self) -> None:
        while self._turn():
            pass
        self._connection.close()

    def _turn(self) -> bool:
        """Do what is next; false when all is done. Its own frame, so that nothing lingers."""
        with self._wake:
            patience = self._idle if self._untidy else None
            self._wake.wait_for(lambda: self._jobs or self._ending, patience)
            jobs = self._next()
            done = self._ending and not jobs
        if jobs:
            self._perform([job for job in jobs if job.future.set_running_or_notify_cancel()])
        elif not done:
            self._tidy()
        return not done

    def _next(self) -> list[_Job]:
        """One that reads, or all that write until the next that reads."""
        jobs: list[_Job] = []
        while self._jobs and len(jobs) < _TOGETHER and (self._jobs[0].write or not jobs):
            jobs.append(self._jobs.popleft())
            if not jobs[-1].write:
                break
        return jobs

    def _perform(self, jobs: list[_Job]) -> None:
        try:
            self._commit(jobs)
        except sqlite3.Error as problem:
            self._fail(jobs, translated(problem, self._path))
        except BaseException as problem:
            self._fail(jobs, problem)
        for job in jobs:
            job.tell()

    def _commit(self, jobs: list[_Job]) -> None:
        write = any(job.write for job in jobs)
        if write:
            begin_writing(self._connection, patience=self._patience)
        else:
            self._connection.execute("BEGIN")
        for job in jobs:
            self._attempt(job)
        self._connection.execute("COMMIT")
        self._untidy = self._untidy or write

    def _attempt(self, job: _Job) -> None:
        """Run one piece of work; what it did is undone if it failed, and nothing else is."""
        self._connection.execute("SAVEPOINT work")
        transaction = SqliteTransaction(self._connection, self._path, write=job.write)
        job.run(transaction)
        if transaction.failure and not self._connection.in_transaction:
            # SQLite undid everything by itself, what others of this commit did as well.
            raise transaction.failure
        transaction.end()
        if job.problem is not None:
            self._connection.execute("ROLLBACK TO work")
        self._connection.execute("RELEASE work")

    def _fail(self, jobs: list[_Job], problem: BaseException) -> None:
        """Nothing of these was committed; each keeps its own problem if it has one."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        for job in jobs:
            job.problem = job.problem or problem

    def _tidy(self) -> None:
        """Move what was committed into the database itself, unless others are busy in it."""
        query = "PRAGMA wal_checkpoint(TRUNCATE)"
        try:
            with without_waiting(self._connection, patience=self._patience):
                busy, _, _ = self._connection.execute(query).fetchone()
            self._untidy = bool(busy)
        except sqlite3.Error as problem:
            logger.warning("The write-ahead log could not be emptied yet: %s", problem)
