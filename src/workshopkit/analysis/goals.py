"""DataFrames of a goal map, made from the view of a role.

The view has frozen rounds only, and a perspective only where enough people share it: so
has every table. Columns and dtypes are the same when there are no rows yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshopkit.analysis.agreement import permutation_p
from workshopkit.analysis.tables import COUNT, SHARE, TEXT, Row, View, categories, frame, pairs
from workshopkit.analysis.words import in_language
from workshopkit.domain.agreement import cliffs_delta, median, polarisation

if TYPE_CHECKING:
    import pandas as pd

LEVELS = ("vision", "goal", "outcome", "work")
STEPS = ("1", "2", "3", "4", "5")
ANSWERS = (*STEPS, "cannot_say")
FLAG = "boolean"


@dataclass(frozen=True)
class Rated:
    """What people answered to one question about one goal, in one frozen round."""

    round: int
    goal: str
    text: str
    question: str
    cell: View

    @property
    def counts(self) -> list[int]:
        """People by answer, from 1 to 5."""
        return list(self.cell["counts"])

    def of(self, perspective: str) -> list[int] | None:
        """The same of one perspective; None where it is not shown or nobody answered."""
        counts = self.cell.get("by", {}).get(perspective, {}).get("counts", [])
        return list(counts) if sum(counts) else None

    def row(self) -> Row:
        return {key: getattr(self, key) for key in ("round", "goal", "text", "question")}


def rated(view: View, *, round: int | None = None) -> Iterator[Rated]:
    """Every cell of the frozen rounds, or of one, the goal most mixed first."""
    items = view["items"]["items"]
    for frozen in view.get("rounds", ()):
        if round not in (None, frozen["round"]):
            continue
        for goal in frozen["order"]:
            cells = frozen["goals"].get(goal, {})
            for question in view["questions"]["order"]:
                if goal in items and question in cells:
                    text = items[goal]["text"]
                    yield Rated(frozen["round"], goal, text, question, cells[question])


def last_round(view: View) -> int | None:
    """The number of the last round that is shown; None where none is."""
    rounds = view.get("rounds", ())
    return rounds[-1]["round"] if rounds else None


def shown_perspectives(view: View) -> list[str]:
    """The perspectives that are shown apart anywhere, sorted."""
    return sorted({name for each in rated(view) for name in each.cell.get("by", {})})


def items_table(view: View) -> pd.DataFrame:
    """What is on the map and everyone may see, one row each, in the map's order.

    ``item`` string, the id · ``level`` category (vision, goal, outcome, work) · ``text``
    string · ``owner`` string, as written · ``measure`` string, its name · ``unit`` string ·
    ``baseline`` Float64 · ``target`` Float64 · ``assumption`` string · ``like_output``
    boolean, whether a goal reads like something to deliver. What was left out is missing.

    >>> items_table(view).query("level == 'goal'")
    """
    dtypes = {
        "item": TEXT,
        "level": categories(LEVELS),
        "text": TEXT,
        "owner": TEXT,
        "measure": TEXT,
        "unit": TEXT,
        "baseline": SHARE,
        "target": SHARE,
        "assumption": TEXT,
        "like_output": FLAG,
    }
    return frame((_item_row(id_, item) for id_, item in pairs(view["items"])), dtypes)


def links_table(view: View) -> pd.DataFrame:
    """What serves what, one row for each link.

    ``child`` string, the id of what serves · ``child_text`` string · ``child_level``
    category · ``parent`` string, the id of what is served · ``parent_text`` string ·
    ``parent_level`` category.

    >>> links_table(view).groupby("parent_text").size()
    """
    dtypes = {
        f"{end}{part}": dtype
        for end in ("child", "parent")
        for part, dtype in (("", TEXT), ("_text", TEXT), ("_level", categories(LEVELS)))
    }
    items = view["items"]["items"]
    return frame((_link_row(items, link) for _, link in pairs(view["links"])), dtypes)


def ratings_table(view: View) -> pd.DataFrame:
    """How many gave each answer, in the rounds that are revealed.

    ``round`` Int64 · ``goal`` string, the id · ``text`` string · ``question`` category, its
    id · ``perspective`` category, missing in the rows of everybody together · ``answer``
    category (1 to 5, cannot_say) · ``people`` Int64. A perspective has rows only where
    enough people share it; they are among everybody too, so add up the one or the other.

    >>> ratings_table(view).query("perspective.isna()")
    """
    dtypes = {
        "round": COUNT,
        "goal": TEXT,
        "text": TEXT,
        "question": categories(view["questions"]["order"]),
        "perspective": categories(shown_perspectives(view)),
        "answer": categories(ANSWERS),
        "people": COUNT,
    }
    return frame((row for each in rated(view) for row in _answer_rows(each)), dtypes)


def agreement_table(view: View) -> pd.DataFrame:
    """How far people agree, one row for each round, goal and question, most mixed first.

    ``round`` Int64 · ``goal`` string, the id · ``text`` string · ``question`` category, its
    id · ``raters`` Int64, who answered from 1 to 5 · ``cannot_say`` Int64 · ``median``
    Float64 · ``iqr`` Float64 · ``agreement`` Float64, van der Eijk's A from -1 (two camps)
    over 0 (evenly spread) to 1 (all the same) · ``polarisation`` Float64, (1 - A) / 2 ·
    ``consensus`` Float64, after Tastle and Wierman, from 0 to 1. Where nobody answered from
    1 to 5, the statistics are missing.

    >>> agreement_table(view).query("round == 1").nsmallest(3, "agreement")
    """
    dtypes = {
        "round": COUNT,
        "goal": TEXT,
        "text": TEXT,
        "question": categories(view["questions"]["order"]),
        "raters": COUNT,
        "cannot_say": COUNT,
        "median": SHARE,
        "iqr": SHARE,
        "agreement": SHARE,
        "polarisation": SHARE,
        "consensus": SHARE,
    }
    return frame((_agreement_row(each) for each in rated(view)), dtypes)


def gap_table(view: View, a: str, b: str, *, round: int | None = None) -> pd.DataFrame:
    """How two perspectives differ, one row for each goal and question, the widest gap first.

    Of the last round that is shown, or of `round`. ``round`` Int64 · ``goal`` string, the id ·
    ``text`` string · ``question`` category, its id · ``raters_a`` and ``raters_b`` Int64 ·
    ``median_a`` and ``median_b`` Float64 · ``delta`` Float64, Cliff's δ from -1 (all of `b`
    above all of `a`) to 1 (the other way round) · ``p_value`` Float64, of a permutation test
    of δ. Where either is not shown apart, there is no row.

    Many goals are compared at once, so a small p-value somewhere is to be expected: take it
    as a hint of where to ask, never as a finding about people.

    >>> gap_table(view, "leaders", "delivery team").query("abs(delta) > 0.5")
    """
    dtypes = {
        "round": COUNT,
        "goal": TEXT,
        "text": TEXT,
        "question": categories(view["questions"]["order"]),
        "raters_a": COUNT,
        "raters_b": COUNT,
        "median_a": SHARE,
        "median_b": SHARE,
        "delta": SHARE,
        "p_value": SHARE,
    }
    return frame((row | {"p_value": p_of(row)} for row in gaps(view, a, b, round=round)), dtypes)


def gaps(view: View, a: str, b: str, *, round: int | None = None) -> list[Row]:
    """The rows of `gap_table` without the p-value, with both counts."""
    chosen = last_round(view) if round is None else round
    rows = [_gap_row(each, a, b) for each in rated(view, round=chosen)]
    return sorted((row for row in rows if row), key=lambda row: -abs(row["delta"]))


def p_of(row: Row) -> float:
    """The permutation p-value of one of the `gaps`."""
    return permutation_p(row["counts_a"], row["counts_b"])


def question_titles(view: View, lang: str) -> dict[str, str]:
    """What is asked, by the question's id."""
    return {id_: in_language(asked["title"], lang) for id_, asked in pairs(view["questions"])}


def _item_row(id_: str, item: View) -> Row:
    measure = item.get("measure") or {}
    return {
        **{key: item.get(key) or None for key in ("level", "text", "owner", "assumption")},
        "item": id_,
        "measure": measure.get("name") or None,
        "unit": measure.get("unit") or None,
        "baseline": measure.get("baseline"),
        "target": measure.get("target"),
        "like_output": bool(item.get("like_output")),
    }


def _link_row(items: Mapping[str, View], link: View) -> Row:
    row: Row = {}
    for end in ("child", "parent"):
        item = items[link[end]]
        row |= {end: link[end], f"{end}_text": item["text"], f"{end}_level": item["level"]}
    return row


def _answer_rows(each: Rated) -> Iterator[Row]:
    tallies = [(None, each.cell), *sorted(each.cell.get("by", {}).items())]
    for perspective, tally in tallies:
        people = [*tally["counts"], tally["cannot_say"]]
        for answer, count in zip(ANSWERS, people, strict=True):
            yield each.row() | {"perspective": perspective, "answer": answer, "people": count}


def _agreement_row(each: Rated) -> Row:
    counts, cell = each.counts, each.cell
    low, high = cell.get("quartiles", (None, None))
    return each.row() | {
        "raters": sum(counts),
        "cannot_say": cell["cannot_say"],
        "median": cell.get("median"),
        "iqr": None if high is None else high - low,
        "agreement": cell.get("agreement"),
        "polarisation": polarisation(counts),
        "consensus": cell.get("consensus"),
    }


def _gap_row(each: Rated, a: str, b: str) -> Row:
    first, second = each.of(a), each.of(b)
    if first is None or second is None:
        return {}
    return each.row() | {
        "raters_a": sum(first),
        "raters_b": sum(second),
        "median_a": median(first),
        "median_b": median(second),
        "delta": cliffs_delta(first, second),
        "counts_a": first,
        "counts_b": second,
    }
