"""Reads what was written as others would read it: a browser, a spreadsheet, a calendar."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from html.parser import HTMLParser

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section"),
    *("h1", "h2", "h3", "p", "span", "dl", "div", "dt", "dd", "ol", "li", "a", "figure"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("svg", "g", "path", "rect", "line", "circle", "text", "tspan", "defs", "clippath"),
}


@dataclass
class Grid:
    """A table of a page."""

    caption: str = ""
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    scopes: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """The elements, texts and tables of a page."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.grids: list[Grid] = []
        self.ids: list[str] = []
        self.pictures: list[str] = []
        self._path: list[str] = []
        self._cell = ""
        self.feed(source)
        self.close()

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes += attrs
        said = dict(attrs)
        if "id" in said:
            self.ids.append(said["id"] or "")
        if tag == "svg":
            self.pictures.append(said.get("aria-label") or "")
        if tag == "table":
            self.grids.append(Grid())
        if tag == "tr" and "tbody" in self._path:
            self.grids[-1].rows.append([])
        if tag == "th":
            self.grids[-1].scopes.append(said.get("scope") or "")
        if tag not in ("meta", "br", "hr"):
            self._path.append(tag)
            self._cell = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._path.pop() == tag, f"{tag} ends where it did not begin"
        if tag == "caption":
            self.grids[-1].caption = self._cell
        if tag in ("th", "td"):
            grid = self.grids[-1]
            (grid.head if "thead" in self._path else grid.rows[-1]).append(self._cell)
        if tag in ("h1", "h2", "h3"):
            self.headings.append((int(tag[1]), self._cell))

    def handle_data(self, data: str) -> None:
        if self._path and self._path[-1] != "style":
            self.texts.append(data)
            self._cell += data


def csv_of(content: bytes) -> list[list[str]]:
    """A CSV as a spreadsheet opens it."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def calendar_of(text: str) -> list[dict[str, str]]:
    """The entries of a calendar, unfolded, with texts as they were."""
    lines = text.replace("\r\n ", "").split("\r\n")
    entries: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            entries.append({})
        elif entries and name:
            entries[-1].setdefault(name, _unescaped(value))
    return entries


def _unescaped(value: str) -> str:
    plain, at = "", 0
    while at < len(value):
        if value[at] == "\\":
            plain += {"n": "\n", "N": "\n"}.get(value[at + 1], value[at + 1])
            at += 2
        else:
            plain += value[at]
            at += 1
    return plain
