"""The polls that come along are complete."""

from __future__ import annotations

import pytest

from workshopkit import Poll
from workshopkit.domain.activity import Words
from workshopkit.errors import UnknownName
from workshopkit.polls import load_poll, poll_names

every_poll = pytest.mark.parametrize("name", poll_names())


def test_these_come_along() -> None:
    assert {"check-in", "confidence", "esvp", "fist-of-five", "roti", "safety"} <= set(poll_names())


@every_poll
def test_a_poll_speaks_english_and_welsh_everywhere(name: str) -> None:
    found = load_poll(name)
    texts: list[Words] = [found.title, found.options.question]
    texts += [option.label for option in found.options.options]
    texts += [words for words in (found.options.low, found.options.high) if words]
    assert all(set(words) == {"en", "cy"} for words in texts)
    assert all(text.strip() for words in texts for text in words.values())


@every_poll
def test_a_poll_can_be_asked_by_its_name(name: str) -> None:
    assert getattr(Poll, name.replace("-", "_")).__doc__


@every_poll
def test_a_step_of_a_scale_says_its_number_in_every_language(name: str) -> None:
    options = load_poll(name).options
    if options.form == "scale":
        for step in options.options:
            assert all(text.startswith(f"{step.id} – ") for text in step.label.values())


def test_an_unknown_poll_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'roti'"):
        load_poll("rotti")
