"""What every widget does: offers a way in, carries the protocol, follows while nothing runs."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.widgets.conftest import OtherKernel
from workshopkit import RetroBoard, Workshop
from workshopkit.domain.people import hash_secret
from workshopkit.errors import WorkshopkitError
from workshopkit.room.context import LiveContext
from workshopkit.widgets import live_desk

Sent = list[dict[str, Any]]


def listen(widget: Any, monkeypatch: pytest.MonkeyPatch) -> Sent:
    """What a widget sends to its page from now on."""
    sent: Sent = []
    monkeypatch.setattr(widget, "send", sent.append)
    monkeypatch.setattr(widget._wires, "_send", sent.append)
    return sent


async def until(true: Callable[[], object]) -> None:
    while not true():
        await asyncio.sleep(0.01)


def test_a_page_is_offered_the_workshop_with_a_fresh_ticket_each_time(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = listen(workshop, monkeypatch)
    workshop._heard(workshop, {"type": "open"}, [])
    workshop._heard(workshop, {"type": "open"}, [])
    first, second = sent
    assert first["code"] == workshop.code
    assert first["database"] == workshop._desk.log.database_id
    assert len(first["ticket"]) == 64
    assert first["ticket"] != second["ticket"]


def test_the_database_keeps_the_ticket_hashed_and_for_a_time(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sent = listen(workshop, monkeypatch)
    workshop._heard(workshop, {"type": "open"}, [])
    secret = sent[0]["ticket"]
    now = LiveContext.current().now
    kept = workshop._desk.log.transact(lambda tx: tx.ticket(hash_secret(secret), now=now)).result()
    assert kept is not None
    assert kept.expires > now
    for file in tmp_path.glob("workshops.db*"):
        assert secret.encode() not in file.read_bytes()


def test_no_ticket_and_no_secret_is_a_trait(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = listen(workshop, monkeypatch)
    workshop._heard(workshop, {"type": "open"}, [])
    assert sent[0]["ticket"] not in str(workshop.get_state())
    assert workshop.code not in str(workshop.get_state())


def test_the_page_is_told_what_to_draw_when_the_widget_is_opened(workshop: Workshop) -> None:
    state = RetroBoard(workshop).get_state()
    assert state["_component"] == "retro"
    assert len(state["_activity"]) == 22
    assert state["_esm"] == "export default {}"


def test_a_front_end_that_was_never_built_says_how_to_build_it(
    workshop: Workshop, built: Path
) -> None:
    (built / "widget.js").unlink()
    with pytest.raises(WorkshopkitError, match="make frontend"):
        RetroBoard(workshop)


@pytest.mark.parametrize("content", [None, "open", {}, {"type": 1}, {"type": "wire"}])
def test_messages_that_mean_nothing_are_let_pass(
    workshop: Workshop, content: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = listen(workshop, monkeypatch)
    workshop._heard(workshop, content, [])
    assert sent == []


def test_the_protocol_goes_over_the_comm(monkeypatch: pytest.MonkeyPatch) -> None:
    async def kernel() -> None:
        workshop = Workshop("Sprint 12", team="Benefits service")
        retro = RetroBoard(workshop)
        sent = listen(retro, monkeypatch)

        def say(**message: Any) -> None:
            wire = {"type": "wire", "session": "s", "data": json.dumps(message)}
            retro._heard(retro, wire, [])

        def heard(type: str) -> list[Any]:
            messages = [json.loads(each["data"]) for each in sent if each["type"] == "wire"]
            return [message for message in messages if message["type"] == type]

        ticket = workshop._desk.ticket()
        say(type="hello", protocol=1, ticket=ticket, secret=secrets.token_hex(32))
        await until(lambda: heard("welcome"))
        assert heard("welcome")[0]["role"] == "facilitator"
        card = {"kind": "retro.add_card", "activity": retro._activity, "column": "stop"}
        say(type="command", id=secrets.token_hex(16), command={**card, "text": "Sign-off"})
        await until(lambda: heard("ack"))
        await until(lambda: retro.version >= heard("ack")[0]["version"])
        assert retro.view["written"] == 1
        retro._heard(retro, {"type": "unwire", "session": "s"}, [])
        await until(lambda: not retro._wires._seats)
        close_all(workshop, retro)

    asyncio.run(kernel())


def test_a_wrong_ticket_is_refused_over_the_comm_and_the_wire_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def kernel() -> None:
        workshop = Workshop("Sprint 12", team="Benefits service")
        sent = listen(workshop, monkeypatch)
        hello = json.dumps({"type": "hello", "protocol": 1, "ticket": "0" * 64})
        workshop._heard(workshop, {"type": "wire", "session": "s", "data": hello}, [])
        await until(lambda: len(sent) == 2)
        assert json.loads(sent[0]["data"])["code"] == "wrong_ticket"
        assert (sent[1]["type"], sent[1]["code"]) == ("unwire", 4401)
        close_all(workshop)

    asyncio.run(kernel())


def test_an_idle_kernel_sees_what_happens_elsewhere(other_kernel: OtherKernel) -> None:
    async def kernel() -> None:
        workshop = Workshop("Sprint 12", team="Benefits service")
        retro = RetroBoard(workshop)
        results = retro.results()
        results._heard(results, {"type": "shown"}, [])
        with other_kernel():
            there = RetroBoard(Workshop("Sprint 12", team="Benefits service"))
            there.make_live()
            there.move_to("discuss")
        await until(lambda: retro.live and retro.phase == "discuss")
        await until(lambda: len(results.table["headings"]) == 5)
        close_all(workshop, retro, results)

    asyncio.run(kernel())


def test_the_log_is_closed_with_the_last_widget(workshop: Workshop) -> None:
    retro = RetroBoard(workshop)
    workshop.close()
    assert live_desk._open
    retro.close()
    retro.close()
    assert not live_desk._open


def close_all(*widgets: Any) -> None:
    for widget in widgets:
        widget.close()
