"""An activity of a kind that nobody here knows: what its view holds, as tables.

A view keeps its lists as ``{"order": […], "items": {id: …}}``; each is a table with a row for
each item. Everything else is one table of names and values. So a record never leaves out what
people said because of who made the activity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from workshopkit.analysis.tables import TEXT, View, frame
from workshopkit.analysis.words import Say, in_language, words_of
from workshopkit.publish.part import Part, Table, summary

OURS = frozenset({"kind", "title", "phase", "focus"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def any_part(view: View, lang: str) -> Part:
    """Everything that the view holds."""
    say = words_of(lang)
    lists = {key: value for key, value in view.items() if is_listing(value)}
    facts = {key: value for key, value in view.items() if key not in {*lists, *OURS}}
    tables = [_listed(name, lists[name], lang, say) for name in lists]
    if facts:
        tables.append(_facts(facts, lang, say))
    return Part(in_language(view["title"], lang), (), tables)


def is_listing(value: Any) -> bool:
    """Whether it is a list as views carry it."""
    return isinstance(value, Mapping) and value.keys() == {"order", "items"}


def _listed(name: str, listing: View, lang: str, say: Say) -> Table:
    items = [listing["items"][key] for key in listing["order"]]
    columns = list(dict.fromkeys(column for item in items for column in item))
    rows = [[_text(item.get(column), lang) for column in columns] for item in items]
    return _table(name, [_named(column) for column in columns], columns, rows, say)


def _facts(facts: Mapping[str, Any], lang: str, say: Say) -> Table:
    rows = [[path, text] for key in facts for path, text in _leaves(key, facts[key], lang)]
    headings = [say("record.fact"), say("record.value")]
    return _table("facts", headings, ["fact", "value"], rows, say).called(say("record.facts"))


def _table(
    name: str, headings: list[str], columns: list[str], rows: list[list[str]], say: Say
) -> Table:
    reading = summary(_named(name), headings, rows, say)
    data = [dict(zip(columns, row, strict=True)) for row in rows]
    return Table(name, reading, frame(data, dict.fromkeys(columns, TEXT)))


def _leaves(path: str, value: Any, lang: str) -> Iterator[tuple[str, str]]:
    """Every value in a value, with the way to it."""
    if isinstance(value, Mapping) and not _is_words(value):
        for key, inner in value.items():
            yield from _leaves(f"{path} · {name_of(str(key))}", inner, lang)
    elif isinstance(value, list) and any(isinstance(inner, Mapping | list) for inner in value):
        for number, inner in enumerate(value, 1):
            yield from _leaves(f"{path} · {number}", inner, lang)
    else:
        yield name_of(path), _text(value, lang)


def _text(value: Any, lang: str) -> str:
    """A value in one cell."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        if _is_words(value):
            return in_language(value, lang)
        return "; ".join(f"{path}: {text}" for path, text in _parts(value, lang) if text)
    if isinstance(value, list):
        return "; ".join(_text(inner, lang) for inner in value)
    return str(value)


def _parts(value: Mapping[str, Any], lang: str) -> list[tuple[str, str]]:
    return [(name_of(str(key)), _text(inner, lang)) for key, inner in value.items()]


def name_of(key: str) -> str:
    """A key as people read it: ``votes_each`` is votes each."""
    return key.replace("_", " ")


def _named(key: str) -> str:
    """The same at the beginning of a line."""
    name = name_of(key)
    return name[:1].upper() + name[1:]


def _is_words(value: Mapping[str, Any]) -> bool:
    """Whether it is a text by language."""
    return bool(value) and all(
        _LANGUAGE.fullmatch(str(key)) and isinstance(text, str) for key, text in value.items()
    )
