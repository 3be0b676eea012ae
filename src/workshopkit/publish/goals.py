"""A goal map in a record: what serves what, and each round of ratings that was shown."""

from __future__ import annotations

from collections.abc import Iterator

from workshopkit.analysis.goals import (
    agreement_table,
    items_table,
    last_round,
    links_table,
    question_titles,
    rated,
    ratings_table,
)
from workshopkit.analysis.goals_charts import goals_chart
from workshopkit.analysis.goals_map import map_chart
from workshopkit.analysis.goals_sight import sight_table
from workshopkit.analysis.goals_summary import agreement_summary, items_summary, sight_summary
from workshopkit.analysis.summary import Heading, Summary
from workshopkit.analysis.tables import View
from workshopkit.analysis.words import Say, in_language, words_of
from workshopkit.publish.part import Part, Table


def goals_part(view: View, lang: str) -> Part:
    """The map, every frozen round, perspectives where they are shown, and the line of sight."""
    say = words_of(lang)
    tables = [*_map(view, lang, say), *_rounds(view, lang, say), *_perspectives(view, lang, say)]
    return Part(in_language(view["title"], lang), tuple(_said(view, say)), tables)


def _map(view: View, lang: str, say: Say) -> Iterator[Table]:
    drawn = bool(view["items"]["order"])
    draw = (lambda theme: map_chart(view, lang=lang, theme=theme)) if drawn else None
    items = Table("items", items_summary(view, lang=lang), items_table(view), draw)
    yield items.called(say("goals.item"))
    yield Table("links", _links(view, say), links_table(view))
    sight = Table("sight", sight_summary(view, lang=lang), sight_table(view))
    yield sight.called(say("goals.found"))


def _links(view: View, say: Say) -> Summary:
    items = view["items"]["items"]
    links = (view["links"]["items"][key] for key in view["links"]["order"])
    rows = [[items[link[end]]["text"] for end in ("child", "parent")] for link in links]
    headings = [Heading(say("record.goals.child")), Heading(say("record.goals.parent"))]
    return Summary(say("record.goals.links"), headings, rows, say("record.goals.links.none"))


def _rounds(view: View, lang: str, say: Say) -> Iterator[Table]:
    """Each round; the last one, where people ended up, with a picture."""
    everything = agreement_table(view)
    for frozen in view.get("rounds", ()):
        number = frozen["round"]
        draw = None
        if number == last_round(view) and frozen["raters"]:
            draw = lambda theme: goals_chart(view, lang=lang, theme=theme)  # noqa: E731
        reading = agreement_summary(view, round=number, lang=lang)
        data = everything[everything["round"] == number]
        named = f"{say('goals.agreement')} – {say('goals.round', n=number)}"
        yield Table(f"agreement-{number}", reading, data, draw).called(named)


def _perspectives(view: View, lang: str, say: Say) -> Iterator[Table]:
    """What each perspective answered, where it is shown apart; everybody is in the rounds."""
    if "rounds" in view:
        reading, data = _by_perspective(view, lang, say), ratings_table(view)
        yield Table("ratings", reading, data)


def _by_perspective(view: View, lang: str, say: Say) -> Summary:
    titles = question_titles(view, lang)
    headings = [Heading(say(f"goals.{key}")) for key in ("goal", "question")]
    headings += [Heading(say("record.goals.round"), True), Heading(say("record.goals.perspective"))]
    headings += [Heading(f"{n}", number=True) for n in range(1, 6)]
    headings += [Heading(say("goals.unsure"), number=True)]
    rows = [
        [each.text, titles[each.question], str(each.round), name]
        + [str(n) for n in (*part["counts"], part["cannot_say"])]
        for each in rated(view)
        for name, part in sorted(each.cell.get("by", {}).items())
    ]
    return Summary(say("record.goals.apart"), headings, rows, say("record.goals.apart.none"))


def _said(view: View, say: Say) -> Iterator[str]:
    if view["hidden"]:
        yield say("record.goals.hidden", n=view["hidden"])
    if "rounds" not in view:
        yield say("goals.private")
    for frozen in view.get("rounds", ()):
        named = say("goals.round", n=frozen["round"])
        yield f"{named[0].upper()}{named[1:]}: {say('record.goals.rated', n=frozen['raters'])}"
