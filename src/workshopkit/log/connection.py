"""Connections to SQLite as the log needs them, and its errors as ours."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workshopkit.errors import LogError, LogTooNew, LogUnavailable
from workshopkit.log.migrations import check_ours, migrate

_ELSEWHERE = "Choose another place with --database or WORKSHOPKIT_DATABASE."
_REMEDIES = {
    sqlite3.SQLITE_BUSY: "Another program is holding it: try again, or close that program.",
    sqlite3.SQLITE_FULL: "Free some space on that disk.",
    sqlite3.SQLITE_IOERR: "Check that disk: it may be full, or be a network drive.",
    sqlite3.SQLITE_READONLY: "Make the file and its folder writable for you.",
    sqlite3.SQLITE_CORRUPT: "Put a copy of it from before in its place.",
}


def connect(path: Path, *, patience: float) -> sqlite3.Connection:
    """An open database of today's shape; waits at most `patience` seconds for any lock."""
    with unavailable(path):
        _make(path)
        connection = sqlite3.connect(
            path, timeout=patience, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, patience)
        except BaseException:
            connection.close()
            raise
    return connection


def begin_writing(connection: sqlite3.Connection, *, patience: float) -> None:
    """Begin a transaction that writes, as soon as nobody else does.

    SQLite's own waiting sleeps longer and longer, up to 100 ms, and so loses its turn again
    and again to a process that writes in bulk: votes waited for most of a second.
    """
    deadline = time.monotonic() + patience
    with without_waiting(connection, patience=patience):
        while not _has_begun(connection, deadline):
            time.sleep(0.001)


@contextmanager
def without_waiting(connection: sqlite3.Connection, *, patience: float) -> Iterator[None]:
    """Let SQLite fail at once where others hold a lock; then be patient again."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")


@contextmanager
def unavailable(path: Path) -> Iterator[None]:
    """Turn what goes wrong inside into one line that names the database and a remedy."""
    try:
        yield
    except (LogTooNew, LogUnavailable) as problem:
        raise type(problem)(f"The database {path} cannot be opened. {problem}") from None
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise LogUnavailable(
            f"The database {path} cannot be opened: {reason}. {_ELSEWHERE}"
        ) from problem
    except sqlite3.Error as problem:
        raise translated(problem, path) from problem


def translated(problem: sqlite3.Error, path: Path) -> LogError:
    """SQLite's error as ours: what went wrong, where, and what to do."""
    # The low byte is the kind; the rest says more about it than a remedy needs.
    kind = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    remedy = _REMEDIES.get(kind, _ELSEWHERE)
    return LogUnavailable(f"The database {path} cannot be used: {problem}. {remedy}")


def _has_begun(connection: sqlite3.Connection, deadline: float) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as problem:
        if not _is_busy(problem) or time.monotonic() > deadline:
            raise
        return False
    return True


def _is_busy(problem: sqlite3.Error) -> bool:
    return problem.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY


def _make(path: Path) -> None:
    """Make the file for its owner alone; SQLite gives its companions the same mode.

    One that is there is never touched: closing any handle of a file gives up all locks that
    this process has on it, and another process would then delete the write-ahead log.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _prepare(connection: sqlite3.Connection, patience: float) -> None:
    check_ours(connection)
    _use_wal(connection, patience)
    connection.execute("PRAGMA synchronous = FULL")
    # macOS acknowledges an ordinary fsync before the disk has the data.
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")
    migrate(connection)


def _use_wal(connection: sqlite3.Connection, patience: float) -> None:
    """Switch to the write-ahead log; SQLite does not wait for others here, so we do."""
    deadline = time.monotonic() + patience
    while (mode := _ask_for_wal(connection)) == "busy" and time.monotonic() < deadline:
        time.sleep(0.01)
    if mode == "busy":
        raise LogUnavailable(_REMEDIES[sqlite3.SQLITE_BUSY])
    if mode != "wal":
        raise LogUnavailable(f"A write-ahead log cannot be kept there. {_ELSEWHERE}")


def _ask_for_wal(connection: sqlite3.Connection) -> str:
    try:
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    except sqlite3.OperationalError as problem:
        if _is_busy(problem):
            return "busy"
        raise
    return str(mode)
