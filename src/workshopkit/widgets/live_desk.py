"""One workshop in this kernel: a desk that is shared by its widgets and kept up to date."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from workshopkit.domain.activity import Command
from workshopkit.errors import LogError
from workshopkit.log import find_database, open_log
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk
from workshopkit.room.rooms import Rooms, RunningSession
from workshopkit.room.session import Wire
from workshopkit.widgets.pace import Paced, running_loop

PAUSE = 0.2
"""Seconds between two looks at a log that others write."""

logger = logging.getLogger(__name__)

# A cell that runs again must find the desk that it opened before: each has threads of its own.
_open: dict[tuple[Path, str], LiveDesk] = {}


class LiveDesk:
    """The facilitator's view of one workshop, and who in this kernel wants to know of changes.

    Others' changes are noticed while a loop runs, as in a notebook's kernel; in a script the
    view is as it was after the last command or `refresh`.
    """

    def __init__(self, log: EventLog, desk: Desk, place: tuple[Path, str]) -> None:
        self.log = log
        self.workshop = desk.workshop
        self.version = desk.version
        self.view: Mapping[str, Any] = desk.view()
        self._desk = desk
        self._place = place
        self._watchers: dict[object, Callable[[], None]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._rooms: Rooms | None = None
        self._unfollow: Callable[[], None] | None = None
        self._soon = Paced(self._look_again, pause=PAUSE)

    def perform(self, command: Command) -> None:
        """Do as the facilitator wishes, save it, and tell the widgets; raises `Refused`."""
        self._desk.perform(command)
        self.refresh()

    @property
    def desk(self) -> Desk:
        """The desk itself, for what is done in one go; `refresh` afterwards."""
        return self._desk

    def refresh(self) -> None:
        """Read what others have changed, and tell the widgets if it is anything."""
        version, view = self._desk.version, self._desk.view()
        if (version, view) == (self.version, self.view):
            return
        self.version, self.view = version, view
        for watcher in list(self._watchers.values()):
            watcher()

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after each change from now on; returns the way to stop.

        When nobody watches any more, the log is closed.
        """
        key = object()
        self._watchers[key] = changed
        self._follow()

        def stop() -> None:
            if self._watchers.pop(key, None) is not None and not self._watchers:
                self.close()

        return stop

    def ticket(self) -> str:
        """A fresh right to lead, for a browser. Safe in any thread."""
        return self._desk.ticket()

    async def connect(self, wire: Wire) -> RunningSession:
        """Attach a wire to this kernel's own room."""
        if self._rooms is None:
            self._rooms = Rooms(self.log)
        return (await self._rooms.by_id(self.workshop)).connect(wire)

    def soon(self, call: Callable[[], None]) -> None:
        """Run `call` on the kernel's loop: hosts deliver messages in threads of their own."""
        if self._loop is None:
            call()
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call)

    def close(self) -> None:
        """Stop following and let go of the log; may be called twice."""
        _open.pop(self._place, None)
        self._soon.cancel()
        if self._unfollow is not None:
            self._unfollow()
            self._unfollow = None
        if self._rooms is not None:
            self._rooms.close()
            self._rooms = None
        self.log.close()

    def _follow(self) -> None:
        loop = running_loop()
        if loop is not None and self._unfollow is None:
            self._loop = loop
            self._unfollow = self._desk.observe(lambda: self.soon(self._soon))

    def _look_again(self) -> None:
        try:
            self.refresh()
        except LogError as problem:
            logger.warning("The workshop could not be read: %s", problem)


def open_desk(*, title: str, team: str, workshop: str | None, database: str | None) -> LiveDesk:
    """The desk of a workshop in a database, opened once in this process.

    The workshop is the one of that id, else the unfinished one of that team and title, else
    a new one.
    """
    path = find_database(database)
    log = open_log(str(path))
    try:
        desk = Desk(log, title=title, team=team, workshop=workshop)
        place = (path, desk.workshop)
        if place not in _open:
            _open[place] = LiveDesk(log, desk, place)
    except BaseException:
        log.close()
        raise
    known = _open[place]
    if known.log is not log:
        log.close()
        known.refresh()
    return known
