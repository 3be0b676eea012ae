"""Rows of a spreadsheet, or a notebook's own list, as the items and links of a goal map.

A bad row stops nothing: it is left out, or comes without the link that is bad, and is
reported with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isnan
from typing import Any

from msgspec.structs import asdict, replace

from workshopkit.analysis.goals_export import COLUMNS
from workshopkit.domain.goals import GivenItem, Link, Measure
from workshopkit.domain.goals.check import need_below, need_two, said
from workshopkit.domain.goals.state import LEVELS, Level
from workshopkit.errors import Refused, UnknownName, WorkshopkitError
from workshopkit.widgets.options import id_from

Row = Mapping[Any, Any]

FIRST_ROW = 2
"""As spreadsheets number them: the headings are row 1."""
MOST_ITEMS = 500
MOST_LINKS = 3000
_ID = re.compile(r"[^;|~]{1,64}")
_BETWEEN = re.compile(r"[;|]")


@dataclass
class Sheet:
    """What was read: what can be used, and why the rest cannot."""

    items: dict[str, GivenItem] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    refused: list[tuple[int, str]] = field(default_factory=list)
    """Numbers of rows, each with its reason."""

    def rows(self) -> list[Row]:
        """What can be used, as rows again."""
        parents: dict[str, list[str]] = {}
        for link in self.links.values():
            parents.setdefault(link.child, []).append(link.parent)
        return [_row(item) | {"parents": parents.get(id_, [])} for id_, item in self.items.items()]

    def need_all(self) -> Sheet:
        """The same; raises `WorkshopkitError` with the first reason where there is one."""
        for _, reason in self.refused:
            raise WorkshopkitError(reason)
        return self


def read_rows(rows: Iterable[Row], *, first: int = FIRST_ROW) -> Sheet:
    """The items of the rows, and then their links: a parent may stand below its child.

    A row whose item is bad is left out; one whose parent is bad comes without that link.
    Blank rows and columns of other names are passed over.
    """
    sheet = Sheet()
    kept: list[tuple[int, str, str]] = []
    for number, row in enumerate(map(_texts, rows), first):
        if row:
            try:
                kept.append((number, _add_item(sheet, row), row.get("parents", "")))
            except WorkshopkitError as problem:
                sheet.refused.append((number, str(problem)))
    for number, child, parents in kept:
        for parent in split_ids(parents):
            _try_link(sheet, number, child, parent)
    sheet.refused.sort(key=lambda refused: refused[0])
    return sheet


def need_columns(columns: Iterable[object]) -> None:
    """Turn down a table without a level and a text: `UnknownName` says what there is."""
    known = [_heading(column) for column in columns]
    for name in ("level", "text"):
        if name not in known:
            raise UnknownName("column", name, known)


def split_ids(parents: str) -> list[str]:
    """The ids in a cell, ``;`` or ``|`` between them."""
    return [part.strip() for part in _BETWEEN.split(parents) if part.strip()]


def _add_item(sheet: Sheet, row: Mapping[str, str]) -> str:
    item = _item(row)
    if item.id in sheet.items:
        raise WorkshopkitError(f"Another row has the id {item.id!r} already.")
    if len(sheet.items) >= MOST_ITEMS:
        raise WorkshopkitError(f"A goal map has room for {MOST_ITEMS} items.")
    sheet.items[item.id] = item
    return item.id


def _item(row: Mapping[str, str]) -> GivenItem:
    text = row.get("text", "")
    given = GivenItem(
        id=_need_id(row.get("id") or id_from(text)),
        level=_need_level(row.get("level", "")),
        text=text,
        owner=row.get("owner", ""),
        measure=_measure(row),
        assumption=row.get("assumption", ""),
    )
    return replace(given, **asdict(said(given)))


def _row(item: GivenItem) -> dict[str, Any]:
    measure = item.measure or Measure("")
    numbers = {"baseline": measure.baseline, "target": measure.target}
    return asdict(item) | numbers | {"measure": measure.name, "unit": measure.unit}


def _measure(row: Mapping[str, str]) -> Measure | None:
    parts = [row.get(key, "") for key in ("measure", "unit", "baseline", "target")]
    if not any(parts):
        return None
    name, unit, baseline, target = parts
    if not name:
        raise WorkshopkitError("A unit, baseline or target needs a measure that it belongs to.")
    return Measure(name, unit, _number(baseline), _number(target))


def _number(text: str) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        raise WorkshopkitError(f"{text!r} is no number. Write it as in 12.5.") from None


def _need_id(id_: str) -> str:
    if not _ID.fullmatch(id_):
        raise WorkshopkitError(f"{id_!r} is no id: up to 64 characters, but not ; | or ~.")
    return id_


def _need_level(name: str) -> Level:
    level = next((known for known in LEVELS if known == name.casefold()), None)
    if level is None:
        raise UnknownName("level", name, LEVELS)
    return level


def _try_link(sheet: Sheet, number: int, child: str, parent: str) -> None:
    try:
        link = _link(sheet, child, parent)
    except WorkshopkitError as problem:
        sheet.refused.append((number, f"{problem} The item is there without this link."))
    else:
        sheet.links[link.key] = link


def _link(sheet: Sheet, child: str, parent: str) -> Link:
    known = parent if parent in sheet.items else id_from(parent)
    if known not in sheet.items:
        raise WorkshopkitError(f"There is no item {parent!r} that it could serve.")
    need_two(child, known)
    need_below(sheet.items[child].level, sheet.items[known].level)
    if len(sheet.links) >= MOST_LINKS:
        raise Refused("too_many", f"A goal map has room for {MOST_LINKS} links.")
    return Link(child, known)


def _texts(row: Row) -> dict[str, str]:
    """The cells that say something, by heading."""
    texts = {_heading(key): _text(value) for key, value in row.items()}
    return {key: text for key, text in texts.items() if key in COLUMNS and text}


def _heading(name: object) -> str:
    return str(name).strip().casefold()


def _text(value: object) -> str:
    """A cell as text: pandas makes 3 into 3.0 where others are missing, and missing ones NaN."""
    if isinstance(value, float):
        return "" if isnan(value) else str(int(value) if value.is_integer() else value)
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    text = "" if value is None else str(value).strip()
    return "" if text == "<NA>" else text
