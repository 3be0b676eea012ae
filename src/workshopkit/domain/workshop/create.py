"""How a workshop begins."""

from __future__ import annotations

from workshopkit.domain.activity import Context, Event, need_text
from workshopkit.domain.team import TeamFormed
from workshopkit.domain.workshop.events import WorkshopCreated
from workshopkit.domain.workshop.state import TITLE_LIMIT

TEAM_LIMIT = 120
CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so that a code survives being read aloud."""
CODE_LENGTH = 8
"""Characters of a join code: 40 random bits."""


def create(
    workshop: str, title: str, team: str | None, team_name: str, code: str, context: Context
) -> list[Event]:
    """The first events of a workshop; a team without an id is formed as well."""
    title, team_name = cleaned_names(title, team_name)
    team_id = team or context.new_id()
    created = WorkshopCreated(workshop, title, team_id, team_name, code)
    return [created] if team else [TeamFormed(team_id, team_name), created]


def cleaned_names(title: str, team: str) -> tuple[str, str]:
    """A title and a team's name as they are stored, and so as they are found again."""
    return need_text(title, TITLE_LIMIT), need_text(team, TEAM_LIMIT)


def clean_code(written: str) -> str:
    """A join code as someone typed it: any case, spaces, dashes, O for 0, I or L for 1."""
    upper = written.upper().translate(str.maketrans("OIL", "011"))
    return "".join(char for char in upper if char in CODE_ALPHABET)
