"""Forgetting takes names and words out of the log, and the log still tells the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.test_laws import Meeting, Wish, wishes
from tests.domain.workshops import KINDS
from tests.room.house import ADA, VOCABULARY, House, ids_by_key
from workshopkit.domain.actions import AddAction, ChangeAction
from workshopkit.domain.activity import Role
from workshopkit.domain.forgetting import ERASED
from workshopkit.domain.governance import WorkshopGovernance
from workshopkit.domain.poll import Answer
from workshopkit.domain.retro import commands as rc
from workshopkit.domain.workshop import commands as c
from workshopkit.errors import LogError
from workshopkit.log.base import EventLog
from workshopkit.log.sqlite import SqliteLog
from workshopkit.room.archive import archive
from workshopkit.room.context import LiveContext
from workshopkit.room.desk import Desk
from workshopkit.room.directory import Directory, read_directory
from workshopkit.room.forget import Forgetting, forget, look
from workshopkit.room.vocabulary import Vocabulary

PLANTED = re.compile(rb"planted[-\w]*")
_numbers = count()


def forgotten(log: EventLog, workshop: str, vocabulary: Vocabulary = VOCABULARY) -> Forgetting:
    done = log.transact(lambda tx: forget(tx, vocabulary, workshop)).result()
    log.compact().result()
    return done


def stored(folder: Path) -> set[bytes]:
    return set(PLANTED.findall(b"".join(each.read_bytes() for each in folder.iterdir())))


@pytest.fixture
def said(log: EventLog, led: Desk, house: House) -> House:
    """Everything that can be written, written: cards, a group, an answer, an action, the rest."""
    board = ids_by_key(led)["retro"]
    ada = house.client(secret=ADA, name="planted-name")
    for number in (1, 2):
        ada.wish("retro.add_card", activity=board, column="glad", text=f"planted-card-{number}")
    house.work()
    led.perform(rc.MovePhase(board, "group"))
    cards = tuple(led.view()["activities"][board]["cards"]["order"])
    led.perform(rc.GroupCards(board, cards, title="planted-group"))
    led.perform(rc.MovePhase(board, "vote"))
    house.catch_up()
    ada.wish("retro.give_vote", activity=board, target=only_group(led, board))
    house.work()
    led.perform(rc.MovePhase(board, "act"))
    target = only_group(led, board)
    led.perform(AddAction("planted-action", "planted-owner", "2026-02-01", board, target))
    action = led.view()["actions"]["order"][0]
    led.perform(ChangeAction(action, "planted-action-2", "planted-owner-2", "2026-02-02"))
    led.perform(c.SetGovernance(WorkshopGovernance("planted-purpose", ("planted-decision",))))
    house.catch_up()
    return house


def only_group(led: Desk, board: str) -> str:
    (group,) = led.view()["activities"][board]["groups"]["order"]
    return str(group)


def test_no_name_and_no_text_is_left_in_any_file(
    said: House, log: EventLog, led: Desk, tmp_path: Path
) -> None:
    assert len(stored(tmp_path)) >= 8
    going = forgotten(log, led.workshop)
    assert going.people == 1
    assert going.texts == {
        "retro.card_added": 2,
        "retro.cards_grouped": 1,
        "team.action_added": 1,
        "team.action_changed": 1,
        "workshop.created": 1,
        "workshop.governance_set": 1,
    }
    assert stored(tmp_path) == set()


def test_numbers_days_and_the_agenda_stay(said: House, log: EventLog, led: Desk) -> None:
    board = ids_by_key(led)["retro"]
    before = led.view()
    forgotten(log, led.workshop)
    after = led.view()
    assert after["agenda"] == before["agenda"]
    assert after["people"]["count"] == 1
    assert after["activities"][board]["tallies"] == before["activities"][board]["tallies"]
    assert after["activities"][board]["cards"]["order"]
    (action,) = after["actions"]["items"].values()
    assert (action["text"], action["owner"], action["due"]) == (ERASED, ERASED, "2026-02-02")
    assert after["workshop"]["title"] == ERASED


def test_looking_changes_nothing(said: House, log: EventLog, led: Desk, tmp_path: Path) -> None:
    before = log.transact(lambda tx: tx.read(), write=False).result()
    log.transact(lambda tx: look(tx, VOCABULARY, led.workshop), write=False).result()
    assert log.transact(lambda tx: tx.read(), write=False).result() == before


def test_open_rooms_and_kernels_forget_as_well(
    said: House, opens: Callable[[], EventLog], led: Desk
) -> None:
    """RM17: what they hold in memory is read anew, and their screens are told."""
    browser = said.client(secret=ADA)
    observer = said.client(observe=True)
    assert "planted" in repr(observer.browser.view)
    forgotten(opens(), led.workshop)
    said.catch_up()
    for role in Role:
        assert "planted" not in repr(said.shown(role))
        assert "planted" not in repr(led.view(role))
    assert "planted" not in repr(observer.browser.view)
    assert "planted" not in repr((browser.browser.view, browser.browser.me["activities"]))


def test_a_workshop_that_goes_on_can_be_forgotten_again(
    said: House, log: EventLog, led: Desk, tmp_path: Path
) -> None:
    forgotten(log, led.workshop)
    led.perform(AddAction("planted-later"))
    assert forgotten(log, led.workshop).texts == {"team.action_added": 1}
    assert stored(tmp_path) == set()
    assert led.view()["people"]["count"] == 1


def test_what_others_of_the_team_wrote_stays(log: EventLog, led: Desk) -> None:
    other = Desk(log, title="Monday", team="Payments", kinds=KINDS)
    other.perform(AddAction("Kept"))
    led.perform(AddAction("planted"))
    (mine,) = led.view()["actions"]["order"]
    other.perform(ChangeAction(mine, "planted", "planted-elsewhere"))
    assert forgotten(log, led.workshop).texts["team.action_changed"] == 1
    (kept,) = other.view()["actions"]["items"].values()
    assert kept["text"] == "Kept"


def test_the_answers_to_a_choice_stay_for_they_are_no_words(log: EventLog) -> None:
    led = Desk(log, title="Choosing", team="Payments", kinds=KINDS)
    options = [{"id": name, "label": {"en": name}} for name in ("yes", "no")]
    question = {"question": {"en": "Well?"}, "form": "choice", "options": options}
    led.perform(c.AddActivity("poll", "poll", {"en": "Well?"}, question))
    (activity,) = led.view()["agenda"]["order"]
    assert led.perform_all([Answer(activity, "yes")], secret=ADA) == [None]
    assert "poll.answered" not in forgotten(log, led.workshop).texts


def test_an_imported_record_goes_as_a_whole(log: EventLog, tmp_path: Path) -> None:
    came = log.transact(
        lambda tx: archive(
            tx, VOCABULARY, '{"planted": 1}', title="planted", team="Payments", day="2024-01-02"
        )
    ).result()
    going = forgotten(log, came.workshop)
    assert going.due == "2025-01-01"
    assert stored(tmp_path) == set()
    led = Desk(log, title="-", team="-", workshop=came.workshop, kinds=KINDS)
    assert "record" not in led.public()


def test_the_directory_says_that_it_was_forgotten(said: House, log: EventLog, led: Desk) -> None:
    known = log.transact(lambda tx: read_directory(tx, VOCABULARY, Directory())).result()
    forgotten(log, led.workshop)
    for before in (known, Directory()):
        now = log.transact(lambda tx, b=before: read_directory(tx, VOCABULARY, b)).result()  # type: ignore[misc]
        entry = now.entries[led.workshop]
        assert (entry.title, entry.forgotten, entry.people) == (ERASED, True, 1)


def test_a_log_is_never_left_unreadable(said: House, log: EventLog, led: Desk) -> None:
    """An activity whose events need their words fails before anything is kept."""
    retro = KINDS["retro"]
    strict = replace(retro, evolve=lambda state, event: retro.evolve(state, _need_words(event)))
    vocabulary = Vocabulary({**KINDS, "retro": strict})
    before = log.transact(lambda tx: tx.read(), write=False).result()
    problem = log.transact(lambda tx: forget(tx, vocabulary, led.workshop)).exception()
    assert isinstance(problem, LogError)
    assert "Nothing was erased" in str(problem)
    assert log.transact(lambda tx: tx.read(), write=False).result() == before


def _need_words(event: object) -> object:
    assert getattr(event, "text", "") != ERASED
    return event


@given(st.booleans(), st.integers(0, 4), st.lists(wishes, min_size=10, max_size=50))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_people_wished_can_be_forgotten_and_read_again(
    tmp_path: Path, anonymous: bool, phase: int, steps: list[Wish]
) -> None:
    meeting = Meeting(anonymous=anonymous, phase=phase)
    for step in steps:
        meeting.wish(step)
    folder = tmp_path / str(next(_numbers))
    folder.mkdir()
    log = SqliteLog(folder / "log.db")
    streams = {"workshop": "w", "team": meeting.state.team.id}
    new = [VOCABULARY.write_event(event, streams[event.stream]) for event in meeting.events]
    log.transact(lambda tx: tx.append(new, at=LiveContext.current().now)).result()
    forgotten(log, "w")
    led = Desk(log, title="-", team="-", workshop="w", kinds=KINDS)
    for role in Role:
        assert "planted" not in repr(led.view(role))
    assert len(led._held.state.agenda["board"].state.cards) == len(meeting.board.cards)
    assert led._held.state.agenda["board"].state.ballots == meeting.board.ballots
    led.perform(c.MakeLive(None if led.view()["workshop"].get("live") else "board"))
    log.close()
    assert stored(folder) == set()
