"""The facilitator's page: start, resume, look at what is finished."""

from __future__ import annotations

import re

from tests.room.test_reviews import start as start_experiment
from tests.server.serving import Served, Visitor
from workshopkit.domain.workshop.commands import Finish
from workshopkit.log import open_log
from workshopkit.room.desk import Desk


def start(visitor: Visitor, notebook: str) -> str:
    guard = re.search(r'name="_xsrf" value="([^"]+)"', visitor.get("/workshopkit/home").body)
    assert guard
    answer = visitor.post("/workshopkit/home", {"_xsrf": guard[1], "notebook": notebook})
    return answer.location if answer.status == 303 else str(answer.status)


def test_notebooks_are_offered_by_their_heading_and_description(server: Served) -> None:
    body = server.facilitator().get("/workshopkit/home").body
    assert "<h3>Hello team</h3>" in body
    assert "<p>Look back with workshopkit.</p>" in body


def test_starting_fixes_the_workshops_id_in_the_address(server: Served) -> None:
    visitor = server.facilitator()
    first, second = start(visitor, "hello.ipynb"), start(visitor, "hello.ipynb")
    pattern = r"/voila/render/hello\.ipynb\?workshop=[\w-]{22}"
    assert re.fullmatch(pattern, first)
    assert re.fullmatch(pattern, second)
    assert first != second


def test_only_offered_notebooks_start(server: Served) -> None:
    visitor = server.facilitator()
    for path in ("../secret.ipynb", "/etc/passwd", "missing.ipynb", ""):
        assert start(visitor, path) == "404"


def test_starting_needs_the_form_of_the_page_itself(server: Served) -> None:
    visitor, form = server.facilitator(), {"notebook": "hello.ipynb"}
    assert visitor.post("/workshopkit/home", form).status == 403
    assert server.anyone().post("/workshopkit/home", form).status == 403


def test_an_unfinished_workshop_is_resumed_in_its_notebook(server: Served) -> None:
    visitor = server.facilitator()
    page = start(visitor, "hello.ipynb")
    lead(server, page.rpartition("=")[2], "Resume <me>")
    body = visitor.get("/workshopkit/home").body
    assert "Resume &lt;me&gt;" in body
    assert f'href="{page}"' in body
    assert "Blue · 0 people" in body


def test_a_finished_workshop_is_listed_apart(server: Served) -> None:
    visitor = server.facilitator()
    page = start(visitor, "hello.ipynb")
    lead(server, page.rpartition("=")[2], "All done", finish=True)
    running, _, finished = visitor.get("/workshopkit/home").body.partition('id="finished"')
    assert "All done" in finished
    assert "All done" not in running


def test_experiments_that_are_due_are_listed_with_their_team(server: Served) -> None:
    visitor = server.facilitator()
    page = start(visitor, "hello.ipynb")
    log = open_log(str(server.database))
    try:
        desk = Desk(log, title="Sprint 12", team="Red", workshop=page.rpartition("=")[2])
        start_experiment(desk, "Call <first>", "2026-02-01", start="2026-01-01")
        start_experiment(desk, "Later", "2099-02-01", start="2026-01-01")
    finally:
        log.close()
    listed = visitor.get("/workshopkit/home").body.partition('id="reviews"')[2]
    first, _, second = listed.partition("<h3>Later</h3>")
    assert "Call &lt;first&gt;" in first
    assert "overdue" in first
    assert f'href="{page}"' in first
    assert "overdue" not in second.partition("</li>")[0]


def lead(server: Served, workshop: str, title: str, *, finish: bool = False) -> None:
    log = open_log(str(server.database))
    try:
        desk = Desk(log, title=title, team="Blue", workshop=workshop)
        if finish:
            desk.perform(Finish())
    finally:
        log.close()
