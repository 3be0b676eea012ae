"""A record is found by whatever somebody knows of its workshop, or read from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.boards import held
from tests.publish.records import made
from workshopkit.errors import LogUnavailable, UnknownName, WorkshopkitError
from workshopkit.log.base import EventLog
from workshopkit.publish import load, tables, write
from workshopkit.publish.from_view import record


def test_it_is_found_by_id_code_and_title(log: EventLog, database: Path) -> None:
    desk = held(log)
    code = desk.view()["workshop"]["code"]
    for wanted in (desk.workshop, code, code.lower(), "held"):
        assert load(wanted, database=str(database)) == record(desk.public())


def test_several_of_one_title_need_a_team_or_an_id(log: EventLog, database: Path) -> None:
    held(log), held(log)
    with pytest.raises(WorkshopkitError, match="2 workshops are called 'Held'"):
        load("Held", database=str(database))


def test_where_there_is_none_the_nearest_is_named(log: EventLog, database: Path) -> None:
    held(log)
    with pytest.raises(UnknownName, match="Did you mean 'Held'"):
        load("Helt", database=str(database))
    with pytest.raises(UnknownName, match="no team 'Letters'"):
        load("Held", team="Letters", database=str(database))


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(LogUnavailable, match="There is no database"):
        load("Held", database=str(tmp_path / "gone.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (path,) = write(made(), tmp_path / "it.json")
    assert load(path) == load(str(path)) == made()


def test_tables_have_their_names_and_dtypes() -> None:
    found = tables(made())
    assert str(found["03-what-happened-dots"]["votes"].dtype) == "Int64"
    assert list(found)[-1] == "05-what-we-will-do-actions"
