"""The audit finds what a database lacks, whoever says otherwise."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from workshopkit.domain.workshop.commands import AddActivity
from workshopkit.log import open_log
from workshopkit.rehearsal.audit import Findings, audit
from workshopkit.rehearsal.crowd import Participant
from workshopkit.rehearsal.screen import Screen, facilitator_hello
from workshopkit.rehearsal.visitor import Visitor
from workshopkit.room.desk import Desk
from workshopkit.room.vocabulary import Vocabulary, load_kinds

POLL = AddActivity("poll", "mood", {"en": "Mood"}, {"question": {"en": "How?"}, "form": "words"})


class Told:
    """A database, and people whose screens agree with it until a test says otherwise."""

    def __init__(self, database: Path) -> None:
        self.database = database
        with closing(open_log(str(database))) as log:
            desk = Desk(log, title="Told", team="Testers")
            desk.perform(POLL)
            self.workshop, view = desk.workshop, desk.view()
        self.poll: str = view["agenda"]["order"][0]
        self.lead = Visitor("ws://nowhere", facilitator_hello("ticket"))
        self.lead.screen.view = msgspec.json.decode(msgspec.json.encode(view))
        self.person = Participant("Ada", "ws://nowhere", load_kinds(), seed=7)
        self.person.own[self.poll] = {}

    @property
    def screen(self) -> Screen:
        return self.person.visitor.screen

    def audit(self) -> Findings:
        vocabulary = Vocabulary(load_kinds())
        return audit(self.database, self.workshop, self.lead, [self.person], vocabulary)


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path / "told.db")


def test_nothing_is_found_where_screens_and_database_agree(told: Told) -> None:
    assert told.audit() == Findings((), ())


def test_an_acknowledged_command_that_is_not_stored_is_missing(told: Told) -> None:
    told.screen.wish({"kind": "poll.answer"}, 1.0).version = 4
    assert told.audit().missing == ("poll.answer",)


def test_a_command_that_nobody_acknowledged_is_not_missing(told: Told) -> None:
    told.screen.wish({"kind": "poll.answer"}, 1.0)
    told.screen.wish({"kind": "poll.answer"}, 1.0).refused = "wrong_phase"
    assert told.audit().missing == ()


def test_a_screen_that_shows_what_is_not_stored_is_different(told: Told) -> None:
    told.person.own[told.poll] = {"answer": "hopeful"}
    told.lead.screen.view["workshop"]["title"] = "Something else"
    assert told.audit().different == ("Ada", "the facilitator")


def test_an_activity_that_is_not_stored_is_different(told: Told) -> None:
    told.person.own["gone"] = {"answer": "hopeful"}
    assert told.audit().different == ("Ada",)
