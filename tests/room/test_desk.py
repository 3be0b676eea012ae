"""The desk: leading a workshop from Python."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.domain.workshops import KINDS
from tests.room.house import ADA, House, ids_by_key
from workshopkit.domain.activity import Role
from workshopkit.domain.retro import commands as rc
from workshopkit.domain.workshop import commands as c
from workshopkit.errors import Refused
from workshopkit.log.base import EventLog
from workshopkit.room.context import LiveContext
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


def test_many_things_are_done_in_pieces_and_each_refusal_is_told(led: Desk) -> None:
    board = ids_by_key(led)["retro"]
    texts = [f"Card {number}" if number % 60 else "" for number in range(120)]
    wished = [rc.AddCard(board, "glad", text) for text in texts]
    refused = led.perform_all(wished, secret=ADA)
    assert [number for number, each in enumerate(refused) if each] == [0, 60, *range(102, 120)]
    assert {each.code for each in refused if each} == {"empty_text", "too_many"}
    own = led.own(ADA)["activities"][board]["cards"]
    assert [own["items"][key]["text"] for key in own["order"]] == [
        text for text, each in zip(texts, refused, strict=True) if not each
    ]


def test_a_record_may_say_what_a_projector_would_show(led: Desk, house: House) -> None:
    """PR13."""
    board = ids_by_key(led)["retro"]
    ada = house.client(secret=ADA, name="planted-name")
    ada.wish("retro.add_card", activity=board, column="glad", text="planted-card")
    house.work()
    seen = led.public()
    assert set(seen["activities"]) == set(seen["agenda"]["order"])
    assert seen["people"] == {"count": 1}
    assert "planted" not in repr(seen)
    assert led.view()["workshop"]["code"] not in repr(seen)
    assert led.workshop not in repr(seen)
    led.perform(c.Finish())
    assert set(led.public()["activities"]) == set(seen["agenda"]["order"])


def test_a_workshops_day_is_when_it_first_went_to_an_activity(
    log: EventLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = {"now": datetime(2026, 1, 1, 10, tzinfo=UTC)}
    monkeypatch.setattr(
        "workshopkit.room.context.LiveContext.current", lambda: LiveContext(days["now"])
    )
    early = Desk(log, title="Planned", team="Payments", kinds=KINDS)
    options = {"question": {"en": "Well?"}, "form": "words"}
    early.perform(c.AddActivity("poll", "poll", {"en": "Well?"}, options))
    assert early.public()["workshop"]["date"] == "2026-01-01"
    for day in (8, 9):
        days["now"] = datetime(2026, 1, day, 10, tzinfo=UTC)
        early.perform(c.MakeLive(early.view()["agenda"]["order"][0]))
        early.perform(c.MakeLive())
    assert early.public()["workshop"]["date"] == "2026-01-08"
