"""A retro board in a record: what people voted for, and every card that was revealed."""

from __future__ import annotations

from collections.abc import Iterator

from workshopkit.analysis.charts import retro_chart
from workshopkit.analysis.summary import cards_summary, votes_summary
from workshopkit.analysis.tables import View, cards_table, votes_table
from workshopkit.analysis.words import Say, in_language, words_of
from workshopkit.publish.part import Part, Table


def retro_part(view: View, lang: str) -> Part:
    """The dots once they are counted, and the cards."""
    say = words_of(lang)
    cards = Table("cards", cards_summary(view, lang=lang), cards_table(view, lang=lang))
    tables = [cards.called(say("cards"))]
    if "tallies" in view:
        tables.insert(0, _dots(view, lang).called(say("dots")))
    return Part(in_language(view["title"], lang), tuple(_said(view, say)), tables)


def _dots(view: View, lang: str) -> Table:
    reading, data = votes_summary(view, lang=lang), votes_table(view, lang=lang)
    if not data["votes"].sum():
        return Table("dots", reading, data)
    return Table("dots", reading, data, lambda theme: retro_chart(view, lang=lang, theme=theme))


def _said(view: View, say: Say) -> Iterator[str]:
    yield say("record.retro.cards", n=len(view["cards"]["order"]))
    if view["hidden"]:
        yield say("record.retro.hidden", n=view["hidden"])
    if "tallies" in view:
        yield say("record.retro.voted", n=view["voted"])
