"""Charts of a team's experiments: when each ran, and what its readings did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.charts import (
    BAR_HEIGHT,
    LINE_HEIGHT,
    TOP,
    altair,
    finished,
    label_axis,
    nothing_yet,
    row_label,
    sentence,
)
from workshopkit.analysis.experiments import level, series
from workshopkit.analysis.run_chart_drawing import run_chart
from workshopkit.analysis.tables import Row, pairs
from workshopkit.analysis.theme import Theme, theme_named
from workshopkit.analysis.words import Say, in_language, words_of

if TYPE_CHECKING:
    import altair as alt

View = Mapping[str, Any]

STATES = ("running", "adopt", "adapt", "abandon")
SIGNS = {"running": "…", "adopt": "+", "adapt": "△", "abandon": "−"}


def timeline_chart(view: View, *, lang: str = "en", theme: str = "light") -> alt.Chart:
    """When each experiment ran: from the start to the decision, or to the review that is due.

    The latest 15 that were started, the earliest on top; a sign and a word beside each colour.

    >>> timeline_chart(view, theme="dark")
    """
    colours, say = theme_named(theme), words_of(lang)
    title = in_language(view["title"], lang)
    ran = sorted(_spans(view), key=lambda span: (span["start"], span["end"]))
    if not ran:
        return nothing_yet(title, say("experiments.none"), colours)
    shown = ran[-TOP:]
    said = "; ".join(_said(span, say) for span in shown)
    rest = " " + say("more", n=len(ran) - len(shown)) if len(ran) > len(shown) else ""
    rows = [_bar(at, span, say) for at, span in enumerate(shown)]
    tallest = max(row["row"].count("\n") for row in rows)
    height = (tallest * LINE_HEIGHT + 20) * len(rows)
    return finished(
        _timeline(rows, colours, say), title, f"{sentence(title)}{said}.{rest}", height, colours
    )


def experiment_chart(
    view: View, experiment: str, *, lang: str = "en", theme: str = "light"
) -> alt.Chart:
    """The run chart of an experiment's readings by id: mean, limits, and when it is right."""
    say = words_of(lang)
    item = view["experiments"]["items"][experiment]
    readings = series(item)
    if not readings:
        return nothing_yet(item["title"], say("experiments.no_readings"), theme_named(theme))
    plan = item["plan"]
    criterion = plan.get("criterion", {})
    is_level = criterion.get("compare") == "level"
    return run_chart(
        [reading["date"] for reading in readings],
        [level(reading) for reading in readings],
        title=item["title"],
        unit=plan["measure"].get("unit", ""),
        share=plan["measure"]["form"] == "count",
        target=criterion["threshold"] if is_level else None,
        direction=criterion.get("direction", "at_least"),
        start=item.get("started"),
        lang=lang,
        theme=theme,
    )


def _spans(view: View) -> list[Row]:
    return [_span(item) for _, item in pairs(view["experiments"]) if "started" in item]


def _span(item: View) -> Row:
    decided = item["stage"] == "decided"
    return {
        "title": item["title"],
        "start": item["started"],
        "end": item["decision"]["on"] if decided else item["review"],
        "state": item["decision"]["choice"] if decided else "running",
    }


def _said(span: Row, say: Say) -> str:
    days = say("experiments.from_to").format(start=span["start"], end=span["end"])
    return f"{span['title']}: {say('experiments.' + span['state'])}, {days}"


def _bar(at: int, span: Row, say: Say) -> Row:
    return {
        "row": row_label(at, f"{SIGNS[span['state']]} {span['title']}"),
        "start": span["start"],
        "end": max(span["start"], span["end"]),
        "state": _state(span["state"], say),
    }


def _state(state: str, say: Say) -> str:
    return f"{SIGNS[state]} {say('experiments.' + state)}"


def _timeline(rows: list[Row], theme: Theme, say: Say) -> Any:
    alt = altair()
    colours = {
        "running": theme.act,
        "adopt": theme.keep,
        "adapt": theme.wonder,
        "abandon": theme.change,
    }
    domain = [_state(state, say) for state in STATES]
    axis = alt.Axis(
        title=None, labelColor=theme.quiet, labelFontSize=13, gridColor=theme.line, domain=False,
        ticks=False, format="%d %b %y", tickCount=5, labelOverlap=True,
    )  # fmt: skip
    scale = alt.Scale(domain=domain, range=[colours[state] for state in STATES])
    legend = alt.Legend(
        title=None, orient="top", labelColor=theme.ink, labelFontSize=14, symbolType="square"
    )
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(height=BAR_HEIGHT, cornerRadius=4)
        .encode(
            x=alt.X("start:T", axis=axis),
            x2="end:T",
            y=alt.Y("row:N", sort=None, title=None, axis=label_axis(theme)),
            color=alt.Color("state:N", scale=scale, legend=legend),
        )
    )
