"""Exactly what will be public, to be read before it is; and what can still be left out of it.

It is the Markdown file, which has every text that any other format has.
"""

from __future__ import annotations

from workshopkit.analysis.markdown import one_line
from workshopkit.analysis.words import words_of
from workshopkit.publish.document import document
from workshopkit.publish.markdown import to_markdown
from workshopkit.publish.record import Record
from workshopkit.publish.redaction import Choice, choices


def preview(record: Record, *, lang: str = "en") -> str:
    """The record as it will be read, then each thing in it with the short id to drop it by."""
    say, found = words_of(lang), choices(record, lang)
    lines = "".join(f"  {_line(choice)}\n" for choice in found)
    return f"{to_markdown(document(record, lang))}\n---\n{say('record.choices')}\n{lines}"


def _line(choice: Choice) -> str:
    """A thing in one line, whatever people wrote in it."""
    place = f" ({one_line(choice.place)})" if choice.place else ""
    return f"{choice.handle}  {choice.kind}: {one_line(choice.text)}{place}"
