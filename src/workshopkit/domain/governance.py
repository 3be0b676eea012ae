"""Governance: what a workshop was for, what was decided and by whom, and until when it is kept.

Optional and short: a record shows what is there and leaves out what is not.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from msgspec import Meta, Struct

from workshopkit.domain.actions import checked_due
from workshopkit.domain.activity import need_text

LINE_LIMIT = 500
"""Characters a purpose, a decision or a risk."""
LINES_LIMIT = 50
KEPT_FOR = timedelta(days=365)
"""How long names and texts are kept where no date was set."""

Lines = Annotated[tuple[str, ...], Meta(max_length=LINES_LIMIT)]


class WorkshopGovernance(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What an organisation wants to find again about a workshop."""

    purpose: str = ""
    decisions: Lines = ()
    decided_by: str = ""
    """Who decided, as written: names."""
    risks: Lines = ()
    retention: str = ""
    """The date from which names and texts may be erased, as ``YYYY-MM-DD``."""


def checked(governance: WorkshopGovernance) -> WorkshopGovernance:
    """The same without the space around its texts and without empty lines; refuses long ones."""
    return WorkshopGovernance(
        purpose=_line(governance.purpose),
        decisions=_lines(governance.decisions),
        decided_by=_line(governance.decided_by),
        risks=_lines(governance.risks),
        retention=checked_due(governance.retention),
    )


def kept_until(governance: WorkshopGovernance | None, day: str) -> str:
    """The date from which names and texts of a workshop of that day may be erased."""
    if governance is not None and governance.retention:
        return governance.retention
    return (date.fromisoformat(day) + KEPT_FOR).isoformat()


def _line(text: str) -> str:
    return need_text(text, LINE_LIMIT) if text.strip() else ""


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in map(_line, texts) if line)
