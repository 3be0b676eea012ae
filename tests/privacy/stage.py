"""A real room on a real log, with seats that keep every byte that is sent to them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec import Raw

from workshopkit.domain.actions import AddAction
from workshopkit.domain.activity import Command, Draw, Kinds, View
from workshopkit.domain.people import hash_secret
from workshopkit.domain.workshop.commands import Finish
from workshopkit.log import open_log
from workshopkit.log.base import EventLog
from workshopkit.rehearsal.screen import (
    Screen,
    Sent,
    encode,
    facilitator_hello,
    observer_hello,
    participant_hello,
)
from workshopkit.room.desk import Desk
from workshopkit.room.protocol import CommandMessage, Hello
from workshopkit.room.rooms import Rooms, RunningRoom
from workshopkit.room.vocabulary import load_kinds

PATIENCE = 60.0
TURNS = 20
"""How often a simulated person is asked in one phase: enough to be done."""


class Seat:
    """One session of the room. It is its own wire, which never fails."""

    def __init__(self, room: RunningRoom, hello: Hello) -> None:
        self.screen = Screen(hello)
        self.heard: list[bytes] = []
        self._news = asyncio.Event()
        self._session = room.connect(self)
        self.say(encode(hello))

    @property
    def secret(self) -> str:
        return self.screen.hello.secret or ""

    @property
    def told(self) -> bytes:
        """All that it ever got."""
        return b"\n".join(self.heard)

    def say(self, text: str) -> None:
        self._session.receive(text)

    def send(self, data: bytes) -> None:
        self.heard.append(data)
        self.screen.hear(data, 0.0)
        self._news.set()

    def close(self, code: int, reason: str) -> None:
        self._news.set()

    def backlog(self) -> int:
        return 0

    async def until(self, condition: Callable[[Screen], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not condition(self.screen):
                self._news.clear()
                await self._news.wait()


class Stage:
    """The room, its seats, and the desk of a kernel on the same log."""

    def __init__(self, log: EventLog, desk: Desk, rooms: Rooms, room: RunningRoom) -> None:
        self.log = log
        self.desk = desk
        self.rooms = rooms
        self.seats: list[Seat] = []
        self._room = room
        self._kinds = load_kinds()

    async def newcomer(self, name: str) -> Seat:
        return await self.enter(participant_hello(name))

    async def facilitator(self) -> Seat:
        return await self.enter(facilitator_hello(self.desk.ticket()))

    async def observer(self) -> Seat:
        return await self.enter(observer_hello())

    async def perform(self, seat: Seat, command: View) -> Sent:
        """Send a command, and wait until everyone has seen what it did."""
        sent = seat.screen.wish(command, 0.0)
        seat.say(encode(CommandMessage(sent.id, Raw(encode(command)))))
        await seat.until(lambda screen: sent.answered)
        await self.calm(sent.version or 0)
        return sent

    async def act(self, person: Seat, activity: str, draw: Draw) -> list[View]:
        """Everything that a simulated person wishes in this phase, one by one; all is granted."""
        done: list[View] = []
        for _ in range(TURNS):
            view, me = (
                seen["activities"][activity] for seen in (person.screen.view, person.screen.me)
            )
            for wish in self._kinds[view["kind"]].rehearsal.participant(view, me, draw):
                sent = await self.perform(person, {**wish, "activity": activity})
                assert sent.refused is None, sent.refused
                done.append(wish)
        return done

    async def calm(self, version: int) -> None:
        """Wait until every seat is at a version, and nothing more is on its way."""
        for seat in self.seats:
            await seat.until(lambda screen: screen.version >= version)
        await self._all_told()

    async def enter(self, hello: Hello) -> Seat:
        seat = Seat(self._room, hello)
        self.seats.append(seat)
        await seat.until(lambda screen: bool(screen.view))
        await self._all_told()
        return seat

    async def _all_told(self) -> None:
        """Wait until the room has saved and told all that it knows of, however long that takes."""
        async with asyncio.timeout(PATIENCE):
            while not self._room.idle:
                await asyncio.sleep(0.001)


@asynccontextmanager
async def staged(
    database: Path, activities: Iterable[Command] = (), *, kinds: Kinds | None = None
) -> AsyncIterator[Stage]:
    """A room on a database; the activities are put on its agenda first.

    In a new database the team has met before, and left actions to be reviewed.
    """
    is_new = not database.exists()
    log = open_log(str(database))
    try:
        if is_new:
            _met_before(log, kinds)
        desk = Desk(log, title="Private", team="Testers", kinds=kinds)
        for activity in activities:
            desk.perform(activity)
        rooms = Rooms(log, kinds=kinds)
        yield Stage(log, desk, rooms, await rooms.by_id(desk.workshop))
        rooms.close()
    finally:
        log.close()


def _met_before(log: EventLog, kinds: Kinds | None) -> None:
    before = Desk(log, title="Before", team="Testers", kinds=kinds)
    for text in ("Ask Legal", "Call weekly", "Write it down"):
        before.perform(AddAction(text))
    before.perform(Finish())


def person_id(stage: Stage, seat: Seat) -> str:
    """The id that the names table has for a seat's person."""
    people = stage.log.transact(lambda tx: tx.people(stage.desk.workshop), write=False).result()
    return next(person.id for person in people if person.secret_hash == hash_secret(seat.secret))


def others(stage: Stage, owner: Seat) -> Sequence[Seat]:
    return [seat for seat in stage.seats if seat is not owner]
