"""The actions in a record: what will be done, and the days by which."""

from __future__ import annotations

from workshopkit.analysis.summary import actions_summary
from workshopkit.analysis.tables import actions_table
from workshopkit.analysis.words import Say, words_of
from workshopkit.publish.part import Day, Part, Table
from workshopkit.publish.record import Record


def actions_part(record: Record, lang: str) -> Part:
    """The workshop's actions; a day for each that is due."""
    view, say = {"actions": record.actions}, words_of(lang)
    table = Table("actions", actions_summary(view, lang=lang), actions_table(view))
    return Part(say("actions"), (), [table], days(record, say))


def days(record: Record, say: Say) -> list[Day]:
    """When actions are due."""
    items = ((id_, record.actions["items"][id_]) for id_ in record.actions["order"])
    return [
        Day(f"action-{id_}", item["due"], item.get("text", ""), _details(record, item, say))
        for id_, item in items
        if item.get("due")
    ]


def _details(record: Record, item: dict[str, str], say: Say) -> list[str]:
    said = {"who": item.get("owner"), "topic": item.get("about")}
    lines = [f"{say(key)}: {text}" for key, text in said.items() if text]
    return [*lines, f"{record.workshop.team}: {record.title}"]
