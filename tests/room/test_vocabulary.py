"""Commands and events between structs and JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.room.house import VOCABULARY
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as e
from workshopkit.errors import LogTooNew, Refused
from workshopkit.log.base import Recorded
from workshopkit.room.vocabulary import Vocabulary, load_kinds

NOW = datetime(2026, 1, 1, 10, 0, tzinfo=UTC)
CARD: dict[str, Any] = {"kind": "retro.add_card", "activity": "a", "column": "c", "text": "t"}
DEEP = "[" * 30_000 + "]" * 30_000


def read(data: object) -> object:
    return VOCABULARY.read_command(json.dumps(data).encode())


def code(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        VOCABULARY.read_command(data)
    return refused.value.code


def test_the_installed_activities_are_found() -> None:
    assert {"poll", "retro"} <= set(load_kinds())
    assert set(Vocabulary(load_kinds()).commands) >= set(VOCABULARY.commands)


def test_a_command_is_read_by_its_name() -> None:
    assert read(CARD) == c.AddCard("a", "c", "t")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"kind": "retro.burn"}, "unknown_command"),
        ({"kind": ""}, "unknown_command"),
        ({"kind": 5}, "malformed"),
        ({"kind": None}, "malformed"),
        ({"text": 5}, "malformed"),
        ({"text": None}, "malformed"),
        ({"author": "someone else"}, "malformed"),
        ({"activity": ""}, "malformed"),
        ({"activity": "x" * 65}, "malformed"),
    ],
)
def test_what_is_no_command_is_refused(change: dict[str, Any], expected: str) -> None:
    assert code(json.dumps({**CARD, **change}).encode()) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b'"retro.add_card"',
        b"{",
        b"{}",
        b'{"kind":"workshop.start_timer","seconds":1e999}',
        b'{"kind":"workshop.start_timer","seconds":NaN}',
        b'{"kind":"retro.add_card","activity":"a","column":"c","text":"\\ud800"}',
        b'{"kind":"retro.add_card","activity":"a","column":"c","text":"\xff"}',
        f'{{"kind":"retro.add_card","activity":"a","column":"c","text":{DEEP}}}'.encode(),
        f'{{"kind":"nope","x":{DEEP}}}'.encode(),
        (
            '{"kind":"workshop.add_activity","activity_kind":"retro","key":"k","title":{},'
            f'"options":{{"columns":{DEEP}}}}}'
        ).encode(),
    ],
    ids=lambda data: repr(data)[:50],
)
def test_what_cannot_be_read_is_malformed(data: bytes) -> None:
    assert code(data) == "malformed"


def test_an_event_comes_back_from_the_log_as_it_was() -> None:
    event = e.CardsRevealed("a", ("c2", "c1"))
    new = VOCABULARY.write_event(event, "w")
    assert (new.stream, new.type) == ("w", "retro.cards_revealed")
    assert VOCABULARY.read_event(Recorded(1, "w", new.type, new.data, NOW)) == event


def test_an_event_that_a_newer_one_has_more_to_say_about_is_still_read() -> None:
    data = b'{"type":"retro.focus_moved","activity":"a","target":"c1","since":"tomorrow"}'
    assert VOCABULARY.read_event(Recorded(1, "w", "retro.focus_moved", data, NOW)) == (
        e.FocusMoved("a", "c1")
    )


def test_an_event_that_nobody_here_knows_says_what_to_do() -> None:
    with pytest.raises(LogTooNew, match=r"chess\.moved.*Update workshopkit"):
        VOCABULARY.read_event(Recorded(1, "w", "chess.moved", b"{}", NOW))
