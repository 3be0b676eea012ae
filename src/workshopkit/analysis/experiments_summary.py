"""Experiments as people read them: the verdict in words, and the interval that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshopkit.analysis.charts import sentence
from workshopkit.analysis.experiments import level, series, verdict_rows
from workshopkit.analysis.run_chart import reading_in_words
from workshopkit.analysis.summary import Heading, Summary
from workshopkit.analysis.tables import Row
from workshopkit.analysis.words import Say, in_language, words_of

View = Mapping[str, Any]

COLUMNS = ("title", "threshold", "interval", "verdict", "readings", "decision")


def verdicts_summary(view: View, *, lang: str = "en") -> Summary:
    """What the readings say of each experiment that was started or decided."""
    say = words_of(lang)
    headings = [Heading(say(f"experiments.{key}"), key == "readings") for key in COLUMNS]
    rows = [_texts(view, row, say) for row in verdict_rows(view)]
    caption = in_language(view["title"], lang)
    return Summary(caption, headings, rows, say("experiments.none"), charted=bool(rows))


def readings_summary(view: View, experiment: str, *, lang: str = "en") -> Summary:
    """The readings of one experiment's measure by day, under what they say in plain words."""
    say, item = words_of(lang), view["experiments"]["items"][experiment]
    plan, readings = item.get("plan", {}), series(item)
    headings = [Heading(say("experiments.day")), Heading(say("experiments.reading"), number=True)]
    rows = [[reading["date"], _reading(reading, plan)] for reading in readings]
    days, levels = [r["date"] for r in readings], list(map(level, readings))
    said = reading_in_words(days, levels, lang=lang)[0] if readings else ""
    caption = f"{sentence(item['title'])}{said}".strip() if said else item["title"]
    return Summary(caption, headings, rows, say("experiments.no_readings"), charted=bool(rows))


def number(value: float, plan: View) -> str:
    """A level in the measure's own terms: a share in percent, a value with its unit."""
    measure = plan.get("measure", {})
    if measure.get("form") == "count":
        return f"{100 * value:.3g} %"
    return f"{value:.4g} {measure.get('unit', '')}".strip()


def bound(plan: View, say: Say) -> str:
    """When the team is right, in short."""
    criterion = plan.get("criterion")
    if criterion is None:
        return ""
    level = number(criterion["threshold"], plan)
    return say(f"experiments.{criterion['direction']}").format(x=level)


def _texts(view: View, row: Row, say: Say) -> list[str]:
    plan = view["experiments"]["items"][row["experiment"]].get("plan", {})
    decision = row["decision"]
    return [
        row["title"],
        bound(plan, say),
        _interval(row, plan, say),
        _verdict(row, say),
        _readings(row, say),
        say(f"experiments.{decision}") if decision else "",
    ]


def _reading(reading: Row, plan: View) -> str:
    """A value; a count with its share."""
    if "of" not in reading:
        return number(reading["value"], plan)
    counted = f"{reading['value']:g} / {reading['of']}"
    return f"{counted} ({number(level(reading), plan)})" if reading["of"] else counted


def _interval(row: Row, plan: View, say: Say) -> str:
    if "low" not in row:
        return ""
    low, high = number(row["low"], plan), number(row["high"], plan)
    return say("experiments.between").format(low=low, high=high)


def _verdict(row: Row, say: Say) -> str:
    said = [row["verdict"], *(key for key in ("so_far", "stopped_early") if row[key])]
    return ", ".join(say(f"experiments.{key}") for key in said if key)


def _readings(row: Row, say: Say) -> str:
    if row["planned"] is None:
        return str(row["readings"] or "")
    return say("experiments.of_planned").format(n=row["readings"], planned=row["planned"])
