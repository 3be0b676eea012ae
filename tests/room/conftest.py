"""A log in a folder of the test's own, and a workshop on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.room.house import House, desk
from workshopkit.log.base import EventLog
from workshopkit.log.sqlite import SqliteLog
from workshopkit.room.desk import Desk


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Callable[[], EventLog]]:
    """Opens the same database again, as another process would."""
    opened: list[EventLog] = []

    def again() -> EventLog:
        opened.append(SqliteLog(tmp_path / "log.db"))
        return opened[-1]

    yield again
    for log in opened:
        log.close()


@pytest.fixture
def log(opens: Callable[[], EventLog]) -> EventLog:
    return opens()


@pytest.fixture
def led(log: EventLog) -> Desk:
    return desk(log)


@pytest.fixture
def house(log: EventLog, led: Desk) -> House:
    return House(log, led.workshop)
