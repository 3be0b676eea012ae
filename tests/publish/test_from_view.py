"""A record is what may be public, and nothing that lets anybody in or passes with the moment."""

from __future__ import annotations

from pathlib import Path

from tests.publish.records import made, public_view
from workshopkit.domain.actions import AddAction
from workshopkit.domain.workshop.commands import AddActivity, Finish
from workshopkit.log.sqlite import SqliteLog
from workshopkit.publish.from_view import record
from workshopkit.publish.json_file import to_json
from workshopkit.room.desk import Desk


def test_it_has_the_agenda_in_its_order_with_what_each_came_to() -> None:
    found = made()
    assert [activity.id for activity in found.agenda] == ["check-in", "words", "board", "map"]
    assert [activity.kind for activity in found.agenda] == ["poll", "poll", "retro", "goals"]
    assert found.people == 12
    assert found.actions["order"] == ["a1", "a2"]
    assert found.governance is not None
    assert found.governance.decisions == ("Write plainly", "Test each letter with five people")


def test_what_passes_with_the_moment_is_not_in_it() -> None:
    text = to_json(made())
    for key in ('"phases"', '"private"'):
        assert key not in text


def test_a_workshop_without_governance_has_none() -> None:
    view = public_view()
    del view["governance"]
    assert record(view).governance is None


def test_it_is_made_of_what_a_desk_says_may_be_public(tmp_path: Path) -> None:
    log = SqliteLog(tmp_path / "it.db")
    desk = Desk(log, title="Sprint 12", team="Benefits service")
    question = {"question": {"en": "One word?"}, "form": "words"}
    desk.perform(AddActivity("poll", "poll", {"en": "One word?"}, question))
    desk.perform(AddAction("Ask Legal"))
    desk.perform(Finish())
    found = record(desk.public())
    log.close()
    assert found.title == "Sprint 12"
    assert found.workshop.finished
    assert found.workshop.date
    assert len(found.agenda) == 1


def test_one_from_elsewhere_is_the_record_that_came_in() -> None:
    elsewhere = made(people={"count": 3})
    assert record(public_view(record=to_json(elsewhere))) == elsewhere
