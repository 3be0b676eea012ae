"""What every item and link has to be, whether a notebook sets it or people make it."""

from __future__ import annotations

from math import isfinite

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.activity import need_text
from workshopkit.domain.goals.commands import AddItem, EditItem
from workshopkit.domain.goals.state import LEVELS, GivenItem, Level, Measure
from workshopkit.errors import Refused

TEXT_LIMIT = 300
"""Characters an item, and an assumption."""
OWNER_LIMIT = 80
MEASURE_LIMIT = 120
UNIT_LIMIT = 40


class Said(Struct, frozen=True):
    """What an item says: all of it but its level."""

    text: str
    owner: str
    measure: Measure | None
    assumption: str


def said(item: AddItem | EditItem | GivenItem) -> Said:
    """What someone wants an item to say; refuses what is empty or too long."""
    return Said(
        text=need_text(item.text, TEXT_LIMIT),
        owner=_if_any(item.owner, OWNER_LIMIT),
        measure=_checked_measure(item.measure),
        assumption=_if_any(item.assumption, TEXT_LIMIT),
    )


def _checked_measure(measure: Measure | None) -> Measure | None:
    """The measure without the space around its words; refuses one without a name."""
    if measure is None:
        return None
    numbers = (measure.baseline, measure.target)
    if not all(isfinite(number) for number in numbers if number is not None):
        raise Refused("bad_number", "A measure goes from a number to a number.", "Correct it.")
    name, unit = need_text(measure.name, MEASURE_LIMIT), _if_any(measure.unit, UNIT_LIMIT)
    return replace(measure, name=name, unit=unit)


def need_level(level: str) -> None:
    if level not in LEVELS:
        raise Refused("unknown_level", "There is no such level.", f"Use {', '.join(LEVELS)}.")


def is_below(child: Level, parent: Level) -> bool:
    return LEVELS.index(child) > LEVELS.index(parent)


def need_below(child: Level, parent: Level) -> None:
    """Refuses a link that does not go up. So there can be no circles."""
    if not is_below(child, parent):
        raise Refused(
            "wrong_level",
            f"Something of the level {child!r} cannot serve something of the level {parent!r}.",
            f"Link it to a higher level ({', '.join(LEVELS)}, the highest first).",
        )


def need_two(child: str, parent: str) -> None:
    if child == parent:
        raise Refused("self_link", "Nothing can serve itself.", "Choose another item.")


def unknown_item() -> Refused:
    return Refused("unknown_item", "That item is not there.", "Look at the map again.")


def _if_any(text: str, limit: int) -> str:
    return need_text(text, limit) if text.strip() else ""
