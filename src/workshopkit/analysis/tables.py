"""DataFrames of a workshop, made from the view of a role.

Only what that role may see is in a view, so a card that nobody has revealed, a tally that
is still hidden and an anonymous author cannot get into a table. Columns and dtypes are
the same when there are no rows yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.words import in_language
from workshopkit.domain.actions import STATUSES

if TYPE_CHECKING:
    import pandas as pd

View = Mapping[str, Any]
Row = dict[str, Any]

TEXT = "string[python]"
COUNT = "Int64"
SHARE = "Float64"
FLAG = "boolean"
DATE = "datetime64[s]"
KINDS = ("keep", "change", "wonder")
ACTION_KINDS = ("do", "keep")
NO_DOTS: Mapping[str, int] = {"votes": 0, "voters": 0, "from_room": 0}


def cards_table(view: View, *, lang: str = "en") -> pd.DataFrame:
    """The revealed cards of a retro board, one row each, in the board's order.

    ``card`` string, the id · ``text`` string · ``column`` category, its title · ``kind``
    category (keep, change, wonder) · ``group`` string, the group's id, missing when the
    card is alone · ``group_title`` string · ``from_room`` boolean, whether the facilitator
    wrote it for someone without a device · and only on a board that is not anonymous
    ``author`` string. A card that the facilitator has hidden is not among them.

    >>> cards_table(view)["text"].str.len().max()
    """
    dtypes = {
        "card": TEXT,
        "text": TEXT,
        "column": categories(_column_titles(view, lang)),
        "kind": categories(KINDS),
        "group": TEXT,
        "group_title": TEXT,
        "from_room": FLAG,
    }
    if not view["anonymous"]:
        dtypes["author"] = TEXT
    return frame((_card_row(view, card, lang) for card in _listed(view["cards"])), dtypes)


def votes_table(view: View, *, lang: str = "en") -> pd.DataFrame:
    """The dots of a retro board, one row for each group and each card alone, most dots first.

    Empty until voting has closed. ``rank`` Int64, from 1 · ``target`` string, the id of the
    group or card · ``text`` string, the group's title or the card's text · ``column``
    category · ``kind`` category · ``cards`` Int64, how many are together · ``votes`` Int64,
    dots · ``voters`` Int64, people who gave them; those in the room without a device count as
    the fewest who can have given theirs · ``from_room`` Int64, how many of the dots are theirs:
    only a facilitator's view tells, in any other it is missing.

    >>> votes_table(view).query("votes > 0")
    """
    dtypes = {
        "rank": COUNT,
        "target": TEXT,
        "text": TEXT,
        "column": categories(_column_titles(view, lang)),
        "kind": categories(KINDS),
        "cards": COUNT,
        "votes": COUNT,
        "voters": COUNT,
        "from_room": COUNT,
    }
    ranking = view.get("ranking", ()) if "tallies" in view else ()
    rows = (_vote_row(view, target, lang) | {"rank": n} for n, target in enumerate(ranking, 1))
    return frame(rows, dtypes)


def actions_table(view: View) -> pd.DataFrame:
    """The workshop's actions from its whole view, one row each.

    ``action`` string, the id · ``text`` string · ``owner`` string, as written · ``due``
    datetime64[s], a day · ``about`` string, the card or group it came from · ``kind`` category
    (do, keep): something to do, or to keep doing · ``likely`` Int64, from 1 to 5 · ``status``
    category (open, done, dropped) and ``outcome`` string, as the last review of a later
    workshop left it · ``reviewed`` Int64, how many workshops have looked at it. What was left
    open is missing.

    >>> actions_table(view).query("status == 'open'").sort_values("due")
    """
    dtypes = {"action": TEXT, "text": TEXT, "owner": TEXT, "due": DATE, "about": TEXT}
    dtypes |= {"kind": categories(ACTION_KINDS), "likely": COUNT, "status": categories(STATUSES)}
    dtypes |= {"outcome": TEXT, "reviewed": COUNT}
    return frame((action_row(id_, item) for id_, item in pairs(view["actions"])), dtypes)


def action_row(id_: str, item: View) -> Row:
    """An action of a view with what the view leaves unsaid."""
    kind = "keep" if item.get("keep_doing") else "do"
    return {"reviewed": 0, "status": "open", **item, "action": id_, "kind": kind}


def people_table(view: View) -> pd.DataFrame:
    """Who is in the workshop, one row each, by name: never in the order of joining.

    ``name`` string, missing where somebody gave none · ``perspective`` category · ``id``
    string, random. Empty in the view of anybody but a facilitator.

    >>> people_table(view)["perspective"].value_counts()
    """
    people = [{**one, "id": key} for key, one in view["people"].get("items", {}).items()]
    offered = view["workshop"].get("perspectives", ())
    spoken = sorted({p["perspective"] for p in people if p.get("perspective")})
    dtypes = {"name": TEXT, "perspective": categories([*offered, *spoken]), "id": TEXT}
    by_name = sorted(people, key=lambda p: (not p.get("name"), p.get("name", "").casefold()))
    return frame(by_name, dtypes)


def poll_table(view: View, *, lang: str = "en") -> pd.DataFrame:
    """The revealed answers of a poll, one row for each option, or for each different word.

    Empty until the facilitator shows the results. ``answer`` string, the option's id or
    the word · ``label`` string, what people read · ``answers`` Int64, people who gave it ·
    ``share`` Float64, from 0 to 1, of those who answered. Where people chose several
    options, the shares come to more than 1. The steps of a scale have an order and no
    distances: look at how they are spread, or at the median, rather than at a mean.

    >>> poll_table(view).set_index("label")["answers"]
    """
    dtypes = {"answer": TEXT, "label": TEXT, "answers": COUNT, "share": SHARE}
    results = view.get("results")
    if results is None:
        return frame((), dtypes)
    answered = max(results["answered"], 1)
    rows = _word_rows(results["words"]) if "words" in results else _option_rows(view, lang)
    return frame((row | {"share": row["answers"] / answered} for row in rows), dtypes)


def _card_row(view: View, card: str, lang: str) -> Row:
    item = view["cards"]["items"][card]
    column = view["columns"]["items"][item["column"]]
    group = item.get("group")
    return {
        "card": card,
        "text": item["text"],
        "column": in_language(column["title"], lang),
        "kind": column["kind"],
        "group": group,
        "group_title": view["groups"]["items"][group]["title"] if group else None,
        "from_room": item.get("from_room", False),
        "author": item.get("author"),
    }


def _vote_row(view: View, target: str, lang: str) -> Row:
    group = view["groups"]["items"].get(target)
    item = group or view["cards"]["items"][target]
    column = view["columns"]["items"][item["column"]]
    together = sum(c.get("group") == target for c in view["cards"]["items"].values())
    tally = view["tallies"].get(target, NO_DOTS)
    return {
        "target": target,
        "text": group["title"] if group else item["text"],
        "column": in_language(column["title"], lang),
        "kind": column["kind"],
        "cards": together if group else 1,
        "votes": tally["votes"],
        "voters": tally["voters"],
        "from_room": tally.get("from_room"),
    }


def _option_rows(view: View, lang: str) -> list[Row]:
    counts = view["results"]["counts"]
    return [
        {"answer": id_, "label": in_language(item["label"], lang), "answers": counts.get(id_, 0)}
        for id_, item in pairs(view["options"])
    ]


def _word_rows(words: Iterable[View]) -> list[Row]:
    """Words that differ only in capitals or spaces are one, in their most usual spelling."""
    spellings: dict[str, Counter[str]] = {}
    for word in words:
        text = " ".join(word["text"].split())
        spellings.setdefault(text.casefold(), Counter())[text] += word["count"]
    most_first = sorted(spellings.items(), key=lambda found: (-found[1].total(), found[0]))
    return [
        {"answer": key, "label": _usual(spelling), "answers": spelling.total()}
        for key, spelling in most_first
    ]


def _usual(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda word: (-spellings[word], word))


def _column_titles(view: View, lang: str) -> list[str]:
    return [in_language(item["title"], lang) for _, item in pairs(view["columns"])]


def _listed(listing: View) -> list[str]:
    return list(listing["order"])


def pairs(listing: View) -> list[tuple[str, Row]]:
    """The items of a list with their ids, in its order."""
    return [(id_, listing["items"][id_]) for id_ in listing["order"]]


def categories(names: Iterable[str]) -> Any:
    """The dtype of a category of these names, in this order."""
    import pandas as pd

    return pd.CategoricalDtype(list(dict.fromkeys(names)))


def frame(rows: Iterable[Row], dtypes: Mapping[str, Any]) -> pd.DataFrame:
    """A table of these columns and dtypes, with rows or without; what a row lacks is missing."""
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(dtypes)).astype(dict(dtypes))
