"""Charts of what people answered about goals: how it is spread, and what changed.

Distributions rather than averages alone: two camps and a shrug have the same mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
from workshopkit.analysis.goals import STEPS, Rated, last_round, question_titles, rated
from workshopkit.analysis.goals_panels import PANEL, faceted
from workshopkit.analysis.theme import Theme, theme_named
from workshopkit.analysis.words import Say, in_language, words_of

if TYPE_CHECKING:
    import altair as alt

View = Mapping[str, Any]

ROOM = 1.2
"""How much wider a panel is than its bars: beside them stands who could not say."""
DIGIT = 9
"""Pixels: a part of a bar that is too short for its number has none in it."""


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
        _spread(view, last, after, 2 * row + 1, lang),
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
    ends = min(bar.left for bar in bars), max(max(bar.right for bar in bars), 1)
    data = [part for bar in bars for part in _parts(bar, ends)]
    questions = dict.fromkeys(bar.question for bar in bars)
    chart = faceted(_diverging(ends, say, theme), data, questions, theme)
    return titled(chart, title, _in_words(title, bars, say, rest), theme)


def _in_words(title: str, bars: Sequence[Spread], say: Say, rest: int) -> str:
    said = "; ".join(
        f"{bar.name}: {bar.question} {', '.join(map(str, bar.counts))}"
        + (f", {say('goals.cannot_say', n=bar.cannot_say)}" if bar.cannot_say else "")
        for bar in bars
    )
    more = " " + say("more", n=rest) if rest else ""
    return f"{sentence(title)}{say('goals.reading')} {said}.{more}"


def _parts(bar: Spread, ends: tuple[float, float]) -> list[dict[str, Any]]:
    """The parts of a bar, and beside it who could not say."""
    row = {"row": bar.label, "question": bar.question, "aside": "", "label": ""}
    each = PANEL / (ROOM * (ends[1] - ends[0]))  # pixels for a person
    parts, start = [], bar.left
    for answer, people in zip(STEPS, bar.counts, strict=True):
        label = str(people) if people and people * each >= DIGIT * len(str(people)) else ""
        parts.append(row | _part(answer, start, start + people) | {"label": label})
        start += people
    aside = f"? {bar.cannot_say}" if bar.cannot_say else ""
    return [*parts, row | _part(STEPS[-1], start, start) | {"aside": aside}]


def _part(answer: str, start: float, end: float) -> dict[str, Any]:
    return {"answer": answer, "start": start, "end": end}


def _diverging(ends: tuple[float, float], say: Say, theme: Theme) -> Any:
    alt = altair()
    low, high = ends
    scale = alt.Scale(domain=[low, low + (high - low) * ROOM], nice=False, zero=False)
    base = alt.Chart().encode(y=alt.Y("row:N", sort=None, title=None, axis=label_axis(theme)))
    bars = base.mark_bar(height=26, stroke=theme.sheet, strokeWidth=1).encode(
        x=alt.X("start:Q", axis=None, scale=scale),
        x2="end:Q",
        color=_answer_colours(say, theme),
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
        aside.encode(x=alt.X("end:Q", scale=scale), text="aside:N"),
    )


def _answer_colours(say: Say, theme: Theme) -> Any:
    alt = altair()
    ramp = [
        theme.change,
        blend(theme.change, theme.sheet, 0.4),
        theme.line,
        blend(theme.act, theme.sheet, 0.4),
        theme.act,
    ]
    legend = alt.Legend(
        title=say("goals.legend"), titleOrient="left", titleColor=theme.quiet, titleFontSize=14,
        titleFontWeight="normal", titleLimit=0, orient="top", labelColor=theme.ink,
        labelFontSize=14, symbolType="square",
    )  # fmt: skip
    return alt.Color("answer:N", scale=alt.Scale(domain=list(STEPS), range=ramp), legend=legend)


def blend(colour: str, other: str, share: float) -> str:
    """A colour with the given share of it, the rest from the other; hexadecimal."""
    pairs = ((int(colour[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)
