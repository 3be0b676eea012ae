"""A record in one language, ready for any writer: facts, governance, parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshopkit.analysis.words import Say, words_of
from workshopkit.domain.forgetting import ERASED
from workshopkit.errors import WorkshopkitError
from workshopkit.publish.actions import actions_part
from workshopkit.publish.kinds import part_of
from workshopkit.publish.part import Day, Part, Table
from workshopkit.publish.record import Activity, Record

Fact = tuple[str, Sequence[str]]
"""What is told, and what is told of it: a line, or several."""


@dataclass(frozen=True)
class Document:
    """What a record says, in a language."""

    lang: str
    title: str
    facts: Sequence[Fact]
    """Team, day, people."""
    notes: Sequence[str]
    """What a reader should know about the record itself."""
    governance: Sequence[Fact]
    parts: Sequence[Part]

    @property
    def say(self) -> Say:
        return words_of(self.lang)

    @property
    def days(self) -> list[Day]:
        return [day for part in self.parts for day in part.days]

    def named_tables(self) -> Iterator[tuple[str, Table]]:
        """Each table with a name that no other has, in the order of the agenda."""
        for number, part in enumerate(self.parts, 1):
            for table in part.tables:
                yield f"{number:02}-{_plain(part.title)}-{_plain(table.name)}", table


def document(record: Record, lang: str = "en") -> Document:
    """The record in a language. Raises `WorkshopkitError` where a part of it cannot be read."""
    say = words_of(lang)
    parts = [_part(activity, lang) for activity in record.agenda]
    return Document(
        lang=lang,
        title=record.title or ERASED,
        facts=tuple(_facts(record, say)),
        notes=tuple(_notes(record, say)),
        governance=tuple(_governance(record, say)),
        parts=(*parts, actions_part(record, lang)),
    )


def _part(activity: Activity, lang: str) -> Part:
    try:
        return part_of(activity, lang)
    except (LookupError, TypeError, ValueError, AttributeError) as problem:
        raise WorkshopkitError(
            f"The activity {activity.id!r} of the record cannot be read: "
            f"{type(problem).__name__}: {problem}."
        ) from problem


def _facts(record: Record, say: Say) -> Iterator[Fact]:
    yield say("record.team"), [record.workshop.team]
    if record.workshop.date:
        yield say("record.date"), [record.workshop.date]
    yield say("record.people"), [str(record.people)]


def _notes(record: Record, say: Say) -> Iterator[str]:
    yield say("record.holds")
    if not record.workshop.finished:
        yield say("record.unfinished")
    if record.left_out.names:
        yield say("record.without_names")
    if record.left_out.things:
        yield say("record.left_out", n=record.left_out.things)


def _governance(record: Record, say: Say) -> Iterator[Fact]:
    said = record.governance
    if said is None:
        return
    lines = {
        "purpose": [said.purpose],
        "decisions": said.decisions,
        "decided_by": [said.decided_by],
        "risks": said.risks,
        "retention": [said.retention],
    }
    for key, texts in lines.items():
        if any(texts):
            yield say(f"record.{key}"), list(texts)


def _plain(text: str) -> str:
    """The text in letters that every file system takes."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:30].strip("-") or "part"
