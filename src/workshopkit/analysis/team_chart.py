"""How much of what a team reviewed was done, workshop by workshop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshopkit.analysis.charts import (
    BAR_HEIGHT,
    LINE_HEIGHT,
    altair,
    finished,
    label_axis,
    nothing_yet,
    row_label,
    sentence,
)
from workshopkit.analysis.theme import Theme, theme_named
from workshopkit.analysis.words import Say, words_of

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

LAST = 10
"""How many workshops are drawn, the latest ones."""


@dataclass(frozen=True)
class Kept:
    """One workshop: of so many things to do that it looked at, so many were done."""

    title: str
    done: int
    all: int


def done_chart(reviews: pd.DataFrame, *, lang: str = "en", theme: str = "light") -> alt.Chart:
    """The share of things to do that each of the last 10 workshops found done.

    Of what that workshop reviewed and no more; what a team keeps doing is left out, for it is
    never done. Made from `workshopkit.analysis.team.action_reviews_table`.

    >>> done_chart(Team("Benefits service").action_reviews)
    """
    say, colours = words_of(lang), theme_named(theme)
    workshops = _workshops(reviews)[-LAST:]
    if not workshops:
        return nothing_yet(say("review.share"), say("review.share.none"), colours)
    return _drawn(workshops, say, colours)


def _workshops(reviews: pd.DataFrame) -> list[Kept]:
    to_do = reviews[reviews["kind"] == "do"]
    return [
        Kept(str(rows["title"].iloc[0]), int((rows["decision"] == "done").sum()), len(rows))
        for _, rows in to_do.groupby("workshop", sort=False)
    ]


def _drawn(workshops: list[Kept], say: Say, theme: Theme) -> alt.Chart:
    alt = altair()
    said = [say("review.share.of").format(n=each.done, all=each.all) for each in workshops]
    labels = [row_label(number, each.title) for number, each in enumerate(workshops)]
    rows = [
        {"row": label, "share": each.done / each.all, "said": text}
        for label, each, text in zip(labels, workshops, said, strict=True)
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, 1.3])),
        y=alt.Y("row:N", sort=None, title=None, axis=label_axis(theme)),
    )
    bars = base.mark_bar(height=BAR_HEIGHT, cornerRadiusEnd=4, color=theme.act)
    numbers = base.mark_text(align="left", dx=6, color=theme.ink, fontSize=14, fontWeight="bold")
    chart = alt.layer(bars, numbers.encode(text="said:N"))
    tallest = max(label.count("\n") for label in labels)
    words = "; ".join(f"{each.title}: {text}" for each, text in zip(workshops, said, strict=True))
    title = say("review.share")
    height = (tallest * LINE_HEIGHT + 20) * len(rows)
    return finished(chart, title, f"{sentence(title)}{words}.", height, theme)
