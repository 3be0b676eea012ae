"""The yardstick: a bare tornado server that sends each message to everyone, and a crowd at it.

It checks nothing, stores nothing and computes no views. Run as a module it is the server.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketClientConnection, WebSocketHandler, websocket_connect

PADDING = "x" * 80
"""About what a card or a vote weighs."""


class Echo(WebSocketHandler):
    """Broadcasts at once."""

    everyone: set[Echo] = set()  # noqa: RUF012 - shared by all, on purpose

    def check_origin(self, origin: str) -> bool:
        return True

    def open(self, *args: str, **kwargs: str) -> None:
        self.set_nodelay(True)
        self.everyone.add(self)

    def on_message(self, message: str | bytes) -> None:
        for each in self.everyone:
            each.write_message(message)

    def on_close(self) -> None:
        self.everyone.discard(self)


class Tapper:
    """One client: taps now and then, and notes when its neighbour's taps arrive."""

    def __init__(self, seat: int, neighbour: int) -> None:
        self.tapped: list[float] = []
        self.heard: list[float] = []
        self._seat = seat
        self._listens_for = f"{neighbour},"
        self._wire: WebSocketClientConnection | None = None

    async def arrive(self, socket: str) -> None:
        self._wire = await websocket_connect(socket, on_message_callback=self._hear)

    def tap(self) -> None:
        assert self._wire is not None
        self.tapped.append(time.perf_counter())
        self._wire.write_message(f"{self._seat},{PADDING}")

    def leave(self) -> None:
        assert self._wire is not None
        self._wire.close()

    def _hear(self, message: str | bytes | None) -> None:
        if isinstance(message, str) and message.startswith(self._listens_for):
            self.heard.append(time.perf_counter())


async def measure(socket: str, schedules: Sequence[Sequence[float]]) -> list[float]:
    """Milliseconds from each tap to the next person's socket; a schedule a person, in seconds."""
    count = len(schedules)
    tappers = [Tapper(seat, (seat - 1) % count) for seat in range(count)]
    await asyncio.gather(*(tapper.arrive(socket) for tapper in tappers))
    pairs = zip(tappers, schedules, strict=True)
    await asyncio.gather(*(_follow(tapper, schedule) for tapper, schedule in pairs))
    await _all_heard(tappers)
    for tapper in tappers:
        tapper.leave()
    return [
        1000 * (heard - tapped)
        for seat, tapper in enumerate(tappers)
        for tapped, heard in zip(tapper.tapped, tappers[(seat + 1) % count].heard, strict=False)
    ]


@contextmanager
def echo_server() -> Iterator[str]:
    """The bare server in a process of its own; gives the address of its socket."""
    process = subprocess.Popen([sys.executable, "-m", "bench.echo"], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        yield f"ws://127.0.0.1:{int(process.stdout.readline())}/"
    finally:
        process.terminate()
        process.wait()


async def _follow(tapper: Tapper, schedule: Sequence[float]) -> None:
    begun = time.perf_counter()
    for moment in schedule:
        await asyncio.sleep(max(0.0, begun + moment - time.perf_counter()))
        tapper.tap()


async def _all_heard(tappers: Sequence[Tapper], *, patience: float = 60.0) -> None:
    until = time.monotonic() + patience
    neighbours = list(zip(tappers, [*tappers[1:], *tappers[:1]], strict=True))
    while time.monotonic() < until:
        if all(len(other.heard) >= len(one.tapped) for one, other in neighbours):
            return
        await asyncio.sleep(0.05)


async def _serve() -> None:
    sockets = bind_sockets(0, "127.0.0.1")
    server = HTTPServer(Application([("/", Echo)]))
    server.add_sockets(sockets)
    print(sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve())
