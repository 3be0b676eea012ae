"""Markdown reads well as it stands, and what people wrote is never markup."""

from __future__ import annotations

import pytest

from tests.analysis.views import listing
from tests.publish.records import made
from workshopkit.publish.document import document
from workshopkit.publish.markdown import to_markdown


def markdown(lang: str = "en", **changes: object) -> str:
    return to_markdown(document(made(**changes), lang))


def test_it_begins_with_what_it_is_and_says_each_part_under_a_heading() -> None:
    lines = markdown().splitlines()
    assert lines[:5] == [
        "# Sprint 12",
        "",
        "- **Team:** Benefits service",
        "- **Date:** 2026-11-20",
        "- **People who joined:** 12",
    ]
    assert [line for line in lines if line.startswith("## ")] == [
        "## Purpose and decisions",
        "## How are you?",
        "## One word?",
        "## What happened?",
        "## Our goals",
        "## What we will do",
    ]


def test_tables_have_a_head_and_numbers_to_the_right() -> None:
    text = markdown()
    assert (
        "| Card or group | Column | Cards | Dots | People |\n| --- | --- | ---: | ---: | ---: |"
        in text
    )
    assert "| Sign-off | △ Stop | 2 | 6 | 4 |" in text


def test_it_speaks_welsh_and_leaves_peoples_words_as_they_are() -> None:
    text = markdown("cy")
    assert "- **Tîm:** Benefits service" in text
    assert "## Beth ddigwyddodd?" in text
    assert "Waiting for sign-off" in text


def test_governance_is_there_only_where_something_is_said() -> None:
    assert "  - Test each letter with five people" in markdown()
    assert "Purpose and decisions" not in markdown(governance={})


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no list",
        "1. no list",
        "| no | table |",
        "**loud**",
        "<b>",
        "[a](b)",
        "`x`",
    ],
)
def test_hostile_words_are_escaped_wherever_they_stand(text: str) -> None:
    actions = listing({"a": {"text": text}})
    said = markdown(
        actions=actions,
        workshop={"title": text, "team": text, "date": "", "state": "open"},
        governance={"purpose": text, "decisions": [text, text]},
    )
    for line in said.splitlines():
        if text in line:
            assert line.startswith(("# ", "| ", "- ", "  - ")), line
            assert line[line.index(text) - 1] == "\\", line


def test_what_a_terminal_would_take_for_a_command_is_not_there() -> None:
    assert "\x1b" not in markdown(actions=listing({"a": {"text": "\x1b[2J gone"}}))
