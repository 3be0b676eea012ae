"""Notebooks as pages: what their kernels get, what they leave behind, what they refuse."""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import uuid
from typing import Any

import pytest
import websockets.sync.client as websockets
from websockets.exceptions import InvalidStatus

from tests.server.serving import PATIENCE, Answer, Served, Visitor, wait_until


def test_a_kernel_knows_its_database_and_its_workshop(server: Served) -> None:
    visitor = server.facilitator()
    page = visitor.get("/voila/render/hello.ipynb?workshop=abc")
    assert f"database {server.database}" in page.body
    assert "asked workshop=abc" in page.body
    farewell(visitor, page)


def test_the_page_has_a_slot_for_the_bar_landmarks_and_a_title(server: Served) -> None:
    visitor = server.facilitator()
    page = visitor.get("/voila/render/hello.ipynb")
    body = page.body
    assert body.index('<div id="workshopkit-bar">') < body.index('<main id="rendered_cells"')
    assert '<html lang="en">' in body
    assert "<title>Hello team</title>" in body
    assert 'href="#rendered_cells"' in body
    farewell(visitor, page)


def test_the_page_names_no_other_host_and_its_policy_allows_none(server: Served) -> None:
    visitor = server.facilitator()
    page = visitor.get("/voila/render/hello.ipynb")
    loads = re.findall(r"""(?:src|href)=["']?([^"'\s>]+)""", page.body)
    assert [address for address in loads if "//" in address] == ["https://example.org"]
    policy = page.headers["Content-Security-Policy"]
    allowed = {part for rule in policy.split(";") for part in rule.split()[1:]}
    assert {part for part in allowed if ":" in part} == {
        "blob:",
        "data:",
        f"ws://{server.address}",
        f"wss://{server.address}",
    }
    farewell(visitor, page)


def test_a_notebook_that_raises_says_so_clearly(server: Served) -> None:
    visitor = server.facilitator()
    page = visitor.get("/voila/render/raises.ipynb")
    assert page.status == 200
    assert "This notebook stopped here" in page.body
    assert "ValueError: &lt;b&gt;no&lt;/b&gt; good" in page.body
    assert "never reached" not in page.body
    farewell(visitor, page)


def test_a_notebook_that_cannot_be_read_or_found_gets_a_page(server: Served) -> None:
    visitor = server.facilitator()
    for name, status in (("broken.ipynb", 400), ("missing.ipynb", 404)):
        page = visitor.get(f"/voila/render/{name}")
        assert page.status == status
        assert 'href="/workshopkit/home"' in page.body
        assert "cdn" not in page.body


def test_pages_travel_compressed(server: Served) -> None:
    connection = http.client.HTTPConnection(server.address, timeout=PATIENCE)
    path = "/voila/templates/workshopkit/static/voila-style.js"
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "gzip")
    connection.close()


def test_an_execute_request_does_nothing(server: Served) -> None:
    visitor = server.facilitator()
    page = visitor.get("/voila/render/hello.ipynb")
    with kernel_socket(server, visitor, kernel_of(page)) as wire:
        request = message("execute_request", code="print('owned')", silent=False)
        wire.send(request)
        wire.send(message("kernel_info_request"))
        seen = until_reply(wire, "kernel_info_reply")
    kinds = {one["msg_type"] for one in seen}
    assert not kinds & {"execute_reply", "execute_input", "stream"}
    farewell(visitor, page)


def test_a_kernel_socket_needs_the_cookie(server: Served) -> None:
    visitor = server.facilitator()
    page = visitor.get("/voila/render/hello.ipynb")
    url = f"ws://{server.address}/api/kernels/{kernel_of(page)}/channels"
    with pytest.raises(InvalidStatus) as refused, websockets.connect(url, proxy=None):
        pass
    assert refused.value.response.status_code == 403
    farewell(visitor, page)


def test_a_page_reloaded_again_and_again_leaves_one_kernel(server: Served) -> None:
    visitor = server.facilitator()
    before = kernels(server)
    page = visitor.get("/voila/render/hello.ipynb")
    for _ in range(3):
        farewell(visitor, page)
        page = visitor.get("/voila/render/hello.ipynb")
    assert len(kernels(server) - before) == 1
    farewell(visitor, page)
    assert not kernels(server) - before


def test_only_its_own_page_may_end_a_kernel(server: Served) -> None:
    visitor = server.facilitator()
    page = visitor.get("/voila/render/hello.ipynb")
    path = f"/voila/api/shutdown/{kernel_of(page)}"
    assert server.anyone().post(path, {}).status == 403
    assert visitor.post(path, {}, {"Origin": "http://evil.test"}).status == 403
    farewell(visitor, page)


def test_a_page_left_before_it_was_whole_takes_its_kernel_along(server: Served) -> None:
    visitor = server.facilitator()
    before = kernels(server)
    request = f"GET /voila/render/hello.ipynb HTTP/1.1\r\nHost: {server.address}\r\n"
    host, port = server.address.rsplit(":", 1)
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(f"{request}Cookie: {visitor.cookie_header}\r\n\r\n".encode())
        assert wait_until(lambda: bool(kernels(server) - before))
    assert wait_until(lambda: not kernels(server) - before)


def kernel_of(page: Answer) -> str:
    found = re.search(r'"kernelId": "([^"]+)"', page.body)
    assert found, page.body[:500]
    return found[1]


def farewell(visitor: Visitor, page: Answer) -> None:
    """What a browser's beacon says when the page goes: the origin and cookies, no XSRF header."""
    origin = {"Origin": f"http://{visitor.address}"}
    answer = visitor.post(f"/voila/api/shutdown/{kernel_of(page)}", {}, origin)
    assert answer.status == 204


def kernels(server: Served) -> set[int]:
    """The process ids of the server's children."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, check=True)
    rows = [row.split() for row in listed.stdout.decode().splitlines()]
    return {
        int(pid)
        for pid, parent, state in rows
        if int(parent) == server.process.pid and not state.startswith("Z")
    }


def kernel_socket(server: Served, visitor: Visitor, kernel: str) -> websockets.ClientConnection:
    url = f"ws://{server.address}/api/kernels/{kernel}/channels?session_id=test"
    return websockets.connect(
        url, proxy=None, additional_headers={"Cookie": visitor.cookie_header}, max_size=None
    )


def message(kind: str, **content: Any) -> str:
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": "test", "username": "u"}
    header |= {"version": "5.3", "date": "2026-01-01T00:00:00Z"}
    rest = {"parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
    return json.dumps({"header": header, **rest, "buffers": []})


def until_reply(wire: websockets.ClientConnection, kind: str) -> list[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    while not seen or seen[-1]["msg_type"] != kind:
        seen.append(json.loads(wire.recv(timeout=PATIENCE)))
    return seen
