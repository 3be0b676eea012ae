"""The notebooks that a facilitator can start a workshop from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

MENTION = b"workshopkit"
LEVELS = 3
MOST = 200
_heading = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$", re.MULTILINE)
_markup = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]+|<[^>]+>")


class Notebook(Struct, frozen=True):
    """One notebook as the home page shows it."""

    path: str
    """Relative to the folder that is served, with forward slashes."""
    title: str
    description: str = ""


class NotebookFolder:
    """The folder that is served, and what of it is offered."""

    def __init__(self, root: Path, *, only: str | None = None) -> None:
        self.root = root
        self._only = only

    def all(self) -> list[Notebook]:
        """Those that use workshopkit, or the single one that was asked for."""
        if self._only is not None:
            return [read_notebook(self.root / self._only, self._only)]
        found = (path for path in _files(self.root, LEVELS) if MENTION in _bytes(path))
        return [read_notebook(path, self._relative(path)) for path in _first(found, MOST)]

    def has(self, path: str) -> bool:
        return any(notebook.path == path for notebook in self.all())

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def read_notebook(path: Path, relative: str) -> Notebook:
    """Its first heading is the title, the paragraph after it the description."""
    fallback = path.stem.replace("-", " ").replace("_", " ").capitalize()
    text = "\n\n".join(_markdown(_bytes(path)))
    heading = _heading.search(text)
    if heading is None:
        return Notebook(relative, fallback)
    return Notebook(relative, _plain(heading[1]) or fallback, _paragraph(text[heading.end() :]))


def first_heading(cells: Sequence[dict[str, Any]]) -> str | None:
    """The title that a page for these cells should bear."""
    for cell in cells:
        if cell.get("cell_type") == "markdown" and (heading := _heading.search(_source(cell))):
            return _plain(heading[1])
    return None


def _paragraph(text: str) -> str:
    first = text.strip().split("\n\n", 1)[0]
    return "" if first.startswith("#") else _plain(" ".join(first.split()))


def _plain(text: str) -> str:
    return _markup.sub(lambda found: found[1] or "", text).strip()


def _markdown(data: bytes) -> Iterator[str]:
    try:
        cells = msgspec.json.decode(data, type=dict[str, Any]).get("cells", [])
    except msgspec.DecodeError:
        return
    for cell in cells if isinstance(cells, list) else []:
        if isinstance(cell, dict) and cell.get("cell_type") == "markdown":
            yield _source(cell)


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _files(folder: Path, levels: int) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "node_modules":
            continue
        if entry.is_dir() and not entry.is_symlink() and levels > 1:
            yield from _files(entry, levels - 1)
        elif entry.suffix == ".ipynb":
            yield entry


def _first(found: Iterator[Path], most: int) -> Iterator[Path]:
    for _, path in zip(range(most), found, strict=False):
        yield path
