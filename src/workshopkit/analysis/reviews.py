"""An action review: what people thought of each action, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.summary import Heading, Summary
from workshopkit.analysis.tables import (
    ACTION_KINDS,
    COUNT,
    DATE,
    TEXT,
    Row,
    action_row,
    categories,
    frame,
    pairs,
)
from workshopkit.analysis.words import Say, in_language, words_of
from workshopkit.domain.action_review import MARKS
from workshopkit.domain.actions import DECISIONS

if TYPE_CHECKING:
    import pandas as pd

View = Mapping[str, Any]


def review_table(view: View) -> pd.DataFrame:
    """The actions of an action review, one row each: what to do first, then what to keep doing.

    ``action`` string, the id · ``text`` string · ``kind`` category (do, keep) · ``owner``
    string · ``due`` datetime64[s], a day · ``likely`` Int64, from 1 to 5 · ``about`` string,
    the card or group it came from · ``reviewed`` Int64, how many earlier workshops have looked
    at it · ``done``, ``partly``, ``not_yet`` Int64, people who marked it so, missing until
    looking has ended · ``decision`` category (done, keep, drop), missing until it is decided ·
    ``outcome`` string, what came of it.

    >>> review_table(view).query("decision == 'done'")
    """
    dtypes = {"action": TEXT, "text": TEXT, "kind": categories(ACTION_KINDS), "owner": TEXT}
    dtypes |= {"due": DATE, "likely": COUNT, "about": TEXT, "reviewed": COUNT}
    dtypes |= dict.fromkeys(MARKS, COUNT)
    dtypes |= {"decision": categories(DECISIONS), "outcome": TEXT}
    marks = view.get("marks", {})
    rows = (action_row(id_, item) | marks.get(id_, {}) for id_, item in pairs(view["actions"]))
    return frame(rows, dtypes)


def notes_table(view: View) -> pd.DataFrame:
    """What people wrote about the actions, one row each, in a random order within an action.

    Empty until looking has ended. ``action`` string, the id · ``text`` string, the action's ·
    ``note`` string.

    >>> notes_table(view).groupby("text")["note"].count()
    """
    said = view.get("notes", {})
    rows: list[Row] = [
        {"action": id_, "text": item["text"], "note": note}
        for id_, item in pairs(view["actions"])
        for note in said.get(id_, ())
    ]
    return frame(rows, {"action": TEXT, "text": TEXT, "note": TEXT})


def review_summary(view: View, *, lang: str = "en") -> Summary:
    """Each action with how people thought it went, what was decided, and what came of it."""
    say = words_of(lang)
    headings = [Heading(say("action")), Heading(say("who"))]
    headings += [Heading(say(f"review.{mark}"), number=True) for mark in MARKS]
    headings += [Heading(say("review.decision")), Heading(say("review.outcome"))]
    table = review_table(view)
    table["decided"] = [_decided(row, say) for row in table.to_dict("records")]
    columns = ["text", "owner", *MARKS, "decided", "outcome"]
    texts = table[columns].astype("string[python]").fillna("").to_numpy()
    rows = [[str(cell) for cell in row] for row in texts]
    return Summary(in_language(view["title"], lang), headings, rows, say("review.none"))


def _decided(row: Mapping[Any, Any], say: Say) -> str:
    if row["decision"] not in DECISIONS:
        return ""
    return say(f"review.{row['kind']}.{row['decision']}")
