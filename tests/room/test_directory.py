"""Finding workshops: by address, by code, by team and title; found, never duplicated (RM13)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from tests.domain.workshops import KINDS
from tests.room.house import VOCABULARY
from workshopkit.domain.people import hash_secret
from workshopkit.domain.tickets import TICKET_LIFE, Purpose
from workshopkit.domain.workshop import commands as c
from workshopkit.domain.workshop.create import CODE_ALPHABET, clean_code
from workshopkit.errors import Refused
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk
from workshopkit.room.directory import Directory, make_ticket, read_directory


def found(
    log: EventLog, title: str = "Friday", team: str = "Payments", workshop: str | None = None
) -> Desk:
    return Desk(log, title=title, team=team, workshop=workshop, kinds=KINDS)


def directory(log: EventLog, known: Directory | None = None) -> Directory:
    known = known or Directory()
    return log.transact(lambda tx: read_directory(tx, VOCABULARY, known), write=False).result()


@pytest.mark.parametrize(
    ("title", "team"),
    [
        ("Friday", "Payments"),
        (" Friday ", "Payments\n"),
        ("Friday", "payments"),
        ("Fri\x00day", " PAYMENTS "),
    ],
)
def test_running_the_cell_again_finds_the_workshop(log: EventLog, title: str, team: str) -> None:
    first = found(log, title, team)
    assert found(log, title, team).workshop == first.workshop
    assert found(log).workshop == first.workshop
    assert len(directory(log).entries) == 1


def test_another_title_or_team_is_another_workshop(log: EventLog) -> None:
    ids = {
        found(log).workshop,
        found(log, title="Monday").workshop,
        found(log, team="Letters").workshop,
    }
    assert len(ids) == 3


def test_a_team_outlives_its_workshops_and_is_one_however_it_is_written(log: EventLog) -> None:
    first = found(log)
    second = found(log, title="Monday", team="PAYMENTS ")
    teams = {desk._held.state.team.id for desk in (first, second) if desk.version}
    assert len(teams) == 1


def test_what_has_finished_is_not_found_again_by_name(log: EventLog) -> None:
    over = found(log)
    over.perform(c.Finish())
    new = found(log)
    assert new.workshop != over.workshop
    assert found(log, workshop=over.workshop).workshop == over.workshop
    assert directory(log).entries[over.workshop].finished


def test_an_address_finds_its_workshop_whatever_it_is_called_there(log: EventLog) -> None:
    first = found(log)
    assert found(log, "Other", "Others", workshop=first.workshop).workshop == first.workshop
    new = found(log, workshop="chosen-by-the-home-page")
    assert new.workshop == "chosen-by-the-home-page"


@pytest.mark.parametrize("workshop", ["", "short", "x" * 65, "../" * 10, "x" * 20 + "\n", "é" * 20])
def test_an_address_that_is_none_is_refused(log: EventLog, workshop: str) -> None:
    with pytest.raises(Refused) as refused:
        found(log, workshop=workshop)
    assert refused.value.code == "unknown_workshop"
    assert directory(log).entries == {}


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_a_workshop_needs_a_title(log: EventLog, title: str) -> None:
    with pytest.raises(Refused):
        found(log, title=title)


def test_many_who_start_at_once_find_one_workshop(opens: Callable[[], EventLog]) -> None:
    logs = [opens() for _ in range(6)]
    ready = threading.Barrier(len(logs))

    def start(log: EventLog) -> str:
        ready.wait()
        return found(log).workshop

    with ThreadPoolExecutor(len(logs)) as pool:
        assert len(set(pool.map(start, logs))) == 1
    assert len(directory(logs[0]).entries) == 1


def test_a_code_finds_its_workshop(log: EventLog) -> None:
    led = found(log)
    found(log, title="Monday")
    known = directory(log)
    code = led.view()["workshop"]["code"]
    assert len(code) == 8
    assert set(code) <= set(CODE_ALPHABET)
    assert known.by_code(clean_code(f"{code[:4]}-{code[4:]}".lower())) == led.workshop
    assert known.by_code(code[:-1]) is None
    assert known.by_code("") is None


def test_a_former_code_still_finds_its_workshop_beside_the_new_one(log: EventLog) -> None:
    """RM13: who is in comes back by it; the door refuses everyone else."""
    led = found(log)
    before = directory(log)
    old = led.view()["workshop"]["code"]
    led.perform(c.RenewCode())
    led.perform(c.RenewCode())
    new = led.view()["workshop"]["code"]
    known = directory(log, before)
    assert old != new
    assert known == directory(log)
    assert known.by_code(old) == known.by_code(new) == led.workshop
    entry = known.entries[led.workshop]
    assert (entry.code, entry.former[0], len(entry.former)) == (new, old, 2)


def test_a_directory_reads_on_from_where_it_was(log: EventLog) -> None:
    first = found(log)
    before = directory(log)
    first.perform(c.Finish())
    second = found(log)
    after = directory(log, before)
    assert after == directory(log)
    assert list(after.entries) == [first.workshop, second.workshop]
    assert not before.entries[first.workshop].finished


def test_a_ticket_is_kept_as_a_hash_and_runs_out(log: EventLog) -> None:
    """PR6."""
    led = found(log)
    ticket = log.transact(lambda tx: make_ticket(tx, led.workshop)).result()
    later = datetime.now(UTC) + TICKET_LIFE

    def known(hashed: str, at: datetime) -> str | None:
        kept = log.transact(lambda tx: tx.ticket(hashed, now=at), write=False).result()
        assert kept is None or kept.purpose is Purpose.NOTEBOOK
        return None if kept is None else kept.workshop

    assert known(hash_secret(ticket), later - timedelta(minutes=1)) == led.workshop
    assert known(hash_secret(ticket), later + timedelta(minutes=1)) is None
    assert known(ticket, later - timedelta(minutes=1)) is None
