"""Tables as files that a spreadsheet opens without running anything that people wrote."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from workshopkit.errors import WorkshopkitError

ENCODING = "utf-8-sig"
"""With the mark by which spreadsheets know it: else they would garble ŵ and ŷ."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def safe_cell(cell: object) -> object:
    """A text that a spreadsheet would take for a formula, with an apostrophe before it.

    As OWASP advises for cells that begin with ``=``, ``+``, ``-``, ``@``, tab or carriage
    return (https://owasp.org/www-community/attacks/CSV_Injection). A text that looks as if it
    had been made safe gets one more, so that `plain_text` finds every text again. Numbers
    stay numbers: they hold no formula.
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def plain_text(cell: str) -> str:
    """What `safe_cell` made safe, as it was."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A CSV of safe cells, every one in quotes; None is an empty cell."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return file.getvalue()


def csv_rows(path: str | Path) -> tuple[list[str], list[dict[str, str]]]:
    """The headings of a CSV, and its rows by heading, with comma, semicolon or tab between.

    Cells are plain texts again. A blank row is an empty dict, so that rows keep their numbers.
    """
    path = Path(path)
    text = _decoded(path.read_bytes())
    first = text.split("\n", 1)[0]
    between = max(",;\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except csv.Error as problem:
        raise WorkshopkitError(f"{path.name} cannot be read as a CSV: {problem}.") from problem
    headings, cells = (lines or [[]])[0], lines[1:]
    return headings, [dict(zip(headings, map(plain_text, row), strict=False)) for row in cells]


def _decoded(data: bytes) -> str:
    try:
        return data.decode(ENCODING)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # Excel's plain CSV on Windows.
