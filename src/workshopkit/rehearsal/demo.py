"""Company for a demo: simulated people who join the newest workshop and act at a human pace."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Sequence

from workshopkit.errors import WorkshopkitError
from workshopkit.log.base import EventLog
from workshopkit.rehearsal.crowd import Participant, names
from workshopkit.rehearsal.serving import socket_address
from workshopkit.room.directory import Directory, Entry, read_directory
from workshopkit.room.vocabulary import Vocabulary, load_kinds

LOOK_SECONDS = 1.0
PACE = (1.5, 8.0)
"""Seconds that a person takes between two taps, at least and at most."""
ARRIVAL = (0.2, 6.0)

log = logging.getLogger(__name__)


async def demo(
    address: str,
    event_log: EventLog,
    people: int,
    *,
    pace: tuple[float, float] = PACE,
    seed: int | None = None,
) -> None:
    """Be there, until cancelled, in whichever workshop of the database is newest and open.

    `address` is the server's own, up to its base path's last slash. There need be no
    workshop yet.
    """
    await Demo(address, event_log, people, pace=pace, seed=seed).stay()


class Demo:
    """So many simulated people, and the workshop that they are in."""

    def __init__(
        self,
        address: str,
        event_log: EventLog,
        people: int,
        *,
        pace: tuple[float, float],
        seed: int | None,
    ) -> None:
        self._address = address
        self._log = event_log
        self._people = people
        self._pace = pace
        self._seed = random.random() if seed is None else seed
        self._vocabulary = Vocabulary(load_kinds())
        self._directory = Directory()

    async def stay(self) -> None:
        """Follow the facilitator from workshop to workshop."""
        inside: Entry | None = None
        tasks: list[asyncio.Task[None]] = []
        try:
            while True:
                newest = await self._newest()
                if newest is not None and (inside is None or newest.id != inside.id):
                    await _end(tasks)
                    inside, tasks = newest, self._go_to(newest)
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            await _end(tasks)

    async def _newest(self) -> Entry | None:
        known = self._directory
        work = self._log.transact(
            lambda tx: read_directory(tx, self._vocabulary, known), write=False
        )
        self._directory = await asyncio.wrap_future(work)
        newest_first = reversed(list(self._directory.entries.values()))
        return next((entry for entry in newest_first if not entry.finished), None)

    def _go_to(self, entry: Entry) -> list[asyncio.Task[None]]:
        socket = socket_address(self._address, entry.code)
        kinds = self._vocabulary.kinds
        seed = f"{self._seed}/{entry.id}"
        crowd = [Participant(name, socket, kinds, seed=seed) for name in names(self._people)]
        return [asyncio.create_task(self._live(person, seed)) for person in crowd]

    async def _live(self, person: Participant, seed: str) -> None:
        """One person: arrive in their own time, then one tap after another."""
        chance = random.Random(f"{seed}/{person.name}")
        await asyncio.sleep(chance.uniform(*ARRIVAL) * self._pace[1] / PACE[1])
        try:
            await person.visitor.arrive()
            while True:
                await asyncio.sleep(chance.uniform(*self._pace))
                await self._tap(person)
        except WorkshopkitError as problem:
            log.warning("%s", problem)
        finally:
            await person.visitor.leave()

    async def _tap(self, person: Participant) -> None:
        wishes = person.wishes()
        if wishes:
            person.visitor.send(wishes[0])
            await person.visitor.until(lambda screen: screen.settled)
        else:
            person.rest()


async def _end(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
