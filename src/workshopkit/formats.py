"""Retro formats: the columns of a board, its dots and its timing, one TOML file each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from workshopkit.domain.activity import Words
from workshopkit.domain.retro.state import Column, Phase
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.resources import data_folder

DEFAULT_FORMAT = "start-stop-continue"


class Format(Struct, frozen=True, forbid_unknown_fields=True):
    """One way to hold a retro."""

    title: Words
    votes: Annotated[int, Meta(ge=1, le=20)]
    """Dots for each person."""
    minutes: dict[Phase, Annotated[int, Meta(ge=1, le=240)]]
    columns: Annotated[tuple[Column, ...], Meta(min_length=1, max_length=8)]


def format_names() -> list[str]:
    """The names of the formats that came along, sorted."""
    return sorted(path.stem for path in _folder().glob("*.toml"))


def load_format(name: str) -> Format:
    """The format of this name, checked.

    Raises `UnknownName`, with the nearest name, when there is none.

    >>> load_format("sailboat").columns[0].title["en"]
    'Island'
    """
    if name not in format_names():
        raise UnknownName("format", name, format_names())
    return read_format(_folder() / f"{name}.toml")


def read_format(path: Path) -> Format:
    """The format in a file; `WorkshopkitError` says what is wrong in a file that is unsound."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Format)
        _need_sound(found)
    except (ValueError, msgspec.ValidationError) as problem:
        raise WorkshopkitError(f"The format in {path.name} cannot be used: {problem}") from problem
    return found


def _need_sound(found: Format) -> None:
    ids = [column.id for column in found.columns]
    if len(set(ids)) < len(ids):
        raise ValueError("two columns have the same id")
    texts = [found.title, *(c.title for c in found.columns), *(c.prompt for c in found.columns)]
    if not all(words.get("en") for words in texts):
        raise ValueError("each title and prompt needs an English text (en)")


def _folder() -> Path:
    return data_folder() / "formats"
