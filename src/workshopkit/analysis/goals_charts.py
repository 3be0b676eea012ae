"""Charts of a goal map: how the answers are spread, how two perspectives differ, what changed.

Distributions rather than averages alone: two camps and a shrug have the same mean.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.charts import (
    LINE_HEIGHT,
    TOP,
    altair,
    label_axis,
    nothing_yet,
    row_label,
    sentence,
    titled,
)
from workshopkit.analysis.goals import STEPS, Rated, gaps, last_round, question_titles, rated
from workshopkit.analysis.theme import Theme, theme_named
from workshopkit.analysis.words import Say, in_language, words_of

if TYPE_CHECKING:
    import altair as alt

View = Mapping[str, Any]

PANEL = 190
"""Pixels across for each question."""
HEADER_LENGTH = 26
"""Characters in a line of a panel's heading."""
SMALLEST_LABELLED = 0.08
"""A part of a bar shorter than this share of its panel has no number in it."""


@dataclass(frozen=True)
class Spread:
    """One bar: the answers to one question, in a row of that number and name."""

    row: int
    name: str
    question: str
    counts: Sequence[int]
    cannot_say: int

    @property
    def label(self) -> str:
        return row_label(self.row, self.name)

    @property
    def left(self) -> float:
        """Where the bar begins, in people: the middle answer lies across zero."""
        return -(self.counts[0] + self.counts[1] + self.counts[2] / 2)

    @property
    def right(self) -> float:
        return self.left + sum(self.counts)


def goals_chart(
    view: View, *, question: str | None = None, lang: str = "en", theme: str = "light"
) -> alt.Chart:
    """How the answers of the last round are spread, the most mixed goal on top.

    A bar has a part for each answer, low ones to the left and high ones to the right, with
    the number of people in it; who could not say stands beside it. One panel a question, or
    only the one with the id `question`; 15 goals at most.

    >>> goals_chart(view, question="clear")
    """
    colours, say = theme_named(theme), words_of(lang)
    title = in_language(view["title"], lang)
    chosen = last_round(view)
    if chosen is None:
        return nothing_yet(title, say("goals.private"), colours)
    cells = [each for each in rated(view, round=chosen) if question in (None, each.question)]
    shown = _first_goals(cells, TOP)
    bars = [_spread(view, each, each.text, row, lang) for each, row in shown]
    if not any(sum(bar.counts) + bar.cannot_say for bar in bars):
        return nothing_yet(title, say("answers.none"), colours)
    heading = f"{title} – {say('goals.round', n=chosen)}"
    return _spreads(heading, bars, say, colours, rest=_goals_in(cells) - _goals_in(_only(shown)))


def change_chart(
    view: View, *, question: str | None = None, lang: str = "en", theme: str = "light"
) -> alt.Chart:
    """The first round above the last one for each goal, as bars like those of `goals_chart`.

    Says so where there is one round only; 7 goals at most.

    >>> change_chart(view)
    """
    colours, say = theme_named(theme), words_of(lang)
    title = in_language(view["title"], lang)
    rounds = [frozen["round"] for frozen in view.get("rounds", ())]
    if len(rounds) < 2:
        return nothing_yet(title, say("goals.one_round"), colours)
    before, after = (
        [e for e in rated(view, round=n) if question in (None, e.question)]
        for n in (rounds[0], rounds[-1])
    )
    again = {(each.goal, each.question): each for each in after}
    both = [each for each in before if (each.goal, each.question) in again]
    shown = _first_goals(both, TOP // 2)
    bars = [
        bar
        for each, row in shown
        for bar in _before_and_after(view, (each, again[each.goal, each.question]), row, lang)
    ]
    return _spreads(title, bars, say, colours, rest=_goals_in(both) - _goals_in(_only(shown)))


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
    goals = list(dict.fromkeys(row["goal"] for row in rows))[:TOP]
    rows = sorted(
        (row for row in rows if row["goal"] in goals), key=lambda r: goals.index(r["goal"])
    )
    titles = question_titles(view, lang)
    data = [
        {
            "row": row_label(goals.index(row["goal"]), row["text"]),
            "question": titles[row["question"]],
            "a": row["median_a"],
            "b": row["median_b"],
        }
        for row in rows
    ]
    said = "; ".join(
        f"{row['text']}: {titles[row['question']]} {row['median_a']:g}, {row['median_b']:g}"
        for row in rows
    )
    description = f"{sentence(title)}{say('goals.medians')} {said}."
    chart = _faceted(_dumbbells(data, (a, b), colours), data, colours)
    return titled(chart, title, description, colours)


def _spread(view: View, each: Rated, text: str, row: int, lang: str) -> Spread:
    question = question_titles(view, lang)[each.question]
    return Spread(row, text, question, each.counts, each.cell["cannot_say"])


def _before_and_after(
    view: View, pair: tuple[Rated, Rated], row: int, lang: str
) -> tuple[Spread, Spread]:
    say = words_of(lang)
    first, last = pair
    before, after = (say("goals.round", n=each.round) for each in pair)
    return (
        _spread(view, first, f"{first.text} – {before}", 2 * row, lang),
        _spread(view, last, f"→ {after}", 2 * row + 1, lang),
    )


def _first_goals(cells: Iterable[Rated], most: int) -> list[tuple[Rated, int]]:
    """The cells of the first goals, each with the number of its goal's row."""
    rows: dict[str, int] = {}
    numbered = [(each, rows.setdefault(each.goal, len(rows))) for each in cells]
    return [(each, row) for each, row in numbered if row < most]


def _only(shown: Iterable[tuple[Rated, int]]) -> list[Rated]:
    return [each for each, _ in shown]


def _goals_in(cells: Iterable[Rated]) -> int:
    return len({each.goal for each in cells})


def _spreads(title: str, bars: Sequence[Spread], say: Say, theme: Theme, *, rest: int) -> alt.Chart:
    reach = max(max(-bar.left, bar.right) for bar in bars) or 1
    data = [part for bar in bars for part in _parts(bar, reach, say)]
    chart = _faceted(_diverging(data, reach, theme), data, theme)
    return titled(chart, title, _in_words(title, bars, say, rest), theme)


def _in_words(title: str, bars: Sequence[Spread], say: Say, rest: int) -> str:
    said = "; ".join(
        f"{bar.name}: {bar.question} {', '.join(map(str, bar.counts))}"
        + (f", {say('goals.cannot_say', n=bar.cannot_say)}" if bar.cannot_say else "")
        for bar in bars
    )
    more = " " + say("more", n=rest) if rest else ""
    return f"{sentence(title)}{say('goals.reading')} {said}.{more}"


def _parts(bar: Spread, reach: float, say: Say) -> list[dict[str, Any]]:
    """The parts of a bar, and beside it who could not say."""
    row = {"row": bar.label, "question": bar.question}
    parts, start = [], bar.left
    for answer, people in zip(STEPS, bar.counts, strict=True):
        wide = people >= SMALLEST_LABELLED * 2 * reach
        part = {"answer": answer, "start": start, "end": start + people}
        parts.append(row | part | {"label": str(people) if people and wide else ""})
        start += people
    aside = f"? {bar.cannot_say}" if bar.cannot_say else ""
    return [*parts, row | {"answer": STEPS[2], "start": 0, "end": 0, "aside": aside}]


def _diverging(data: Sequence[View], reach: float, theme: Theme) -> Any:
    alt = altair()
    room = reach * 1.35  # for who could not say
    scale = alt.Scale(domain=[-reach, room], nice=False, zero=False)
    base = alt.Chart().encode(y=alt.Y("row:N", sort=None, title=None, axis=label_axis(theme)))
    bars = base.mark_bar(height=20, stroke=theme.sheet, strokeWidth=1).encode(
        x=alt.X("start:Q", axis=None, scale=scale),
        x2="end:Q",
        color=_answer_colours(theme),
    )
    numbers = base.transform_calculate(middle="(datum.start + datum.end) / 2").mark_text(
        fontSize=13, fontWeight="bold"
    )
    strong = f"datum.answer == '{STEPS[0]}' || datum.answer == '{STEPS[-1]}'"
    ink = alt.condition(strong, alt.value(theme.sheet), alt.value(theme.ink))
    aside = base.mark_text(align="left", dx=6, fontSize=13, color=theme.quiet)
    return alt.layer(
        bars,
        numbers.encode(x=alt.X("middle:Q", scale=scale), text="label:N", color=ink),
        aside.encode(x=alt.datum(reach, scale=scale), text="aside:N"),
    )


def _answer_colours(theme: Theme) -> Any:
    alt = altair()
    ramp = [
        theme.change,
        blend(theme.change, theme.sheet, 0.4),
        theme.line,
        blend(theme.act, theme.sheet, 0.4),
        theme.act,
    ]
    legend = alt.Legend(
        title=None, orient="top", labelColor=theme.ink, labelFontSize=14, symbolType="square"
    )
    return alt.Color("answer:N", scale=alt.Scale(domain=list(STEPS), range=ramp), legend=legend)


def _dumbbells(data: Sequence[View], names: tuple[str, str], theme: Theme) -> Any:
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

    def points(side: str, name: str, size: int, filled: bool) -> Any:
        mark = base.mark_point(size=size, filled=filled, strokeWidth=2.5, opacity=1)
        return mark.encode(
            x=x[side],
            color=alt.datum(name, type="nominal", scale=colour, legend=legend),
            shape=alt.datum(name, type="nominal", scale=shape, legend=legend),
        )

    between = base.mark_rule(color=theme.quiet, strokeWidth=2).encode(x=x["a"], x2="b:Q")
    return alt.layer(between, points("a", names[0], 130, True), points("b", names[1], 330, False))


def _faceted(layers: Any, data: Sequence[View], theme: Theme) -> Any:
    """One panel for each question, side by side, with the rows' labels before the first."""
    alt = altair()
    questions = list(dict.fromkeys(row["question"] for row in data))
    labels = list(dict.fromkeys(row["row"] for row in data))
    headings = {each: "\n".join(textwrap.wrap(each, HEADER_LENGTH)) for each in questions}
    tallest = max(label.count("\n") for label in labels)
    header = alt.Header(
        title=None, labelExpr="split(datum.label, '\\n')", labelColor=theme.ink,
        labelFontSize=14, labelFontWeight="bold", labelLineHeight=LINE_HEIGHT, labelLimit=PANEL,
    )  # fmt: skip
    column = alt.Facet("heading:N", sort=list(headings.values()), header=header)
    rows = [dict(row) | {"heading": headings[row["question"]]} for row in data]
    layers = layers.properties(width=PANEL, height=(tallest * LINE_HEIGHT + 20) * len(labels))
    return layers.facet(data=alt.Data(values=rows), column=column, spacing=12)


def blend(colour: str, other: str, share: float) -> str:
    """A colour with the given share of it, the rest from the other; hexadecimal."""
    pairs = ((int(colour[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)
