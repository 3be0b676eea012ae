"""A part of a record as every format shows it: sentences, tables, charts, days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.summary import Heading, Summary
from workshopkit.analysis.words import Say

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Table:
    """Numbers and texts, once as people read them and once as programs do."""

    name: str
    """Of its file, in plain letters: ``cards``."""
    reading: Summary
    data: pd.DataFrame
    draw: Callable[[str], Any] | None = None
    """Draws a chart of the same numbers, in the theme ``light`` or ``dark``."""

    def called(self, caption: str) -> Table:
        """The same under another caption."""
        return replace(self, reading=replace(self.reading, caption=caption))


@dataclass(frozen=True)
class Day:
    """Something that is to happen on a day."""

    id: str
    date: str
    """As ``YYYY-MM-DD``."""
    text: str
    details: Sequence[str] = ()


@dataclass(frozen=True)
class Part:
    """One activity, or the actions."""

    title: str
    said: Sequence[str] = ()
    """How many took part, and what is not shown."""
    tables: Sequence[Table] = ()
    days: Sequence[Day] = ()


def summary(
    caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]], say: Say
) -> Summary:
    """A table of texts for reading."""
    return Summary(caption, [Heading(text) for text in headings], rows, say("record.none"))


Recorder = Callable[[Any, str], Part]
"""Makes the part of one kind of activity, from its view, in a language."""
