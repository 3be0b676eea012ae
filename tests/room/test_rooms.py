"""The rooms of a process on their loop: commits, broadcasts, following, failing."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

import pytest

from tests.domain.workshops import KINDS
from tests.room.house import ADA, BEN, Browser, FakeWire, command_id, ids_by_key
from workshopkit.domain.workshop import commands as c
from workshopkit.errors import LogUnavailable
from workshopkit.log.base import EventLog
from workshopkit.room import rooms as rooms_module
from workshopkit.room.desk import Desk
from workshopkit.room.rooms import Rooms, RunningRoom, RunningSession
from workshopkit.room.session import BACKLOG_LIMIT

PATIENCE = 30
"""Seconds after which something will never happen; not a limit on how long it may take."""


class Tab:
    """A browser on a running room."""

    def __init__(self, running: RunningRoom, code: str | None = None) -> None:
        self.wire = FakeWire()
        self.browser = Browser(self.wire)
        self.session: RunningSession = running.connect(self.wire, code)

    def say(self, **message: Any) -> None:
        self.session.receive(json.dumps(message))

    def wish(self, kind: str, **fields: Any) -> str:
        sent = command_id()
        self.say(type="command", id=sent, command={"kind": kind, **fields})
        return sent

    async def join(self, secret: str) -> Tab:
        self.say(type="hello", protocol=1, secret=secret)
        await until(lambda: self.wire.of("welcome"))
        return self


async def until(true: Callable[[], object]) -> None:
    """Wait until it is so."""

    async def wait() -> None:
        while not true():
            await asyncio.sleep(0.005)

    await asyncio.wait_for(wait(), PATIENCE)


def with_rooms(log: EventLog, life: Callable[[Rooms], Awaitable[None]]) -> None:
    """Run `life` with the rooms of a process."""

    async def main() -> None:
        rooms = Rooms(log, kinds=KINDS)
        try:
            await life(rooms)
        finally:
            rooms.close()

    asyncio.run(main())


def test_a_wish_is_saved_acknowledged_and_told(log: EventLog, led: Desk) -> None:
    """RM1, RM5."""
    board = ids_by_key(led)["retro"]

    async def life(rooms: Rooms) -> None:
        running = await rooms.by_id(led.workshop)
        ada, ben = await Tab(running).join(ADA), await Tab(running).join(BEN)
        sent = ada.wish("retro.add_card", activity=board, column="glad", text="Pairing")
        await until(lambda: ada.wire.of("ack"))
        assert ada.wire.of("ack")[0]["id"] == sent
        await until(lambda: ben.browser.view["activities"][board]["written"] == 1)
        assert rooms.human_at is not None

    with_rooms(log, life)
    assert led.view()["activities"][board]["written"] == 1


def test_a_burst_is_saved_in_few_transactions_and_told_in_few_messages(
    log: EventLog, led: Desk
) -> None:
    """RM4, RM5."""
    board = ids_by_key(led)["retro"]

    async def life(rooms: Rooms) -> None:
        running = await rooms.by_id(led.workshop)
        ada, ben = await Tab(running).join(ADA), await Tab(running).join(BEN)
        for number in range(50):
            ada.wish("retro.add_card", activity=board, column="glad", text=f"no. {number}")
        await until(lambda: len(ada.wire.of("ack")) == 50)
        await until(lambda: ben.browser.view["activities"][board]["written"] == 50)
        assert len(ben.wire.of("patch")) < 50

    with_rooms(log, life)


def test_what_others_write_is_followed(
    opens: Callable[[], EventLog], log: EventLog, led: Desk
) -> None:
    """RM3, RM12: a kernel with the same database makes another activity live."""
    poll = ids_by_key(led)["check-in"]
    kernel = Desk(opens(), title="Friday", team="Payments", kinds=KINDS)

    async def life(rooms: Rooms) -> None:
        ada = await Tab(await rooms.by_id(led.workshop)).join(ADA)
        kernel.perform(c.MakeLive(poll))
        await until(lambda: ada.browser.view["workshop"].get("live") == poll)

    with_rooms(log, life)


def test_a_slow_client_slows_nobody_else(
    log: EventLog, led: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RM7: the wait for its snapshot delays no broadcast."""
    monkeypatch.setattr(rooms_module, "PATIENCE", 10 * PATIENCE)
    board = ids_by_key(led)["retro"]

    async def life(rooms: Rooms) -> None:
        running = await rooms.by_id(led.workshop)
        ada, slow = await Tab(running).join(ADA), await Tab(running).join(BEN)
        slow.wire.queued = BACKLOG_LIMIT + 1
        for number in range(1, 4):
            ada.wish("retro.add_card", activity=board, column="glad", text=f"no. {number}")
            await until(partial(_has_written, ada, board, number))
        assert running.room.is_behind()

    with_rooms(log, life)


def test_a_slow_client_is_looked_at_again_without_anything_else_happening(
    log: EventLog, led: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RM7."""
    monkeypatch.setattr(rooms_module, "PATIENCE", 0.01)
    board = ids_by_key(led)["retro"]

    async def life(rooms: Rooms) -> None:
        running = await rooms.by_id(led.workshop)
        ada, slow = await Tab(running).join(ADA), await Tab(running).join(BEN)
        slow.wire.queued = BACKLOG_LIMIT + 1
        ada.wish("retro.add_card", activity=board, column="glad", text="Pairing")
        await until(running.room.is_behind)
        slow.wire.queued = 0
        await until(lambda: slow.browser.view["activities"][board]["written"] == 1)

    with_rooms(log, life)


def test_a_log_that_is_away_for_a_moment_loses_nothing(
    log: EventLog,
    led: Desk,
    opens: Callable[[], EventLog],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """RM1, RM3: what is refused is to be tried again; what others wrote is read later."""
    monkeypatch.setattr(rooms_module, "PATIENCE", 0.01)
    ids = ids_by_key(led)
    kernel = Desk(opens(), title="Friday", team="Payments", kinds=KINDS)
    honest = log.transact

    def failing(work: Callable[[Any], Any], *, write: bool = True) -> Any:
        def broken(tx: Any) -> None:
            raise LogUnavailable("The disk is away.")

        return honest(broken, write=write)

    async def life(rooms: Rooms) -> None:
        ada = await Tab(await rooms.by_id(led.workshop)).join(ADA)
        with monkeypatch.context() as away, caplog.at_level(logging.CRITICAL):
            away.setattr(log, "transact", failing)
            ada.wish("retro.add_card", activity=ids["retro"], column="glad", text="Pairing")
            await until(lambda: ada.wire.of("refused"))
            kernel.perform(c.MakeLive(ids["check-in"]))
            await asyncio.sleep(0.2)
        assert ada.wire.of("refused")[0]["code"] == "try_again"
        await until(lambda: ada.browser.view["workshop"]["live"] == ids["check-in"])
        assert ada.wire.of("ack") == []

    with_rooms(log, life)


def test_what_is_written_while_a_room_opens_is_not_missed(log: EventLog, led: Desk) -> None:
    """RM3: nobody is told of it, so the room looks once more by itself."""
    honest = log.transact
    seen: list[str] = []

    def meanwhile(work: Callable[[Any], Any], *, write: bool = True) -> Any:
        future = honest(work, write=write)
        if not write and not seen:
            future.result()
            seen.append("opened")
            led.perform(c.LockDoor())
        return future

    async def life(rooms: Rooms) -> None:
        rooms._unfollow()
        log.transact = meanwhile  # type: ignore[method-assign]
        running = await rooms.by_id(led.workshop)
        await until(lambda: running.room.held.state.locked)

    try:
        with_rooms(log, life)
    finally:
        log.transact = honest  # type: ignore[method-assign]
    assert seen == ["opened"]


def test_a_room_is_opened_once_however_many_ask(log: EventLog, led: Desk) -> None:
    """RM13."""

    async def life(rooms: Rooms) -> None:
        code = led.view()["workshop"]["code"]
        typed = f" {code[:4].lower()}-{code[4:].replace('0', 'o')} "
        asked = [rooms.by_code(code), rooms.by_code(typed), rooms.by_id(led.workshop)]
        first, *others = await asyncio.gather(*asked)
        assert all(other is first for other in others)

    with_rooms(log, life)


def test_a_former_code_opens_the_same_room_whose_door_asks_for_the_new_one(
    log: EventLog, led: Desk
) -> None:
    """RM13, RM16: also where the directory was read before."""
    old = led.view()["workshop"]["code"]

    async def life(rooms: Rooms) -> None:
        room = await rooms.by_code(old)
        led.perform(c.RenewCode())
        assert await rooms.by_code(led.view()["workshop"]["code"]) is room
        assert await rooms.by_code(old) is room
        assert room is not None
        late = Tab(room, code=old)
        late.say(type="hello", protocol=1, secret=BEN)
        await until(lambda: late.wire.closed)
        assert late.wire.closed == (4404, "code_renewed")

    with_rooms(log, life)


def test_who_is_taken_out_elsewhere_is_shown_out_here(
    opens: Callable[[], EventLog], log: EventLog, led: Desk
) -> None:
    """RM12, RM14: nothing in the log tells of it, and yet every process hears."""
    kernel = Desk(opens(), title="Friday", team="Payments", kinds=KINDS)

    async def life(rooms: Rooms) -> None:
        ada = await Tab(await rooms.by_id(led.workshop)).join(ADA)
        (person,) = kernel.view()["people"]["items"]
        kernel.perform(c.RemovePerson(person))
        await until(lambda: ada.wire.closed)
        assert ada.wire.closed == (4403, "removed")
        assert await rooms.people_count(led.workshop) == 0

    with_rooms(log, life)


@pytest.mark.parametrize("code", ["", "0000", "ZZZZ-ZZZZ", "../../etc", "💥", "x" * 10_000])
def test_a_wrong_code_opens_nothing(log: EventLog, led: Desk, code: str) -> None:
    """RM13."""

    async def life(rooms: Rooms) -> None:
        assert await rooms.by_code(code) is None

    with_rooms(log, life)


def test_a_room_that_could_not_be_opened_is_tried_again(
    log: EventLog, led: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def life(rooms: Rooms) -> None:
        with monkeypatch.context() as away:
            away.setattr(rooms_module, "commit", _unreadable)
            with pytest.raises(ValueError, match="unreadable"):
                await rooms.by_id(led.workshop)
        assert (await rooms.by_id(led.workshop)).room.held.version > 0

    with_rooms(log, life)


def test_the_list_of_workshops_and_heads_is_up_to_date(log: EventLog, led: Desk) -> None:
    """RM13."""

    async def life(rooms: Rooms) -> None:
        assert [entry.title for entry in (await rooms.workshops()).values()] == ["Friday"]
        other = Desk(log, title="Monday", team="Letters", kinds=KINDS)
        other.perform(c.Finish())
        entries = await rooms.workshops()
        assert [(entry.title, entry.finished) for entry in entries.values()] == [
            ("Friday", False),
            ("Monday", True),
        ]
        await Tab(await rooms.by_id(led.workshop)).join(ADA)
        assert await rooms.people_count(led.workshop) == 1
        assert await rooms.people_count(other.workshop) == 0

    with_rooms(log, life)


def test_when_rooms_close_everyone_is_sent_away_and_nothing_goes_on(
    log: EventLog, led: Desk
) -> None:
    """RM10."""

    async def life(rooms: Rooms) -> None:
        running = await rooms.by_id(led.workshop)
        ada = await Tab(running).join(ADA)
        rooms.close()
        assert ada.wire.closed == (1001, "restart")
        running.log_changed()
        ada.session.closed()
        assert running._flush is None or running._flush.cancelled()
        await until(lambda: not running._committing)

    with_rooms(log, life)


def _has_written(tab: Tab, board: str, number: int) -> bool:
    return bool(tab.browser.view["activities"][board]["written"] == number)


def _unreadable(*_: Any, **__: Any) -> Coroutine[Any, Any, None]:
    raise ValueError("unreadable")
