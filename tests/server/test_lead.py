"""The page to lead from: a key that no log holds, no way to a kernel, and an end at once."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import websockets.sync.client as websockets
from websockets.exceptions import InvalidStatus

from tests.server.serving import SECRET, Served, Visitor, Workshop, heard, hello, served, wait_until
from tests.server.test_socket import closed
from workshopkit.domain.workshop import commands as c
from workshopkit.log import open_log
from workshopkit.room.desk import Desk

PROJECTOR = "2b" * 32
KERNEL = "01234567-0123-0123-0123-0123456789ab"
CLOSED_TO_IT = [
    "/workshopkit/home",
    "/voila/render/hello.ipynb",
    "/voila/files/picture.svg",
    "/voila/tree",
    f"/voila/api/shutdown/{KERNEL}",
    "/api/kernels",
    f"/api/kernels/{KERNEL}",
    f"/api/kernels/{KERNEL}/channels",
    "/api/contents",
    "/api/sessions",
]
Visits = Callable[[Served], Visitor]
ANYONE: list[Visits] = [Served.anyone, Served.facilitator]


@contextmanager
def kernel(server: Served, workshop: Workshop) -> Iterator[Desk]:
    """The workshop as a notebook's kernel leads it: in another process than the server."""
    log = open_log(str(server.database))
    try:
        yield Desk(log, title="Led", team="Red", workshop=workshop.id)
    finally:
        log.close()


def lent(server: Served, workshop: Workshop) -> str:
    """A fresh key to lead."""
    key = secrets.token_hex(32)
    with kernel(server, workshop) as desk:
        desk.perform(c.LendTicket(key, "lead"))
    return key


@pytest.fixture(scope="module")
def workshop(server: Served) -> Workshop:
    made = server.workshop("Led")
    with kernel(server, made) as desk:
        desk.perform(c.LendTicket(PROJECTOR, "screen"))
    return made


@pytest.mark.parametrize("visit", ANYONE)
def test_a_key_in_the_path_is_moved_behind_the_hash(
    server: Served, workshop: Workshop, visit: Visits
) -> None:
    key = lent(server, workshop)
    answer = visit(server).get(f"/workshopkit/lead/{key}")
    assert answer.status == 302
    assert answer.location == f"/workshopkit/lead/{workshop.code}#{key}"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_no_log_and_no_page_holds_a_key(server: Served, workshop: Workshop) -> None:
    key = lent(server, workshop)
    visitor = server.anyone()
    page = visitor.get(f"/workshopkit/lead/{workshop.code}")
    visitor.get(f"/workshopkit/lead/{key}")
    with server.socket(workshop.code) as socket:
        socket.send(hello(ticket=key))
        assert key not in json.dumps(heard(socket, "welcome"))
    assert wait_until(lambda: "302 GET /workshopkit/lead/…" in server.stderr.read_text())
    for text in (page.body, str(page.headers), server.stderr.read_text(), server.said_so_far()):
        assert key not in text


@pytest.mark.parametrize("key", ["0" * 64, PROJECTOR])
def test_a_key_that_leads_nowhere_gets_a_page_that_says_so(
    server: Served, workshop: Workshop, key: str
) -> None:
    answer = server.anyone().get(f"/workshopkit/lead/{key}")
    assert answer.status == 404
    assert "This link to lead has ended" in answer.body
    assert key not in answer.body


def test_a_key_that_was_taken_back_leads_nowhere(server: Served, workshop: Workshop) -> None:
    key = lent(server, workshop)
    with kernel(server, workshop) as desk:
        desk.perform(c.RecallTickets("lead"))
    assert server.anyone().get(f"/workshopkit/lead/{key}").status == 404


@pytest.mark.parametrize("path", CLOSED_TO_IT)
def test_whoever_leads_from_elsewhere_gets_to_no_kernel(
    server: Served, workshop: Workshop, path: str
) -> None:
    """Neither with what the page leaves in the browser, nor with the key as a token."""
    key = lent(server, workshop)
    visitor = server.anyone()
    visitor.get(f"/workshopkit/lead/{key}")
    visitor.get(f"/workshopkit/lead/{workshop.code}")
    assert not {name for name in visitor.cookies if name != "_xsrf"}
    for asked, headers in (
        (path, {}),
        (f"{path}?token={key}", {}),
        (path, {"Authorization": f"token {key}"}),
        (path, {"Authorization": f"Bearer {workshop.ticket}"}),
    ):
        answer = visitor.get(asked, headers)
        assert answer.status in {302, 403, 404, 405}, (asked, answer.status)
        assert not answer.location or "/login" in answer.location


def test_no_kernels_socket_opens_for_a_key(server: Served, workshop: Workshop) -> None:
    key = lent(server, workshop)
    url = f"ws://{server.address}/api/kernels/{KERNEL}/channels?token={key}"
    with (
        pytest.raises(InvalidStatus) as refused,
        websockets.connect(url, proxy=None, additional_headers={"Authorization": f"token {key}"}),
    ):
        pass
    assert refused.value.response.status_code in {403, 404}


def test_it_leads_until_the_key_is_taken_back_elsewhere(server: Served, workshop: Workshop) -> None:
    key = lent(server, workshop)
    with server.socket(workshop.code) as socket:
        socket.send(hello(ticket=key, secret=SECRET))
        assert heard(socket, "welcome")["role"] == "facilitator"
        command = {"kind": "workshop.start_timer", "seconds": 60}
        socket.send(json.dumps({"type": "command", "id": "1" * 32, "command": command}))
        heard(socket, "ack")
        with kernel(server, workshop) as desk:
            desk.perform(c.RecallTickets("lead"))
        assert heard(socket, "refused")["code"] == "wrong_ticket"
        assert closed(socket) == 4401


def test_a_person_taken_out_by_a_kernel_is_shown_out_by_the_server(server: Served) -> None:
    workshop = server.workshop("Moderated")
    with server.socket(workshop.code) as socket, kernel(server, workshop) as desk:
        socket.send(hello(secret=SECRET, name="Ada"))
        heard(socket, "welcome")
        (person,) = desk.view()["people"]["items"]
        desk.perform(c.RemovePerson(person))
        assert heard(socket, "refused")["code"] == "removed"
        assert closed(socket) == 4403
    with server.socket(workshop.code) as again:
        again.send(hello(secret=SECRET))
        assert heard(again, "refused")["code"] == "removed"
    assert SECRET not in server.stderr.read_text()


def test_a_former_code_opens_the_page_and_its_socket_says_that_it_was_renewed(
    server: Served,
) -> None:
    """The page cannot know who is in: only the room does, and those may come back."""
    workshop = server.workshop("Renewed")
    with server.socket(workshop.code) as ada, kernel(server, workshop) as desk:
        ada.send(hello(secret=SECRET))
        heard(ada, "welcome")
        desk.perform(c.RenewCode())
        new = desk.view()["workshop"]["code"]
    for code in (workshop.code, new):
        for page in ("join", "screen", "lead"):
            assert server.anyone().get(f"/workshopkit/{page}/{code}").status == 200
        with server.socket(code) as back:
            back.send(hello(secret=SECRET))
            assert heard(back, "welcome")["role"] == "participant"
    for late in ({"secret": "b" * 64}, {"observe": True}):
        with server.socket(workshop.code) as socket:
            socket.send(hello(**late))
            assert heard(socket, "refused")["code"] == "code_renewed"
            assert closed(socket) == 4404
    with server.socket(new) as socket:
        socket.send(hello(secret="b" * 64))
        heard(socket, "welcome")


def test_a_locked_door_lets_a_projector_look_by_its_ticket_alone(server: Served) -> None:
    workshop = server.workshop("Locked")
    ticket = secrets.token_hex(32)
    with kernel(server, workshop) as desk:
        desk.perform(c.LendTicket(ticket, "screen"))
        desk.perform(c.LockDoor())
    with server.socket(workshop.code) as socket:
        socket.send(hello(observe=True))
        assert heard(socket, "refused")["code"] == "door_locked"
    with server.socket(workshop.code) as socket:
        socket.send(hello(observe=True, ticket=ticket))
        assert heard(socket, "welcome")["role"] == "observer"


def test_it_works_under_the_path_of_the_public_address(notebooks: Path, tmp_path: Path) -> None:
    with served(notebooks, tmp_path, "--public-url", "https://retro.example/a%40b/") as server:
        workshop = server.workshop("Led")
        key = lent(server, workshop)
        visitor = server.anyone()
        answer = visitor.get(f"/a%40b/workshopkit/lead/{key}")
        assert answer.location == f"/a%40b/workshopkit/lead/{workshop.code}#{key}"
        page = visitor.get(f"/a%40b/workshopkit/lead/{workshop.code}")
        assert page.status == 200
        assert 'data-page="lead"' in page.body
        assert 'data-base="/a%40b/"' in page.body
        assert visitor.get(f"/workshopkit/lead/{key}").status == 404
        assert key not in server.stderr.read_text()
