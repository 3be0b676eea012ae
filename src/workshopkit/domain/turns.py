"""Taking turns to talk: everyone who gave a name, in a random order, one after another.

The log keeps a random key and how many have spoken, and never who: a list of people would tell
whoever holds it who had come by then, and so whose some anonymous cards cannot be. The order
follows from the key and from who is in. Somebody who comes in meanwhile gets a place by the
same chance, which may be before the one who is talking.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable

from msgspec import Struct

from workshopkit.domain.people import Person


class Turns(Struct, frozen=True):
    """One round of talking."""

    key: str
    """What the order follows from."""
    heard: int = 0
    """How many have spoken."""


def in_turn(turns: Turns, people: Iterable[Person]) -> list[str]:
    """The ids of the people who gave a name, in their order of talking."""
    named = [person.id for person in people if person.name]
    return sorted(named, key=lambda person: _place(turns.key, person))


def _place(key: str, person: str) -> bytes:
    return hmac.new(key.encode(), person.encode(), hashlib.sha256).digest()
