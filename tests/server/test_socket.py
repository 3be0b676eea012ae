"""The one socket: who may connect, as whom, and what it does with what it does not like."""

from __future__ import annotations

import json
from contextlib import ExitStack, suppress
from typing import Any

import pytest
import websockets.sync.client as websockets
from websockets.exceptions import ConnectionClosed

from tests.server.serving import PATIENCE, SECRET, Served, Workshop, heard, hello


@pytest.fixture(scope="module")
def workshop(server: Served) -> Workshop:
    return server.workshop("Socketed")


def test_a_participant_needs_nothing_but_the_code(server: Served, workshop: Workshop) -> None:
    with server.socket(workshop.code, origin="https://elsewhere.test") as socket:
        socket.send(hello(secret=SECRET, name="Ada"))
        assert heard(socket, "welcome")["role"] == "participant"


def test_a_code_may_be_typed_as_people_type(server: Served, workshop: Workshop) -> None:
    typed = f"{workshop.code[:4]}-{workshop.code[4:]}".lower()
    with server.socket(typed) as socket:
        socket.send(hello(observe=True))
        assert heard(socket, "welcome")["role"] == "observer"


def test_the_ticket_makes_a_facilitator(server: Served, workshop: Workshop) -> None:
    with server.socket(workshop.code) as socket:
        socket.send(hello(ticket=workshop.ticket))
        welcome = heard(socket, "welcome")
    assert welcome["role"] == "facilitator"
    assert welcome["join"] == {"reachable": False}


@pytest.mark.parametrize("origin", ["https://evil.test", None])
def test_the_facilitators_cookie_makes_no_facilitator(
    server: Served, workshop: Workshop, origin: str | None
) -> None:
    headers = {"Cookie": server.facilitator().cookie_header, "Authorization": server.token}
    with server.socket(workshop.code, origin=origin, additional_headers=headers) as socket:
        socket.send(hello(secret=SECRET))
        assert heard(socket, "welcome")["role"] == "participant"
        command = {"kind": "workshop.finish"}
        socket.send(json.dumps({"type": "command", "id": "0" * 32, "command": command}))
        assert heard(socket, "refused")["code"] == "not_allowed"


def test_a_wrong_code_is_refused(server: Served) -> None:
    with server.socket("00000000") as socket:
        assert heard(socket, "refused")["code"] == "wrong_code"
        assert closed(socket) == 4404


def test_a_right_code_never_waits_for_wrong_ones(server: Served, workshop: Workshop) -> None:
    with ExitStack() as stack:
        guesses = [stack.enter_context(server.socket(f"GVESS{n:03}")) for n in range(40)]
        with server.socket(workshop.code) as socket:
            socket.send(hello(observe=True))
            heard(socket, "welcome")
        assert any(guess.close_code is None for guess in guesses)


NONSENSE: list[tuple[str | bytes, str]] = [
    ("a" * 1_000_000, "too_big"),
    ("é" * 40_000, "too_big"),
    (b"\x00\x01", "malformed"),
    (hello(observe=True).encode(), "malformed"),
    ("{", "malformed"),
    ('{"type":"nonsense"}', "malformed"),
    ('{"type":"hello","protocol":1,"x":1}', "malformed"),
]


@pytest.mark.parametrize(("frame", "code"), NONSENSE)
def test_nonsense_is_refused_and_harms_nobody_else(
    server: Served, workshop: Workshop, frame: str | bytes, code: str
) -> None:
    with server.socket(workshop.code) as bystander, server.socket(workshop.code) as socket:
        bystander.send(hello(observe=True))
        heard(bystander, "welcome")
        socket.send(frame)
        refused = heard(socket, "refused")
        assert refused["code"] == code
        assert refused["message"]
        assert refused["remedy"]
        assert bystander.ping().wait(PATIENCE)


def test_a_frame_beyond_all_measure_is_cut_off(server: Served, workshop: Workshop) -> None:
    with server.socket(workshop.code) as socket:
        with suppress(ConnectionClosed):
            socket.send("a" * 3_000_000)
        assert closed(socket) in {1006, 1009}


def test_a_plain_request_to_the_socket_is_told_so(server: Served, workshop: Workshop) -> None:
    assert server.anyone().get(f"/workshopkit/socket/{workshop.code}").status == 400


def test_frames_are_not_compressed(server: Served, workshop: Workshop) -> None:
    with server.socket(workshop.code, compression="deflate") as socket:
        assert "Sec-WebSocket-Extensions" not in response(socket).headers


def response(socket: websockets.ClientConnection) -> Any:
    assert socket.response is not None
    return socket.response


def closed(socket: websockets.ClientConnection) -> int | None:
    with suppress(ConnectionClosed):
        while True:
            socket.recv(timeout=PATIENCE)
    return socket.close_code
