"""A poll in a record: the answers of the last round that was shown."""

from __future__ import annotations

from workshopkit.analysis.charts import poll_chart
from workshopkit.analysis.summary import poll_summary
from workshopkit.analysis.tables import View, poll_table
from workshopkit.analysis.words import in_language, words_of
from workshopkit.publish.part import Part, Table


def poll_part(view: View, lang: str) -> Part:
    """How many gave each answer, once that was shown."""
    say = words_of(lang)
    answered = view["results"]["answered"] if "results" in view else view["answered"]
    reading, data = poll_summary(view, lang=lang), poll_table(view, lang=lang)
    draw = (lambda theme: poll_chart(view, lang=lang, theme=theme)) if reading.charted else None
    return Part(
        in_language(view["title"], lang),
        (say("record.poll.answered", n=answered),),
        [Table("answers", reading, data, draw)],
    )
