"""Simulated participants: who they are, and what they wish to do next."""

from __future__ import annotations

import random
from collections.abc import Iterator

from workshopkit.domain.activity import Kinds, View
from workshopkit.rehearsal.screen import Sent, participant_hello
from workshopkit.rehearsal.visitor import Visitor

NAMES = (
    "Ada", "Bryn", "Chidi", "Dilys", "Emeka", "Farah", "Gwen", "Hana", "Idris", "Joanna",
    "Kofi", "Lowri", "Mei", "Nia", "Omar", "Priya", "Rhys", "Sanna", "Tomos", "Yusuf",
)  # fmt: skip


class Participant:
    """One simulated person, who acts as each kind of activity says that people do."""

    def __init__(self, name: str, socket: str, kinds: Kinds, *, seed: object) -> None:
        self.name = name
        self.visitor = Visitor(socket, participant_hello(name))
        self.own: dict[str, View] = {}
        """What they last saw of their own, by activity."""
        self._kinds = kinds
        self._seed = seed
        self._draws: dict[tuple[str, str], random.Random] = {}
        self._rests_at: tuple[str, str] | None = None

    @property
    def live(self) -> str | None:
        """The activity that everyone is at."""
        live: str | None = self.visitor.screen.view.get("workshop", {}).get("live")
        return live

    def wishes(self) -> list[View]:
        """What they would do next in the live activity; nothing when they are done."""
        screen, activity = self.visitor.screen, self.live
        if activity is None or activity not in screen.me.get("activities", {}):
            return []
        view, me = screen.view["activities"][activity], screen.me["activities"][activity]
        draw = self._draw(screen.view["agenda"]["items"][activity]["key"], view["phase"])
        wishes = self._kinds[view["kind"]].rehearsal.participant(view, me, draw)
        return [{**wish, "activity": activity} for wish in wishes]

    def act(self) -> list[Sent]:
        """Do all of it at once."""
        return [self.visitor.send(wish) for wish in self.wishes()]

    def rest(self) -> None:
        """Say that they are done here, once a phase."""
        if (activity := self.live) is None:
            return
        here = (activity, self.visitor.screen.view["activities"][activity]["phase"])
        if here != self._rests_at:
            self._rests_at = here
            self.visitor.ready()

    def remember(self) -> None:
        """Keep what is their own, to be compared with the database afterwards."""
        self.own.update(self.visitor.screen.me.get("activities", {}))

    def _draw(self, key: str, phase: str) -> random.Random:
        """Chance begins anew in each phase, so that one phase does not change the next."""
        known = (key, phase)
        if known not in self._draws:
            self._draws[known] = random.Random(f"{self._seed}/{self.name}/{key}/{phase}")
        return self._draws[known]


def names(count: int) -> Iterator[str]:
    """So many different names."""
    for seat in range(count):
        turn, place = divmod(seat, len(NAMES))
        yield f"{NAMES[place]} {turn + 1}" if turn else NAMES[place]
