"""A database with a workshop in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.publish.boards import held
from workshopkit.cli import main
from workshopkit.log.base import EventLog
from workshopkit.log.sqlite import SqliteLog
from workshopkit.room.desk import Desk

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("WORKSHOPKIT_DATABASE", raising=False)
    return tmp_path / "workshops.db"


@pytest.fixture
def log(database: Path) -> Iterator[EventLog]:
    log = SqliteLog(database)
    yield log
    log.close()


@pytest.fixture
def workshop(log: EventLog) -> Desk:
    """A finished workshop called Held."""
    return held(log)


@pytest.fixture
def run(database: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the database; its exit code, and what it printed."""

    def command(*arguments: object) -> tuple[int, str, str]:
        code = main([*map(str, arguments), "--database", str(database)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command
