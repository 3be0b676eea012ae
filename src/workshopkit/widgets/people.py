"""Finding one of the people in a workshop by what a notebook calls them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshopkit.errors import UnknownName, WorkshopkitError


def person_called(view: Mapping[str, Any], who: str) -> str:
    """The id of the person with this id or name; nobody is guessed at."""
    people: Mapping[str, Mapping[str, str]] = view["people"]["items"]
    if who in people:
        return who
    wanted = who.strip().casefold()
    found = [key for key, one in people.items() if one.get("name", "").casefold() == wanted]
    if not wanted or not found:
        raise UnknownName("person", who, {one["name"] for one in people.values() if "name" in one})
    if len(found) > 1:
        raise WorkshopkitError(
            f"{len(found)} people are called {who!r}. Say which by an id of `workshop.people`."
        )
    return found[0]
