"""Charts of a workshop: Altair, drawn to SVG on this computer, with no network.

A chart is made from a table, so it shows no more than the table's role may see. Each has
a description in words for those who do not see it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.tables import poll_table, votes_table
from workshopkit.analysis.theme import FONT, SIGNS, Theme, theme_named
from workshopkit.analysis.words import Say, in_language, words_of

if TYPE_CHECKING:
    import altair as alt

WIDTH = 420
LABEL_WIDTH = 300
LINE_LENGTH = 40
"""Characters in a line of a label; it has three lines at most, then an ellipsis."""
LETTER = 7.6
"""Pixels that a letter of a label takes, where the font is a wide one."""
BAR_HEIGHT = 22
LINE_HEIGHT = 17
TOP = 15
"""How many bars are drawn: a chart of everything is read by nobody. The table has all."""


@dataclass(frozen=True)
class Bar:
    """One bar: its label, its length, what it is counted under and its colour."""

    label: str
    value: int
    series: str
    colour: str


@dataclass(frozen=True)
class _InWords:
    """Says what bars show."""

    say: Say
    unit: str
    """The key of what is counted."""

    def describe(self, title: str, bars: Sequence[Bar], total: int) -> str:
        said = "; ".join(f"{bar.label}: {self.say(self.unit, n=bar.value)}" for bar in bars)
        rest = " " + self.say("more", n=total - len(bars)) if total > len(bars) else ""
        return f"{sentence(title)}{said}.{rest}"


def retro_chart(view: Mapping[str, Any], *, lang: str = "en", theme: str = "light") -> alt.Chart:
    """The dots of a retro board as bars: the most dots on top, coloured by column.

    Shows the first 15 groups and cards that have a dot; before voting closes it says so.

    >>> retro_chart(view, theme="dark")
    """
    colours, say = theme_named(theme), words_of(lang)
    bars = [
        _vote_bar(row, colours)
        for row in votes_table(view, lang=lang).to_dict("records")
        if row["votes"] > 0
    ]
    title = in_language(view["title"], lang)
    if "tallies" not in view:
        return nothing_yet(title, say("dots.private"), colours)
    if not bars:
        return nothing_yet(title, say("dots.none"), colours)
    return _bars(title, bars, _InWords(say, "dots.count"), colours)


def poll_chart(view: Mapping[str, Any], *, lang: str = "en", theme: str = "light") -> alt.Chart:
    """The answers to a poll as bars, in the order of its options; words by how often.

    Shows at most 15 bars; before the results are shown it says so.

    >>> poll_chart(view)
    """
    colours, say = theme_named(theme), words_of(lang)
    question = in_language(view["question"], lang)
    if "results" not in view:
        return nothing_yet(question, say("answers.private"), colours)
    ends = _scale_ends(view, lang)
    bars = [
        Bar(row["label"] + ends.get(row["answer"], ""), row["answers"], "", colours.act)
        for row in poll_table(view, lang=lang).to_dict("records")
    ]
    if not bars:
        return nothing_yet(question, say("answers.none"), colours)
    unit = "people.count" if view["form"] == "several" else "answers.count"
    return _bars(question, bars, _InWords(say, unit), colours)


def to_svg(chart: alt.Chart) -> str:
    """The chart as an SVG picture, drawn here: nothing is fetched from anywhere."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(chart.to_dict(), allowed_base_urls=[]))


def untitled(chart: alt.Chart) -> alt.Chart:
    """The same chart for a place that says the title itself."""
    bare = chart.copy()
    bare.title = altair().Undefined
    return bare


def describe(chart: alt.Chart) -> str:
    """What the chart says, in words: its alternative text."""
    return str(chart.description)


def _vote_bar(row: Mapping[Hashable, Any], theme: Theme) -> Bar:
    series = _signed(row["kind"], row["column"])
    return Bar(_signed(row["kind"], row["text"]), row["votes"], series, theme.kind(row["kind"]))


def _bars(title: str, bars: Sequence[Bar], words: _InWords, theme: Theme) -> alt.Chart:
    shown = bars[:TOP]
    alt = altair()
    labels = [row_label(n, bar.label) for n, bar in enumerate(shown)]
    rows = [
        {"row": label, "value": bar.value, "series": bar.series}
        for label, bar in zip(labels, shown, strict=True)
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("value:Q", axis=None, scale=alt.Scale(domainMin=0)),
        y=alt.Y("row:N", sort=None, title=None, axis=label_axis(theme, room_for(labels))),
    )
    painted = base.mark_bar(height=BAR_HEIGHT, cornerRadiusEnd=4).encode(
        color=_colour(shown, theme)
    )
    numbers = base.mark_text(align="left", dx=6, color=theme.ink, fontSize=14, fontWeight="bold")
    chart = alt.layer(painted, numbers.encode(text="value:Q"))
    tallest = max(label.count("\n") for label in labels)
    height = (tallest * LINE_HEIGHT + 20) * len(rows)
    return finished(chart, title, words.describe(title, shown, len(bars)), height, theme)


def _scale_ends(view: Mapping[str, Any], lang: str) -> dict[str, str]:
    """What the lowest and the highest number of a scale are called, after a dash."""
    if view["form"] != "scale":
        return {}
    order = view["options"]["order"]
    ends = {order[0]: view.get("low"), order[-1]: view.get("high")}
    return {id_: f" – {in_language(words, lang)}" for id_, words in ends.items() if words}


def row_label(number: int, label: str) -> str:
    """A row's own name, first line a number: two cards may have the same text."""
    lines = textwrap.wrap(label, LINE_LENGTH, max_lines=3, placeholder=" …") or [""]
    return "\n".join([str(number), *lines])


def room_for(labels: Sequence[str]) -> float:
    """Pixels for labels in the widest of the fonts: a browser's may be wider than Vega's here."""
    return LETTER * max(len(line) for label in labels for line in label.split("\n")[1:])


def label_axis(theme: Theme, room: float = 0) -> Any:
    """An axis of the labels that `row_label` made, with so many pixels for them or more."""
    return altair().Axis(
        minExtent=room,
        labelExpr="slice(split(datum.label, '\\n'), 1)",
        labelLimit=LABEL_WIDTH,
        labelColor=theme.ink,
        labelFontSize=14,
        labelLineHeight=LINE_HEIGHT,
        labelPadding=10,
        domainColor=theme.line,
        ticks=False,
    )


def _colour(bars: Sequence[Bar], theme: Theme) -> Any:
    alt = altair()
    series = {bar.series: bar.colour for bar in bars}
    scale = alt.Scale(domain=list(series), range=list(series.values()))
    legend = alt.Legend(
        title=None, orient="top", labelColor=theme.ink, labelFontSize=14, symbolType="square"
    )
    return alt.Color("series:N", scale=scale, legend=legend if len(series) > 1 else None)


def nothing_yet(title: str, why: str, theme: Theme) -> alt.Chart:
    """A chart that says why there is nothing to see."""
    alt = altair()
    note = alt.Chart(alt.Data(values=[{"note": why}])).mark_text(
        align="left", x=0, color=theme.quiet, fontSize=15
    )
    return finished(note.encode(text="note:N"), title, sentence(title) + why, 40, theme)


def finished(chart: Any, title: str, description: str, height: int, theme: Theme) -> alt.Chart:
    """A chart of one panel, with its size and all that `titled` gives it."""
    sized = chart.properties(width=WIDTH, height=height)
    return titled(sized, title, description, theme)


def titled(chart: Any, title: str, description: str, theme: Theme) -> alt.Chart:
    """The chart with its title, its description in words and the theme's paper."""
    heading = altair().Title(
        textwrap.wrap(title, 70, max_lines=2, placeholder=" …"),
        anchor="start", frame="bounds", color=theme.ink, fontSize=17, fontWeight="bold", offset=14,
    )  # fmt: skip
    papered: alt.Chart = (
        chart.properties(title=heading, description=description)
        .configure(background=theme.sheet, font=FONT, padding=16)
        .configure_view(stroke=None)
    )
    return papered


def sentence(text: str) -> str:
    """The text with a full stop where it has none, and a space for what comes after."""
    return text + ("" if text.endswith(("?", "!", ".")) else ".") + " "


def _signed(kind: str, text: str) -> str:
    return f"{SIGNS[kind]} {text}"


@lru_cache(maxsize=1)
def altair() -> Any:
    """Altair, loaded when a chart is first asked for.

    That once it gets the renderer that needs no network; a choice made later stands.
    """
    import altair

    altair.renderers.enable("svg")
    return altair
