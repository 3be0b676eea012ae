"""Taking turns to talk: everyone who gave a name, in a random order, one after another.

The log keeps a random key and how many have spoken, and never who: a list of people would tell
whoever holds it who had come by then, and so whose some anonymous cards cannot be. The order
follows from the key and from who is in. Who comes in meanwhile, or gives a name only then, comes
last: that is remembered as long as the room is open and nowhere else. After a restart their
place is by the same chance as everyone's.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.people import Person


class Turns(Struct, frozen=True):
    """One round of talking."""

    key: str
    """What the order follows from."""
    heard: int = 0
    """How many have spoken."""
    late: tuple[str, ...] = ()
    """The ids of those who came meanwhile, as far as this process saw them come; in no event."""


def in_turn(turns: Turns, people: Iterable[Person]) -> list[str]:
    """The ids of the people who gave a name, in their order of talking."""
    named = {person.id for person in people if person.name}
    by_chance = sorted(named - {*turns.late}, key=lambda person: _place(turns.key, person))
    return [*by_chance, *(person for person in turns.late if person in named)]


def with_late(turns: Turns, before: Iterable[Person], after: Iterable[Person]) -> Turns:
    """The round once these people are there: who is named only now comes last."""
    known = {*turns.late, *(person.id for person in before if person.name)}
    late = [person.id for person in after if person.name and person.id not in known]
    return replace(turns, late=(*turns.late, *late)) if late else turns


def _place(key: str, person: str) -> bytes:
    return hmac.new(key.encode(), person.encode(), hashlib.sha256).digest()
