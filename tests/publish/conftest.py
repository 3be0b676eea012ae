"""A database of each test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workshopkit.log.base import EventLog
from workshopkit.log.sqlite import SqliteLog


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "workshops.db"


@pytest.fixture
def log(database: Path) -> Iterator[EventLog]:
    log = SqliteLog(database)
    yield log
    log.close()
