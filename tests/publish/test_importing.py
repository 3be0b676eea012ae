"""Export, import, export: the same record, byte for byte, in another database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.analysis.test_experiments import portfolio, seen
from tests.publish.boards import held
from tests.publish.records import activities, made, signed_view
from workshopkit.errors import WorkshopkitError
from workshopkit.log.base import EventLog
from workshopkit.log.sqlite import SqliteLog
from workshopkit.publish.from_view import record
from workshopkit.publish.importing import bring_in, need_sound
from workshopkit.publish.json_file import from_json, to_json
from workshopkit.publish.load import load, tables
from workshopkit.publish.record import Record
from workshopkit.room.desk import Desk


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[EventLog]:
    log = SqliteLog(tmp_path / "elsewhere.db")
    yield log
    log.close()


def opened(log: EventLog, workshop: str) -> Desk:
    return Desk(log, title="-", team="-", workshop=workshop)


def test_export_import_export_is_identical(log: EventLog, elsewhere: EventLog) -> None:
    first = to_json(record(held(log).public()))
    came = bring_in(elsewhere, from_json(first))
    assert to_json(record(opened(elsewhere, came.workshop).public())) == first


@pytest.mark.parametrize(
    "found",
    [
        made(),
        made(activities={"it": signed_view()}),
        made(activities={}),
        made(activities={**activities(), "x": {"kind": "experiments", **seen(portfolio())}}),
        made(activities={"it": {"kind": "chess", "title": {}, "n": [1.5, None, {"a": True}]}}),
        made(workshop={"title": "T", "team": "T", "date": "", "state": "open"}),
    ],
    ids=["everything", "signed", "nothing", "experiments", "an unknown kind", "no day"],
)
def test_so_it_is_for_every_record(found: Record, log: EventLog) -> None:
    came = bring_in(log, found)
    again = record(opened(log, came.workshop).public())
    assert to_json(again) == to_json(found)


def test_its_tables_are_those_of_the_workshop_itself(
    log: EventLog, elsewhere: EventLog, tmp_path: Path
) -> None:
    found = record(held(log).public())
    before = tables(found)
    bring_in(elsewhere, found)
    after = tables(load("Held", database=str(tmp_path / "elsewhere.db")))
    assert before.keys() == after.keys()
    for name, table in before.items():
        assert table.equals(after[name])
        assert table.dtypes.equals(after[name].dtypes)


def test_the_team_takes_over_its_actions_if_so_wished(log: EventLog, elsewhere: EventLog) -> None:
    found = record(held(log).public())
    came = bring_in(elsewhere, found, with_actions=True)
    assert came.actions == (("Ask Legal", None), ("Keep the playbacks", None))
    actions = opened(elsewhere, came.workshop).view()["actions"]["items"].values()
    assert [(each["text"], each.get("owner"), each.get("due")) for each in actions] == [
        ("Ask Legal", "Priya", "2026-12-04"),
        ("Keep the playbacks", None, None),
    ]
    alone = bring_in(elsewhere, made(workshop=_about("Other")))
    assert alone.actions == ()
    assert opened(elsewhere, alone.workshop).view()["actions"]["order"] == []


def test_the_same_record_comes_in_once(log: EventLog) -> None:
    bring_in(log, made())
    with pytest.raises(WorkshopkitError, match="here already"):
        bring_in(log, made())


@pytest.mark.parametrize(
    "change",
    [
        {"agenda": [{"id": "a", "view": {}}]},
        {"agenda": [{"id": "a", "view": {"kind": "retro", "title": {"en": "x"}}}]},
        {"agenda": [{"id": "a", "view": {"kind": "poll", "title": "x"}}]},
        {"actions": {}},
        {"actions": {"order": ["gone"], "items": {}}},
        {"actions": {"order": ["a"], "items": {"a": {"text": "x", "due": "soon"}}}},
        {"workshop": {"title": "T", "team": "T", "date": "soon", "finished": True}},
    ],
)
def test_a_record_that_no_writer_could_write_is_refused(
    change: dict[str, Any], log: EventLog
) -> None:
    broken = from_json(json.dumps({**json.loads(to_json(made())), **change}))
    with pytest.raises(WorkshopkitError):
        bring_in(log, broken)
    assert log.transact(lambda tx: tx.read(), write=False).result() == []


def test_a_sound_record_is_sound() -> None:
    need_sound(made())


def _about(title: str) -> dict[str, str]:
    return {"title": title, "team": "Others", "date": "2026-01-01", "state": "finished"}
