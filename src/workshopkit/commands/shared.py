"""What the commands share: how a workshop is named, and how a problem is told."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from workshopkit.errors import WorkshopkitError
from workshopkit.room.directory import WORKSHOP_ID

WORKSHOP = "its id, its join code or its title"


def arguments(argv: Sequence[str] | None) -> list[str]:
    """What was typed; an id that begins with a dash is no option: a space before it says so."""
    typed = sys.argv[1:] if argv is None else argv
    return [
        f" {each}" if each[:1] == "-" and WORKSHOP_ID.fullmatch(each) else each for each in typed
    ]


def add_place(parser: argparse.ArgumentParser) -> None:
    """The options that say which workshop is meant."""
    add = parser.add_argument
    add("--team", help="whose it is, where several have that title")
    add("--database", help="where workshops are kept: a path or sqlite:///path")


def told(work: Callable[[], int]) -> int:
    """What `work` returns, or 2 after one clear line about what went wrong."""
    try:
        return work()
    except WorkshopkitError as problem:
        print(f"workshopkit: {problem}", file=sys.stderr)
        return 2
