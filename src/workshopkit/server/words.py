"""The words of the pages that the server writes, from the same catalogues as the bundle's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import msgspec

LANGUAGES = ("en", "cy")


class Catalogues:
    """Every language's words, read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Mapping[str, str]] = {}

    def speak(self, language: str) -> Speaker:
        return Speaker(language, self._words(language), self._words(LANGUAGES[0]))

    def _words(self, language: str) -> Mapping[str, str]:
        if language not in self._read:
            data = (self._folder / f"{language}.json").read_bytes()
            self._read[language] = msgspec.json.decode(data, type=dict[str, str])
        return self._read[language]


class Speaker:
    """One language's words by key, with English where it has none."""

    def __init__(
        self, language: str, words: Mapping[str, str], fallback: Mapping[str, str]
    ) -> None:
        self.language = language
        self._find = partial(_first_of, (words, fallback))

    def __call__(self, key: str, **values: object) -> str:
        text = self._find(key)
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def count(self, key: str, count: int) -> str:
        """The plural for this many, as the catalogue spells it."""
        exact = {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}.get(count, "other")
        form = exact if self._find(f"{key}.{exact}") != f"{key}.{exact}" else "other"
        return self(f"{key}.{form}", count=count)


def _first_of(catalogues: tuple[Mapping[str, str], ...], key: str) -> str:
    return next((words[key] for words in catalogues if key in words), key)


def preferred(accept_language: str) -> str:
    """The language of ours that a browser asks for first."""
    asked = [_weighed(part) for part in accept_language.split(",")]
    for _, language in sorted(asked, key=lambda found: -found[0]):
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]


def _weighed(part: str) -> tuple[float, str]:
    language, _, weight = part.strip().partition(";q=")
    try:
        return float(weight or 1), language.lower().split("-")[0]
    except ValueError:
        return 0.0, language
