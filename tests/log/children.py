"""What other processes do with a log, for tests that kill them or let them compete."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from workshopkit.log.base import NewEvent, Transaction
from workshopkit.log.sqlite import SqliteLog

NOW = datetime(2026, 1, 1, 10, 0, tzinfo=UTC)


def start(task: str, *arguments: object) -> subprocess.Popen[str]:
    """Begin a task of this module in a process of its own."""
    command = [sys.executable, "-m", "tests.log.children", task, *map(str, arguments)]
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root / "src"), *filter(None, sys.path)])
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True, bufsize=1
    )


def acknowledge(path: str) -> None:
    """Append pairs of events for ever, and say which of them are done."""
    log = SqliteLog(Path(path))
    for number in count():
        log.transact(_pair(number)).add_done_callback(lambda done: print(done.result(), flush=True))
        if number % 10 == 9:
            log.transact(lambda tx: None).result()


def compete(path: str, name: str, transactions: str) -> None:
    """Append pairs, each numbered by how many events there were before it."""
    log = SqliteLog(Path(path))
    for _ in range(int(transactions)):
        log.transact(lambda tx: _numbered_pair(tx, name)).result()
    log.close()


def identify(path: str) -> None:
    """Open a log, perhaps as the first, and say its id."""
    log = SqliteLog(Path(path))
    print(log.database_id, flush=True)
    log.close()


def leave(path: str) -> None:
    """End without closing a log that somebody follows."""
    log = SqliteLog(Path(path))
    log.follow(lambda: None)
    log.transact(_pair(1)).result()


def _pair(number: int) -> Callable[[Transaction], int]:
    data = b"%d" % number
    events = [NewEvent("workshop", "half", data), NewEvent("team", "half", data)]

    def work(tx: Transaction) -> int:
        tx.append(events, at=NOW, command_id=str(number))
        return number

    return work


def _numbered_pair(tx: Transaction, name: str) -> None:
    before = b"%d" % len(tx.read())
    tx.append([NewEvent(name, "half", before), NewEvent("team", "half", before)], at=NOW)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
