"""A made-up service's goals: who comes, what they add, how they answer in two rounds."""

from __future__ import annotations

from pathlib import Path

from workshopkit.resources import workshops_folder

NOTEBOOK = "Goal alignment"
MAP = "What we are here for"
LEADERS, TEAM = "leaders", "delivery team"

DAY = "People know within a day what happens next with their claim"
PORTAL = "Launch the new portal"
RIGHT = "Decisions are right the first time"
OFFLINE = "People who cannot go online are served as well"
GIVEN = (DAY, PORTAL, RIGHT, OFFLINE)
ARCHIVE = "Move the paper archive"
OWN_GOAL = "Letters that nobody has to ring us about"

QUESTIONS = {"clear": "I know what this means", "matters": "This matters"}
ROUNDS = ({LEADERS: "5", TEAM: "2"}, {LEADERS: "4", TEAM: "3"})
"""What each perspective answers about the portal; about all else, everyone answers 4."""


def notebook() -> Path:
    return workshops_folder() / "goal-alignment.ipynb"


def answer(goal: str, perspective: str, round: int) -> str:
    return ROUNDS[round - 1][perspective] if goal == PORTAL else "4"
