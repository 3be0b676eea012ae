"""Who gets in: the token is the facilitator's alone, and it shows nowhere."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from tests.server.serving import Served, wait_until

FACILITATORS = [
    "/workshopkit/home",
    "/voila/render/hello.ipynb",
    "/voila/tree",
    "/voila/files/picture.svg",
    "/voila/api/contents/",
    "/api/kernels/01234567-0123-0123-0123-0123456789ab",
]


@pytest.mark.parametrize("path", FACILITATORS)
def test_without_the_token_a_facilitators_page_is_refused(server: Served, path: str) -> None:
    answer = server.anyone().get(path)
    assert answer.status in {302, 403}
    if answer.status == 302:
        assert answer.location.startswith("/workshopkit/login?next=")


@pytest.mark.parametrize("path", FACILITATORS)
def test_a_wrong_token_opens_nothing(server: Served, path: str) -> None:
    answer = server.anyone().get(f"{path}?token=wrong")
    assert answer.status in {302, 403}
    assert not answer.location or answer.location.startswith("/workshopkit/login")


def test_an_empty_token_opens_nothing(server: Served) -> None:
    for header in ("", "token ", "Bearer "):
        answer = server.anyone().get("/workshopkit/home?token=", {"Authorization": header})
        assert answer.location.startswith("/workshopkit/login")


@pytest.mark.parametrize("path", ["/workshopkit/home", "/voila/render/hello.ipynb?workshop=a%20b"])
def test_the_first_request_trades_the_token_for_a_cookie(server: Served, path: str) -> None:
    visitor = server.anyone()
    mark = "&" if "?" in path else "?"
    answer = visitor.get(f"{path}{mark}token={server.token}")
    assert answer.status == 302
    assert answer.location.replace("+", "%20") == path
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert "SameSite=Lax" in answer.headers["Set-Cookie"]
    assert visitor.get("/workshopkit/home").status == 200


def test_the_token_is_in_no_page_and_in_no_log(server: Served) -> None:
    visitor, workshop = server.facilitator(), server.workshop("Secretive")
    pages = [
        "/workshopkit/home",
        "/workshopkit/",
        "/workshopkit/login",
        f"/workshopkit/join/{workshop.code}",
        "/workshopkit/health",
        "/voila/render/missing.ipynb",
        "/voila/render/raises.ipynb",
    ]
    for path in pages:
        answer = visitor.get(path)
        assert server.token not in answer.body + str(answer.headers), path
    assert server.token not in server.stderr.read_text()


def test_the_log_names_nobody(server: Served) -> None:
    code = server.workshop("Quiet").code
    headers = {"User-Agent": "TellTale/1.0", "X-Real-Ip": "203.0.113.7"}
    for path in (f"/workshopkit/join/{code}", "/workshopkit/join/WR0NGC0D", "/nowhere?q=hush"):
        server.anyone().get(path, headers)
    assert wait_until(lambda: "/nowhere" in server.stderr.read_text())
    logged = server.stderr.read_text()
    assert "/workshopkit/join/…" in logged
    for trace in (code, "WR0NGC0D", "hush", "TellTale", "203.0.113.7", "127.0.0.1", "::1"):
        assert trace not in logged, trace


def test_the_login_page_takes_the_token(server: Served) -> None:
    visitor = server.anyone()
    form = visitor.get("/workshopkit/login?next=%2Fvoila%2Frender%2Fhello.ipynb").body
    guard = re.search(r'name="_xsrf" value="([^"]+)"', form)
    assert guard
    typed = {"_xsrf": guard[1], "next": "/workshopkit/home", "token": "wrong"}
    assert visitor.post("/workshopkit/login", typed).status == 401
    answer = visitor.post("/workshopkit/login", typed | {"token": server.token})
    assert (answer.status, answer.location) == (302, "/workshopkit/home")
    assert visitor.get("/workshopkit/home").status == 200


@pytest.mark.parametrize("aim", ["https://evil.test/", "//evil.test/", "/\\evil.test", "x:y"])
def test_the_login_page_leads_nowhere_else(server: Served, aim: str) -> None:
    answer = server.facilitator().get("/workshopkit/login?" + f"next={aim}")
    assert answer.location == "/workshopkit/home"


def test_the_keys_are_readable_by_their_owner_alone(server: Served) -> None:
    folder = Path(server.environment["XDG_DATA_HOME"])
    (keys,) = folder.rglob("server.json")
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600


def test_the_bare_address_leads_people_to_the_box_and_her_to_the_home_page(server: Served) -> None:
    assert server.anyone().get("/").location == "/workshopkit/"
    assert server.facilitator().get("/").location == "/workshopkit/home"
