"""Inside Jupyter: the same pages under any prefix, and its rules about who gets in."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from jupyter_server._tz import utcnow
from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.server.serving import SECRET, hello, write_notebook
from workshopkit.domain.workshop.commands import LendTicket
from workshopkit.log import open_log
from workshopkit.room.desk import Desk
from workshopkit.server.extension import Activity, reach


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "inside.db"
    monkeypatch.setenv("WORKSHOPKIT_DATABASE", str(path))
    return path


@pytest.fixture
def code(database: Path) -> Iterator[str]:
    log = open_log(str(database))
    yield Desk(log, title="Inside", team="Red").view()["workshop"]["code"]
    log.close()


@pytest.fixture
def jp_server_config(database: Path, jp_root_dir: Path) -> dict[str, Any]:
    write_notebook(jp_root_dir / "retro.ipynb", ("markdown", "# Retro with workshopkit"))
    return {"ServerApp": {"jpserver_extensions": {"workshopkit.server": True}}}


@pytest.fixture
def address(jp_serverapp: Any, http_server_client: Any, http_server_port: Any) -> str:
    """Where the server is, for whoever comes without its token."""
    return f"127.0.0.1:{http_server_port[-1]}{jp_serverapp.base_url}"


async def anonymous(address: str, path: str) -> HTTPResponse:
    client = AsyncHTTPClient(force_instance=True)
    try:
        url = f"http://{address}{path}"
        return await client.fetch(url, raise_error=False, follow_redirects=False)
    finally:
        client.close()


async def test_participants_pages_are_open_under_the_prefix(address: str, code: str) -> None:
    box = await anonymous(address, "workshopkit/")
    assert box.code == 200
    assert b'action="/a%40b/workshopkit/"' in box.body
    assert (await anonymous(address, f"workshopkit/join/{code}")).code in {200, 503}
    assert (await anonymous(address, "workshopkit/join/WR0NGC0D")).code == 404
    health = await anonymous(address, "workshopkit/health")
    assert json.loads(health.body)["status"] == "ok"


async def test_the_page_to_lead_from_is_open_and_leads_to_no_kernel(
    address: str, code: str, database: Path
) -> None:
    log, key = open_log(str(database)), "1a" * 32
    Desk(log, title="Inside", team="Red").perform(LendTicket(key, "lead"))
    log.close()
    sent_on = await anonymous(address, f"workshopkit/lead/{key}")
    assert sent_on.headers["Location"] == f"/a%40b/workshopkit/lead/{code}#{key}"
    page = await anonymous(address, f"workshopkit/lead/{code}")
    assert page.code in {200, 503}
    assert not [each for each in page.headers.get_list("Set-Cookie") if "_xsrf" not in each]
    for path in ("api/kernels", "api/sessions", "api/contents", "voila/tree", "lab"):
        answer = await anonymous(address, f"{path}?token={key}")
        assert answer.code in {302, 403, 404}
        assert not answer.headers.get("Location") or "login" in answer.headers["Location"]


async def test_the_home_page_asks_for_jupyters_token(address: str, jp_fetch: Any) -> None:
    turned_away = await anonymous(address, "workshopkit/home")
    assert turned_away.code == 302
    assert "/a%40b/login" in turned_away.headers["Location"]
    home = await jp_fetch("workshopkit", "home")
    assert b"Retro with workshopkit" in home.body
    assert b'action="/a%40b/workshopkit/home"' in home.body


async def test_the_token_leaves_the_address(jp_serverapp: Any, address: str) -> None:
    token = jp_serverapp.identity_provider.token
    answer = await anonymous(address, f"workshopkit/home?token={token}&a=b")
    assert (answer.code, answer.headers["Location"]) == (302, "/a%40b/workshopkit/home?a=b")


async def test_a_phones_socket_needs_no_token_and_counts_as_activity(
    jp_serverapp: Any, address: str, code: str
) -> None:
    idle = jp_serverapp.web_app.last_activity()
    async with connected(f"ws://{address}workshopkit/socket/{code}") as socket:
        await socket.write_message(hello(secret=SECRET))
        await until(socket, "welcome")
        await socket.write_message(json.dumps({"type": "ready", "ready": True}))
        await until(socket, "presence", ready=1)
    assert jp_serverapp.web_app.last_activity() > idle
    assert jp_serverapp.extension_manager.any_activity()


async def test_a_wrong_code_is_told_on_the_socket(address: str) -> None:
    async with connected(f"ws://{address}workshopkit/socket/00000000") as socket:
        await until(socket, "refused", code="wrong_code")
    assert socket.close_code == 4404


async def test_kernels_get_the_servers_database(jp_serverapp: Any, database: Path) -> None:
    assert os.environ["WORKSHOPKIT_DATABASE"] == str(database)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[WebSocketClientConnection]:
    socket = await websocket_connect(url)
    try:
        yield socket
    finally:
        socket.close()
        while await socket.read_message() is not None:
            pass


async def until(socket: WebSocketClientConnection, kind: str, **fields: Any) -> None:
    """Read on until a message of this type says this."""
    while message := await socket.read_message():
        told = json.loads(message)
        if told["type"] == kind and told.items() >= fields.items():
            return
    raise AssertionError(f"No {kind} came.")


def test_only_a_recent_deed_keeps_jupyter_from_going_idle() -> None:
    assert not Activity().recent
    assert Activity(utcnow()).recent
    assert not Activity(utcnow() - timedelta(hours=1)).recent


def test_phones_reach_a_local_jupyter_only_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not reach("localhost").reachable
    assert reach("0.0.0.0").reachable
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/ada/")
    assert reach("127.0.0.1").reachable
