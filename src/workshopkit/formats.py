"""Retro formats: the columns of a board, its dots and its timing, one TOML file each."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from workshopkit.analysis.tables import COUNT, TEXT, frame
from workshopkit.analysis.words import in_language
from workshopkit.authored import Authored, Shelf
from workshopkit.domain.retro import RETRO, RetroOptions

if TYPE_CHECKING:
    import pandas as pd

DEFAULT_FORMAT = "start-stop-continue"
KEYS = ("columns", "votes", "votes_per_card", "minutes")
_shelf = Shelf("formats", "format", RetroOptions, RETRO.start, KEYS)


def format_names() -> list[str]:
    """The names of the formats that came along, sorted."""
    return _shelf.names()


def load_format(wanted: str | PathLike[str]) -> Authored[RetroOptions]:
    """The format of this name, or in a TOML file of one's own: its title and a board's options.

    A file is a path, or a text that ends in ``.toml``. It holds a ``title``, ``columns`` (each
    with an ``id``, a ``title``, and if one likes a ``prompt`` and a ``kind``: keep, change or
    wonder), ``votes``, ``votes_per_card`` and ``minutes`` by phase. Titles and prompts need
    English; Welsh may stand beside it. Those in `data/formats` are good to copy.

    Raises `UnknownName` with the nearest name, and `UnsoundFile` with the line that is wrong.

    >>> load_format("sailboat").options.columns[0].title["en"]
    'Island'
    """
    return _shelf.load(wanted)


def formats(*, lang: str = "en") -> pd.DataFrame:
    """The formats that came along, one row each, to choose from.

    ``name`` string, for ``RetroBoard(workshop, format=…)`` · ``title`` string · ``columns``
    string, their titles · ``votes`` Int64, dots for each person · ``minutes`` Int64, what all
    phases together usually take.

    >>> formats().query("minutes <= 45")
    """
    dtypes = {"name": TEXT, "title": TEXT, "columns": TEXT, "votes": COUNT, "minutes": COUNT}
    return frame((_row(name, lang) for name in format_names()), dtypes)


def _row(name: str, lang: str) -> dict[str, object]:
    found = load_format(name)
    return {
        "name": name,
        "title": in_language(found.title, lang),
        "columns": " · ".join(in_language(column.title, lang) for column in found.options.columns),
        "votes": found.options.votes,
        "minutes": sum(found.options.minutes.values()),
    }
