"""The same over the real server: pages, sockets, kernels, and what the process prints."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from http.cookiejar import CookieJar
from pathlib import Path
from random import Random
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from tests.privacy.planting import Planter
from tests.rehearsal.notebooks import write
from workshopkit.log import open_log
from workshopkit.log.place import VARIABLE
from workshopkit.rehearsal.screen import (
    Screen,
    facilitator_hello,
    observer_hello,
    participant_hello,
)
from workshopkit.rehearsal.serving import Served, served
from workshopkit.rehearsal.visitor import Visitor
from workshopkit.resources import static_folder
from workshopkit.room.desk import Desk
from workshopkit.room.vocabulary import load_kinds

pytestmark = pytest.mark.slow

KINDS = load_kinds()
HOSTILE = "<img src=x onerror=alert(1)></script>"
NAME = "<script>alert(2)</script>"
"""What somebody chose to be called: the facilitator's list may say it, but as text."""
CELLS = (
    """\
from workshopkit import Poll, RetroBoard, Workshop

workshop = Workshop("Hidden", team="Testers")
workshop""",
    """\
poll = Poll(workshop, "How are you?", words=True)
poll""",
    """\
retro = RetroBoard(workshop)
retro""",
    "print(poll.answers.to_csv(), retro.cards.to_csv(), retro.votes.to_csv())",
    "print(workshop.people.to_csv(), workshop.actions.to_csv(), poll.view, retro.view)",
    "poll.results()",
    "retro.results()",
)


@dataclass
class Scene:
    """A server in the middle of private phases."""

    server: Served
    notebook: Path
    database: Path
    desk: Desk
    owner: Visitor
    heard: list[tuple[str, str | bytes]]
    """What came to everybody else, with the name of who got it."""
    planters: list[Planter]

    @property
    def code(self) -> str:
        return str(self.desk.view()["workshop"]["code"])

    def leaks(self, text: str | bytes) -> list[str]:
        found = [secret for planter in self.planters for secret in planter.found_in(text)]
        data = text.encode() if isinstance(text, str) else text
        return [*found, *([HOSTILE] if HOSTILE.encode() in data else [])]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    folder = tmp_path_factory.mktemp("served")
    notebook, database = write(folder / "hidden.ipynb", *CELLS), folder / "hidden.db"
    asyncio.run(_run_cells(notebook, database))
    log = open_log(str(database))
    desk = Desk(log, title="Hidden", team="Testers")
    with served(folder, database=database, folder=folder) as server:
        made = Scene(server, notebook, database, desk, None, [], [])  # type: ignore[arg-type]
        asyncio.run(_plant(made))
        yield made
    log.close()


async def _plant(scene: Scene) -> None:
    """Plant in each activity's private phase while everybody else listens."""
    socket = scene.server.socket(scene.code)
    owner = Visitor(socket, participant_hello("Owner"))
    lead = Visitor(socket, facilitator_hello(scene.desk.ticket()))
    rest = {
        "another participant": Visitor(socket, participant_hello(NAME)),
        "an observer": Visitor(socket, observer_hello()),
        "the facilitator": lead,
    }
    scene.owner = owner
    for name, visitor in rest.items():
        _listen(visitor, name, scene.heard)
    await asyncio.gather(*(visitor.arrive() for visitor in (owner, *rest.values())))
    for activity in lead.screen.view["agenda"]["order"]:
        await _do(lead, [{"kind": "workshop.make_live", "activity": activity}])
        # What is one's own comes at once, the view with the next beat: wait for both.
        assert await owner.until(partial(_shows, activity=activity))
        view, me = (
            owner.screen.view["activities"][activity],
            owner.screen.me["activities"][activity],
        )
        assert view["private"]
        planter = Planter(KINDS[view["kind"]], activity)
        scene.planters.append(planter)
        honest = planter.honest(view, me, Random(7))
        fields = KINDS[view["kind"]].rehearsal.secret_fields
        hostile = [{k: HOSTILE if k in fields else v for k, v in c.items()} for c in honest]
        await _do(owner, [*hostile, *planter.rehearsed(view, me, Random(7))])
        await _do(owner, planter.malformed(honest[0]))
        await _do(owner, list(planter.every_command(view, owner.screen.me["activities"][activity])))
    newest = owner.screen.version
    for visitor in rest.values():
        await visitor.until(lambda screen: screen.version >= newest)
    await asyncio.gather(*(visitor.leave() for visitor in (owner, *rest.values())))


def _shows(screen: Screen, *, activity: str) -> bool:
    return activity in screen.view["activities"] and activity in screen.me["activities"]


async def _do(visitor: Visitor, commands: Sequence[dict[str, Any]]) -> None:
    for command in commands:
        visitor.send(command)
    assert await visitor.until(lambda screen: screen.settled)


def _listen(visitor: Visitor, name: str, heard: list[tuple[str, str | bytes]]) -> None:
    hear = visitor.screen.hear

    def hear_and_keep(data: str | bytes, now: float) -> Any:
        heard.append((name, data))
        return hear(data, now)

    visitor.screen.hear = hear_and_keep  # type: ignore[method-assign]


async def _run_cells(notebook: Path, database: Path) -> str:
    """All that a kernel shows and tells the page: outputs, and the state of every widget."""
    import nbformat
    from nbclient import NotebookClient

    read: Any = nbformat.read
    client = NotebookClient(read(notebook, as_version=4), timeout=120)
    await client.async_execute(env={**os.environ, VARIABLE: str(database)})
    return f"{client.nb} {client.widget_state}"


def test_no_other_socket_was_told(scene: Scene) -> None:
    accepted = [sent for sent in scene.owner.screen.sent.values() if sent.version is not None]
    assert len(accepted) > len(scene.planters)
    assert {name for name, _ in scene.heard} == {
        "another participant",
        "an observer",
        "the facilitator",
    }
    for name, data in scene.heard:
        assert not scene.leaks(data), name


def test_no_page_tells(scene: Scene) -> None:
    anonymous, facilitator = build_opener(), build_opener(HTTPCookieProcessor(CookieJar()))
    link = f"workshopkit/home?token={scene.server.token}"
    for browser, path in [
        *((anonymous, path) for path in _open_pages(scene)),
        *((facilitator, path) for path in (link, *_open_pages(scene))),
    ]:
        status, body = _get(browser, scene.server.address + path)
        assert not scene.leaks(body), path
        assert status in (200, 404), (path, status)
        assert scene.server.token.encode() not in body
        assert (scene.owner.screen.hello.secret or "-").encode() not in body


def test_the_facilitators_voila_page_does_not_tell(scene: Scene) -> None:
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    _get(browser, f"{scene.server.address}workshopkit/home?token={scene.server.token}")
    page = f"voila/render/{scene.notebook.name}?workshop={scene.desk.workshop}"
    status, body = _get(browser, scene.server.address + page)
    assert status == 200
    assert b"card,text" in body, "the cells did not run"
    assert not scene.leaks(body)
    assert NAME.encode() not in body
    assert scene.server.token.encode() not in body


def test_a_kernel_shows_nothing_of_it(scene: Scene) -> None:
    shown = asyncio.run(_run_cells(scene.notebook, scene.database))
    assert "How are you?" in shown
    assert not scene.leaks(shown)


def test_the_process_prints_nothing_about_anybody(scene: Scene) -> None:
    printed = scene.server.errors.read_text("utf-8")
    assert printed, "not even a request was logged"
    for text in (printed, scene.server.output.read_text("utf-8")):
        assert not scene.leaks(text)
        assert (scene.owner.screen.hello.secret or "-") not in text
        assert scene.code not in text
        assert "Owner" not in text
        assert not re.search(r"127\.0\.0\.1(?!:\d+/workshopkit/)", text), "an address"
    assert scene.server.token not in printed
    assert "Traceback" not in printed


def _open_pages(scene: Scene) -> Iterator[str]:
    yield from ("workshopkit/", "workshopkit/health", "workshopkit/nowhere", "workshopkit/login")
    for code in (scene.code, scene.code.lower(), "00000000"):
        yield f"workshopkit/join/{code}"
        yield f"workshopkit/screen/{code}"
        yield f"workshopkit/?code={code}"
    for file in sorted(static_folder().iterdir())[:50]:
        yield f"workshopkit/static/{file.name}"


def _get(browser: OpenerDirector, address: str) -> tuple[int, bytes]:
    try:
        with browser.open(address, timeout=60) as answer:
            return answer.status, answer.read() + str(answer.headers).encode()
    except HTTPError as answer:
        with answer:
            return answer.code, answer.read() + str(answer.headers).encode()
