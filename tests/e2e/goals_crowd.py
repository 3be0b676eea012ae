"""People over real sockets, where a browser each would add nothing: the rehearsal's, by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping
from threading import Thread
from typing import Any, Self, TypeVar

from msgspec.structs import replace

from tests.e2e.goals_cast import answer
from tests.e2e.served import Served
from workshopkit.domain.activity import View
from workshopkit.rehearsal.screen import Screen, participant_hello
from workshopkit.rehearsal.serving import socket_address
from workshopkit.rehearsal.visitor import Visitor
from workshopkit.room.protocol import FromServer, Hello

T = TypeVar("T")
PATIENCE = 120  # seconds with a busy machine, not a limit


class Hearing(Screen):
    """Keeps every frame as it came."""

    def __init__(self, hello: Hello) -> None:
        super().__init__(hello)
        self.heard: list[str] = []

    def hear(self, data: str | bytes, now: float) -> FromServer:
        self.heard.append(data if isinstance(data, str) else data.decode())
        return super().hear(data, now)


class Guest:
    """One of them, who speaks as something."""

    def __init__(self, socket: str, name: str, perspective: str) -> None:
        self.perspective = perspective
        hello = replace(participant_hello(name), perspective=perspective)
        self.visitor = Visitor(socket, hello)
        self.visitor.screen = self.screen = Hearing(hello)

    @property
    def map(self) -> View:
        """The live map, as far as a participant sees it."""
        live = self.screen.view["workshop"]["live"]
        seen: View = self.screen.view["activities"][live]
        return seen

    def item(self, text: str) -> str:
        """The id of what says this."""
        items = self.map["items"]["items"]
        return str(next(key for key, item in items.items() if item["text"] == text))

    def goals(self) -> Iterator[tuple[str, str]]:
        """Their ids and texts."""
        for key, item in self.map["items"]["items"].items():
            if item["level"] == "goal":
                yield key, item["text"]

    async def do(self, *wishes: View) -> None:
        """All at once; wait until each is answered, and shown. None may be refused."""
        live = self.screen.view["workshop"]["live"]
        sent = [self.visitor.send({**wish, "activity": live}) for wish in wishes]
        assert await self.visitor.until(lambda screen: screen.settled)
        assert [each.refused for each in sent if each.refused] == []

    async def comes_to(self, phase: str) -> None:
        assert await self.visitor.until(lambda _: self.map["phase"] == phase)

    async def rate(self, *, round: int) -> None:
        """Answer every question about every goal, one goal after the other."""
        for goal, text in self.goals():
            given = answer(text, self.perspective, round)
            rate = {"kind": "goals.rate", "item": goal, "answer": given}
            await self.do(*({**rate, "question": each} for each in self.map["questions"]["order"]))


class Crowd:
    """Lives in a thread of its own: Playwright's loop runs in the test's."""

    def __init__(self, served: Served) -> None:
        self._address = f"http://127.0.0.1:{served.port}/"
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self.guests: list[Guest] = []

    def come(self, code: str, **sizes: int) -> list[Guest]:
        """So many of each perspective (with _ for a space) come in."""
        asked = {name.replace("_", " "): size for name, size in sizes.items()}
        each = {f"{name} {n}": name for name, size in asked.items() for n in range(size)}
        return self.named(code, each)

    def named(self, code: str, people: Mapping[str, str]) -> list[Guest]:
        """People of these names come in, each of whom speaks as something, or as nothing."""
        socket = socket_address(self._address, code)
        new = [Guest(socket, name, perspective) for name, perspective in people.items()]
        self.guests += new
        self.all(new, lambda guest: guest.visitor.arrive())
        return new

    def all(
        self, guests: list[Guest], doing: Callable[[Guest], Coroutine[Any, Any, object]]
    ) -> None:
        """Everyone at once."""

        async def together() -> None:
            await asyncio.gather(*map(doing, guests))

        self.run(together())

    def run(self, doing: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(PATIENCE)

    def begin(self, doing: Coroutine[Any, Any, T]) -> Callable[[], T]:
        """Let it run on meanwhile; call what comes back to wait for its end."""
        running = asyncio.run_coroutine_threadsafe(doing, self._loop)
        return lambda: running.result(PATIENCE)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.all(self.guests, lambda guest: guest.visitor.leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()
