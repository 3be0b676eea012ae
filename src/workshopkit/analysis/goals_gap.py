"""The chart of how two perspectives differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.charts import (
    TOP,
    altair,
    label_axis,
    nothing_yet,
    row_label,
    sentence,
    titled,
)
from workshopkit.analysis.goals import gaps, question_titles
from workshopkit.analysis.goals_panels import faceted
from workshopkit.analysis.tables import Row
from workshopkit.analysis.theme import Theme, theme_named
from workshopkit.analysis.words import in_language, words_of

if TYPE_CHECKING:
    import altair as alt

View = Mapping[str, Any]


def gap_chart(
    view: View,
    a: str,
    b: str,
    *,
    question: str | None = None,
    lang: str = "en",
    theme: str = "light",
) -> alt.Chart:
    """Where the medians of two perspectives lie, the widest gap on top; 15 goals at most.

    A filled circle for `a`, an open square for `b`: where they agree the one is in the other.
    Says so where nobody can be shown apart.

    >>> gap_chart(view, "leaders", "delivery team")
    """
    colours, say = theme_named(theme), words_of(lang)
    title = f"{in_language(view['title'], lang)} – {a}, {b}"
    rows = [row for row in gaps(view, a, b) if question in (None, row["question"])]
    if not rows:
        return nothing_yet(title, say("goals.too_few"), colours)
    titles = question_titles(view, lang)
    shown = _in_order(rows, list(titles))
    points = _points(shown, titles, (a, b))
    chart = faceted(_dumbbells((a, b), colours), points, titles.values(), colours)
    said = "; ".join(
        f"{row['text']}: {titles[row['question']]} {row['median_a']:g}, {row['median_b']:g}"
        for row in shown
    )
    rest = len({row["goal"] for row in rows}) - len({row["goal"] for row in shown})
    more = " " + say("more", n=rest) if rest else ""
    description = f"{sentence(title)}{say('goals.medians')} {said}.{more}"
    return titled(chart, title, description, colours)


def _in_order(rows: Sequence[Row], questions: Sequence[str]) -> list[Row]:
    """The rows of the goals with the widest gaps, each goal's by question."""
    goals = list(dict.fromkeys(row["goal"] for row in rows))[:TOP]
    return sorted(
        (row for row in rows if row["goal"] in goals),
        key=lambda row: (goals.index(row["goal"]), questions.index(row["question"])),
    )


def _points(
    rows: Sequence[Row], titles: Mapping[str, str], names: tuple[str, str]
) -> list[dict[str, Any]]:
    goals = list(dict.fromkeys(row["goal"] for row in rows))
    return [
        {
            "row": row_label(goals.index(row["goal"]), row["text"]),
            "question": titles[row["question"]],
            "a": row["median_a"],
            "b": row["median_b"],
            "name_a": names[0],
            "name_b": names[1],
        }
        for row in rows
    ]


def _dumbbells(names: tuple[str, str], theme: Theme) -> Any:
    alt = altair()
    axis = alt.Axis(
        values=[1, 2, 3, 4, 5], title=None, grid=True, gridColor=theme.line, domain=False,
        ticks=False, labelColor=theme.quiet, labelFontSize=13, format="d",
    )  # fmt: skip
    scale = alt.Scale(domain=[0.75, 5.25], nice=False, zero=False)
    base = alt.Chart().encode(
        y=alt.Y("row:N", sort=None, title=None, axis=label_axis(theme)),
    )
    x = {side: alt.X(f"{side}:Q", axis=axis, scale=scale) for side in ("a", "b")}
    colour = alt.Scale(domain=list(names), range=[theme.act, theme.wonder])
    shape = alt.Scale(domain=list(names), range=["circle", "square"])
    legend = alt.Legend(title=None, orient="top", labelColor=theme.ink, labelFontSize=14)

    def points(side: str, size: int, **fill: Any) -> Any:
        mark = base.mark_point(size=size, strokeWidth=2.5, opacity=1, **fill)
        return mark.encode(
            x=x[side],
            color=alt.Color(f"name_{side}:N", scale=colour, legend=legend),
            shape=alt.Shape(f"name_{side}:N", scale=shape, legend=legend),
        )

    between = base.mark_rule(color=theme.quiet, strokeWidth=2).encode(x=x["a"], x2="b:Q")
    square = points("b", 330, filled=False, fill=theme.sheet)
    return alt.layer(between, square, points("a", 110, filled=True))
