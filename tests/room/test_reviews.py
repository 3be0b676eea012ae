"""Which experiments are due: of all teams, without a look at their readings."""

from __future__ import annotations

from msgspec.structs import replace

from tests.domain.lab import LEARNED, TIMES, values
from tests.room.house import VOCABULARY
from tests.room.test_directory import found
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.workshop.commands import AddActivity
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk
from workshopkit.room.reviews import Review, Reviews, read_reviews


def reviews(log: EventLog, known: Reviews) -> Reviews:
    return log.transact(lambda tx: read_reviews(tx, VOCABULARY, known), write=False).result()


def start(desk: Desk, title: str, review: str, *, start: str = "2026-01-01") -> tuple[str, str]:
    """An experiment that runs on the desk's board, which is made if need be; board and id."""
    if not desk.view()["agenda"]["order"]:
        desk.perform(AddActivity("experiments", "board", {"en": "Board"}, {}))
    board = desk.view()["agenda"]["order"][0]
    desk.perform(c.AddExperiment(board, title, replace(TIMES, review=review), owner="Ada"))
    key = desk.view()["activities"][board]["experiments"]["order"][-1]
    desk.perform(c.StartExperiment(board, key, start))
    return board, key


def test_reviews_of_all_teams_come_by_the_day_they_are_due(log: EventLog) -> None:
    start(found(log), "Call first", "2026-09-01")
    start(found(log, team="Letters"), "Shorter", "2026-03-01")
    assert reviews(log, Reviews()).running() == [
        Review("Letters", "Shorter", "2026-03-01", "Ada"),
        Review("Payments", "Call first", "2026-09-01", "Ada"),
    ]


def test_what_was_read_is_not_read_again(log: EventLog) -> None:
    desk = found(log)
    board, key = start(desk, "Call first", "2026-09-01")
    before = reviews(log, Reviews())
    desk.perform(c.RecordReadings(board, key, values([9.0])))
    assert reviews(log, before) == before, "readings move no review"
    desk.perform(c.DecideExperiment(board, key, "adopt", LEARNED))
    assert reviews(log, before).running() == []
