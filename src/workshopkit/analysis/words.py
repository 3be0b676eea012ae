"""Authored text in the language that was asked for."""

from __future__ import annotations

from collections.abc import Mapping


def in_language(words: Mapping[str, str], lang: str = "en") -> str:
    """The text in `lang`, else in English, else in any language there is; "" when empty."""
    return words.get(lang) or words.get("en") or next(iter(words.values()), "")
