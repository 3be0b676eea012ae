"""The tour: a facilitator leads simulated people through every phase of every activity."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence

from msgspec import Struct

from workshopkit.domain.activity import View
from workshopkit.rehearsal.crowd import Participant
from workshopkit.rehearsal.screen import Screen
from workshopkit.rehearsal.visitor import Visitor

ROUNDS = 100
"""Turns that a person may take in one phase, for activities that always have more to do."""
DROPS = 0.02
"""How often a person's socket is cut in the moment after a tap."""


class Stop(Struct, frozen=True):
    """One phase of one activity, as the tour found it."""

    activity: str
    kind: str
    phase: str
    reached: bool
    """Whether it came to every screen, and everyone's taps were answered and shown."""
    commands: int = 0


class Tour:
    """Goes through the agenda. In each round everyone acts at once on what all have seen."""

    def __init__(
        self, lead: Visitor, crowd: Sequence[Participant], *, seed: object, drops: float = DROPS
    ) -> None:
        self.stops: list[Stop] = []
        self.finished = False
        self._lead = lead
        self._crowd = crowd
        self._drops = drops
        self._chance = random.Random(f"{seed}/drops")

    async def go(self) -> None:
        """Every activity in order, every phase in order, up to one that cannot be reached."""
        for activity in list(self._lead.screen.view["agenda"]["order"]):
            await self._ask({"kind": "workshop.make_live", "activity": activity})
            item = self._lead.screen.view["activities"][activity]
            for phase in item["phases"]:
                self.stops.append(await self._visit(activity, item["kind"], phase))
                if not self.stops[-1].reached:
                    return

    async def finish(self) -> None:
        """End the workshop, and see that everyone is told."""
        await self._ask({"kind": "workshop.finish"})
        self.finished = await self._all_see(
            lambda screen: screen.view["workshop"]["state"] == "finished"
        )

    async def _visit(self, activity: str, kind: str, phase: str) -> Stop:
        key = self._lead.screen.view["agenda"]["items"][activity]["key"]
        if _phase(self._lead.screen, activity) != phase:
            await self._ask({"kind": f"{kind}.move_phase", "activity": activity, "phase": phase})
        if not await self._all_see(lambda screen: _phase(screen, activity) == phase):
            return Stop(key, kind, phase, reached=False)
        commands, answered = await self._let_act()
        for person in self._crowd:
            person.remember()
        return Stop(key, kind, phase, answered, commands)

    async def _let_act(self) -> tuple[int, bool]:
        """Rounds, until nobody has more to do; how many commands, and whether all settled."""
        acting, commands = list(self._crowd), 0
        for _ in range(ROUNDS):
            counts = [self._act(person) for person in acting]
            acting = [person for person, count in zip(acting, counts, strict=True) if count]
            commands += sum(counts)
            if not acting:
                return commands, True
            if not await self._settle():
                return commands, False
        return commands, True

    def _act(self, person: Participant) -> int:
        """Let a person do what they wish; how many commands that was."""
        sent = person.act()
        if not sent:
            person.rest()
        elif self._chance.random() < self._drops:
            person.visitor.drop()
        return len(sent)

    async def _settle(self) -> bool:
        """Wait until every command is answered, and everyone has seen what all of them did."""
        if not await self._all_see(lambda screen: screen.settled):
            return False
        newest = max(person.visitor.screen.version for person in self._crowd)
        return await self._all_see(lambda screen: screen.version >= newest)

    async def _ask(self, command: View) -> None:
        self._lead.send(command)
        await self._lead.until(lambda screen: screen.settled)

    async def _all_see(self, condition: Callable[[Screen], bool]) -> bool:
        visitors = [self._lead, *(person.visitor for person in self._crowd)]
        return all(await asyncio.gather(*(visitor.until(condition) for visitor in visitors)))


def _phase(screen: Screen, activity: str) -> str | None:
    phase: str | None = screen.view["activities"].get(activity, {}).get("phase")
    return phase
