"""How people took part in a workshop: two numbers for each part of an activity, and no names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.tables import SHARE, TEXT, Row, categories, frame, pairs
from workshopkit.analysis.words import in_language

if TYPE_CHECKING:
    import pandas as pd

View = Mapping[str, Any]

PARTS = (
    "cards",
    "dots",
    "answers",
    "comments",
    "items",
    "ratings",
    "expectations",
    "votes",
    "marks",
)


def participation_table(
    view: View, *, activity: str | None = None, lang: str = "en"
) -> pd.DataFrame:
    """How many people took part and how evenly, from the facilitator's view of the workshop.

    ``activity`` string, its title · ``part`` category (cards, dots, answers, comments, items,
    ratings, expectations and votes about an experiment, marks in an action review) · ``share``
    Float64, the part of the people who joined that contributed anything, from 0 to 1 · ``gini``
    Float64, from 0, where all gave as much, towards 1, where one person gave everything; those
    who gave nothing count · ``uneven`` boolean, whether it is 0.5 or
    more, as where one half of the people gave all. Numbers are in steps of 0.05.

    A part has a row once it is shown or counted, as it was at that moment, and only where at
    least 5 people had joined. What is said aloud is in no number. `workshopkit.domain.
    participation` says why one may want to know, and where the numbers come from.

    >>> participation_table(view).sort_values("gini")
    """
    dtypes = {"activity": TEXT, "part": categories(PARTS)}
    dtypes |= {"share": SHARE, "gini": SHARE, "uneven": "boolean"}
    return frame(_rows(view, activity, lang), dtypes)


def _rows(view: View, activity: str | None, lang: str) -> Iterator[Row]:
    told = view.get("voices", {})
    for key, item in pairs(view["agenda"]):
        if activity in (None, key):
            title = in_language(item["title"], lang)
            for part, said in told.get(key, {}).items():
                yield {"activity": title, "part": part, **said}
