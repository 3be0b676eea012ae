"""Notices commits to an SQLite database, whoever made them."""

from __future__ import annotations

import logging
import sqlite3
import threading
import traceback
from collections.abc import Callable

logger = logging.getLogger(__name__)

Changed = Callable[[], None]


class Follower:
    """Looks at `PRAGMA data_version` in a thread of its own, and calls back when it moved.

    The number moves whenever another connection has committed. Being told once too often
    is harmless, so the log's own commits and tidying are told as well.
    """

    def __init__(self, connection: sqlite3.Connection, *, interval: float = 0.03) -> None:
        self._connection = connection
        self._interval = interval
        self._followers: dict[object, Changed] = {}
        self._lock = threading.Lock()
        self._closing = threading.Event()
        # Read before anyone follows, so that no commit after that can be missed.
        self._version = self._look()
        self._thread = threading.Thread(target=self._run, name="workshopkit-follow", daemon=True)
        self._thread.start()

    def add(self, changed: Changed) -> Callable[[], None]:
        """Call `changed` after every commit from now on; returns the way to stop."""
        key = object()
        with self._lock:
            self._followers[key] = changed

        def stop() -> None:
            with self._lock:
                self._followers.pop(key, None)

        return stop

    def close(self) -> None:
        """Stop looking; returns when no call is running, unless called from one."""
        self._closing.set()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.wait(self._interval):
            version = self._look()
            if version != self._version:
                self._version = version
                self._tell()
        self._connection.close()

    def _look(self) -> int | None:
        """The version now; None while the database cannot be read, which counts as a change."""
        try:
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        except sqlite3.Error:
            return None
        return int(version)

    def _tell(self) -> None:
        with self._lock:
            followers = list(self._followers.values())
        for changed in followers:
            try:
                changed()
            except Exception as problem:
                # Not its message: that could hold what people wrote.
                where = "".join(traceback.format_tb(problem.__traceback__))
                logger.error("A follower failed with %s:\n%s", type(problem).__name__, where)
