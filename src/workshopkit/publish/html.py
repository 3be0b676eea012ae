"""The record as one HTML file that needs nothing else: no script, no font, no request.

Headings, landmarks, captions and heads of rows and columns, so that a screen reader finds its
way; light or dark by the reader's own choice, and light on paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from workshopkit.analysis.summary import Heading, Summary
from workshopkit.publish.document import Document, Fact
from workshopkit.publish.markup import Markup, joined, tag
from workshopkit.publish.part import Part, Table
from workshopkit.publish.picture import picture

STYLE = Path(__file__).with_name("record.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser lets the file do: show itself."""


def to_html(document: Document) -> str:
    """The whole file."""
    page = tag("html", _head(document), _body(document), lang=document.lang)
    return f"<!doctype html>\n{page}\n"


def _head(document: Document) -> Markup:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content="workshopkit"),
        tag("title", document.title),
        tag("style", Markup(STYLE.read_text("utf-8"))),
    )


def _body(document: Document) -> Markup:
    parts = (_part(document, number, part) for number, part in enumerate(document.parts, 1))
    return tag("body", _header(document), tag("main", _governance(document), *parts))


def _header(document: Document) -> Markup:
    links = (
        tag("li", tag("a", part.title, href=f"#part-{number}", dir="auto"))
        for number, part in enumerate(document.parts, 1)
    )
    contents = tag("h2", document.say("record.contents"), id="contents")
    return tag(
        "header",
        tag("h1", document.title, dir="auto"),
        _facts(document.facts),
        *(tag("p", note, class_="note") for note in document.notes),
        tag("nav", contents, tag("ol", *links), aria_labelledby="contents"),
    )


def _facts(facts: Sequence[Fact]) -> Markup:
    rows = [
        tag("div", tag("dt", name), *(tag("dd", line, dir="auto") for line in lines))
        for name, lines in facts
    ]
    return tag("dl", *rows)


def _governance(document: Document) -> Markup | None:
    if not document.governance:
        return None
    heading = tag("h2", document.say("record.governance"), id="governance")
    return tag("section", heading, _facts(document.governance), aria_labelledby="governance")


def _part(document: Document, number: int, part: Part) -> Markup:
    name = f"part-{number}"
    tables = (_table(f"{name}-{place}", table, part) for place, table in enumerate(part.tables, 1))
    return tag(
        "section",
        tag("h2", part.title, id=name, dir="auto"),
        *(tag("p", line) for line in part.said),
        *tables,
        aria_labelledby=name,
    )


def _table(name: str, table: Table, part: Part) -> Markup:
    reading = table.reading
    if not reading.rows:
        heading = None if reading.caption == part.title else tag("h3", reading.caption, dir="auto")
        return joined(heading, tag("p", reading.empty, class_="note"))
    drawn = picture(table.draw, name) if table.draw else None
    return joined(drawn, _grid(name, reading, repeats=reading.caption == part.title))


def _grid(name: str, reading: Summary, *, repeats: bool) -> Markup:
    """A table that can be scrolled by keyboard where it is wider than the page.

    A caption that `repeats` the heading above it is for screen readers alone.
    """
    heads = (tag("th", head.text, scope="col", **_side(head)) for head in reading.headings)
    table = tag(
        "table",
        tag(
            "caption",
            tag("span", reading.caption, class_="said" if repeats else None),
            id=f"{name}-caption",
            dir="auto",
        ),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *(tag("tr", *_cells(reading.headings, row)) for row in reading.rows)),
    )
    caption = f"{name}-caption"
    return tag("div", table, class_="wide", role="region", tabindex="0", aria_labelledby=caption)


def _cells(headings: Sequence[Heading], row: Sequence[str]) -> Iterator[Markup]:
    """The first cell is the head of its row."""
    for place, (heading, text) in enumerate(zip(headings, row, strict=True)):
        if place == 0:
            yield tag("th", text, scope="row", dir="auto")
        else:
            yield tag("td", text, dir="auto", **_side(heading))


def _side(heading: Heading) -> dict[str, str]:
    return {"class_": "number"} if heading.number else {}
