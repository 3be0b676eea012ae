"""The team's experiments in a record: their cards, what the readings say, what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workshopkit.analysis.experiments import experiments_table, readings_table, verdicts_table
from workshopkit.analysis.experiments_charts import experiment_chart, timeline_chart
from workshopkit.analysis.experiments_summary import bound, number, verdicts_summary
from workshopkit.analysis.summary import Summary
from workshopkit.analysis.tables import TEXT, View, frame, pairs
from workshopkit.analysis.words import Say, in_language, words_of
from workshopkit.publish.part import Day, Part, Table, summary

STARTED = ("running", "review")
LEARNED = ("believed", "observed", "learned", "therefore")
GOVERNED = ("approved_by", "risks", "personal_data", "stop_if")
OPINIONS = {"cannot_say": "goals.unsure"}
"""What is worded elsewhere."""


def experiments_part(view: View, lang: str) -> Part:
    """What was tried, how each trial went, and all that the cards say."""
    say = words_of(lang)
    tables = [
        _experiments(view, say),
        _verdicts(view, lang, say),
        *_readings(view, lang, say),
        _cards(view, say),
        *_opinions(view, say),
    ]
    return Part(in_language(view["title"], lang), (), tables, _reviews(view, say))


def _experiments(view: View, say: Say) -> Table:
    rows = [
        [item["title"], say(f"record.experiments.{item['stage']}"), item.get("owner", "")]
        for _, item in pairs(view["experiments"])
    ]
    headings = [say("experiments.title"), say("record.experiments.stage"), say("who")]
    reading = summary(say("record.experiments.all"), headings, rows, say)
    return Table("experiments", reading, experiments_table(view))


def _verdicts(view: View, lang: str, say: Say) -> Table:
    reading, data = verdicts_summary(view, lang=lang), verdicts_table(view)
    draw = (lambda theme: timeline_chart(view, lang=lang, theme=theme)) if reading.charted else None
    return Table("verdicts", reading, data, draw).called(say("experiments.verdict"))


def _readings(view: View, lang: str, say: Say) -> Iterator[Table]:
    """The readings of each experiment that has any, with its run chart."""
    for place, (id_, item) in enumerate(pairs(view["experiments"]), 1):
        if item.get("readings", {}).get("order"):
            caption = f"{say('experiments.readings')} – {item['title']}"
            yield Table(
                f"readings-{place}",
                _read(caption, item, say),
                readings_table(view, id_),
                lambda theme, id_=id_: experiment_chart(view, id_, lang=lang, theme=theme),  # type: ignore[misc]
            )


def _read(caption: str, item: View, say: Say) -> Summary:
    """Every reading by day; what a guardrail was read at says which."""
    rails = {rail["id"]: rail["name"] for rail in item["plan"].get("guardrails", ())}
    read = sorted((each for _, each in pairs(item["readings"])), key=lambda each: each["date"])
    rows = [
        [each["date"], _level(item["plan"], each), rails.get(each.get("guardrail", ""), "")]
        for each in read
    ]
    headings = [say(f"record.experiments.{key}") for key in ("day", "reading", "of")]
    shown = len(headings) if any(row[-1] for row in rows) else -1
    return summary(caption, headings[:shown], [row[:shown] for row in rows], say)


def _level(plan: View, reading: View) -> str:
    if "of" in reading:
        return f"{reading['value']:g} / {reading['of']}"
    own = "guardrail" not in reading
    return number(reading["value"], plan) if own else f"{reading['value']:g}"


def _cards(view: View, say: Say) -> Table:
    """All that the cards say, one row for each thing that is said."""
    rows = [
        [item["title"], name, text]
        for _, item in pairs(view["experiments"])
        for name, text in _said(item, say)
        if text
    ]
    headings = [say("experiments.title"), say("record.fact"), say("record.experiments.said")]
    reading = summary(say("record.experiments.cards"), headings, rows, say)
    columns = ("experiment", "fact", "text")
    data = frame(
        [dict(zip(columns, row, strict=True)) for row in rows], dict.fromkeys(columns, TEXT)
    )
    return Table("cards", reading, data)


def _said(item: View, say: Say) -> Iterator[tuple[str, str]]:
    yield from _planned(item.get("plan", {"belief": item.get("belief", "")}), say)
    for key in ("serves", "about"):
        yield say(f"record.experiments.{key}"), item.get(key, "")
    for key in GOVERNED:
        yield say(f"record.experiments.{key}"), item.get("governance", {}).get(key, "")
    for version in item.get("versions", ())[1:]:
        yield say("record.experiments.reason"), f"{version['on']}: {version.get('reason', '')}"
    for version in item.get("versions", ())[:-1]:
        before = say("record.experiments.before")
        yield from ((f"{name} ({before})", text) for name, text in _planned(version["plan"], say))
    for decision in item.get("decisions", ()):
        choice = say(f"experiments.{decision['choice']}")
        yield say("experiments.decision"), f"{decision['on']}: {choice}"
        learned: Mapping[str, Any] = decision.get("learning", {})
        for key in LEARNED:
            yield say(f"record.experiments.{key}"), learned.get(key, "")


def _planned(plan: View, say: Say) -> Iterator[tuple[str, str]]:
    """What a test card says."""
    yield say("record.experiments.belief"), plan.get("belief", "")
    yield say("record.experiments.test"), plan.get("test", "")
    measure = plan.get("measure", {})
    yield (
        say("record.experiments.measure"),
        " ".join(filter(None, (measure.get("name"), measure.get("unit")))),
    )
    yield say("experiments.threshold"), bound(plan, say)
    for rail in plan.get("guardrails", ()):
        level = say(f"experiments.{rail.get('direction', 'at_most')}").format(
            x=f"{rail['limit']:g} {rail.get('unit', '')}".strip()
        )
        yield say("record.experiments.guardrail"), f"{rail['name']}: {level}"


def _opinions(view: View, say: Say) -> Iterator[Table]:
    """What people expected and voted of the experiment that was looked at, once that was shown."""
    if "expectations" in view:
        yield _counted("expected", view["expectations"]["counts"], say)
        notes = [[note] for note in view["expectations"].get("notes", ())]
        if notes:
            yield _plain_table("notes", [say("record.experiments.note")], notes, say)
    if "votes" in view:
        yield _counted("votes", view["votes"], say)


def _counted(name: str, counts: Mapping[str, int], say: Say) -> Table:
    rows = [[say(OPINIONS.get(key, f"experiments.{key}")), str(n)] for key, n in counts.items()]
    return _plain_table(name, [say("answer"), say("answers")], rows, say)


def _plain_table(name: str, headings: list[str], rows: list[list[str]], say: Say) -> Table:
    reading = summary(say(f"record.experiments.{name}"), headings, rows, say)
    columns = ["text", "people"][: len(headings)]
    data = frame(
        [dict(zip(columns, row, strict=True)) for row in rows], dict.fromkeys(columns, TEXT)
    )
    return Table(name, reading, data)


def _reviews(view: View, say: Say) -> list[Day]:
    """When those that run are to be looked at."""
    review = say("record.experiments.review")
    return [
        Day(f"review-{id_}", item["review"], f"{review}: {item['title']}")
        for id_, item in pairs(view["experiments"])
        if item["stage"] in STARTED and item.get("review")
    ]
