"""An action review in a record: how each action went, what people wrote, what was decided."""

from __future__ import annotations

from workshopkit.analysis.reviews import notes_table, review_summary, review_table
from workshopkit.analysis.tables import View, pairs
from workshopkit.analysis.words import Say, in_language, words_of
from workshopkit.publish.part import Part, Table, summary


def action_review_part(view: View, lang: str) -> Part:
    """What was decided and, once it was shown, what people thought of it."""
    say = words_of(lang)
    reading = review_summary(view, lang=lang)
    tables = [Table("review", reading, review_table(view))]
    if "notes" in view:
        tables.append(_notes(view, say))
    if before := _before(view):
        headings = [say("action"), say("topic"), say("review.outcome")]
        known = summary(say("record.review.before"), headings, before, say)
        tables.append(Table("before", known, review_table(view)[["action", "text", "about"]]))
    said = (say("record.review.looked", n=view["looked"]),)
    return Part(in_language(view["title"], lang), said, tables)


def _notes(view: View, say: Say) -> Table:
    data = notes_table(view)
    rows = [[str(text), str(note)] for text, note in data[["text", "note"]].to_numpy()]
    headings = [say("action"), say("record.experiments.note")]
    return Table("notes", summary(say("record.review.notes"), headings, rows, say), data)


def _before(view: View) -> list[list[str]]:
    """Where actions came from, and what earlier reviews said of them."""
    rows = [
        [item["text"], item.get("about", ""), item.get("last_outcome", "")]
        for _, item in pairs(view["actions"])
    ]
    return [row for row in rows if any(row[1:])]
