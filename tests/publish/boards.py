"""Workshops with retro boards on a real log, for what is imported and exported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workshopkit.domain import poll
from workshopkit.domain.actions import AddAction
from workshopkit.domain.activity import View
from workshopkit.domain.people import Person, hash_secret
from workshopkit.domain.retro import commands as c
from workshopkit.domain.workshop.commands import AddActivity, Finish
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk

COLUMNS = [
    {"id": "keep", "title": {"en": "Keep", "cy": "Cadw"}, "prompt": {"en": "What went well?"}},
    {"id": "drop", "title": {"en": "Drop"}},
]
OURS = """\
text,column,group
Pairing,Keep,Together
Mobbing,cadw,Together
Meetings,drop,
"""
PARABOL = """\
"reflectionGroup","author","votes","prompt","type","createdAt","discussionThread","content"
"Working together","Anonymous",3,"What went well?","Reflection","2026-01-01T10:00:00Z","","Pairing"
"Working together","Anonymous",3,"What went well?","Reflection","2026-01-01T10:00:00Z","","Mobbing"
"Meetings","Anonymous",1,"What didn't go well?","Reflection","2026-01-01T10:00:00Z","","Meetings"
"Meetings","Ada",1,"","Task","2026-01-01T10:00:00Z","Cancel one","Cancel one"
"Meetings","Ben",1,"","Comment","2026-01-01T10:00:00Z","Yes please","Yes please"
"Meetings","Ada",1,"","Reply","2026-01-01T10:00:00Z","Yes please","Soon"
"""


def board(log: EventLog, *, phase: str = "group", title: str = "Friday", **options: Any) -> Desk:
    """A workshop with one board, at a phase."""
    desk = Desk(log, title=title, team="Payments")
    given = {"columns": COLUMNS, **options}
    desk.perform(AddActivity("retro", "board", {"en": "Look back"}, given))
    if phase != "write":
        desk.perform(c.MovePhase(only(desk), phase))
    return desk


def only(desk: Desk) -> str:
    (activity,) = desk.view()["agenda"]["order"]
    return str(activity)


def shown(desk: Desk) -> View:
    view: View = desk.view()["activities"][only(desk)]
    return view


def joined(log: EventLog, desk: Desk, *names: str) -> None:
    """People whom the names table knows."""
    for name in names:
        person = Person(f"id-of-{name}-{hash_secret(name)[:4]}", hash_secret(name), name)
        log.transact(lambda tx, p=person: tx.put_person(desk.workshop, p)).result()  # type: ignore[misc]


def saved(folder: Path, text: str, name: str = "cards.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def held(log: EventLog, title: str = "Held") -> Desk:
    """A finished workshop in which something was said."""
    desk = Desk(log, title=title, team="Payments")
    question = {"question": {"en": "One word?"}, "form": "words"}
    desk.perform(AddActivity("poll", "poll", {"en": "One word?"}, question))
    words = only(desk)
    desk.perform_all([poll.Answer(words, "hopeful")], secret="a" * 64)
    desk.perform(poll.MovePhase(words, "results"))
    desk.perform(AddAction("Ask Legal", "Priya", "2026-12-04"))
    desk.perform(AddAction("Keep the playbacks"))
    desk.perform(Finish())
    return desk
