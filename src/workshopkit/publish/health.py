"""A health check in a record: what people said of each topic, and what they wrote."""

from __future__ import annotations

from workshopkit.analysis.health import comments_table, health_summary, health_table
from workshopkit.analysis.health_charts import health_chart
from workshopkit.analysis.tables import View
from workshopkit.analysis.words import Say, in_language, words_of
from workshopkit.publish.part import Part, Table, summary


def health_part(view: View, lang: str) -> Part:
    """The colours and trends once they are shown, with the last time beside them."""
    say = words_of(lang)
    answered = view["results"]["answered"] if "results" in view else view["answered"]
    reading, data = health_summary(view, lang=lang), health_table(view, lang=lang)
    draw = (lambda theme: health_chart(view, lang=lang, theme=theme)) if reading.rows else None
    tables = [Table("health", reading, data, draw)]
    comments = _comments(view, lang, say)
    if comments.reading.rows:
        tables.append(comments)
    title = in_language(view["title"], lang)
    return Part(title, (say("record.poll.answered", n=answered),), tables)


def _comments(view: View, lang: str, say: Say) -> Table:
    data = comments_table(view, lang=lang)
    rows = [[str(title), str(text)] for title, text in data[["title", "comment"]].to_numpy()]
    headings = [say("health.topic"), say("record.experiments.note")]
    return Table("comments", summary(say("record.review.notes"), headings, rows, say), data)
