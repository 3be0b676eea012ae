"""A record comes in as a finished workshop of its own, and stays what it is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.room.house import VOCABULARY, desk
from workshopkit.domain.actions import AddAction
from workshopkit.domain.activity import Role
from workshopkit.domain.governance import WorkshopGovernance
from workshopkit.domain.workshop.commands import SetGovernance
from workshopkit.errors import Refused, WorkshopkitError
from workshopkit.log.base import EventLog
from workshopkit.room.archive import Archived, archive
from workshopkit.room.desk import Desk
from workshopkit.room.directory import Directory, read_directory

RECORD = '{"any": "text"}'


def came_in(log: EventLog, **changes: Any) -> Archived:
    said: dict[str, Any] = {"title": "Sprint 3", "team": "Payments", "day": "2024-05-01"}
    said |= {"record": RECORD} | changes
    record = said.pop("record")
    return log.transact(lambda tx: archive(tx, VOCABULARY, record, **said)).result()


def opened(log: EventLog, workshop: str) -> Desk:
    return Desk(log, title="-", team="-", workshop=workshop, kinds=VOCABULARY.kinds)


def test_it_is_finished_listed_by_its_own_day_and_its_record_is_kept_whole(log: EventLog) -> None:
    workshop = came_in(log, people=12).workshop
    seen = log.transact(lambda tx: read_directory(tx, VOCABULARY, Directory()), write=False)
    entry = seen.result().entries[workshop]
    assert (entry.title, entry.team, entry.begun) == ("Sprint 3", "Payments", "2024-05-01")
    assert entry.finished
    assert entry.people == opened(log, workshop).view()["people"]["count"] == 12
    public = opened(log, workshop).public()
    assert public["record"] == RECORD
    assert public["workshop"]["date"] == "2024-05-01"


def test_no_screen_gets_the_record_and_nobody_can_join(log: EventLog) -> None:
    led = opened(log, came_in(log).workshop)
    for role in Role:
        assert RECORD not in repr(led.view(role))
    with pytest.raises(Refused):
        led.perform(SetGovernance(WorkshopGovernance("Other")))


def test_its_team_is_the_one_that_is_here_already(log: EventLog) -> None:
    first = desk(log)
    second = opened(log, came_in(log, team="PAYMENTS ").workshop)
    assert first._held.state.team.id == second._caught_up().state.team.id
    third = opened(log, came_in(log, team="Letters", record="{}").workshop)
    assert third.view()["workshop"]["team"] == "Letters"


def test_the_team_takes_over_the_actions_that_can_be(log: EventLog) -> None:
    wished = (AddAction("Ask Legal", due="2024-06-01"), AddAction("  "), AddAction("Call"))
    came = came_in(log, actions=wished)
    assert came.actions == (None, "There is nothing written here. Write something first.", None)
    actions = opened(log, came.workshop).view()["actions"]["items"].values()
    assert [action["text"] for action in actions] == ["Ask Legal", "Call"]


def test_the_team_takes_nothing_over_that_it_has_promised_already(log: EventLog) -> None:
    desk(log).perform(AddAction("Ask Legal", due="2024-06-01"))
    wished = (AddAction("Ask Legal", due="2024-06-01"), AddAction("Call"))
    came = came_in(log, actions=wished)
    assert came.actions == ("The team has this action already.", None)


def test_the_same_record_comes_in_once(log: EventLog) -> None:
    workshop = came_in(log).workshop
    with pytest.raises(WorkshopkitError, match=f"here already, as {workshop}"):
        came_in(log)
    came_in(log, record="{}")


def test_a_record_that_cannot_come_in_leaves_nothing_behind(log: EventLog) -> None:
    with pytest.raises(Refused):
        came_in(log, title=" ")
    assert log.transact(lambda tx: tx.read(), write=False).result() == []
