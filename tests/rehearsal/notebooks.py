"""Small notebooks, made as they are needed."""

from __future__ import annotations

from pathlib import Path

import msgspec

WORKSHOP = """\
from workshopkit.domain.workshop.commands import AddActivity
from workshopkit.log import open_log
from workshopkit.room.desk import Desk

desk = Desk(open_log(), title="Rehearsed", team="Testers")
"""
POLL = """\
if not any(item["key"] == "mood" for item in desk.view()["agenda"]["items"].values()):
    question = {"question": {"en": "How are you?"}, "form": "words"}
    desk.perform(AddActivity("poll", "mood", {"en": "Mood"}, question))
"""
RETRO = """\
if not any(item["key"] == "board" for item in desk.view()["agenda"]["items"].values()):
    columns = [{"id": name, "title": {"en": name}} for name in ("went-well", "to-change")]
    desk.perform(AddActivity("retro", "board", {"en": "Board"}, {"columns": columns}))
"""

BEFORE = """\
from workshopkit.domain.actions import AddAction
from workshopkit.log import open_log
from workshopkit.room.desk import Desk

before = Desk(open_log(), title="Before", team="Testers")
if not before.view()["actions"]["order"]:
    before.perform(AddAction("Ask Legal"))
    before.perform(AddAction("Hear two calls", keep_doing=True))
"""
REVIEW = """\
if not any(item["key"] == "review" for item in desk.view()["agenda"]["items"].values()):
    desk.perform(AddActivity("action_review", "review", {"en": "Review"}, {}))
"""


def write(path: Path, *cells: str) -> Path:
    """A notebook of code cells."""
    made: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(cells)
    ]
    kernel = {"name": "python3", "display_name": "Python 3"}
    notebook = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": kernel},
        "cells": made,
    }
    path.write_bytes(msgspec.json.encode(notebook))
    return path
