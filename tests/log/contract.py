"""What every back end of the event log does.

To prove another one, derive a test class from `EventLogContract` and give it a fixture
`opens` that opens one and the same database, empty at first, as often as it is called.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshopkit.domain.people import Person
from workshopkit.domain.tickets import LENT, Purpose, Ticket
from workshopkit.errors import LogError, LogUnavailable
from workshopkit.log.base import EventLog, NewEvent, Recorded, Transaction

NOW = datetime(2026, 1, 1, 10, 0, tzinfo=UTC)
Opens = Callable[[], EventLog]
Append = tuple[list[NewEvent], str | None, bool]


def event(stream: str = "w", type_: str = "retro.card_added", data: bytes = b"{}") -> NewEvent:
    return NewEvent(stream, type_, data)


def append(
    log: EventLog, *events: NewEvent, command_id: str | None = None, at: datetime = NOW
) -> list[Recorded]:
    return log.transact(lambda tx: tx.append(events, at=at, command_id=command_id)).result()


def read(
    log: EventLog,
    *,
    streams: Sequence[str] | None = None,
    types: Sequence[str] | None = None,
    after: int = 0,
) -> list[Recorded]:
    def work(tx: Transaction) -> list[Recorded]:
        return tx.read(streams=streams, types=types, after=after)

    return log.transact(work, write=False).result()


def people(log: EventLog, stream: str = "w") -> list[Person]:
    return log.transact(lambda tx: tx.people(stream), write=False).result()


def put(log: EventLog, person: Person, stream: str = "w") -> None:
    log.transact(lambda tx: tx.put_person(stream, person)).result()


def lend(log: EventLog, *lent: Ticket) -> None:
    for ticket in lent:
        log.transact(lambda tx, each=ticket: tx.put_ticket(each)).result()  # type: ignore[misc]


def tickets(
    log: EventLog, purposes: Sequence[Purpose], workshop: str = "w", *, now: datetime = NOW
) -> list[Ticket]:
    return log.transact(lambda tx: tx.tickets(workshop, purposes, now=now), write=False).result()


def answered(log: EventLog, streams: Sequence[str], ids: Sequence[str]) -> dict[str, int]:
    return log.transact(lambda tx: tx.answered(streams, ids), write=False).result()


class EventLogContract:
    @pytest.fixture
    def opens(self) -> Opens:
        raise NotImplementedError("Give a fixture that opens the same database at each call.")

    @pytest.fixture
    def log(self, opens: Opens) -> Iterator[EventLog]:
        log = opens()
        yield log
        log.close()

    @pytest.fixture
    def other(self, opens: Opens) -> Iterator[EventLog]:
        """The same database, opened once more."""
        log = opens()
        yield log
        log.close()

    # -- events

    def test_a_new_log_is_empty(self, log: EventLog) -> None:
        assert read(log) == []

    def test_what_is_appended_is_read_again(self, log: EventLog) -> None:
        recorded = append(log, event(data=b'{"text":"caf\xc3\xa9\\u0000"}'), event(data=b"\x00"))
        assert read(log) == recorded
        assert [each.data for each in recorded] == [b'{"text":"caf\xc3\xa9\\u0000"}', b"\x00"]

    def test_positions_grow_across_streams(self, log: EventLog) -> None:
        recorded = append(log, event("a"), event("b")) + append(log, event("a"))
        positions = [each.position for each in recorded]
        assert positions == sorted(set(positions))
        assert positions[0] > 0

    def test_reading_can_be_limited_to_streams_types_and_what_is_new(self, log: EventLog) -> None:
        a, b, c, d = append(log, event("a", "x"), event("b", "x"), event("a", "y"), event("c", "z"))
        assert read(log, streams=["a"]) == [a, c]
        assert read(log, streams=["c", "b"]) == [b, d]
        assert read(log, types=["x"]) == [a, b]
        assert read(log, streams=["a"], types=["x", "z"]) == [a]
        assert read(log, after=b.position) == [c, d]
        assert read(log, streams=["a"], types=["y"], after=a.position) == [c]
        assert read(log, after=d.position) == []

    def test_naming_no_stream_or_no_type_finds_nothing(self, log: EventLog) -> None:
        append(log, event())
        assert read(log, streams=[]) == read(log, types=[]) == []

    def test_any_number_of_streams_can_be_named(self, log: EventLog) -> None:
        (recorded,) = append(log, event("s7"))
        assert read(log, streams=[f"s{n}" for n in range(50_000)]) == [recorded]

    def test_a_name_with_quotes_and_other_scripts_is_only_a_name(self, log: EventLog) -> None:
        name = 'o\'r "w" %_ ŵ 🗳 \\'
        (recorded,) = append(log, event(name, name))
        assert read(log, streams=[name], types=[name]) == [recorded]
        assert read(log, streams=["%"]) == []

    def test_time_is_kept_in_utc_and_to_the_minute_only(self, log: EventLog) -> None:
        summer = timezone(timedelta(hours=1))
        moment = datetime(2026, 7, 1, 10, 30, 59, 999_999, tzinfo=summer)
        (recorded,) = append(log, event(), at=moment)
        assert recorded.at == datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
        assert recorded.at.utcoffset() == timedelta(0)
        assert read(log) == [recorded]

    def test_a_moment_without_a_time_zone_is_refused(self, log: EventLog) -> None:
        with pytest.raises(LogError):
            append(log, event(), at=datetime(2026, 1, 1))
        assert read(log) == []

    # -- transactions

    def test_a_transaction_over_several_streams_happens_whole_or_not_at_all(
        self, log: EventLog
    ) -> None:
        def work(tx: Transaction) -> None:
            tx.append([event("workshop"), event("team")], at=NOW, command_id="c")
            tx.put_person("workshop", Person("p", "h"))
            tx.put_ticket(Ticket("t", "workshop", NOW))
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            log.transact(work).result()
        assert read(log) == []
        assert people(log, "workshop") == []
        assert answered(log, ["workshop", "team"], ["c"]) == {}

    def test_a_transaction_sees_what_it_did_itself(self, log: EventLog) -> None:
        def work(tx: Transaction) -> bool:
            return tx.append([event()], at=NOW) == tx.read()

        assert log.transact(work).result()

    def test_one_that_fails_takes_none_of_its_neighbours_along(self, log: EventLog) -> None:
        def work(tx: Transaction, number: int) -> int:
            tx.append([event(data=b"%d" % number)], at=NOW)
            return number if number % 3 else 1 // 0

        def start(number: int) -> Future[int]:
            return log.transact(lambda tx: work(tx, number))

        futures = [start(number) for number in range(30)]
        wait(futures)
        failed = [number for number, future in enumerate(futures) if future.exception()]
        assert failed == list(range(0, 30, 3))
        assert [int(each.data) for each in read(log)] == [n for n in range(30) if n % 3]

    @pytest.mark.parametrize("problem", [ValueError, KeyboardInterrupt, SystemExit])
    def test_the_log_goes_on_after_an_error(
        self, log: EventLog, problem: type[BaseException]
    ) -> None:
        def work(tx: Transaction) -> None:
            raise problem

        for write in (True, False):
            assert isinstance(log.transact(work, write=write).exception(), problem)
        assert append(log, event()) == read(log)

    def test_one_that_only_reads_cannot_write(self, log: EventLog) -> None:
        future = log.transact(lambda tx: tx.append([event()], at=NOW), write=False)
        assert isinstance(future.exception(), LogError)
        assert read(log) == []

    def test_a_transaction_that_was_kept_for_later_does_nothing(self, log: EventLog) -> None:
        kept = log.transact(lambda tx: tx).result()
        future = log.transact(lambda tx: kept.append([event()], at=NOW))
        assert isinstance(future.exception(), LogError)
        assert read(log) == []

    def test_one_that_was_cancelled_in_time_never_happens(self, log: EventLog) -> None:
        begun, gate = threading.Event(), threading.Event()

        def hold(tx: Transaction) -> None:
            begun.set()
            gate.wait()

        log.transact(hold)
        begun.wait()
        future = log.transact(lambda tx: tx.append([event()], at=NOW))
        assert future.cancel()
        gate.set()
        assert read(log) == []

    def test_threads_may_share_a_log(self, log: EventLog) -> None:
        def write(name: str) -> None:
            for number in range(25):
                append(log, event(name, data=b"%d" % number))

        threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for name in "abcd":
            assert [int(each.data) for each in read(log, streams=[name])] == list(range(25))

    def test_nobody_commits_between_what_a_transaction_reads_and_writes(
        self, log: EventLog, other: EventLog
    ) -> None:
        def count(tx: Transaction) -> None:
            tx.append([event(data=b"%d" % len(tx.read()))], at=NOW)

        wait([each.transact(count) for _ in range(40) for each in (log, other)])
        assert [int(each.data) for each in read(log)] == list(range(80))

    # -- commands

    def test_a_command_is_remembered_with_its_last_position(self, log: EventLog) -> None:
        append(log, event())
        recorded = append(log, event(), event(), command_id="c")
        assert answered(log, ["w"], ["c", "unknown"]) == {"c": recorded[-1].position}

    def test_a_command_is_remembered_in_each_stream_that_it_changed(self, log: EventLog) -> None:
        _, second, third = append(log, event("w"), event("t"), event("w"), command_id="c")
        assert answered(log, ["w"], ["c"]) == {"c": third.position}
        assert answered(log, ["t"], ["c"]) == {"c": second.position}
        assert answered(log, ["t", "w"], ["c"]) == {"c": third.position}
        assert answered(log, ["elsewhere"], ["c"]) == {}

    def test_a_command_cannot_be_recorded_twice_in_a_stream(self, log: EventLog) -> None:
        append(log, event("a"), command_id="c")
        with pytest.raises(LogError):
            append(log, event("b"), event("a"), command_id="c")
        append(log, event("b"), command_id="c")
        assert [each.stream for each in read(log)] == ["a", "b"]

    def test_a_command_refused_as_known_leaves_the_rest_of_its_transaction_sound(
        self, log: EventLog
    ) -> None:
        def work(tx: Transaction) -> None:
            tx.append([event(data=b"1")], at=NOW, command_id="c")
            with pytest.raises(LogError):
                tx.append([event(data=b"2")], at=NOW, command_id="c")
            tx.append([event(data=b"3")], at=NOW, command_id="d")

        log.transact(work).result()
        assert [each.data for each in read(log)] == [b"1", b"3"]

    # -- people and tickets

    def test_people_belong_to_their_workshop(self, log: EventLog) -> None:
        ada = Person("ada", "h1", "Ada Ŵ", "leaders")
        put(log, ada, "a")
        put(log, Person("bob", "h1"), "b")
        assert people(log, "a") == [ada]
        assert people(log, "elsewhere") == []

    def test_a_person_put_again_is_replaced(self, log: EventLog) -> None:
        put(log, Person("p", "h1", "Ada"))
        put(log, Person("p", "h1", "Grace", "users"))
        assert people(log) == [Person("p", "h1", "Grace", "users")]
        put(log, Person("p", "h2", "Grace"))
        assert people(log) == [Person("p", "h2", "Grace")]

    def test_who_was_taken_out_stays_known_as_such(self, log: EventLog) -> None:
        gone = Person("p", "h1", removed=True)
        put(log, Person("p", "h1", "Ada", "users"))
        put(log, Person("q", "h2", "Ben"))
        put(log, gone)
        assert people(log) == [gone, Person("q", "h2", "Ben")]
        with pytest.raises(LogError):
            put(log, Person("r", "h1"))

    def test_two_people_cannot_share_a_secret(self, log: EventLog) -> None:
        put(log, Person("p", "h"))
        with pytest.raises(LogError):
            put(log, Person("q", "h"))
        assert people(log) == [Person("p", "h")]

    def test_people_come_in_an_order_that_does_not_say_when_they_joined(
        self, log: EventLog
    ) -> None:
        everyone = [Person(f"p{n}", f"h{n}") for n in (5, 2, 9, 1)]
        for person in everyone:
            put(log, person, "a")
        for person in reversed(everyone):
            put(log, person, "b")
        assert people(log, "a") == people(log, "b")

    def test_a_ticket_is_good_until_it_expires(self, log: EventLog) -> None:
        ticket = Ticket("hash", "w", NOW + timedelta(seconds=90, microseconds=5))

        def find(now: datetime) -> Ticket | None:
            return log.transact(lambda tx: tx.ticket("hash", now=now), write=False).result()

        assert find(NOW) is None
        log.transact(lambda tx: tx.put_ticket(ticket)).result()
        assert find(NOW) == ticket
        assert find(ticket.expires - timedelta(microseconds=1)) == ticket
        assert find(ticket.expires) is None

    def test_new_tickets_do_not_cut_short_those_that_are_still_good(self, log: EventLog) -> None:
        ticket = Ticket("hash", "w", NOW + timedelta(seconds=30))
        append(log, event(), at=NOW + timedelta(seconds=20))
        for each in (ticket, Ticket("another", "w", NOW + timedelta(days=1))):
            log.transact(lambda tx, each=each: tx.put_ticket(each)).result()  # type: ignore[misc]
        found = log.transact(lambda tx: tx.ticket("hash", now=NOW)).result()
        assert found == ticket

    def test_a_ticket_keeps_what_it_is_for(self, log: EventLog) -> None:
        lent = Ticket("b", "w", NOW + timedelta(hours=1), Purpose.LEAD)
        lend(log, lent, Ticket("a", "w", NOW + timedelta(hours=1)))
        assert log.transact(lambda tx: tx.ticket("b", now=NOW), write=False).result() == lent
        own = log.transact(lambda tx: tx.ticket("a", now=NOW), write=False).result()
        assert own is not None
        assert own.purpose is Purpose.NOTEBOOK

    def test_tickets_are_listed_by_workshop_and_by_what_they_are_for(self, log: EventLog) -> None:
        hour, day = NOW + timedelta(hours=1), NOW + timedelta(days=1)
        lead, screen = Ticket("b", "w", day, Purpose.LEAD), Ticket("a", "w", hour, Purpose.SCREEN)
        lend(log, lead, screen, Ticket("c", "w", day), Ticket("d", "other", day, Purpose.LEAD))
        assert tickets(log, LENT) == [screen, lead]
        assert tickets(log, [Purpose.SCREEN]) == [screen]
        assert tickets(log, LENT, now=hour) == [lead]
        assert tickets(log, []) == []

    def test_dropped_tickets_are_gone_and_no_others(self, log: EventLog) -> None:
        day = NOW + timedelta(days=1)
        kept = [Ticket("a", "w", day, Purpose.SCREEN), Ticket("b", "w", day)]
        elsewhere = Ticket("d", "other", day, Purpose.LEAD)
        lend(log, *kept, elsewhere, Ticket("c", "w", day, Purpose.LEAD))
        log.transact(lambda tx: tx.drop_tickets("w", Purpose.LEAD)).result()
        assert tickets(log, tuple(Purpose)) == kept
        assert tickets(log, LENT, "other") == [elsewhere]

    # -- opening, following, closing

    def test_a_database_keeps_its_id_and_what_is_in_it(self, opens: Opens) -> None:
        first = opens()
        recorded = append(first, event(), command_id="c")
        first.close()
        second = opens()
        assert second.database_id == first.database_id
        assert read(second) == recorded
        assert answered(second, ["w"], ["c"]) == {"c": recorded[0].position}
        second.close()

    def test_what_one_commits_the_other_sees_at_once(self, log: EventLog, other: EventLog) -> None:
        for _ in range(20):
            append(log, event())
            assert read(other) == read(log)
            append(other, event())
            assert read(log) == read(other)

    def test_a_follower_is_told_of_commits_by_others(self, log: EventLog, other: EventLog) -> None:
        told = threading.Event()
        stop = log.follow(told.set)
        for _ in range(3):
            told.clear()
            append(other, event())
            assert told.wait(60)
        stop()

    def test_a_follower_is_told_of_commits_of_its_own_log(self, log: EventLog) -> None:
        told = threading.Event()
        log.follow(told.set)
        for _ in range(3):
            told.clear()
            append(log, event())
            assert told.wait(60)

    def test_every_follower_is_told_even_after_one_that_fails(
        self, log: EventLog, other: EventLog
    ) -> None:
        def fail() -> None:
            raise ValueError("private text")

        first, second = threading.Event(), threading.Event()
        log.follow(first.set)
        log.follow(fail)
        log.follow(second.set)
        for _ in range(2):
            append(other, event())
            assert first.wait(60)
            assert second.wait(60)
            first.clear()
            second.clear()

    def test_a_follower_that_stopped_is_told_no_more(self, log: EventLog, other: EventLog) -> None:
        calls: list[int] = []
        stop = log.follow(lambda: calls.append(1))
        stop()
        stop()
        told = threading.Event()
        log.follow(told.set)
        append(other, event())
        assert told.wait(60)
        assert calls == []

    def test_a_follower_may_use_the_log(self, log: EventLog, other: EventLog) -> None:
        seen: Future[list[Recorded]] = Future()

        def look() -> None:
            found = read(log)
            if found and not seen.done():
                seen.set_result(found)

        log.follow(look)
        recorded = append(other, event())
        assert seen.result(60) == recorded

    def test_closing_finishes_what_was_asked_for(self, opens: Opens) -> None:
        log = opens()
        futures = [log.transact(lambda tx: tx.append([event()], at=NOW)) for _ in range(50)]
        log.close()
        assert all(future.done() and future.exception() is None for future in futures)

    def test_closing_twice_is_fine_and_later_wishes_are_refused(self, opens: Opens) -> None:
        log = opens()
        log.follow(lambda: None)
        log.close()
        log.close()
        assert isinstance(log.transact(lambda tx: tx.read()).exception(), LogUnavailable)
        with pytest.raises(LogUnavailable):
            log.follow(lambda: None)

    # -- any history

    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_any_history_reads_back_as_it_was_accepted(
        self, log: EventLog, data: st.DataObject
    ) -> None:
        start = max((each.position for each in read(log)), default=0)
        prefix = f"{start}/"
        kept: list[NewEvent] = []
        known: set[tuple[str, str]] = set()
        for events, command_id, fails in data.draw(_histories(prefix)):
            commands = {(each.stream, command_id) for each in events if command_id}
            if _try(log, events, command_id, fails=fails):
                assert not fails
                assert not commands & known
                kept += events
                known |= commands
            else:
                assert fails or commands & known
        streams = data.draw(st.none() | st.sets(st.sampled_from([prefix + n for n in "abc"])))
        types = data.draw(st.none() | st.sets(st.sampled_from("xyz")))
        found = read(
            log,
            streams=None if streams is None else sorted(streams),
            types=None if types is None else sorted(types),
            after=start,
        )
        assert [NewEvent(each.stream, each.type, each.data) for each in found] == [
            each
            for each in kept
            if (streams is None or each.stream in streams) and (types is None or each.type in types)
        ]


def _histories(prefix: str) -> st.SearchStrategy[list[Append]]:
    events = st.builds(
        NewEvent,
        stream=st.sampled_from([prefix + name for name in "abc"]),
        type=st.sampled_from("xyz"),
        data=st.binary(max_size=40),
    )
    command_ids = st.none() | st.sampled_from(["c1", "c2", "c3"])
    return st.lists(st.tuples(st.lists(events, max_size=4), command_ids, st.booleans()), max_size=8)


def _try(log: EventLog, events: list[NewEvent], command_id: str | None, *, fails: bool) -> bool:
    def work(tx: Transaction) -> None:
        tx.append(events, at=NOW, command_id=command_id)
        if fails:
            raise ZeroDivisionError

    return log.transact(work).exception() is None
