"""What is taken as a message, and what is refused before anyone looks at it (RM11)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopkit.domain.timer import utc_text
from workshopkit.errors import Refused
from workshopkit.room.protocol import (
    MESSAGE_LIMIT,
    Ack,
    CommandMessage,
    Hello,
    ReadyMessage,
    decode_message,
    encode_message,
    refusal,
)

ID = "0" * 32
DEEP = "[" * 30_000 + "]" * 30_000


def code(data: str | bytes) -> str:
    with pytest.raises(Refused) as refused:
        decode_message(data)
    assert refused.value.message.endswith(".")
    assert refused.value.remedy.endswith(".")
    return refused.value.code


def outcome(data: str | bytes) -> str:
    try:
        decode_message(data)
    except Refused as refused:
        return refused.code
    return "read"


def test_the_three_things_a_browser_says_are_read() -> None:
    assert decode_message('{"type":"hello","protocol":1}') == Hello(1)
    assert decode_message(b'{"type":"ready","ready":true}') == ReadyMessage(True)
    command = decode_message(f'{{"type":"command","id":"{ID}","command":{{"kind":"x"}}}}')
    assert isinstance(command, CommandMessage)
    assert bytes(command.command) == b'{"kind":"x"}'


@pytest.mark.parametrize(
    "data",
    [
        "",
        "{",
        "nonsense",
        "[]",
        "null",
        "5",
        '"hello"',
        "{}",
        '{"type":"shout"}',
        '{"type":5}',
        '{"type":"hello"}',
        '{"type":"hello","protocol":"1"}',
        '{"type":"hello","protocol":1,"admin":true}',
        '{"type":"hello","protocol":1,"secret":"short"}',
        '{"type":"hello","protocol":1,"observe":1}',
        json.dumps({"type": "hello", "protocol": 1, "secret": "a" * 64 + "\n"}),
        json.dumps({"type": "hello", "protocol": 1, "secret": "A" * 64}),
        json.dumps({"type": "hello", "protocol": 1, "name": "x" * 81}),
        json.dumps({"type": "hello", "protocol": 1, "ticket": "x" * 129}),
        '{"type":"command","id":"1","command":{}}',
        json.dumps({"type": "command", "id": ID + "\n", "command": {}}),
        json.dumps({"type": "command", "id": ID}),
        f'{{"type":"command","id":"{ID}","command":}}',
        f'{{"type":"command","id":"{ID}","command":{{"a":}}}}',
        f'{{"type":"command","id":"{ID}","command":{{}},"by":"me"}}',
        f'{{"type":"command","id":"{ID}","command":{DEEP}}}',
        f'{{"type":"hello","protocol":{DEEP}}}',
        '{"type":"ready","ready":"yes"}',
        '{"type":"ready","ready":NaN}',
        '{"type":"hello","protocol":1,"name":"\\ud800"}',
        '{"type":"hello","protocol":1,"name":"\ud800"}',
        b"\x00\x01\x02",
        b"\xff\xfe",
        b'{"type":"hello","protocol":1,"name":"\xff"}',
    ],
    ids=lambda data: repr(data)[:50],
)
def test_what_is_no_message_is_malformed(data: str | bytes) -> None:
    assert code(data) == "malformed"


@pytest.mark.parametrize("data", ["x" * 1_000_000, b"x" * 1_000_000, DEEP + DEEP])
def test_a_message_has_a_longest(data: str | bytes) -> None:
    assert code(data) == "too_big"


def test_the_longest_message_is_counted_in_bytes_on_every_wire() -> None:
    text = "é" * (MESSAGE_LIMIT // 2 + 1)
    assert code(text) == code(text.encode()) == "too_big"
    room = MESSAGE_LIMIT - len('{"type":"hello","protocol":1,"name":""}')
    assert code(f'{{"type":"hello","protocol":1,"name":"{"x" * room}"}}') == "malformed"


@given(st.text() | st.binary())
def test_whatever_comes_is_read_or_refused(data: str | bytes) -> None:
    assert outcome(data) in {"read", "malformed"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["hello", "command", "ready"])},
        optional=dict.fromkeys(
            ("id", "command", "protocol", "secret", "name", "observe", "ready"), json_values
        ),
    )
)
def test_fields_of_any_kind_are_read_or_refused(message: Any) -> None:
    assert outcome(json.dumps(message)) in {"read", "malformed"}


def test_what_is_not_said_is_left_out() -> None:
    refused = json.loads(refusal(Refused("finished", "Over.", "Go home.")))
    assert refused == {
        "type": "refused",
        "code": "finished",
        "message": "Over.",
        "remedy": "Go home.",
    }
    assert json.loads(encode_message(Ack(ID, 5))) == {"type": "ack", "id": ID, "version": 5}


def test_moments_are_written_to_the_millisecond() -> None:
    moment = datetime(2026, 1, 1, 10, 0, 0, 7_999, tzinfo=UTC)
    assert utc_text(moment) == "2026-01-01T10:00:00.007Z"
