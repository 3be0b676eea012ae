"""The record's tables as CSV files, one each: safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.spreadsheet import ENCODING, csv_text
from workshopkit.publish.document import Document

if TYPE_CHECKING:
    import pandas as pd


def to_csv_files(document: Document) -> Iterator[tuple[str, bytes]]:
    """The name and the content of each table's file, with everything that its DataFrame has."""
    for name, table in document.named_tables():
        yield f"{name}.csv", to_csv(table.data).encode(ENCODING)


def to_csv(table: pd.DataFrame) -> str:
    """A DataFrame as a CSV; what is missing is an empty cell, a day is ``YYYY-MM-DD``."""
    rows = ([_cell(value) for value in row] for row in table.itertuples(index=False, name=None))
    return csv_text(list(table.columns), rows)


def _cell(value: Any) -> object:
    import pandas as pd

    if pd.isna(value):
        return None
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else value
