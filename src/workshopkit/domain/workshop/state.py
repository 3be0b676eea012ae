"""The workshop's state: its agenda, who is in, the door, the timer, and its team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from workshopkit.domain.activity import ActivityKind, Actor, Contributions, Kinds, Words
from workshopkit.domain.people import Person
from workshopkit.domain.team import TeamState
from workshopkit.domain.tickets import Ticket
from workshopkit.domain.timer import Timer
from workshopkit.domain.turns import Turns
from workshopkit.errors import Refused

TITLE_LIMIT = 200
AGENDA_LIMIT = 50


class AgendaItem(Struct, frozen=True):
    """One activity of the agenda, with its own state."""

    kind: ActivityKind[Any]
    key: str
    """How a notebook finds it again."""
    title: Words
    state: Any
    voices: Mapping[str, Contributions] = {}
    """How much people contributed to each part, as it was when that part closed."""

    @property
    def phase(self) -> str:
        return self.kind.phase(self.state)

    def known_as(self, activity: str, actor: Actor) -> Actor:
        """The actor as this activity may know them."""
        return actor.within(activity, self.kind.purposes, self.kind.signed(self.state))


class WorkshopState(Struct, frozen=True):
    """A workshop at one moment, with its team and the people who joined."""

    kinds: Kinds
    """The kinds of activity known here: what the events are read with."""
    id: str = ""
    title: str = ""
    code: str = ""
    agenda: Mapping[str, AgendaItem] = {}
    live: str | None = None
    locked: bool = False
    finished: bool = False
    perspectives: tuple[str, ...] = ()
    timer: Timer | None = None
    turns: Turns | None = None
    team: TeamState = TeamState()
    people: Mapping[str, Person] = {}
    """By the hash of their secret, also those taken out; kept beside the log, not in it."""
    tickets: Mapping[str, Ticket] = {}
    """Those that are lent, by hash; kept beside the log as well."""

    @property
    def members(self) -> list[Person]:
        """Who joined, without those taken out."""
        return [person for person in self.people.values() if not person.removed]

    def item(self, activity: str) -> AgendaItem:
        if activity not in self.agenda:
            raise Refused(
                "unknown_activity",
                "That activity is not part of this workshop.",
                "Look at the agenda.",
            )
        return self.agenda[activity]
