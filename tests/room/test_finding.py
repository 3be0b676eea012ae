"""A workshop is found by whatever somebody knows of it."""

from __future__ import annotations

import pytest

from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.room.directory import Directory, Entry
from workshopkit.room.finding import find

ENTRIES = (
    Entry("id-of-friday-one", "Friday", "Payments", "7F4KQH2M", "2026-01-02", finished=True),
    Entry("id-of-friday-two", "Friday", "Letters", "7F4KQH2N", "2026-01-09"),
    Entry("id-of-monday", "Monday", "Payments", "7F4KQH2P", "2026-01-12"),
    Entry("id-of-a-code", "7F4KQH2P", "Odd", "7F4KQH2Q", "2026-01-13"),
)
DIRECTORY = Directory({entry.id: entry for entry in ENTRIES})


def found(wanted: str, team: str | None = None) -> str:
    return find(DIRECTORY, wanted, team=team).id


def test_an_id_finds_it_whatever_else_is_called_so() -> None:
    assert found("id-of-monday") == "id-of-monday"


def test_a_code_finds_it_however_it_is_typed() -> None:
    assert found("7F4KQH2P") == "id-of-monday"
    assert found("7f4k-qh2p") == "id-of-monday"


def test_a_title_finds_it_if_there_is_one_of_that_title() -> None:
    assert found("monday ") == "id-of-monday"
    assert found("Friday", "letters") == "id-of-friday-two"


def test_several_of_one_title_are_listed_to_choose_from() -> None:
    with pytest.raises(WorkshopkitError) as problem:
        found("Friday")
    first, *lines = str(problem.value).splitlines()
    assert first == "2 workshops are called 'Friday'. Say which by its id:"
    assert lines == [
        "  id-of-friday-one  2026-01-02  Payments: Friday (finished)",
        "  id-of-friday-two  2026-01-09  Letters: Friday (open)",
    ]


def test_the_nearest_title_is_named_where_there_is_none() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'Monday'"):
        found("Mondey")
    with pytest.raises(UnknownName, match=r"no team 'Paiments'.*Did you mean 'Payments'"):
        found("Monday", "Paiments")


def test_an_empty_database_says_so() -> None:
    with pytest.raises(WorkshopkitError, match="no workshop in this database"):
        find(Directory(), "Friday")
