"""Charts of a health check: how the colours are spread, now and over the team's last checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.charts import (
    LINE_HEIGHT,
    WIDTH,
    altair,
    finished,
    label_axis,
    nothing_yet,
    room_for,
    row_label,
    sentence,
    titled,
)
from workshopkit.analysis.goals_panels import PANEL, faceted
from workshopkit.analysis.health import (
    COLOURS,
    SIGNS,
    last_checks,
    results,
    signed,
    title_of,
)
from workshopkit.analysis.tables import Row
from workshopkit.analysis.theme import Theme, theme_named
from workshopkit.analysis.words import Say, in_language, words_of
from workshopkit.domain.checks import LIGHTS

if TYPE_CHECKING:
    import altair as alt

View = Mapping[str, Any]

INSIDE = 9
"""Pixels of a letter: a part of a bar has as much of its sign and number in it as there is room."""
ROOM = 1.3
"""How much wider the chart is than its bars: beside them stands where people see it go."""


@dataclass(frozen=True)
class Bar:
    """What people said of one topic at one time."""

    row: int
    name: str
    lights: Mapping[str, int]
    trends: Mapping[str, int]
    check: str = ""

    @property
    def length(self) -> int:
        return sum(self.lights.get(light, 0) for light in LIGHTS)

    def said(self, say: Say) -> str:
        counts = [say(f"health.{light}.count", n=self.lights.get(light, 0)) for light in COLOURS]
        counts += [say(f"health.{trend}.count", n=n) for trend, n in self.trends.items() if n]
        return f"{self.name}: {', '.join(counts)}"


def health_chart(view: View, *, lang: str = "en", theme: str = "light") -> alt.Chart:
    """What people said of each topic, the most worrying on top, above what they said last time.

    A bar has a part for each colour with its sign and the number of people in it; arrows
    beside it say how many people see it go where.

    >>> health_chart(view, theme="dark")
    """
    colours, say = theme_named(theme), words_of(lang)
    title = in_language(view["title"], lang)
    if "results" not in view:
        return nothing_yet(title, say("answers.private"), colours)
    bars = [bar for at, pair in enumerate(results(view)) for bar in _bars(view, at, *pair, lang)]
    if not bars:
        return nothing_yet(title, say("answers.none"), colours)
    longest = _longest(bars)
    rows = [part for bar in bars for part in _parts(bar, WIDTH / (ROOM * longest), colours)]
    chart = _stacked(altair().Data(values=rows), bars, say, colours)
    description = sentence(title) + "; ".join(bar.said(say) for bar in bars) + "."
    return finished(chart, title, description, _height(bars), colours)


def history_chart(view: View, *, lang: str = "en", theme: str = "light") -> alt.Chart:
    """The team's last checks side by side, the latest four: a panel for each day.

    Not always the same people answer, so small changes mean little.

    >>> history_chart(view)
    """
    colours, say = theme_named(theme), words_of(lang)
    title = in_language(view["title"], lang)
    checks = last_checks(view)
    if not checks:
        return nothing_yet(title, say("health.history.none"), colours)
    bars = list(_over_time(checks, lang))
    longest = _longest(bars)
    rows = [part for bar in bars for part in _parts(bar, PANEL / (ROOM * longest), colours)]
    days = list(dict.fromkeys(bar.check for bar in bars))
    chart = faceted(_stacked(None, bars, say, colours), rows, days, colours)
    description = sentence(title) + "; ".join(f"{bar.check}, {bar.said(say)}" for bar in bars)
    return titled(chart, title, description + ".", colours)


def _bars(view: View, at: int, topic: str, result: Row, lang: str) -> Iterable[Bar]:
    yield Bar(2 * at, title_of(view, topic, lang), result["lights"], result["trends"])
    if before := result.get("before"):
        name = f"{words_of(lang)('health.before')} ({before['day']})"
        yield Bar(2 * at + 1, name, before["lights"], before["trends"])


def _over_time(checks: Sequence[tuple[str, View]], lang: str) -> Iterable[Bar]:
    """Topics in the order in which they first came up."""
    rows: dict[str, int] = {}
    names = {
        tally["topic"]: in_language(tally["title"], lang)
        for _, check in checks
        for tally in check["topics"]
    }
    for day, check in checks:
        for tally in check["topics"]:
            row = rows.setdefault(tally["topic"], len(rows))
            yield Bar(row, names[tally["topic"]], tally["lights"], tally["trends"], day)


def _parts(bar: Bar, person: float, theme: Theme) -> list[Row]:
    """The parts of a bar, and beside it the arrows; a person is so many pixels long."""
    row = {"row": row_label(bar.row, bar.name), "question": bar.check, "aside": "", "label": ""}
    parts, start = [], 0
    for light in LIGHTS:
        people = bar.lights.get(light, 0)
        inside = {"label": _label(light, people, people * person), "ink": theme.on_light(light)}
        parts.append(row | _part(light, start, start + people) | inside)
        start += people
    aside = "  ".join(f"{SIGNS[trend]}{n}" for trend, n in bar.trends.items() if n)
    return [*parts, row | _part("cannot_say", start, start) | {"aside": aside}]


def _label(light: str, people: int, room: float) -> str:
    texts = (f"{SIGNS[light]} {people}", str(people))
    return next((text for text in texts if len(text) * INSIDE <= room), "")


def _part(light: str, start: int, end: int) -> Row:
    return {"light": light, "start": start, "end": end}


def _stacked(data: Any, bars: Sequence[Bar], say: Say, theme: Theme) -> Any:
    alt = altair()
    scale = alt.Scale(domain=[0, _longest(bars) * ROOM], nice=False)
    axis = label_axis(theme, room_for([row_label(bar.row, bar.name) for bar in bars]))
    base = alt.Chart() if data is None else alt.Chart(data)
    base = base.encode(y=alt.Y("row:N", sort=None, title=None, axis=axis))
    painted = base.mark_bar(height=24, stroke=theme.sheet, strokeWidth=1).encode(
        x=alt.X("start:Q", axis=None, scale=scale), x2="end:Q", color=_colours(say, theme)
    )
    numbers = base.transform_calculate(middle="(datum.start + datum.end) / 2").mark_text(
        fontSize=13, fontWeight="bold"
    )
    ink = alt.Color("ink:N", scale=None)
    aside = base.mark_text(align="left", dx=6, fontSize=13, color=theme.quiet)
    return alt.layer(
        painted,
        numbers.encode(x=alt.X("middle:Q", scale=scale), text="label:N", color=ink),
        aside.encode(x=alt.X("end:Q", scale=scale), text="aside:N"),
    )


def _colours(say: Say, theme: Theme) -> Any:
    alt = altair()
    names = "{" + ", ".join(f"'{light}': '{signed(light, say)}'" for light in LIGHTS) + "}"
    legend = alt.Legend(
        title=None, orient="top", labelColor=theme.ink, labelFontSize=14, symbolType="square",
        labelExpr=f"{names}[datum.value]", labelLimit=0, columnPadding=18,
    )  # fmt: skip
    scale = alt.Scale(domain=list(LIGHTS), range=[theme.light(light) for light in LIGHTS])
    return alt.Color("light:N", scale=scale, legend=legend)


def _longest(bars: Sequence[Bar]) -> int:
    return max(bar.length for bar in bars) or 1


def _height(bars: Sequence[Bar]) -> int:
    tallest = max(row_label(bar.row, bar.name).count("\n") for bar in bars)
    return (tallest * LINE_HEIGHT + 20) * len(bars)
