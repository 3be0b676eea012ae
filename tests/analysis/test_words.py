"""Words fall back where authors left them out, and are complete where they are ours."""

from __future__ import annotations

import json

import pytest

from workshopkit.analysis.words import in_language, words_of
from workshopkit.errors import UnknownName
from workshopkit.resources import data_folder


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


def test_welsh_has_the_same_keys_as_english_and_says_that_it_is_a_draft() -> None:
    folder = data_folder() / "results"
    english, welsh = (json.loads((folder / f"{lang}.json").read_text()) for lang in ("en", "cy"))
    assert welsh.pop("_status").startswith("draft")
    assert list(english) == list(welsh) == sorted(english)


def test_one_and_many_differ() -> None:
    say = words_of("en")
    assert [say("dots.count", n=n) for n in (0, 1, 2)] == ["0 dots", "1 dot", "2 dots"]


def test_a_language_that_nobody_wrote_down_is_refused() -> None:
    with pytest.raises(UnknownName, match="Known: cy, en"):
        words_of("tlh")
