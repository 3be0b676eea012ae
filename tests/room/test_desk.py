"""The desk: leading a workshop from Python."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from tests.domain.workshops import KINDS
from tests.room.house import ADA, House, ids_by_key
from workshopkit.domain.activity import Role
from workshopkit.domain.retro import commands as rc
from workshopkit.domain.workshop import commands as c
from workshopkit.errors import Refused
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk


def again(log: EventLog) -> Desk:
    return Desk(log, title="Friday", team="Payments", kinds=KINDS)


def test_a_kernel_that_starts_again_is_back_at_the_same_workshop(
    opens: Callable[[], EventLog], led: Desk
) -> None:
    """RM12, RM13."""
    restarted = again(opens())
    assert restarted.workshop == led.workshop
    assert restarted.view() == led.view()
    assert restarted.version == led.version


def test_a_wish_that_is_refused_is_raised(led: Desk) -> None:
    """RM11."""
    before = led.version
    with pytest.raises(Refused) as refused:
        led.perform(c.MakeLive("gone"))
    assert refused.value.code == "unknown_activity"
    assert led.version == before


def test_a_desk_is_never_out_of_date(led: Desk, house: House) -> None:
    """RM3."""
    board = ids_by_key(led)["retro"]
    ada = house.client(secret=ADA, name="Ada")
    ada.wish("retro.add_card", activity=board, column="glad", text="Pairing")
    house.work()
    assert led.version == house.room.held.version
    seen = led.view()
    assert seen["activities"][board]["written"] == 1
    assert [person["name"] for person in seen["people"]["items"].values()] == ["Ada"]
    assert seen == house.shown(Role.FACILITATOR)


def test_a_desk_sees_what_its_role_may_and_no_more(led: Desk, house: House) -> None:
    """PR1."""
    board = ids_by_key(led)["retro"]
    ada = house.client(secret=ADA)
    ada.wish("retro.add_card", activity=board, column="glad", text="planted")
    house.work()
    for role in Role:
        assert "planted" not in repr(led.view(role))
    led.perform(rc.MovePhase(board, "group"))
    assert "planted" in repr(led.view())


def test_a_desk_can_tidy_the_board(led: Desk, house: House) -> None:
    board = ids_by_key(led)["retro"]
    ada = house.client(secret=ADA)
    for text in ("One", "Two"):
        ada.wish("retro.add_card", activity=board, column="glad", text=text)
    house.work()
    led.perform(rc.MovePhase(board, "group"))
    led.perform(rc.GroupCards(board, tuple(led.view()["activities"][board]["cards"]["order"])))
    assert len(led.view()["activities"][board]["groups"]["order"]) == 1


def test_an_observer_hears_of_ones_own_changes_and_of_others(
    opens: Callable[[], EventLog], led: Desk
) -> None:
    """RM12."""
    heard = threading.Event()
    stop = led.observe(heard.set)
    led.perform(c.LockDoor())
    assert heard.wait(30)
    heard.clear()
    again(opens()).perform(c.UnlockDoor())
    assert heard.wait(30)
    stop()
    stop()


def test_who_has_stopped_observing_hears_nothing(led: Desk) -> None:
    calls: list[int] = []
    stop = led.observe(lambda: calls.append(1))
    stop()
    before = len(calls)
    led.perform(c.LockDoor())
    assert len(calls) == before


def test_each_ticket_is_another_one(led: Desk) -> None:
    """PR6."""
    first, second = led.ticket(), led.ticket()
    assert first != second
    assert len(first) == 64
