"""DataFrames of a health check: what people say of each topic, now and over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.summary import Heading, Summary
from workshopkit.analysis.tables import COUNT, DATE, TEXT, Row, frame, pairs
from workshopkit.analysis.words import Say, in_language, words_of
from workshopkit.domain.checks import LIGHTS, TRENDS

if TYPE_CHECKING:
    import pandas as pd

View = Mapping[str, Any]

SIGNS: Mapping[str, str] = {
    "green": "✓",
    "amber": "~",
    "red": "!",
    "cannot_say": "?",
    "better": "↑",
    "same": "→",
    "worse": "↓",
}
"""The sign that stands beside each colour and trend."""
COLOURS = ("green", "amber", "red")
CHECKS = 4
"""How many checks stand side by side: the latest."""
COUNTS: dict[str, Any] = dict.fromkeys((*LIGHTS, *TRENDS), COUNT)


def health_table(view: View, *, lang: str = "en") -> pd.DataFrame:
    """What people said of each topic, one row each, the most worrying topic first.

    Empty until the results are shown. ``topic`` string, its id · ``title`` string · ``green``,
    ``amber``, ``red``, ``cannot_say`` Int64, people who said so · ``better``, ``same``,
    ``worse`` Int64, people who see it go that way · ``before`` datetime64[s], the day on which
    the team last looked at this topic, missing where it never did · ``before_green``,
    ``before_amber``, ``before_red`` Int64, people who said so then.

    >>> health_table(view).set_index("title")[["red", "before_red"]]
    """
    before = {f"before_{colour}": COUNT for colour in COLOURS}
    dtypes = {"topic": TEXT, "title": TEXT, **COUNTS, "before": DATE, **before}
    return frame((_row(view, *pair, lang) for pair in results(view)), dtypes)


def comments_table(view: View, *, lang: str = "en") -> pd.DataFrame:
    """What people wrote, one row each, by topic and in a random order within it.

    Empty until the results are shown. ``topic`` string, its id · ``title`` string · ``comment``
    string.

    >>> comments_table(view).groupby("title").size()
    """
    rows = (
        {"topic": topic, "title": title_of(view, topic, lang), "comment": comment}
        for topic, result in results(view)
        for comment in result.get("comments", ())
    )
    return frame(rows, {"topic": TEXT, "title": TEXT, "comment": TEXT})


def history_table(view: View, *, lang: str = "en") -> pd.DataFrame:
    """All health checks of the team, one row for each check and topic, the first check first.

    ``check`` Int64, from 1 · ``day`` datetime64[s], when it was first shown, in universal time ·
    ``own`` boolean, whether it is this check itself · ``workshop`` string, the id of the
    workshop that it was part of · ``answered`` Int64, people who answered · ``topic`` string,
    its id, the same from check to check · ``title`` string, as it was called then · ``green``,
    ``amber``, ``red``, ``cannot_say``, ``better``, ``same``, ``worse`` Int64.
    Not always the same people answer, so small changes mean little.

    >>> history_table(view).pivot_table("red", "title", "day")
    """
    dtypes: dict[str, Any] = {"check": COUNT, "day": DATE, "own": "boolean", "workshop": TEXT}
    dtypes |= {"answered": COUNT, "topic": TEXT, "title": TEXT, **COUNTS}
    return frame(_history_rows(view, lang), dtypes)


def health_summary(view: View, *, lang: str = "en") -> Summary:
    """How many said what of each topic, with the last time beside it."""
    say = words_of(lang)
    numbers = [Heading(signed(name, say), number=True) for name in (*LIGHTS, *TRENDS)]
    headings = [Heading(say("health.topic")), *numbers, Heading(say("health.before"))]
    rows = [_texts(view, *pair, say, lang) for pair in results(view)]
    nothing = say("answers.none" if "results" in view else "answers.private")
    title = in_language(view["title"], lang)
    return Summary(title, headings, rows, nothing, charted=bool(rows))


def history_summary(view: View, *, lang: str = "en") -> Summary:
    """How many said green, amber and red of each topic in the team's last checks, a column each."""
    say, checks = words_of(lang), last_checks(view)
    headings = [Heading(say("health.topic")), *(Heading(day) for day, _ in checks)]
    titles = {
        tally["topic"]: in_language(tally["title"], lang)
        for _, check in checks
        for tally in check["topics"]
    }
    said = [{each["topic"]: _lights(each) for each in check["topics"]} for _, check in checks]
    rows = [[title, *(each.get(topic, "") for each in said)] for topic, title in titles.items()]
    nothing, title = say("health.history.none"), in_language(view["title"], lang)
    return Summary(title, headings, rows, nothing, charted=bool(rows))


def last_checks(view: View) -> list[tuple[str, View]]:
    """The team's last four checks, each under its day; the second of a day says so."""
    checks = list(view.get("history", ()))[-CHECKS:]
    named = []
    for number, check in enumerate(checks):
        twice = sum(other["day"] == check["day"] for other in checks[:number])
        named.append((f"{check['day']} ({twice + 1})" if twice else check["day"], check))
    return named


def results(view: View) -> list[tuple[str, Row]]:
    """The topics with what was said of each; none while it is private, or nobody answered."""
    shown = view.get("results", {"answered": 0})
    return pairs(shown["topics"]) if shown["answered"] else []


def title_of(view: View, topic: str, lang: str) -> str:
    return in_language(view["topics"]["items"][topic]["title"], lang)


def signed(name: str, say: Say) -> str:
    """A colour or a trend in words, after its sign."""
    return f"{SIGNS[name]} {say(f'health.{name}')}"


def _row(view: View, topic: str, result: Row, lang: str) -> Row:
    row = {"topic": topic, "title": title_of(view, topic, lang)}
    row |= result["lights"] | result["trends"]
    if "before" in result:
        row["before"] = result["before"]["day"]
        row |= {f"before_{colour}": result["before"]["lights"][colour] for colour in COLOURS}
    return row


def _history_rows(view: View, lang: str) -> Iterator[Row]:
    for number, check in enumerate(view.get("history", ()), 1):
        for tally in check["topics"]:
            title = in_language(tally["title"], lang)
            about = {"topic": tally["topic"], "title": title}
            when = {name: check[name] for name in ("day", "own", "workshop", "answered")}
            yield {"check": number, **when, **about, **tally["lights"], **tally["trends"]}


def _texts(view: View, topic: str, result: Row, say: Say, lang: str) -> list[str]:
    counts = [str(n) for n in (*result["lights"].values(), *result["trends"].values())]
    return [title_of(view, topic, lang), *counts, _before(result)]


def _before(result: Row) -> str:
    """As ``✓ 3  ~ 1  ! 0 (2026-11-04)``; nothing where there was no time before."""
    if "before" not in result:
        return ""
    return f"{_lights(result['before'])} ({result['before']['day']})"


def _lights(counts: View) -> str:
    return "  ".join(f"{SIGNS[colour]} {counts['lights'][colour]}" for colour in COLOURS)
