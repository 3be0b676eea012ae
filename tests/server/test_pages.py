"""The pages that the server writes: strict, in two languages, under any prefix."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.server.serving import Answer, Served, Workshop, served
from workshopkit.server.handlers import base

KEYS = re.compile(r"""words(?:\.count)?\("([^"]+)\"""")


@pytest.fixture(scope="module")
def workshop(server: Served) -> Workshop:
    return server.workshop("Paged")


def open_pages(workshop: Workshop) -> list[str]:
    rooms = [f"{page}/{workshop.code}" for page in ("join", "screen", "lead")]
    pages = ["", "login", *rooms, "join/WR0NGC0D", "lead/" + "0" * 64]
    return [f"/workshopkit/{page}" for page in pages]


def test_open_pages_run_no_script_but_our_files(server: Served, workshop: Workshop) -> None:
    for path in open_pages(workshop):
        answer = server.anyone().get(path)
        rules = policy(answer)
        assert rules["default-src"] == "'none'", path
        assert rules["script-src"] == rules["style-src"] == rules["form-action"] == "'self'"
        assert rules["base-uri"] == rules["frame-ancestors"] == "'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] in {"no-referrer", "same-origin"}
        assert "camera=()" in answer.headers["Permissions-Policy"]
        assert not re.search(r"<style|style=|<script(?! type=\"module\" src=)| on\w+=", answer.body)


def policy(answer: Answer) -> dict[str, str]:
    header = answer.headers["Content-Security-Policy"]
    return dict(rule.strip().split(" ", 1) for rule in header.split(";"))


@pytest.mark.parametrize("page", ["join", "screen", "lead"])
def test_a_wrong_code_gets_the_box_and_not_the_page(server: Served, page: str) -> None:
    answer = server.anyone().get(f"/workshopkit/{page}/<b>")
    assert answer.status == 404
    assert 'aria-invalid="true"' in answer.body
    assert "<b>" not in answer.body


def test_the_box_finds_the_workshop_however_its_code_is_typed(
    server: Served, workshop: Workshop
) -> None:
    typed = f"{workshop.code[:4]}-{workshop.code[4:]}".lower()
    answer = server.anyone().get(f"/workshopkit/?code={typed}")
    assert answer.location == f"/workshopkit/join/{workshop.code}"


def test_a_tidier_address_is_used_for_a_code_in_small_letters(
    server: Served, workshop: Workshop
) -> None:
    if workshop.code.lower() != workshop.code:
        answer = server.anyone().get(f"/workshopkit/join/{workshop.code.lower()}")
        assert answer.location == f"/workshopkit/join/{workshop.code}"


def test_pages_speak_the_language_that_is_asked_for(server: Served) -> None:
    welsh = server.anyone().get("/workshopkit/", {"Accept-Language": "cy-GB,cy;q=0.9,en;q=0.8"})
    assert '<html lang="cy">' in welsh.body
    assert "Ymuno" in welsh.body
    english = server.anyone().get("/workshopkit/", {"Accept-Language": "fr"})
    assert '<html lang="en">' in english.body


def test_every_word_of_the_pages_is_in_both_languages() -> None:
    words = Path(base.__file__).parents[4] / "data" / "words" / "pages"
    used = {key for page in base.PAGES.glob("*.html") for key in KEYS.findall(page.read_text())}
    assert len(used) > 20
    for language in ("en", "cy"):
        known = json.loads((words / f"{language}.json").read_text())
        missing = {key for key in used if key not in known and f"{key}.other" not in known}
        assert not missing, language


def test_health_names_the_database(server: Served) -> None:
    answer = server.anyone().get("/workshopkit/health")
    assert answer.status == 200
    told = json.loads(answer.body)
    assert told["status"] == "ok"
    assert len(told["database"]) >= 16
    assert told["version"]


def test_an_unknown_address_gets_a_page_of_ours(server: Served) -> None:
    answer = server.anyone().get("/nothing/here")
    assert answer.status == 404
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_static_files_are_taken_from_their_folder_alone(server: Served) -> None:
    for name in ("../__init__.py", "..%2f__init__.py", "manifest.txt", "no.js", "%2e%2e/cli.py"):
        assert server.anyone().get(f"/workshopkit/static/{name}").status == 404


def test_everything_works_under_the_path_of_the_public_address(
    notebooks: Path, tmp_path: Path
) -> None:
    options = ("--public-url", "https://retro.example.org/a%40b/")
    with served(notebooks, tmp_path, *options) as server:
        workshop = server.workshop()
        assert "/a%40b/workshopkit/home?token=" in server.link
        assert "Phones:      https://retro.example.org/a%40b/workshopkit/" in server.said_so_far()
        visitor = server.anyone()
        first = visitor.get(f"/a%40b/workshopkit/home?token={server.token}")
        assert first.location == "/a%40b/workshopkit/home"
        home = visitor.get(first.location)
        assert f'href="/a%40b/voila/render/hello.ipynb?workshop={workshop.id}"' not in home.body
        assert 'action="/a%40b/workshopkit/home"' in home.body
        for path in ("join/" + workshop.code, "health", ""):
            assert visitor.get(f"/a%40b/workshopkit/{path}").status in {200, 503}
        assert server.anyone().get("/a%40b/").location == "/a%40b/workshopkit/"
        assert server.anyone().get("/workshopkit/").status == 404
