"""The shape of an SQLite log, as named steps that each database remembers having taken."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from workshopkit.errors import LogTooNew, LogUnavailable

APPLICATION_ID = 0x774B6974
"""``wKit``: how SQLite's file header says whose file it is."""


@dataclass(frozen=True)
class Migration:
    """One step. Its name is stored: never rename one, change one or take one away."""

    name: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        "streams, commands, people and tickets",
        (
            # AUTOINCREMENT: a position is never used twice, not even after forgetting.
            """
            CREATE TABLE events (
                position INTEGER PRIMARY KEY AUTOINCREMENT,
                stream TEXT NOT NULL,
                type TEXT NOT NULL,
                data BLOB NOT NULL,
                at TEXT NOT NULL
            )
            """,
            "CREATE INDEX events_by_stream ON events (stream)",
            "CREATE INDEX events_by_type ON events (type)",
            """
            CREATE TABLE commands (
                stream TEXT NOT NULL,
                id TEXT NOT NULL,
                position INTEGER NOT NULL,
                PRIMARY KEY (stream, id)
            ) WITHOUT ROWID
            """,
            # No rowid: it would count up, and so say who joined after whom.
            """
            CREATE TABLE people (
                workshop TEXT NOT NULL,
                secret_hash TEXT NOT NULL,
                id TEXT NOT NULL,
                name TEXT NOT NULL,
                perspective TEXT NOT NULL,
                PRIMARY KEY (workshop, secret_hash)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE tickets (
                hash TEXT NOT NULL PRIMARY KEY,
                workshop TEXT NOT NULL,
                expires TEXT NOT NULL
            ) WITHOUT ROWID
            """,
            "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "INSERT INTO meta VALUES ('database_id', lower(hex(randomblob(16))))",
        ),
    ),
    Migration(
        "people taken out, and what tickets are for",
        (
            "ALTER TABLE people ADD COLUMN removed INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE tickets ADD COLUMN purpose TEXT NOT NULL DEFAULT 'notebook'",
        ),
    ),
)


def migrate(
    connection: sqlite3.Connection, *, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Bring a database to today's shape, in one transaction; refuse one from tomorrow.

    Looks before it locks, so that opening a database never waits for who writes in it.
    """
    if not _missing(connection, migrations):
        return
    with _write(connection):
        for migration in _missing(connection, migrations):
            _apply(connection, migration)


def check_ours(connection: sqlite3.Connection) -> None:
    """Refuse a database that another program made, before anything is changed in it."""
    query = "SELECT application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id"
    application_id, tables = connection.execute(query).fetchone()
    if tables and application_id != APPLICATION_ID:
        raise LogUnavailable("It holds something other than workshops. Choose another file.")


def _missing(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> list[Migration]:
    taken = _taken(connection)
    unknown = taken - {migration.name for migration in migrations}
    if unknown:
        raise LogTooNew(
            "It was written by a newer workshopkit "
            f"(unknown here: {', '.join(sorted(unknown))}). Update workshopkit to open it."
        )
    return [migration for migration in migrations if migration.name not in taken]


def _taken(connection: sqlite3.Connection) -> set[str]:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'"
    if connection.execute(query).fetchone() is None:
        return set()
    return {name for (name,) in connection.execute("SELECT name FROM migrations")}


def _apply(connection: sqlite3.Connection, migration: Migration) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID"
    )
    for statement in migration.statements:
        connection.execute(statement)
    connection.execute("INSERT INTO migrations VALUES (?)", (migration.name,))


@contextmanager
def _write(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
