"""Rows of a spreadsheet or DataFrame as readings: what can be used, and why the rest cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.spreadsheet import csv_rows
from workshopkit.analysis.tables import COUNT, DATE, SHARE, TEXT, categories, frame
from workshopkit.domain.experiments.check import checked_reading
from workshopkit.domain.experiments.commands import NewReading
from workshopkit.domain.experiments.record import Experiment
from workshopkit.errors import Refused, UnknownName, WorkshopkitError
from workshopkit.widgets.goal_rows import FIRST_ROW

if TYPE_CHECKING:
    import pandas as pd

Source = Any
"""A DataFrame, or the path of a CSV."""
COLUMNS = ("date", "value", "of", "arm", "guardrail")
ARMS = ("trial", "control")


@dataclass(frozen=True)
class ReadingRow:
    """One row: the reading that it holds, or the reason why it holds none."""

    number: int
    """As spreadsheets number them: the headings are row 1."""
    reading: NewReading | None
    reason: str = ""


def read_rows(source: Source) -> list[ReadingRow]:
    """The readings of a DataFrame or of a CSV.

    Columns ``date`` (2026-05-04, or 04/05/2026: the day first) and ``value``; where there are
    any ``of``, ``arm`` (trial, control) and ``guardrail``. Blank rows and columns of other names
    are passed over. Raises `UnknownName` where a column that is needed is missing.
    """
    headings, rows = _rows(source)
    _need_columns(headings)
    return [
        _read(number, cells)
        for number, cells in enumerate(map(_cells, rows), FIRST_ROW)
        if any(text for text in cells.values())
    ]


def without_known(
    rows: Iterable[ReadingRow], known: Iterable[Mapping[str, Any]]
) -> Iterator[ReadingRow]:
    """The same rows; those whose readings are recorded already say so.

    Two alike in one file are two readings: each recorded one answers for one row.
    """
    left = Counter(map(_key, known))
    for row in rows:
        key = None if row.reading is None else _key_of(row.reading)
        if key is not None and left[key] > 0:
            left[key] -= 1
            yield ReadingRow(row.number, None, "This reading is recorded already.")
        else:
            yield row


def checked(rows: Iterable[ReadingRow], experiment: Experiment) -> Iterator[ReadingRow]:
    """The same rows; those that cannot be readings of this experiment say why."""
    for row in rows:
        try:
            if row.reading is not None:
                checked_reading(row.reading, experiment)
            yield row
        except Refused as refused:
            yield ReadingRow(row.number, None, str(refused))


def report(rows: Iterable[ReadingRow]) -> pd.DataFrame:
    """What becomes of each row: ``row`` Int64, ``date`` datetime64[s], ``value`` Float64, ``of``
    Int64, ``arm`` category, ``guardrail`` string, ``taken`` boolean, ``reason`` string."""
    dtypes = {
        "row": COUNT,
        "date": DATE,
        "value": SHARE,
        "of": COUNT,
        "arm": categories(ARMS),
        "guardrail": TEXT,
        "taken": "boolean",
        "reason": TEXT,
    }
    return frame(map(_reported, rows), dtypes)


def _reported(row: ReadingRow) -> dict[str, Any]:
    said = {"row": row.number, "taken": row.reading is not None, "reason": row.reason or None}
    if row.reading is None:
        return said
    reading = {name: getattr(row.reading, name) for name in COLUMNS}
    return said | reading | {"guardrail": reading["guardrail"] or None}


def _rows(source: Source) -> tuple[list[Any], list[dict[Any, Any]]]:
    if isinstance(source, str | Path):
        headings, rows = csv_rows(source)
        return list(headings), [dict(row) for row in rows]
    return list(source.columns), source.to_dict("records")


def _need_columns(headings: Iterable[object]) -> None:
    known = [_heading(heading) for heading in headings]
    for name in ("date", "value"):
        if name not in known:
            raise UnknownName("column", name, known)


def _cells(row: Mapping[Any, Any]) -> dict[str, str]:
    texts = {_heading(key): _text(value) for key, value in row.items()}
    return {key: text for key, text in texts.items() if key in COLUMNS and text}


def _read(number: int, cells: Mapping[str, str]) -> ReadingRow:
    try:
        return ReadingRow(number, _reading(cells))
    except WorkshopkitError as problem:
        return ReadingRow(number, None, str(problem))


def _reading(cells: Mapping[str, str]) -> NewReading:
    of = cells.get("of")
    return NewReading(
        date=_day(cells.get("date", "")),
        value=_number(cells.get("value", "")),
        of=None if of is None else _whole(of),
        arm=_arm(cells.get("arm", "")),
        guardrail=cells.get("guardrail", ""),
    )


def _day(text: str) -> str:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"):
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    raise WorkshopkitError(f"{text!r} is no date. Write it as in 2026-05-04 or 04/05/2026.")


def _number(text: str) -> float:
    try:
        return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        raise WorkshopkitError(f"{text!r} is no number. Write it as in 12.5.") from None


def _whole(text: str) -> int:
    number = _number(text)
    if not (number.is_integer() and 0 <= number <= 1e9):
        raise WorkshopkitError(f"{text!r} is no whole number. Write of how many it was.")
    return int(number)


def _arm(text: str) -> Any:
    if text and text.casefold() not in ARMS:
        raise UnknownName("arm", text, ARMS)
    return text.casefold() or None


def _key(known: Mapping[str, Any]) -> tuple[Any, ...]:
    return (known["date"], known["value"], known.get("of"), known.get("guardrail", ""))


def _key_of(reading: NewReading) -> tuple[Any, ...]:
    return (reading.date, reading.value, reading.of, reading.guardrail)


def _heading(name: object) -> str:
    return str(name).strip().casefold()


def _text(value: object) -> str:
    """A cell as text; missing ones are empty. Pandas has days as moments."""
    if isinstance(value, datetime | date):
        return "" if value != value else value.isoformat()[:10]
    if isinstance(value, float) and value != value:
        return ""
    text = "" if value is None else str(value).strip()
    return "" if text in ("<NA>", "NaT", "nan") else text
