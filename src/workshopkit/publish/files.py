"""Which files a record is written as, and where."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.publish.calendar import to_calendar
from workshopkit.publish.csv_files import to_csv_files
from workshopkit.publish.document import Document, document
from workshopkit.publish.html import to_html
from workshopkit.publish.json_file import to_json
from workshopkit.publish.markdown import to_markdown
from workshopkit.publish.record import Record

Files = Iterator[tuple[str, bytes]]
"""Names, with folders before a slash, and contents."""
Writer = Callable[[Record, Document], Files]


def _one(name: str, write: Callable[[Record, Document], str]) -> Writer:
    def files(record: Record, said: Document) -> Files:
        yield name, write(record, said).encode()

    return files


def _tables(record: Record, said: Document) -> Files:
    for name, content in to_csv_files(said):
        yield f"tables/{name}", content


FORMATS: Mapping[str, Writer] = {
    "md": _one("record.md", lambda record, said: to_markdown(said)),
    "html": _one("record.html", lambda record, said: to_html(said)),
    "csv": _tables,
    "json": _one("record.json", lambda record, said: to_json(record)),
    "ics": _one("actions.ics", lambda record, said: to_calendar(said, record)),
}
"""In the order in which people are offered them."""


def files(record: Record, formats: Collection[str] = (), *, lang: str = "en") -> Files:
    """The files of a record in these formats, or in all. Raises `UnknownName`."""
    for name in formats:
        if name not in FORMATS:
            raise UnknownName("format", name, FORMATS)
    said = document(record, lang)
    for name, write in FORMATS.items():
        if not formats or name in formats:
            yield from write(record, said)


def zipped(contents: Files) -> bytes:
    """The files in one; the same files make the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def write(
    record: Record, to: str | Path, formats: Collection[str] = (), *, lang: str = "en"
) -> list[Path]:
    """Write a record to a folder, to a ``.zip``, or in one format to a file of that ending.

    Returns what was written. Everything is made before anything is written; a file that is there
    is replaced. Raises `UnknownName` for a format and `WorkshopkitError` for a place that cannot
    be written.
    """
    to = Path(to)
    ending = to.suffix.removeprefix(".").casefold()
    if to.is_dir() or ending not in {*FORMATS, "zip"}:
        made = {to / name: content for name, content in files(record, formats, lang=lang)}
    elif ending == "zip":
        made = {to: zipped(files(record, formats, lang=lang))}
    else:
        made = {to: _single(record, ending, formats, lang)}
    for path, content in made.items():
        _put(path, content)
    return list(made)


def _single(record: Record, ending: str, formats: Collection[str], lang: str) -> bytes:
    if any(name != ending for name in formats):
        raise WorkshopkitError(f"A file that ends in .{ending} has no room for other formats.")
    found = list(files(record, [ending], lang=lang))
    if ending == "csv":
        raise WorkshopkitError("A record has several tables: write CSV to a folder or a .zip.")
    return found[0][1]


def _put(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as problem:
        reason = problem.strerror or problem
        raise WorkshopkitError(f"{path} cannot be written: {reason}.") from problem
