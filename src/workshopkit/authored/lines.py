"""Where in a TOML file a value stands, which the reader of the standard library does not tell."""

from __future__ import annotations

import tomllib

Place = tuple[str | int, ...]
"""The way to a value: keys, and numbers from 0 within lists."""


def line_of(text: str, place: Place) -> int | None:
    """The line, from 1, of the statement that first sets the value at a place; None for the whole.

    Found by reading ever more of a file that is sound as TOML: whatever its first lines set was
    set there, in whichever of TOML's many ways.
    """
    lines = text.split("\n")
    begun = 0
    for read in range(1, len(lines) + 1):
        try:
            known = tomllib.loads("\n".join(lines[:read]))
        except tomllib.TOMLDecodeError:
            continue  # in the middle of a value
        if place and _holds(known, place):
            return begun + 1
        begun = read
    return None


def _holds(value: object, place: Place) -> bool:
    for key in place:
        try:
            value = value[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return False
    return True
