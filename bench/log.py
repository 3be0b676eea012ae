"""How many commits a second reach this disk, and how long one takes: ``python bench/log.py``.

Give a folder to measure another disk than that of the temporary files.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from workshopkit.log.base import EventLog, NewEvent, Transaction
from workshopkit.log.sqlite import SqliteLog

VOTE = NewEvent("workshop", "retro.vote_given", b'{"type":"retro.vote_given","target":"abcdef"}')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", help="where to write; default: the temporary files")
    parser.add_argument("--seconds", type=float, default=3.0, help="for each measurement")
    options = parser.parse_args()
    with TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        _print_conditions(folder)
        _print_fsync(folder / "bare", options.seconds)
        _print_one_by_one(folder / "one.db", options.seconds)
        _print_many(folder / "many.db", options.seconds)
        _print_two(folder / "two.db", options.seconds)


def vote(tx: Transaction) -> None:
    tx.append([VOTE], at=datetime.now(UTC), command_id=os.urandom(16).hex())


def _print_conditions(folder: Path) -> None:
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.platform()}, {os.cpu_count()} cores")
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    print(f"file system of {folder}: {_file_system(folder)}; WAL, synchronous=FULL, fullfsync\n")


def _file_system(folder: Path) -> str:
    """What Linux says is mounted there."""
    if sys.platform != "linux":
        return "unknown"
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    holding = [(path, kind) for path, kind in mounts if folder.resolve().is_relative_to(path)]
    return max(holding, key=lambda mount: len(mount[0]))[1]


def _print_fsync(path: Path, seconds: float) -> None:
    """The disk itself, for comparison: append 4 kB and fsync."""
    with path.open("wb", buffering=0) as file:

        def once() -> None:
            file.write(bytes(4096))
            os.fsync(file.fileno())

        _print("bare append of 4 kB and fsync", _times(once, seconds), seconds)


def _print_one_by_one(path: Path, seconds: float) -> None:
    log = SqliteLog(path)
    times = _times(lambda: log.transact(vote).result(), seconds)
    log.close()
    _print("one after the other", times, seconds)


def _print_many(path: Path, seconds: float, *, at_once: int = 50) -> None:
    log = SqliteLog(path)
    times = _pipelined(log, seconds, at_once)
    log.close()
    _print(f"{at_once} always waiting, sharing commits", times, seconds)


def _print_two(path: Path, seconds: float) -> None:
    logs = [SqliteLog(path), SqliteLog(path)]
    found: list[float] = []

    def run(log: SqliteLog) -> None:
        found.extend(_times(lambda: log.transact(vote).result(), seconds))

    threads = [threading.Thread(target=run, args=(log,)) for log in logs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for log in logs:
        log.close()
    _print("two writers on one file", found, seconds)


def _times(once: Callable[[], None], seconds: float) -> list[float]:
    times = []
    end = time.perf_counter() + seconds
    while (begun := time.perf_counter()) < end:
        once()
        times.append(time.perf_counter() - begun)
    return times


def _pipelined(log: EventLog, seconds: float, at_once: int) -> list[float]:
    times = []
    waiting: deque[tuple[float, Future[None]]] = deque()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        while len(waiting) < at_once:
            waiting.append((time.perf_counter(), log.transact(vote)))
        begun, future = waiting.popleft()
        future.result()
        times.append(time.perf_counter() - begun)
    return times


def _print(what: str, times: list[float], seconds: float) -> None:
    times = sorted(times)
    rate = len(times) / seconds
    p50, p95 = (times[int(len(times) * part)] * 1000 for part in (0.5, 0.95))
    worst = times[-1] * 1000
    print(f"{what:38} {rate:8.0f}/s   p50 {p50:6.2f}  p95 {p95:6.2f}  max {worst:6.1f} ms")


if __name__ == "__main__":
    main()
