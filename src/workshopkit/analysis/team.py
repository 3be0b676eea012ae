"""A team's actions and reviews across all of its workshops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Protocol

from workshopkit.analysis.tables import (
    ACTION_KINDS,
    COUNT,
    DATE,
    TEXT,
    Row,
    action_row,
    categories,
    frame,
)
from workshopkit.domain.actions import DECISIONS, STATUSES, Action, action_view
from workshopkit.domain.team import TeamState

if TYPE_CHECKING:
    import pandas as pd

FLAG = "boolean"


class Meeting(Protocol):
    """What a table says of a workshop."""

    @property
    def title(self) -> str: ...

    @property
    def begun(self) -> str:
        """Its date, as ``YYYY-MM-DD``."""


Meetings = Mapping[str, Meeting]
"""Workshops by id, oldest first."""


def team_actions_table(team: TeamState, workshops: Meetings, *, today: date) -> pd.DataFrame:
    """Everything that a team has promised, one row for each action, oldest first.

    ``action`` string, the id · ``text`` string · ``kind`` category (do, keep): something to
    do, or to keep doing · ``status`` category (open, done, dropped) · ``owner`` string, as
    written · ``due`` datetime64[s], a day · ``overdue`` boolean, whether it is still open and
    its day was before today · ``likely`` Int64, from 1 to 5 · ``workshop`` string, the title
    of the one where it was made · ``made`` datetime64[s], that workshop's date · ``about``
    string, the card or group it came from · ``outcome`` string, what the last review said
    came of it · ``reviewed`` Int64, how many workshops have looked at it: 0 is never ·
    ``last_reviewed`` datetime64[s], the date of the last one. What nobody said is missing.

    >>> team_actions_table(team, workshops, today=date.today()).query("overdue")
    """
    dtypes = {"action": TEXT, "text": TEXT, "kind": categories(ACTION_KINDS)}
    dtypes |= {"status": categories(STATUSES), "owner": TEXT, "due": DATE, "overdue": FLAG}
    dtypes |= {"likely": COUNT, "workshop": TEXT, "made": DATE, "about": TEXT, "outcome": TEXT}
    dtypes |= {"reviewed": COUNT, "last_reviewed": DATE}
    rows = (
        action_row(key, action_view(action)) | _across(action, workshops, today)
        for key, action in team.actions.items()
    )
    return frame(rows, dtypes)


def action_reviews_table(team: TeamState, workshops: Meetings) -> pd.DataFrame:
    """What each workshop decided about the actions of those before it, one row for each.

    ``workshop`` string, its id · ``title`` string · ``date`` datetime64[s] · ``action``
    string, the id · ``text`` string · ``kind`` category (do, keep) · ``decision`` category
    (done, keep, drop) · ``outcome`` string, what came of it. The oldest workshop comes first.

    >>> action_reviews_table(team, workshops).groupby("title")["decision"].value_counts()
    """
    dtypes = {"workshop": TEXT, "title": TEXT, "date": DATE, "action": TEXT, "text": TEXT}
    dtypes |= {"kind": categories(ACTION_KINDS), "decision": categories(DECISIONS)}
    dtypes |= {"outcome": TEXT}
    place = {workshop: at for at, workshop in enumerate(workshops)}
    rows = sorted(_reviews(team, workshops), key=lambda row: place.get(row["workshop"], -1))
    return frame(rows, dtypes)


def _across(action: Action, workshops: Meetings, today: date) -> Row:
    last = action.reviews[-1].workshop if action.reviews else ""
    overdue = action.status == "open" and bool(action.due) and action.due < today.isoformat()
    return {
        "overdue": overdue,
        "workshop": _title(action.workshop, workshops),
        "made": _date(action.workshop, workshops),
        "last_reviewed": _date(last, workshops),
    }


def _reviews(team: TeamState, workshops: Meetings) -> Iterator[Row]:
    for key, action in team.actions.items():
        for review in action.reviews:
            yield {
                "workshop": review.workshop,
                "title": _title(review.workshop, workshops),
                "date": _date(review.workshop, workshops),
                "action": key,
                "text": action.text,
                "kind": "keep" if action.keep_doing else "do",
                "decision": review.decision,
                "outcome": review.outcome or None,
            }


def _title(workshop: str, workshops: Meetings) -> str | None:
    return workshops[workshop].title if workshop in workshops else None


def _date(workshop: str, workshops: Meetings) -> str | None:
    return workshops[workshop].begun if workshop in workshops else None
