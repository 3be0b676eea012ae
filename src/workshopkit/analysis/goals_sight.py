"""The line of sight of a goal map, as a DataFrame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workshopkit.analysis.goals import LEVELS
from workshopkit.analysis.tables import COUNT, SHARE, TEXT, Row, View, categories, frame

if TYPE_CHECKING:
    import pandas as pd

FINDINGS = ("unserved", "aimless", "unmeasured", "assumption", "share")


def sight_table(view: View) -> pd.DataFrame:
    """The line of sight from the work to the goals: what is found, one row each.

    ``finding`` category: unserved, a goal that no work serves · aimless, work that serves no
    goal · unmeasured, an outcome without a measure · assumption, one of the longest chain of
    assumptions · share, a goal's part of the work. ``item`` string, the id · ``level``
    category · ``text`` string · ``place`` Int64, where it stands in that chain, from 1 ·
    ``share`` Float64, from 0 to 1: work that serves several goals counts for each in part.

    >>> sight_table(view).query("finding == 'unserved'")["text"]
    """
    dtypes = {
        "finding": categories(FINDINGS),
        "item": TEXT,
        "level": categories(LEVELS),
        "text": TEXT,
        "place": COUNT,
        "share": SHARE,
    }
    return frame(sight_rows(view), dtypes)


def sight_rows(view: View) -> Iterator[Row]:
    """The rows of `sight_table`."""
    sight, items = view["sight"], view["items"]["items"]

    def row(finding: str, id_: str) -> Row:
        item = items[id_]
        return {"finding": finding, "item": id_, "level": item["level"], "text": item["text"]}

    for finding in ("unserved", "aimless", "unmeasured"):
        yield from (row(finding, id_) for id_ in sight[finding])
    for place, id_ in enumerate(sight["assumptions"], 1):
        yield row("assumption", id_) | {"place": place}
    for id_, share in sorted(sight["share"].items(), key=lambda pair: -pair[1]):
        yield row("share", id_) | {"share": share}
