"""The open record in a cell: what is ticked is gone from the preview and from every file."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.widgets.test_retro import as_participant
from workshopkit import RetroBoard, Workshop
from workshopkit.domain.actions import RemoveAction
from workshopkit.domain.retro.commands import AddCard
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.publish.json_file import from_json
from workshopkit.widgets import open_record
from workshopkit.widgets.followed import HERE
from workshopkit.widgets.open_record import OpenRecord

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def retro(workshop: Workshop) -> RetroBoard:
    board = RetroBoard(workshop)
    board.make_live()
    as_participant(workshop, AddCard(board._activity, "stop", HOSTILE))
    workshop.add_action("Ask Legal", owner="Priya")
    return board


def opened(workshop: Workshop) -> OpenRecord:
    """As if a page had opened it."""
    found = workshop.record()
    found._heard(found, {"type": "shown"}, [])
    return found


def offered(found: OpenRecord) -> dict[str, Any]:
    return {each["text"]: each for each in found.get_state()["_offered"]}


def page(found: OpenRecord) -> str:
    return str(found.get_state()["_page"])


def asked(found: OpenRecord, name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, bytes]:
    """What a page gets that asks for a file."""
    sent: list[tuple[Any, Any]] = []
    monkeypatch.setattr(
        found, "send", lambda content, buffers=None: sent.append((content, buffers))
    )
    found._heard(found, {"type": "file", "format": name, "view": "v"}, [])
    ((content, buffers),) = sent
    return content, buffers[0]


def test_what_is_hidden_is_neither_offered_nor_shown(workshop: Workshop, retro: RetroBoard) -> None:
    """PR1."""
    found = opened(workshop)
    assert HOSTILE not in offered(found)
    assert "onerror" not in repr(found.get_state())
    retro.move_to("act")
    assert HOSTILE in offered(found)
    assert "&lt;img src=x onerror=alert(1)&gt;" in page(found)
    assert HOSTILE not in page(found)


def test_no_code_and_no_ticket_is_in_what_a_notebook_saves(
    workshop: Workshop, retro: RetroBoard
) -> None:
    state = repr(opened(workshop).get_state())
    assert workshop.code not in state
    assert workshop._desk.workshop not in state


def test_it_is_drawn_only_for_a_page_that_looks(workshop: Workshop, retro: RetroBoard) -> None:
    found = workshop.record()
    assert page(found) == ""
    found._heard(found, {"type": "shown"}, [])
    assert "Ask Legal" in page(found)


def test_boxes_take_things_and_names_out(workshop: Workshop, retro: RetroBoard) -> None:
    retro.move_to("act")
    found = opened(workshop)
    handle = offered(found)[HOSTILE]["handle"]
    said = {"type": "choose", "names": True, "drop": [handle], "lang": "en"}
    found._heard(found, said, [])
    assert "onerror" not in page(found)
    assert "Priya" not in page(found)
    assert offered(found)[HOSTILE]["dropped"]
    assert found.public.left_out.things == 1
    found._heard(found, {**said, "names": False, "drop": []}, [])
    assert "Priya" in page(found)


def test_choosing_in_python_is_the_same(workshop: Workshop, retro: RetroBoard) -> None:
    found = opened(workshop)
    found.choose(drop_names=True, drop=[offered(found)["Ask Legal"]["handle"]], lang="cy")
    assert "Ask Legal" not in page(found)
    assert '<html lang="cy">' in page(found)
    assert found.get_state()["_words"]["title"] == "Y cofnod agored"
    with pytest.raises(WorkshopkitError, match="'nothing'"):
        found.choose(drop=["nothing"])


def test_files_hold_what_the_preview_shows(
    workshop: Workshop, retro: RetroBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = opened(workshop)
    found.choose(drop_names=True)
    said, content = asked(found, "json", monkeypatch)
    assert from_json(content) == found.public
    assert (said["view"], said["mime"]) == ("v", "application/json")
    assert re.fullmatch(r"sprint-12-\d{4}-\d\d-\d\d\.json", said["name"])
    assert asked(found, "zip", monkeypatch)[1][:2] == b"PK"
    assert asked(found, "html", monkeypatch)[1].decode() == page(found)


def test_what_a_page_makes_up_does_nothing(workshop: Workshop, retro: RetroBoard) -> None:
    found = workshop.record()
    before = found.get_state()
    for content in (
        None,
        "choose",
        {"type": "choose"},
        {"type": "choose", "names": "yes", "drop": [], "lang": "en"},
        {"type": "file", "format": "../../etc/passwd", "view": "v"},
        {"type": "file", "format": "csv", "view": "v"},
        {"type": "choose", "names": False, "drop": ["nothing"], "lang": "fr"},
    ):
        found._heard(found, content, [])
    assert found.get_state() == before


def test_what_is_gone_from_the_workshop_need_not_be_left_out(
    workshop: Workshop, retro: RetroBoard
) -> None:
    found = opened(workshop)
    action = offered(found)["Ask Legal"]
    found.choose(drop=[action["handle"]])
    (key,) = workshop._desk.view["actions"]["order"]
    workshop._desk.perform(RemoveAction(key))
    assert "Ask Legal" not in offered(found)
    assert found.public.left_out.things == 0


def test_a_language_that_nobody_wrote_down_is_refused(workshop: Workshop) -> None:
    with pytest.raises(UnknownName, match="no language 'fr'"):
        workshop.record(lang="fr")


def test_its_repr_says_of_what_it_is(workshop: Workshop) -> None:
    assert repr(workshop.record()) == "OpenRecord(Workshop('Sprint 12', team='Benefits service'))"


def test_the_page_sets_peoples_words_as_text_nodes_only() -> None:
    source = (HERE / "open_record.js").read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", source)
    assert 'sandbox: ""' in source


def test_what_the_page_offers_to_save_can_be_saved() -> None:
    source = (HERE / "open_record.js").read_text("utf-8")
    assert all(f'"{name}"' in source for name in open_record.MIMES)
