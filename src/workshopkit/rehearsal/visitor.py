"""A simulated browser: one screen, and the WebSocket that feeds it, which comes back when cut."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable

from msgspec import Raw
from tornado.httpclient import HTTPError
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

from workshopkit.domain.activity import View
from workshopkit.errors import WorkshopkitError
from workshopkit.rehearsal.screen import Screen, Sent, encode
from workshopkit.room.protocol import CommandMessage, Hello, ReadyMessage, Welcome

FIRST_PAUSE = 0.05
LONGEST_PAUSE = 5.0
PATIENCE = 30.0
"""Seconds after which something that should have come is missing."""
FATAL = range(4400, 4500)


class Visitor:
    """Connects, says hello, keeps its view, and sends again what stayed unanswered."""

    def __init__(self, socket: str, hello: Hello) -> None:
        self.screen = Screen(hello)
        self.reconnected = 0
        self._socket = socket
        self._wire: WebSocketClientConnection | None = None
        self._welcomed = False
        self._leaving = False
        self._task: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    async def arrive(self) -> None:
        """Join, and wait until the whole view is there."""
        self._task = asyncio.get_running_loop().create_task(self._stay())
        there = await self.until(lambda screen: bool(screen.view or screen.turned_away))
        if self.screen.turned_away or not there:
            reason = self.screen.turned_away or "nobody answered"
            await self.leave()
            raise WorkshopkitError(f"A simulated person could not join: {reason}.")

    async def leave(self) -> None:
        self._leaving = True
        self.drop()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def send(self, command: View) -> Sent:
        """Send a command now, or as soon as there is a socket again."""
        sent = self.screen.wish(command, time.perf_counter())
        self._transmit(sent)
        return sent

    def ready(self) -> None:
        """Say "I'm done"."""
        self._write(encode(ReadyMessage(True)))

    def drop(self) -> None:
        """Lose the socket, as a phone in a lift does."""
        if self._wire is not None:
            self._wire.close()

    async def until(
        self, condition: Callable[[Screen], bool], *, patience: float = PATIENCE
    ) -> bool:
        """Wait for something to show on the screen; says whether it came."""
        try:
            async with asyncio.timeout(patience):
                while not condition(self.screen):
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            return False
        return True

    async def _stay(self) -> None:
        pause = FIRST_PAUSE
        while not self._leaving:
            try:
                self._wire = await websocket_connect(self._socket)
                self._write(encode(self.screen.hello))
                if await self._listen(self._wire):
                    pause = FIRST_PAUSE
            except (OSError, HTTPError):
                pass  # nobody listens just now: try again
            if self._is_over():
                self._news.set()
                return
            await asyncio.sleep(pause * (0.5 + random.random()))
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _listen(self, wire: WebSocketClientConnection) -> bool:
        """Hear everything until the socket is gone; says whether there was a welcome."""
        self._welcomed = False
        while (data := await wire.read_message()) is not None:
            message = self.screen.hear(data, time.perf_counter())
            if isinstance(message, Welcome) and not self._welcomed:
                self._welcomed = True
                self._repeat()
            self._news.set()
        welcomed, self._welcomed = self._welcomed, False
        return welcomed

    def _repeat(self) -> None:
        self.reconnected += len(self.screen.reached) > 1
        for sent in self.screen.unanswered:
            sent.repeated = True
            self._transmit(sent)

    def _is_over(self) -> bool:
        code = self._wire.close_code if self._wire is not None else None
        return code in FATAL or self.screen.turned_away is not None

    def _transmit(self, sent: Sent) -> None:
        if self._welcomed:
            self._write(encode(CommandMessage(sent.id, Raw(encode(sent.command)))))

    def _write(self, text: str) -> None:
        if self._wire is None:
            return
        try:
            self._wire.write_message(text)
        except WebSocketClosedError:
            return  # sent again after the next welcome
