"""The SQLite back end passes the suite, and keeps its promises to other processes too."""

from __future__ import annotations

import itertools
import logging
import sqlite3
import stat
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.log.children import start
from tests.log.contract import NOW, EventLogContract, Opens, append, event, people, put, read
from workshopkit.domain.people import Person, hash_secret
from workshopkit.domain.tickets import Ticket
from workshopkit.errors import LogUnavailable
from workshopkit.log.base import EventLog, Transaction
from workshopkit.log.sqlite import SqliteLog


class TestSqliteLog(EventLogContract):
    @pytest.fixture
    def opens(self, tmp_path: Path) -> Opens:
        return lambda: SqliteLog(tmp_path / "log.db")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


@pytest.fixture
def log(path: Path) -> Iterator[EventLog]:
    log = SqliteLog(path)
    yield log
    log.close()


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


# -- other processes


@pytest.mark.parametrize("enough", [1, 37, 200])
def test_what_was_acknowledged_survives_a_kill(path: Path, enough: int) -> None:
    with start("acknowledge", path) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(enough)]
        child.kill()
        said += child.stdout.readlines()
    acknowledged = [line.strip() for line in said]
    log = SqliteLog(path)
    kept = [(each.stream, each.data.decode()) for each in read(log)]
    answers = log.transact(lambda tx: tx.answered(["team"], acknowledged)).result()
    log.close()
    assert {number for _, number in kept} >= set(acknowledged)
    assert set(answers) == set(acknowledged)
    # Whole transactions only, acknowledged or not.
    assert kept[::2] == [("workshop", number) for _, number in kept[1::2]]


def test_two_processes_that_write_at_once_lose_and_tear_nothing(path: Path) -> None:
    with start("compete", path, "one", 60) as one, start("compete", path, "two", 60) as two:
        assert [one.wait(), two.wait()] == [0, 0]
    log = SqliteLog(path)
    found = read(log)
    log.close()
    assert [int(each.data) for each in found] == [n - n % 2 for n in range(240)]
    assert [each.stream for each in found[1::2]] == ["team"] * 120
    assert sorted(each.stream for each in found[::2]) == ["one"] * 60 + ["two"] * 60


def test_a_follower_sees_the_commits_of_another_process(path: Path, log: EventLog) -> None:
    told = threading.Event()
    log.follow(told.set)
    with start("compete", path, "elsewhere", 1) as child:
        assert child.wait() == 0
    assert told.wait(60)
    assert len(read(log, streams=["elsewhere"])) == 1


def test_processes_that_open_a_new_database_at_once_agree_on_it(path: Path) -> None:
    children = [start("identify", path) for _ in range(4)]
    said = {child.communicate()[0] for child in children}
    assert [child.returncode for child in children] == [0] * 4
    assert len(said) == 1


def test_threads_that_open_a_new_database_at_once_agree_on_it(tmp_path: Path) -> None:
    for attempt in range(10):
        logs: list[SqliteLog] = []
        new = tmp_path / f"{attempt}.db"
        threads = [
            threading.Thread(target=lambda logs=logs, new=new: logs.append(SqliteLog(new)))
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for log in logs:
            log.close()
        assert len(logs) == 6
        assert len({log.database_id for log in logs}) == 1


def test_an_open_log_does_not_keep_the_process_alive(path: Path) -> None:
    with start("leave", path) as child:
        assert child.wait() == 0
    assert query(path, "SELECT count(*) FROM events") == [(2,)]


def test_closing_stops_both_threads_and_takes_the_companion_files_away(path: Path) -> None:
    before = set(threading.enumerate())
    log = SqliteLog(path)
    log.follow(lambda: None)
    append(log, event())
    assert len(set(threading.enumerate()) - before) == 2
    log.close()
    assert set(threading.enumerate()) == before
    assert [each.name for each in path.parent.iterdir()] == ["log.db"]


@pytest.mark.parametrize("where", ["work", "follower"])
def test_closing_from_within_does_not_hang(path: Path, where: str) -> None:
    log = SqliteLog(path)
    closed = threading.Event()

    def close(tx: Transaction | None = None) -> None:
        log.close()
        closed.set()

    if where == "work":
        log.transact(close)
    else:
        log.follow(close)
        append(log, event())
    assert closed.wait(60)


# -- promises to the disk


def test_each_commit_reaches_the_disk_and_what_is_deleted_is_wiped(log: EventLog) -> None:
    assert isinstance(log, SqliteLog)
    pragmas = ("journal_mode", "synchronous", "fullfsync", "secure_delete")
    found = {each: log._connection.execute(f"PRAGMA {each}").fetchone()[0] for each in pragmas}
    assert found == {"journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "secure_delete": 1}


def test_what_arrives_during_a_commit_shares_the_next_one(path: Path, log: EventLog) -> None:
    begun, gate = threading.Event(), threading.Event()

    def hold(tx: Transaction) -> None:
        begun.set()
        gate.wait()

    log.transact(hold)
    begun.wait()
    futures = [log.transact(lambda tx: tx.append([event()], at=NOW)) for _ in range(50)]
    counts: list[int] = []
    futures[0].add_done_callback(
        lambda done: counts.extend(query(path, "SELECT count(*) FROM events")[0])  # type: ignore[arg-type]
    )
    gate.set()
    futures[-1].result()
    # When the first was acknowledged, all of them were on the disk.
    assert counts == [50]


def test_the_write_ahead_log_is_emptied_when_all_is_quiet(path: Path) -> None:
    log = SqliteLog(path, idle=0.01)
    put(log, Person("p", hash_secret("p"), "Ada Lovelace"))
    put(log, Person("p", hash_secret("p"), "Grace Hopper"))
    _until(lambda: path.with_name("log.db-wal").stat().st_size == 0)
    assert b"Grace Hopper" in path.read_bytes()
    assert b"Ada Lovelace" not in path.read_bytes()
    log.close()


def test_emptying_waits_for_no_reader_and_is_tried_again(path: Path) -> None:
    log = SqliteLog(path, idle=0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        append(log, event())
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM events").fetchall()
        append(log, event())
        time.sleep(0.05)
        assert len(read(log)) == 2
        reader.execute("COMMIT")
        _until(lambda: path.with_name("log.db-wal").stat().st_size == 0)
    log.close()


# -- privacy


def test_nothing_says_when_or_in_which_order_people_joined(path: Path) -> None:
    orders = []
    everyone = [Person(str(n), hash_secret(str(n)), f"Name {n}") for n in range(60)]
    for arrival in (everyone, everyone[::-1], sorted(everyone, key=lambda each: each.name)):
        log = SqliteLog(path)
        for person in arrival:
            put(log, person, "w")
            append(log, event())
        log.close()
        content = path.read_bytes()
        orders.append(sorted(everyone, key=lambda each: content.index(each.secret_hash.encode())))
        path.unlink()
    assert orders[0] == orders[1] == orders[2]


def test_the_people_table_has_no_time_and_no_rowid(path: Path, log: EventLog) -> None:
    columns = query(path, "SELECT name FROM pragma_table_info('people')")
    assert {name for (name,) in columns} == {
        "workshop", "secret_hash", "id", "name", "perspective", "removed"
    }  # fmt: skip
    with pytest.raises(sqlite3.OperationalError, match="rowid"):
        query(path, "SELECT rowid FROM people")


def test_the_database_knows_no_time_finer_than_a_minute(path: Path, log: EventLog) -> None:
    append(log, event(), at=NOW.replace(second=42, microsecond=987654), command_id="c")
    assert query(path, "SELECT at FROM events") == [("2026-01-01T10:00+00:00",)]


def test_a_log_that_is_closed_is_one_file_that_holds_everything(path: Path) -> None:
    """Also where it was followed: whoever copies the file has all that was said."""
    for number in range(1, 31):
        log = SqliteLog(path)
        log.follow(lambda: None)
        append(log, event())
        log.close()
        assert [each.name for each in path.parent.iterdir()] == [path.name]
        assert query(path, "SELECT count(*) FROM events") == [(number,)]


def test_expired_tickets_are_deleted_when_another_is_given(path: Path, log: EventLog) -> None:
    def give(name: str, day: int) -> None:
        ticket = Ticket(name, "w", NOW.replace(day=day))
        log.transact(lambda tx: tx.put_ticket(ticket)).result()

    give("old", 2)
    append(log, event(), at=NOW.replace(day=3))
    give("new", 4)
    assert query(path, "SELECT hash FROM tickets") == [("new",)]


def test_a_failing_followers_message_is_not_logged(
    log: EventLog, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("what somebody " + "wrote")

    told = threading.Event()
    log.follow(fail)
    log.follow(told.set)
    with caplog.at_level(logging.ERROR):
        append(log, event())
        assert told.wait(60)
    assert "ValueError" in caplog.text
    assert "what somebody wrote" not in caplog.text


# -- trouble


def test_a_database_locked_for_too_long_is_unavailable_until_it_is_free(path: Path) -> None:
    log = SqliteLog(path, patience=0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as bulk:
        bulk.execute("BEGIN IMMEDIATE")
        with pytest.raises(LogUnavailable, match="try again") as caught:
            append(log, event())
        assert str(path) in str(caught.value)
        assert read(log) == []
        bulk.execute("ROLLBACK")
    assert append(log, event()) == read(log)
    log.close()


def test_a_full_disk_is_reported_and_the_log_goes_on_when_there_is_room(
    path: Path, log: EventLog
) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no limit on file sizes")
    kept = append(log, event(data=b"before"))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        big = [event(data=bytes(100_000)) for _ in range(200)]
        failed = log.transact(lambda tx: tx.append(big, at=NOW)).exception()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert isinstance(failed, LogUnavailable)
    assert "disk" in str(failed)
    assert read(log) == kept
    kept += append(log, event(data=b"after"))
    assert read(log) == kept


def test_work_that_swallows_a_failed_statement_fails_all_the_same(
    path: Path, log: EventLog
) -> None:
    query(path, "CREATE TRIGGER stop INSERT ON events WHEN NEW.type = 'bad' BEGIN"
          " SELECT RAISE(ROLLBACK, 'no room'); END")  # fmt: skip

    def work(tx: Transaction) -> None:
        for type_ in ("good", "bad", "good"):
            try:
                tx.append([event(type_=type_)], at=NOW)
            except LogUnavailable:
                continue

    assert "no room" in str(log.transact(work).exception())
    assert read(log) == []
    assert append(log, event()) == read(log)


def test_neighbours_of_work_that_undid_everything_are_told_so(path: Path, log: EventLog) -> None:
    query(path, "CREATE TRIGGER stop INSERT ON events WHEN NEW.type = 'bad' BEGIN"
          " SELECT RAISE(ROLLBACK, 'no room'); END")  # fmt: skip
    begun, gate = threading.Event(), threading.Event()

    def hold(tx: Transaction) -> None:
        begun.set()
        gate.wait()

    log.transact(hold)
    begun.wait()
    kinds = ("good", "bad", "good")
    futures = [
        log.transact(lambda tx, kind=kind: tx.append([event(type_=kind)], at=NOW))  # type: ignore[misc]
        for kind in kinds
    ]
    gate.set()
    assert all(isinstance(each.exception(), LogUnavailable) for each in futures)
    assert read(log) == []


def test_every_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    log = SqliteLog(tmp_path / "new" / "log.db")
    append(log, event())
    folder = tmp_path / "new"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(list(folder.iterdir())) == 3
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    log.close()


def test_many_people_can_join_one_workshop(log: EventLog) -> None:
    def join(tx: Transaction) -> None:
        for number in range(120):
            tx.put_person("w", Person(str(number), hash_secret(str(number))))

    log.transact(join).result()
    assert len(people(log)) == 120


@pytest.mark.parametrize("types", [None, ["retro.card_added"]])
def test_catching_up_uses_the_index_by_stream(log: EventLog, types: list[str] | None) -> None:
    assert isinstance(log, SqliteLog)
    statements: list[str] = []
    log._connection.set_trace_callback(statements.append)
    read(log, streams=["w", "t"], types=types, after=5)
    log._connection.set_trace_callback(None)
    (statement,) = (each for each in statements if each.startswith("SELECT"))
    plan = log._connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    assert "events_by_stream (stream=? AND rowid>?)" in str(plan)


def _until(done: Callable[[], bool]) -> None:
    for _ in itertools.takewhile(lambda _: not done(), range(6000)):
        time.sleep(0.01)
    assert done()
