"""Cards in a CSV: our own columns, or those that Parabol exports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from workshopkit.analysis.spreadsheet import csv_rows
from workshopkit.errors import UnknownName, WorkshopkitError

FIRST_ROW = 2
"""As spreadsheets number them: the headings are row 1."""
NOBODY = frozenset({"", "anonymous"})


class Row(Struct, frozen=True):
    """One row of the file."""

    number: int
    text: str
    column: str = ""
    """As the file calls it."""
    group: str = ""
    author: str = ""
    votes: int = 0
    kind: str = "card"
    """What it is: ``card``, or in Parabol's file also ``task``, ``comment``, ``reply``."""


class Layout(Struct, frozen=True):
    """Which heading says what."""

    text: str
    column: str
    group: tuple[str, ...]
    """The first that is there."""
    kind: str = ""


OURS = Layout("text", "column", ("group_title", "group"))
PARABOL = Layout("content", "prompt", ("reflectiongroup",), "type")


def read_cards(path: str | Path) -> list[Row]:
    """The rows of a file that say something, blank ones left out.

    Raises `UnknownName` for a file of neither layout and `WorkshopkitError` for one that cannot
    be read.
    """
    try:
        headings, rows = csv_rows(path)
    except OSError as problem:
        raise WorkshopkitError(f"{path} cannot be read: {problem.strerror}.") from problem
    layout = _layout([_plain(heading) for heading in headings])
    found = (_row(number, row, layout) for number, row in enumerate(rows, FIRST_ROW))
    return [row for row in found if row.text or row.column]


def _layout(headings: Sequence[str]) -> Layout:
    for layout in (OURS, PARABOL):
        if {layout.text, layout.column} <= set(headings):
            return layout
    missing = next(name for name in (OURS.text, OURS.column) if name not in headings)
    raise UnknownName("column", missing, headings)


def _row(number: int, cells: Mapping[str, str], layout: Layout) -> Row:
    said = {_plain(heading): cell.strip() for heading, cell in cells.items()}
    groups = (said[name] for name in layout.group if said.get(name))
    kind = said.get(layout.kind, "").casefold() if layout.kind else "card"
    return Row(
        number=number,
        text=said.get(layout.text, ""),
        column=said.get(layout.column, ""),
        group=next(groups, ""),
        author=_author(said.get("author", "")),
        votes=_number(said.get("votes", "")),
        kind="card" if kind in ("", "reflection") else kind,
    )


def _author(name: str) -> str:
    return "" if name.casefold() in NOBODY else name


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _plain(heading: str) -> str:
    return heading.strip().casefold()


def columns_by_name(columns: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    """The ids of a board's columns by all that a file may call them: id, title, question."""
    names: dict[str, str] = {}
    for id_, column in columns.items():
        for name in (id_, *_words(column.get("title")), *_words(column.get("prompt"))):
            names.setdefault(_plain(name), id_)
    return names


def _words(words: object) -> Iterable[str]:
    return words.values() if isinstance(words, Mapping) else ()
