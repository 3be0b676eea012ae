"""The record as Markdown: headings, sentences and tables that read well as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshopkit.analysis.markdown import markdown_text as text
from workshopkit.analysis.summary import Summary
from workshopkit.publish.document import Document, Fact
from workshopkit.publish.part import Part


def to_markdown(document: Document) -> str:
    """All that the document says; what people wrote is text and nothing else."""
    blocks = [f"# {text(document.title)}", *_facts(document.facts), *map(text, document.notes)]
    if document.governance:
        blocks += [f"## {document.say('record.governance')}", *_facts(document.governance)]
    for part in document.parts:
        blocks += _part(part)
    return "\n\n".join(blocks) + "\n"


def _facts(facts: Sequence[Fact]) -> Iterator[str]:
    if facts:
        yield "\n".join(_fact(name, lines) for name, lines in facts)


def _fact(name: str, lines: Sequence[str]) -> str:
    if len(lines) == 1:
        return f"- **{text(name)}:** {text(lines[0])}"
    return "\n".join([f"- **{text(name)}:**", *(f"  - {text(line)}" for line in lines)])


def _part(part: Part) -> Iterator[str]:
    yield f"## {text(part.title)}"
    yield from map(text, part.said)
    for table in part.tables:
        if table.reading.caption != part.title:
            yield f"### {text(table.reading.caption)}"
        yield _table(table.reading) if table.reading.rows else text(table.reading.empty)


def _table(summary: Summary) -> str:
    heads = _row([heading.text for heading in summary.headings])
    rule = "".join("| ---: " if heading.number else "| --- " for heading in summary.headings) + "|"
    return "\n".join([heads, rule, *(_row(row) for row in summary.rows)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(text(cell) for cell in cells)} |"
