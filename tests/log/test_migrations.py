"""A database of another age or of another program is brought up to date, or left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workshopkit.domain.people import Person
from workshopkit.domain.tickets import Purpose
from workshopkit.errors import LogTooNew, LogUnavailable
from workshopkit.log import open_log
from workshopkit.log.migrations import MIGRATIONS, Migration, check_ours, migrate

TOMORROW = Migration("an idea of tomorrow", ("ALTER TABLE events ADD COLUMN idea TEXT",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


@pytest.fixture
def database(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def names(database: sqlite3.Connection) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM migrations ORDER BY name")]


def test_a_new_database_remembers_every_step_by_name(database: sqlite3.Connection) -> None:
    migrate(database)
    assert names(database) == sorted(migration.name for migration in MIGRATIONS)


def test_migrating_again_changes_nothing(database: sqlite3.Connection) -> None:
    migrate(database)
    before = list(database.iterdump())
    migrate(database)
    assert list(database.iterdump()) == before


def test_an_older_database_takes_only_the_steps_that_it_lacks(
    database: sqlite3.Connection,
) -> None:
    migrate(database)
    (database_id,) = database.execute("SELECT value FROM meta").fetchone()
    migrate(database, migrations=[*MIGRATIONS, TOMORROW])
    assert TOMORROW.name in names(database)
    assert database.execute("SELECT idea FROM events").fetchall() == []
    assert database.execute("SELECT value FROM meta").fetchone() == (database_id,)


def test_people_and_tickets_of_an_older_database_are_still_there(
    path: Path, database: sqlite3.Connection
) -> None:
    """Nobody of then was taken out, and every ticket of then was a notebook's own."""
    migrate(database, migrations=MIGRATIONS[:1])
    database.execute("INSERT INTO people VALUES ('w', 'h', 'p', 'Ada', 'users')")
    database.execute("INSERT INTO tickets VALUES ('t', 'w', '2026-01-02T10:00:00+00:00')")
    log, now = open_log(str(path)), datetime(2026, 1, 1, tzinfo=UTC)
    with closing(log):
        found = log.transact(lambda tx: tx.people("w"), write=False).result()
        ticket = log.transact(lambda tx: tx.ticket("t", now=now), write=False).result()
    assert found == [Person("p", "h", "Ada", "users", removed=False)]
    assert ticket is not None
    assert ticket.purpose is Purpose.NOTEBOOK


def test_steps_that_fail_leave_the_database_as_it_was(database: sqlite3.Connection) -> None:
    migrate(database)
    before = list(database.iterdump())
    broken = Migration("broken", ("CREATE TABLE half (a)", "CREATE TABLE half (a)"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(database, migrations=[*MIGRATIONS, TOMORROW, broken])
    assert list(database.iterdump()) == before
    assert not database.in_transaction


def test_a_database_of_a_newer_version_is_refused_with_what_to_do(
    path: Path, database: sqlite3.Connection
) -> None:
    migrate(database, migrations=[*MIGRATIONS, TOMORROW])
    before = list(database.iterdump())
    with pytest.raises(LogTooNew) as caught:
        open_log(str(path))
    assert str(caught.value) == (
        f"The database {path} cannot be opened. It was written by a newer workshopkit "
        "(unknown here: an idea of tomorrow). Update workshopkit to open it."
    )
    assert list(database.iterdump()) == before


def test_a_database_of_another_program_is_refused_and_left_alone(
    path: Path, database: sqlite3.Connection
) -> None:
    database.execute("CREATE TABLE migrations (name)")
    before = path.read_bytes()
    with pytest.raises(LogUnavailable, match="something other than workshops"):
        open_log(str(path))
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_log_that_is_ours(path: Path, database: sqlite3.Connection) -> None:
    path.touch()
    open_log(str(path)).close()
    check_ours(database)
    assert names(database)


def test_names_are_unique() -> None:
    assert len({migration.name for migration in MIGRATIONS}) == len(MIGRATIONS)
