"""A goal map as people read it: how far they agree, the line of sight, what to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.goals import (
    Rated,
    gaps,
    last_round,
    question_titles,
    rated,
    shown_perspectives,
)
from workshopkit.analysis.goals_export import measured
from workshopkit.analysis.goals_sight import sight_rows
from workshopkit.analysis.summary import Heading, Summary
from workshopkit.analysis.tables import TEXT, Row, categories, frame, pairs
from workshopkit.analysis.words import Say, in_language, words_of

if TYPE_CHECKING:
    import pandas as pd

View = Mapping[str, Any]

CONVERSATIONS = ("mixed", "gap", "unserved")
DETAILS = ("owner", "measure", "assumption")
MATTERS = "matters"
"""The question that says which goal without work to talk about first, where it is asked."""


def agreement_summary(view: View, *, round: int | None = None, lang: str = "en") -> Summary:
    """What people answered in the last round that is shown or in `round`, most mixed first."""
    say, titles = words_of(lang), question_titles(view, lang)
    caption = in_language(view["title"], lang)
    chosen = last_round(view) if round is None else round
    headings = [Heading(say("goals.goal")), Heading(say("goals.question"))]
    headings += [Heading(f"{n}", number=True) for n in range(1, 6)]
    counted = ("unsure", "median", "agreement")
    headings += [Heading(say(f"goals.{key}"), number=True) for key in counted]
    if chosen is None:
        return Summary(caption, headings, [], say("goals.private"))
    rows = [_rated_texts(each, titles) for each in rated(view, round=chosen)]
    named = f"{caption} – {say('goals.round', n=chosen)}"
    return Summary(named, headings, rows, say("answers.none"), charted=bool(rows))


def items_summary(view: View, *, lang: str = "en") -> Summary:
    """What is on the map, in its order: the level, the words, and what else is known."""
    say = words_of(lang)
    headings = [Heading(say(f"goals.{key}")) for key in ("level", "item")]
    headings += [Heading(say(f"goals.{key}").capitalize()) for key in DETAILS]
    rows = [
        [say(f"goals.level.{item['level']}"), item["text"], *_details(item)]
        for _, item in pairs(view["items"])
    ]
    return Summary(in_language(view["title"], lang), headings, rows, say("goals.empty"))


def sight_summary(view: View, *, lang: str = "en") -> Summary:
    """What the links say: goals without work, work without a goal, what is assumed."""
    say = words_of(lang)
    headings = [Heading(say(f"goals.{key}")) for key in ("item", "level", "found")]
    rows = [
        [row["text"], say(f"goals.level.{row['level']}"), _found(view, row, say)]
        for row in sight_rows(view)
        if row.get("share") != 0  # That no work serves it is said already.
    ]
    drawn = bool(view["items"]["order"])
    empty = say("goals.sight.none" if drawn else "goals.empty")
    return Summary(in_language(view["title"], lang), headings, rows, empty, charted=drawn)


def conversations_summary(view: View, *, lang: str = "en") -> Summary:
    """The three conversations worth having, as far as there is something to talk about."""
    say = words_of(lang)
    headings = [Heading(say(f"goals.{key}")) for key in ("conversation", "goal", "why")]
    rows = [
        [say(f"goals.conversation.{row['conversation']}"), row["text"], row["why"]]
        for row in conversations(view, lang=lang)
    ]
    return Summary(say("goals.conversations"), headings, rows, say("goals.conversations.none"))


def conversations_table(view: View, *, lang: str = "en") -> pd.DataFrame:
    """The conversations worth having, at most three rows.

    ``conversation`` category: mixed, the goal that people see most differently · gap, the goal
    with the widest gap between two perspectives · unserved, a goal that no work serves, the one
    that matters most to people. ``goal`` string, the id · ``text`` string · ``why`` string.

    >>> conversations_table(view)[["text", "why"]]
    """
    dtypes = {
        "conversation": categories(CONVERSATIONS),
        "goal": TEXT,
        "text": TEXT,
        "why": TEXT,
    }
    return frame(conversations(view, lang=lang), dtypes)


def conversations(view: View, *, lang: str = "en") -> Iterator[Row]:
    """The rows of `conversations_table`."""
    yield from _most_mixed(view, lang)
    yield from _widest_gap(view, lang)
    yield from _unserved(view, lang)


def _details(item: View) -> list[str]:
    said = {"measure": measured(item.get("measure") or {})}
    return [said.get(key) or item.get(key) or "" for key in DETAILS]


def _rated_texts(each: Rated, titles: Mapping[str, str]) -> list[str]:
    cell = each.cell
    counts = [*each.counts, cell["cannot_say"]]
    median = f"{cell['median']:g}" if "median" in cell else ""
    agreement = f"{cell['agreement']:.2f}" if "agreement" in cell else ""
    return [each.text, titles[each.question], *map(str, counts), median, agreement]


def _found(view: View, row: Row, say: Say) -> str:
    """What is found, in words: the assumption itself, the share in percent."""
    match row["finding"]:
        case "share":
            return f"{say('goals.share')}: {row['share']:.0%}"
        case "assumption":
            assumed = view["items"]["items"][row["item"]]["assumption"]
            return f"{say('goals.assumption')}: {assumed}"
    return say(f"goals.{row['finding']}")


def _most_mixed(view: View, lang: str) -> Iterator[Row]:
    mixed = [each for each in rated(view, round=last_round(view)) if _is_mixed(each)]
    first = [each for each in mixed if each.goal == mixed[0].goal]
    if first:
        found = min(first, key=lambda each: float(each.cell["agreement"]))
        yield _conversation("mixed", found.goal, found.text, _how_rated(found, view, lang))


def _is_mixed(each: Rated) -> bool:
    return float(each.cell.get("agreement", 1)) < 1


def _widest_gap(view: View, lang: str) -> Iterator[Row]:
    found = [
        row | {"a": a, "b": b}
        for a, b in combinations(shown_perspectives(view), 2)
        for row in gaps(view, a, b)
        if row["delta"]
    ]
    if found:
        widest = max(found, key=lambda row: abs(row["delta"]))
        asked = question_titles(view, lang)[widest["question"]]
        sides = "; ".join(
            f"{widest[side]}: {', '.join(map(str, widest[f'counts_{side}']))}" for side in "ab"
        )
        why = f"{asked}. {words_of(lang)('goals.reading')} {sides}"
        yield _conversation("gap", widest["goal"], widest["text"], why)


def _unserved(view: View, lang: str) -> Iterator[Row]:
    unserved = view["sight"]["unserved"]
    if unserved:
        chosen = rated(view, round=last_round(view))
        matters = {each.goal: each for each in chosen if each.question == MATTERS}
        goal = max(unserved, key=lambda id_: _median(matters.get(id_)))
        text = view["items"]["items"][goal]["text"]
        yield _conversation("unserved", goal, text, _how_rated(matters.get(goal), view, lang))


def _median(each: Rated | None) -> float:
    return float(each.cell.get("median", 0)) if each else 0


def _how_rated(each: Rated | None, view: View, lang: str) -> str:
    """The question and how many gave each answer; nothing where it was not asked yet."""
    if each is None:
        return ""
    asked = question_titles(view, lang)[each.question]
    return f"{asked}. {words_of(lang)('goals.reading')} {', '.join(map(str, each.counts))}"


def _conversation(kind: str, goal: str, text: str, why: str) -> Row:
    return {"conversation": kind, "goal": goal, "text": text, "why": why}
