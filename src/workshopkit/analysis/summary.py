"""Results as people read them: a table of plain texts, under a heading of its own.

A summary has what one screen shows; the DataFrames of `tables` have everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.tables import actions_table, cards_table, poll_table, votes_table
from workshopkit.analysis.theme import SIGNS
from workshopkit.analysis.words import in_language, words_of

if TYPE_CHECKING:
    import pandas as pd

View = Mapping[str, Any]


@dataclass(frozen=True)
class Heading:
    """The head of a column."""

    text: str
    number: bool = False
    """Whether what stands below is numbers, set to the right."""


@dataclass(frozen=True)
class Summary:
    """A table for reading."""

    caption: str
    headings: Sequence[Heading]
    rows: Sequence[Sequence[str]]
    empty: str
    """What to say where there are no rows."""
    charted: bool = False
    """Whether there is something to draw as well."""

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON values."""
        return asdict(self)


def retro_summary(view: View, *, lang: str = "en") -> Summary:
    """The dots once they are counted; before, the cards that are revealed."""
    say = words_of(lang)
    caption = in_language(view["title"], lang)
    if "tallies" in view:
        headings = [Heading(say("topic")), Heading(say("column"))]
        headings += [Heading(say(key), number=True) for key in ("cards", "dots", "people")]
        votes = _signed(votes_table(view, lang=lang))
        rows = _texts(votes, ["text", "column", "cards", "votes", "voters"])
        return Summary(caption, headings, rows, say("cards.none"), charted=bool(rows))
    cards = _signed(cards_table(view, lang=lang))
    headings = [Heading(say(key)) for key in ("card", "column", "group")]
    rows = _texts(cards, ["text", "column", "group_title"])
    return Summary(caption, headings, rows, say("cards.none"))


def poll_summary(view: View, *, lang: str = "en") -> Summary:
    """How many gave each answer, once the results are shown."""
    say = words_of(lang)
    answers = poll_table(view, lang=lang)
    answers["percent"] = [f"{share:.0%}" for share in answers["share"]]
    numbers = ("people", "share.people") if view["form"] == "several" else ("answers", "share")
    headings = [Heading(say("answer")), *(Heading(say(key), number=True) for key in numbers)]
    rows = _texts(answers, ["label", "answers", "percent"])
    nothing = say("answers.none" if "results" in view else "answers.private")
    return Summary(in_language(view["question"], lang), headings, rows, nothing, bool(rows))


def actions_summary(view: View, *, lang: str = "en") -> Summary:
    """What the team will do and keep doing, from the view of the whole workshop.

    What goes on from earlier workshops comes first.
    """
    say = words_of(lang)
    actions = actions_table({"actions": _with_carried(view)})
    actions["day"] = actions["due"].dt.strftime("%Y-%m-%d")
    actions["kind"] = [say(f"actions.kind.{kind}") for kind in actions["kind"]]
    headings = [Heading(say(key)) for key in ("action", "actions.kind", "who", "by")]
    headings += [Heading(say("actions.likely"), number=True), Heading(say("topic"))]
    rows = _texts(actions, ["text", "kind", "owner", "day", "likely", "about"])
    return Summary(say("actions"), headings, rows, say("actions.none"))


def _with_carried(view: View) -> View:
    lists = [view.get("carried", {"order": [], "items": {}}), view["actions"]]
    order = [key for each in lists for key in each["order"]]
    return {"order": order, "items": {**lists[0]["items"], **lists[1]["items"]}}


def _signed(table: pd.DataFrame) -> pd.DataFrame:
    """The same with the sign of its kind before each column's title."""
    pairs = zip(table["kind"], table["column"], strict=True)
    return table.assign(column=[f"{SIGNS[kind]} {column}" for kind, column in pairs])


def _texts(table: pd.DataFrame, columns: list[str]) -> list[list[str]]:
    chosen = table[columns].astype("string[python]").fillna("")
    return [[str(cell) for cell in row] for row in chosen.to_numpy()]
