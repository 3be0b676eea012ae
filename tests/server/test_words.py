"""The words of the server's pages."""

from __future__ import annotations

import pytest

from workshopkit.server.words import Speaker, preferred


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("cy", "cy"),
        ("en;q=0.5, cy-GB;q=0.9", "cy"),
        ("fr, de;q=0.7", "en"),
        ("cy;q=nonsense, en", "en"),
    ],
)
def test_the_browsers_first_language_of_ours_is_spoken(header: str, language: str) -> None:
    assert preferred(header) == language


def test_what_a_language_lacks_is_said_in_english() -> None:
    say = Speaker("cy", {"a": "A {name}"}, {"a": "-", "b": "B"})
    assert say("a", name="{b}") == "A {b}"
    assert say("b") == "B"


def test_plurals_follow_the_catalogue() -> None:
    say = Speaker("en", {}, {"n.one": "{count} person", "n.other": "{count} people"})
    assert [say.count("n", n) for n in (0, 1, 2)] == ["0 people", "1 person", "2 people"]
