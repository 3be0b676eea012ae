"""What a notebook writes, as the activities' own options."""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from workshopkit.domain.activity import Words
from workshopkit.domain.governance import WorkshopGovernance
from workshopkit.errors import UnknownName, WorkshopkitError

Text = str | Mapping[str, str]
"""A text in English, or in languages: ``{"en": "…", "cy": "…"}``."""


def words_from(text: Text) -> Words:
    """A text as words by language."""
    return {"en": text} if isinstance(text, str) else dict(text)


def english(words: Mapping[str, str]) -> str:
    """The English text, else any."""
    return words.get("en") or next(iter(words.values()), "")


def shortened(words: Words, limit: int) -> Words:
    """The same words, each cut at a space where it is longer than `limit` characters."""
    return {lang: textwrap.shorten(text, limit, placeholder=" …") for lang, text in words.items()}


def id_from(text: str) -> str:
    """An id that the text keeps for as long as it stays the same: plain where it can be."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
    if plain and len(plain) <= 40 and text.isascii():
        return plain
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{plain[:40]}-{digest}".strip("-")


def governance_from(said: Mapping[str, object]) -> WorkshopGovernance:
    """The governance block from what a notebook writes; a single decision or risk may be a text.

    Raises `UnknownName` for a field that it has not.
    """
    known = WorkshopGovernance.__struct_fields__
    refuse_unknown([name for name in said if name not in known], known)
    lists = {name: _lines(said[name]) for name in ("decisions", "risks") if name in said}
    day = said.get("retention")
    days = {"retention": day.isoformat()} if isinstance(day, date) else {}
    try:
        return msgspec.convert({**said, **lists, **days}, WorkshopGovernance)
    except msgspec.ValidationError as problem:
        raise WorkshopkitError(f"That governance does not fit: {problem}.") from problem


def _lines(said: object) -> object:
    return [said] if isinstance(said, str) else said


def refuse_unknown(given: Iterable[str], known: Iterable[str]) -> None:
    """Turn down options that do not exist: `UnknownName` names the nearest that does."""
    names = list(known)
    for name in given:
        raise UnknownName("option", name, names)


def need_at_most_one(**options: object) -> None:
    """Turn down options that contradict each other."""
    given = [name for name, value in options.items() if value]
    if len(given) > 1:
        raise WorkshopkitError(f"Choose one of {' and '.join(given)}, not both.")
