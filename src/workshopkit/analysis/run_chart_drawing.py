"""The drawing of a run chart: readings by day, their mean and limits, what stands out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.charts import WIDTH, altair, nothing_yet, sentence, titled
from workshopkit.analysis.run_chart import (
    MEANINGS,
    Charted,
    Day,
    charted,
    day_in_words,
    day_of,
    meaning,
    need_direction,
    sentences,
)
from workshopkit.analysis.tables import Row
from workshopkit.analysis.theme import Theme, theme_named
from workshopkit.analysis.words import Say, words_of
from workshopkit.domain.run_chart import reliable

if TYPE_CHECKING:
    import altair as alt

HEIGHT = 260
DAYS_NAMED = 6
"""About so many days stand below, or each day of a short time: none has its name twice."""
MOST_MARKED = 150
"""Of more readings only those that stand out have a point: the rest would hide them."""
SHAPES = ("circle", "triangle-up", "square")
"""What stands out has a shape of its own, so that nothing rests on colour alone."""


def run_chart(
    dates: Iterable[Day],
    values: Iterable[float],
    *,
    title: str,
    unit: str = "",
    share: bool = False,
    target: float | None = None,
    direction: str = "at_least",
    start: Day | None = None,
    screen: bool = True,
    rebase: Iterable[Day] = (),
    lang: str = "en",
    theme: str = "light",
) -> alt.Chart:
    """Readings by day with their mean and limits, as an Altair chart that needs no network.

    Args:
        dates, values, screen, rebase: As for `workshopkit.analysis.run_chart.run_chart_table`.
        title: What the chart is called.
        unit: What the numbers are; nothing for shares.
        share: Whether they are shares from 0 to 1, shown in percent.
        target: A level to draw.
        direction: Whether more is better (``at_least``) or less (``at_most``).
        start: A day to mark, such as the start of an experiment.
        lang, theme: ``en`` or ``cy``; ``light`` or ``dark``.

    >>> run_chart(df["week"], df["calls"], title="Calls a week", direction="at_most")
    """
    need_direction(direction)
    colours, say = theme_named(theme), words_of(lang)
    found = charted(dates, values, screen=screen, rebase=rebase)
    if not found.values:
        return nothing_yet(title, say("run_chart.nothing"), colours)
    said = sentences(found, say, target=target, direction=direction)
    marked = None if start is None else day_of(start)
    drawn = _Drawing(found, colours, say, "percent" if share else "number", unit, marked)
    chart = (
        altair()
        .layer(drawn.line(), *drawn.marks(target=target), drawn.points(direction))
        .properties(width=WIDTH + 140, height=HEIGHT)
    )
    return titled(
        chart,
        title,
        f"{sentence(title)}{_levels(found, share, unit, say)} {' '.join(said)}",
        colours,
    )


def level_in_words(value: float, *, share: bool, unit: str = "") -> str:
    """A level as people read it: 43.5 %, 12.4 days."""
    return f"{100 * value:.3g} %" if share else f"{value:.4g} {unit}".strip()


def _levels(found: Charted, share: bool, unit: str, say: Say) -> str:
    """How many readings there are, from when to when, and about what they lie."""
    last = found.chart.segments[-1]
    return say("run_chart.described").format(
        count=len(found.values),
        start=day_in_words(found.days[0], say),
        end=day_in_words(found.days[-1], say),
        mean=level_in_words(last.mean, share=share, unit=unit),
    )


class _Drawing:
    """One series on its axes."""

    def __init__(
        self,
        found: Charted,
        theme: Theme,
        say: Say,
        form: str,
        unit: str,
        marked: date | None,
    ) -> None:
        alt = altair()
        self._days, self._chart = found.days, reliable(found.chart)
        self._theme, self._say = theme, say
        plain: dict[str, Any] = {
            "labelColor": theme.quiet, "labelFontSize": 13, "gridColor": theme.line,
            "domainColor": theme.line, "tickColor": theme.line,
        }  # fmt: skip
        self._start = marked
        # Counted with the marked day: a name for each day of years would take a minute to draw.
        drawn = [*found.days, *([marked] if marked else [])]
        short = (max(drawn) - min(drawn)).days <= DAYS_NAMED
        days = alt.Axis(
            title=None, grid=False, labelExpr=_short_day(say),
            tickCount="day" if short else DAYS_NAMED, labelOverlap=True, **plain,
        )  # fmt: skip
        self._x = alt.X("date:T", axis=days, scale=alt.Scale(type="utc"))
        self._y_axis = alt.Axis(
            title=unit or None, titleColor=theme.quiet, titleFontSize=13, titleFontWeight="normal",
            format=".0%" if form == "percent" else ",~r", **plain,
        )  # fmt: skip
        self._y_scale = alt.Scale(zero=False, nice=True)

    def line(self) -> Any:
        """A thin line from reading to reading."""
        alt = altair()
        pairs = zip(self._days, self._chart.points, strict=True)
        rows = [{"date": day.isoformat(), "value": point.value} for day, point in pairs]
        base = alt.Chart(alt.Data(values=rows)).encode(x=self._x, y=self._y("value"))
        return base.mark_line(color=self._theme.quiet, strokeWidth=1.5)

    def points(self, direction: str) -> Any:
        """A point for each reading, with a shape for what stands out; of many, only for that."""
        alt = altair()
        theme, names = self._theme, [self._say(f"run_chart.{name}") for name in MEANINGS]
        legend = alt.Legend(title=None, orient="top", labelColor=theme.ink, labelFontSize=14)
        colour = alt.Scale(domain=names, range=[theme.quiet, theme.keep, theme.change])
        shape = alt.Scale(domain=names, range=list(SHAPES))
        base = alt.Chart(alt.Data(values=self._marked(direction)))
        return base.mark_point(filled=True, opacity=1, size=75).encode(
            x=self._x,
            y=self._y("value"),
            color=alt.Color("meaning:N", scale=colour, legend=legend),
            shape=alt.Shape("meaning:N", scale=shape, legend=legend),
        )

    def marks(self, *, target: float | None) -> list[Any]:
        """The mean and the limits of each segment, the target, and the day that is marked."""
        found = [self._lines()]
        if target is not None:
            found += self._target(target)
        if self._start is not None:
            found += self._mark(self._start.isoformat())
        return found

    def _y(self, field: str) -> Any:
        return altair().Y(f"{field}:Q", axis=self._y_axis, scale=self._y_scale)

    def _marked(self, direction: str) -> list[Row]:
        pairs = zip(self._days, self._chart.points, strict=True)
        return [
            {
                "date": day.isoformat(),
                "value": point.value,
                "meaning": self._say(f"run_chart.{meaning(point.label, direction)}"),
            }
            for day, point in pairs
            if len(self._days) <= MOST_MARKED or point.label != "common_cause"
        ]

    def _lines(self) -> Any:
        alt = altair()
        lines = alt.Chart(alt.Data(values=list(self._line_rows())))
        dashes = alt.Scale(domain=["no", "yes"], range=[[1, 0], [6, 4]])
        return lines.mark_line(color=self._theme.act, strokeWidth=1.75).encode(
            x=self._x,
            y=self._y("level"),
            detail="line:N",
            strokeDash=alt.StrokeDash("dashed:N", legend=None, scale=dashes),
        )

    def _line_rows(self) -> Iterable[Row]:
        for number, segment in enumerate(self._chart.segments):
            ends = (self._days[segment.start], self._days[segment.end - 1])
            levels = {"mean": segment.mean, "lower": segment.lower, "upper": segment.upper}
            for name, level in levels.items():
                if level is not None:
                    yield from _line(f"{name} {number}", ends, level, dashed=name != "mean")

    def _target(self, target: float) -> list[Any]:
        alt = altair()
        name = self._say("run_chart.target")
        data = alt.Data(values=[{"level": target, "text": name, "date": self._days[0].isoformat()}])
        rule = alt.Chart(data).mark_rule(color=self._theme.wonder, strokeWidth=2, strokeDash=[2, 3])
        text = alt.Chart(data).mark_text(
            align="left", baseline="bottom", dx=4, dy=-3, color=self._theme.wonder, fontSize=13
        )
        y = self._y("level")
        return [rule.encode(y=y), text.encode(x=self._x, y=y, text="text:N")]

    def _mark(self, day: str) -> list[Any]:
        alt = altair()
        data = alt.Data(values=[{"date": day, "text": self._say("run_chart.start")}])
        rule = alt.Chart(data).mark_rule(color=self._theme.ink, strokeWidth=1.5)
        text = alt.Chart(data).mark_text(
            align="left", baseline="top", dx=5, color=self._theme.ink, fontSize=13
        )
        return [rule.encode(x=self._x), text.encode(x=self._x, y=alt.value(0), text="text:N")]


def _short_day(say: Say) -> str:
    """What writes a day on the axis: 1 Apr 26, with the months of our own languages."""
    months = [month[:3] for month in say("months").split()]
    year = "utcFormat(datum.value, '%y')"
    return f"utcdate(datum.value) + ' ' + {months}[utcmonth(datum.value)] + ' ' + {year}"


def _line(name: str, ends: Sequence[date], level: float, *, dashed: bool) -> Iterable[Row]:
    for day in ends:
        yield {
            "line": name,
            "date": day.isoformat(),
            "level": level,
            "dashed": "yes" if dashed else "no",
        }
