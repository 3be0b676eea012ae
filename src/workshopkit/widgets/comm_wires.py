"""The protocol over a widget's comm, for where none of our servers runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from workshopkit.room.rooms import RunningSession
from workshopkit.room.session import Wire

Send = Callable[[dict[str, Any]], None]


class CommWire:
    """The way from the room to one view of a widget."""

    def __init__(self, session: str, send: Send) -> None:
        self._session = session
        self._send = send

    def send(self, data: bytes) -> None:
        self._send({"type": "wire", "session": self._session, "data": data.decode()})

    def close(self, code: int, reason: str) -> None:
        closing = {"type": "unwire", "session": self._session, "code": code, "reason": reason}
        self._send(closing)

    def backlog(self) -> int:
        return 0  # The comm does not tell.


class CommWires:
    """Every view that talks to the room through one widget. To be used on the kernel's loop."""

    def __init__(self, connect: Callable[[Wire], Any], send: Send) -> None:
        self._connect = connect
        """Makes a session of a wire, and may have to wait for it."""
        self._send = send
        self._seats: dict[str, _Seat] = {}

    def receive(self, content: Mapping[str, Any]) -> None:
        """Take a ``wire`` or ``unwire`` message of the page."""
        session, data = content.get("session"), content.get("data")
        if not isinstance(session, str):
            return
        if content.get("type") == "unwire":
            self._leave(session)
        elif isinstance(data, str):
            if session not in self._seats:
                self._seats[session] = _Seat(self._connect, CommWire(session, self._send))
            self._seats[session].receive(data)

    def close(self) -> None:
        """End every session."""
        for session in list(self._seats):
            self._leave(session)

    def _leave(self, session: str) -> None:
        seat = self._seats.pop(session, None)
        if seat is not None:
            seat.close()


class _Seat:
    """One session, whose first messages wait until the room is open."""

    def __init__(self, connect: Callable[[Wire], Any], wire: Wire) -> None:
        self._waiting: list[str] = []
        self._session: RunningSession | None = None
        self._opening = asyncio.get_running_loop().create_task(self._open(connect, wire))

    def receive(self, data: str) -> None:
        if self._session is None:
            self._waiting.append(data)
        else:
            self._session.receive(data)

    def close(self) -> None:
        self._opening.cancel()
        if self._session is not None:
            self._session.closed()

    async def _open(self, connect: Callable[[Wire], Any], wire: Wire) -> None:
        self._session = await connect(wire)
        for data in self._waiting:
            self._session.receive(data)
        self._waiting.clear()
