"""Which cell runs now: tells a cell that runs again from a second one that is alike."""

from __future__ import annotations

import sys
from typing import Any

from msgspec import Struct

from workshopkit.errors import Refused


class Cell(Struct, frozen=True):
    """One run of one cell."""

    place: str
    """The cell: the id that its host gives it, else its source."""
    run: str
    """This run of it."""


class Cells:
    """Which cell each activity of a workshop was made in."""

    def __init__(self) -> None:
        self._made: dict[str, Cell] = {}

    def need_first(self, key: str) -> None:
        """Refuse a second activity of the same key, unless its cell is running again."""
        cell = current_cell()
        if cell is None:
            return
        before = self._made.setdefault(key, cell)
        if before is not cell and (before.run == cell.run or before.place != cell.place):
            raise two_alike()
        self._made[key] = cell


def two_alike() -> Refused:
    """What to do about two activities that cannot be told apart."""
    return Refused(
        "key_taken",
        "Two activities of this workshop are alike.",
        'Give one of them a key of its own, as key="second". If you have moved a cell, run the '
        "cell of the workshop again first.",
    )


def current_cell() -> Cell | None:
    """The cell that runs now; none outside a notebook."""
    message = _request()
    source = message.get("content", {}).get("code")
    run = message.get("header", {}).get("msg_id")
    if not (isinstance(source, str) and isinstance(run, str)):
        return None
    place = message.get("metadata", {}).get("cellId")
    return Cell(place if isinstance(place, str) else source, run)


def _request() -> dict[str, Any]:
    """The message that asked this kernel to run a cell."""
    if "ipykernel" not in sys.modules:
        return {}
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    parent = shell.get_parent() if hasattr(shell, "get_parent") else None
    return parent if isinstance(parent, dict) else {}
