"""A crowd in a room of the real server, for measuring: a retro board and people at it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from workshopkit.domain.activity import View
from workshopkit.domain.workshop.commands import AddActivity
from workshopkit.formats import DEFAULT_FORMAT, load_format
from workshopkit.log import open_log
from workshopkit.rehearsal.crowd import Participant, names
from workshopkit.rehearsal.screen import facilitator_hello
from workshopkit.rehearsal.serving import Served, served
from workshopkit.rehearsal.visitor import Visitor
from workshopkit.room.desk import Desk
from workshopkit.room.vocabulary import load_kinds

TOGETHER = 25
"""People who come in at the same moment."""


class Board:
    """A server with one retro board on its agenda."""

    def __init__(self, server: Served, database: Path) -> None:
        self.server = server
        self.database = database
        with closing(open_log(str(database))) as log:
            desk = Desk(log, title="Measured", team="Bench")
            desk.perform(_retro())
            self.workshop = desk.workshop
            self.code: str = desk.view()["workshop"]["code"]
            self._ticket = desk.ticket()
        self.lead = Visitor(server.socket(self.code), facilitator_hello(self._ticket))

    def newcomers(self, count: int, *, prefix: str = "") -> list[Participant]:
        socket, kinds = self.server.socket(self.code), load_kinds()
        return [Participant(f"{prefix}{name}", socket, kinds, seed=7) for name in names(count)]

    async def begin(self) -> None:
        """Bring everyone to the board."""
        await self.lead.arrive()
        activity = self.lead.screen.view["agenda"]["order"][0]
        await self.ask({"kind": "workshop.make_live", "activity": activity})

    async def move_phase(self, phase: str) -> None:
        activity = self.lead.screen.view["workshop"]["live"]
        await self.ask({"kind": "retro.move_phase", "activity": activity, "phase": phase})

    async def ask(self, command: View) -> None:
        self.lead.send(command)
        await self.lead.until(lambda screen: screen.settled)


@contextmanager
def board(folder: Path) -> Iterator[Board]:
    """A board on a server process of its own; the database stays in the folder."""
    database = folder / "bench.db"
    with served(folder, database=database, folder=folder) as server:
        yield Board(server, database)


async def arrive(visitors: Sequence[Visitor]) -> None:
    """Let them in, some at a time."""
    for start in range(0, len(visitors), TOGETHER):
        await asyncio.gather(*(each.arrive() for each in visitors[start : start + TOGETHER]))


async def leave(visitors: Sequence[Visitor]) -> None:
    await asyncio.gather(*(each.leave() for each in visitors))


def _retro() -> AddActivity:
    columns = msgspec.to_builtins(load_format(DEFAULT_FORMAT).options.columns)
    return AddActivity("retro", "board", {"en": "Board"}, {"columns": columns, "votes": 5})
