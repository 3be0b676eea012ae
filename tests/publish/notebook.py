"""A notebook with a record, and a workshop in which much was said."""

from __future__ import annotations

from pathlib import Path

import nbformat

from workshopkit.domain import poll
from workshopkit.domain.actions import AddAction
from workshopkit.domain.retro import commands as c
from workshopkit.domain.workshop.commands import MakeLive
from workshopkit.room.desk import Desk

HOSTILE = "<img src=x onerror=window.__pwned=1>"
CARDS = ("Waiting for sign-off", "Pairing on letters", HOSTILE)
WORDS = ("hopeful", "tired", "hopeful")
CELLS = (
    """\
from workshopkit import Poll, RetroBoard, Workshop

said = {"purpose": "Letters", "decided_by": "Priya"}
workshop = Workshop("Record", team="Testers", governance=said)
workshop""",
    'poll = Poll(workshop, "One word?", words=True)\npoll',
    'retro = RetroBoard(workshop, title="Look back")\nretro',
    "workshop.record()",
)


def write(path: Path) -> Path:
    cells = [nbformat.v4.new_markdown_cell("# Retrospective")]
    cells += [nbformat.v4.new_code_cell(cell) for cell in CELLS]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def fill(desk: Desk) -> None:
    """Answers, cards, dots, an action: to the end of the retro."""
    words, board = desk.view()["agenda"]["order"]
    for number, word in enumerate(WORDS):
        assert desk.perform_all([poll.Answer(words, word)], secret=f"{number}" * 64) == [None]
    desk.perform(poll.MovePhase(words, "results"))
    desk.perform(MakeLive(board))
    cards = [c.AddCard(board, "stop", text) for text in CARDS]
    assert desk.perform_all(cards, secret="a" * 64) == [None] * len(cards)
    desk.perform(c.MovePhase(board, "vote"))
    order = desk.view()["activities"][board]["cards"]["order"]
    votes = [c.GiveVote(board, card) for card in order]
    assert desk.perform_all(votes, secret="b" * 64) == [None] * len(votes)
    desk.perform(c.MovePhase(board, "act"))
    desk.perform(AddAction("Ask Legal", "Priya", "2026-12-04", board, order[0]))
