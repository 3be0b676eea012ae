"""A made-up team's two health checks: who comes, what they say of each topic, then and now."""

from __future__ import annotations

from pathlib import Path

from workshopkit.resources import workshops_folder

NOTEBOOK = "Health check"
CHECK = "How our team is doing"
PEOPLE = ("Amara", "Ben", "Carys", "Dev", "Eleri", "Farah", "Gwen")
LIGHT = {"g": "green", "a": "amber", "r": "red", "?": "cannot_say"}
TREND = {"+": "better", "=": "same", "-": "worse"}

Said = dict[str, tuple[str, str]]
"""What each of the people says of a topic: their lights, and where they see it go."""

AUTUMN: Said = {
    "purpose": ("ggggagg", "======="),
    "users": ("aarraga", "==-=+=-"),
    "showing": ("ggagaga", "+=+=+=="),
    "releasing": ("rrarrra", "==-==-="),
    "care": ("aagaaga", "=-====="),
    "flow": ("gagaaga", "==-==+="),
    "decisions": ("aaraaar", "==-==-="),
    "learning": ("gggagag", "=+====+"),
    "speaking-up": ("ggggggg", "=====+="),
    "pace": ("ggagaga", "=====-="),
}
WINTER: Said = {
    "purpose": ("ggggggg", "=+===+="),
    "users": ("gagggag", "++=++=+"),
    "showing": ("ggggaga", "+=+=+=="),
    "releasing": ("agaggaa", "++++=++"),
    "care": ("aagaaga", "======="),
    "flow": ("aaraaag", "--=-=--"),
    "decisions": ("rrarrar", "-=--=--"),
    "learning": ("gggagag", "=+====+"),
    "speaking-up": ("gggagg?", "====---"),
    "pace": ("aarrara", "--=----"),
}
COMMENTS = {
    "Ben": ("decisions", "The letter about uplift has been with four people since October"),
    "Dev": ("pace", "Third weekend in a row"),
    "Eleri": ("decisions", "We know who decides. They are never in the room."),
    "Gwen": ("users", "The calls we listened to changed what I work on"),
}


def notebook() -> Path:
    return workshops_folder() / "health-check.ipynb"
