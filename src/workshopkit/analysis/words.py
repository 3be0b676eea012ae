"""Words of results in the language that was asked for: authored ones, and our own."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from workshopkit.errors import UnknownName
from workshopkit.resources import data_folder

SAID_ALIKE = "run_chart."
"""What screens and notebooks say in the same words is in the screens' catalogue alone."""
Say = Callable[..., str]
"""``say("dots")``; ``say("dots.count", n=3)`` chooses between ``.one`` and ``.other``."""


def in_language(words: Mapping[str, str], lang: str = "en") -> str:
    """The text in `lang`, else in English, else in any language there is; "" when empty."""
    return words.get(lang) or words.get("en") or next(iter(words.values()), "")


def words_of(lang: str) -> Say:
    """Our own words in a language: headings, and what is said where there is nothing yet.

    Raises `UnknownName` for a language that workshopkit does not speak.
    """
    catalogue = _catalogue(lang)

    def say(key: str, n: int | None = None) -> str:
        if n is None:
            return catalogue[key]
        return catalogue[f"{key}.{'one' if n == 1 else 'other'}"].format(n=n)

    return say


@cache
def _catalogue(lang: str) -> Mapping[str, str]:
    files = {path.stem: path for path in (data_folder() / "results").glob("*.json")}
    if lang not in files:
        raise UnknownName("language", lang, files)
    screens = _read(data_folder() / "words" / f"{lang}.json")
    said_alike = {key: text for key, text in screens.items() if key.startswith(SAID_ALIKE)}
    return _read(files[lang]) | said_alike


def _read(path: Path) -> dict[str, str]:
    words: dict[str, str] = json.loads(path.read_text("utf-8"))
    return words
