"""The actions in a record: what will be done, what goes on, and the days by which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workshopkit.analysis.summary import actions_summary
from workshopkit.analysis.tables import TEXT, View, actions_table, frame, pairs
from workshopkit.analysis.words import Say, words_of
from workshopkit.publish.part import Day, Part, Table, summary
from workshopkit.publish.record import Record

BECAME = {"text": TEXT, "status": TEXT, "outcome": TEXT}


def actions_part(record: Record, lang: str) -> Part:
    """The workshop's actions and those it goes on with; a day for each that is due."""
    say = words_of(lang)
    tables = [_promised("actions", record.actions, lang)]
    if record.carried["order"]:
        tables.append(_promised("carried", record.carried, lang).called(say("record.carried")))
    if became := list(_became(record, say)):
        headings = [say("action"), say("review.decision"), say("review.outcome")]
        reading = summary(say("record.became"), headings, became, say)
        data = frame([dict(zip(BECAME, row, strict=True)) for row in became], BECAME)
        tables.append(Table("became", reading, data))
    return Part(say("actions"), (), tables, list(_days(record, say)))


def _promised(name: str, actions: View, lang: str) -> Table:
    view = {"actions": actions}
    return Table(name, actions_summary(view, lang=lang), actions_table(view))


def _items(record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from pairs(record.carried)
    yield from pairs(record.actions)


def _became(record: Record, say: Say) -> Iterator[list[str]]:
    """What later reviews said of actions, by the time the record was made."""
    for _, item in _items(record):
        if item.get("reviewed"):
            status = say(f"record.status.{item.get('status', 'open')}")
            yield [item.get("text", ""), status, item.get("outcome", "")]


def _days(record: Record, say: Say) -> Iterator[Day]:
    """When actions are due that are not done or dropped."""
    for id_, item in _items(record):
        if item.get("due") and item.get("status", "open") == "open":
            details = _details(record, item, say)
            yield Day(f"action-{id_}", item["due"], item.get("text", ""), details)


def _details(record: Record, item: dict[str, Any], say: Say) -> list[str]:
    said = {"who": item.get("owner"), "topic": item.get("about")}
    lines = [f"{say(key)}: {text}" for key, text in said.items() if text]
    return [*lines, f"{record.workshop.team}: {record.title}"]
