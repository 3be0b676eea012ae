"""Authored text falls back rather than failing."""

from __future__ import annotations

import pytest

from workshopkit.analysis.words import in_language


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ({"en": "Stop", "cy": "Stopio"}, "Stopio"),
        ({"en": "Stop"}, "Stop"),
        ({"en": "Stop", "cy": ""}, "Stop"),
        ({"fr": "Arrêter"}, "Arrêter"),
        ({}, ""),
    ],
)
def test_welsh_else_english_else_any(words: dict[str, str], text: str) -> None:
    assert in_language(words, "cy") == text
