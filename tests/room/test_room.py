"""The room without IO: what is saved, who is told, who is refused (SPEC.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.room.house import ADA, BEN, CLEO, NOW, Client, House, command_id, desk, ids_by_key
from workshopkit.domain.activity import Actor, Role
from workshopkit.domain.retro import commands as rc
from workshopkit.domain.workshop import commands as c
from workshopkit.errors import LogUnavailable
from workshopkit.log.base import EventLog
from workshopkit.room import room as room_module
from workshopkit.room.commit import commit
from workshopkit.room.desk import Desk
from workshopkit.room.protocol import JoinAddress
from workshopkit.room.session import BACKLOG_HOPELESS, BACKLOG_LIMIT, WAITING_LIMIT


@pytest.fixture
def board(led: Desk) -> str:
    return ids_by_key(led)["retro"]


def cards_in(house: House) -> int:
    (board,) = (item for item in house.room.held.state.agenda.values() if item.key == "retro")
    return len(board.state.cards)


def card(text: str = "Pairing") -> dict[str, Any]:
    return {"kind": "retro.add_card", "column": "glad", "text": text}


# Saved, then acknowledged


def test_an_acknowledgement_comes_only_after_the_commit(house: House, board: str) -> None:
    """RM1."""
    ada = house.client(secret=ADA)
    ada.wish(**card(), activity=board)
    assert ada.wire.of("ack") == []
    held, requests = house.room.held, house.room.take()
    work = house.log.transact(lambda tx: commit(tx, held, requests, house.room._vocabulary))
    committed = work.result()
    assert ada.wire.of("ack") == []
    house.room.settle(committed, NOW)
    (ack,) = ada.wire.of("ack")
    assert ack["version"] == house.room.held.version


def test_an_acknowledgement_comes_before_the_view_that_shows_it(house: House, board: str) -> None:
    """RM1."""
    ada = house.client(secret=ADA)
    ada.wish(**card(), activity=board)
    house.work()
    kinds = [message["type"] for message in ada.wire.messages]
    assert kinds[-3:] == ["ack", "me", "patch"]
    assert ada.browser.version == ada.wire.of("ack")[0]["version"]


def test_what_could_not_be_saved_is_refused_and_counts_for_nothing(
    house: House, board: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RM1, RM4: everyone in the batch hears that it is to be tried again."""
    ada, ben = house.client(secret=ADA), house.client(secret=BEN)
    sent = [ada.wish(**card(), activity=board), ben.wish(**card(), activity=board)]
    honest = house.log.transact

    def failing(work: Callable[[Any], Any], *, write: bool = True) -> Any:
        def undone(tx: Any) -> None:
            work(tx)
            raise LogUnavailable("The disk is full.")

        return honest(undone, write=write)

    with monkeypatch.context() as broken:
        broken.setattr(house.log, "transact", failing)
        house.work()
    assert [ada.refusal(), ben.refusal()] == ["try_again", "try_again"]
    assert [client.wire.of("refused")[0]["id"] for client in (ada, ben)] == sent
    house.catch_up()
    assert cards_in(house) == 0

    ada.wish(**card(), activity=board, id=sent[0])
    house.work()
    assert [ack["id"] for ack in ada.wire.of("ack")] == sent[:1]
    assert cards_in(house) == 1


# Once


def test_a_command_sent_twice_is_acknowledged_twice_and_done_once(house: House, board: str) -> None:
    """RM2: in one batch, in two, and after the room was opened again."""
    ada = house.client(secret=ADA)
    sent = ada.wish(**card(), activity=board)
    ada.wish(**card(), activity=board, id=sent)
    house.work()
    ada.wish(**card(), activity=board, id=sent)
    house.work()
    assert [ack["id"] for ack in ada.wire.of("ack")] == [sent] * 3

    again = House(house.log, house.room.held.workshop)
    back = again.client(secret=ADA)
    back.wish(**card(), activity=board, id=sent)
    again.work()
    assert [ack["id"] for ack in back.wire.of("ack")] == [sent]
    assert cards_in(again) == 1


def test_an_accepted_command_stays_accepted_when_it_would_now_be_refused(
    house: House, led: Desk, board: str
) -> None:
    """RM2."""
    ada = house.client(secret=ADA)
    sent = ada.wish(**card(), activity=board)
    house.work()
    led.perform(rc.MovePhase(board, "act"))
    ada.wish(**card(), activity=board, id=sent)
    house.work()
    assert [ack["id"] for ack in ada.wire.of("ack")] == [sent] * 2


def test_a_refused_command_is_decided_afresh(house: House, led: Desk, board: str) -> None:
    """RM2."""
    led.perform(c.MakeLive(None))
    house.catch_up()
    ada = house.client(secret=ADA)
    sent = ada.wish(**card(), activity=board)
    house.work()
    assert ada.refusal() == "not_live"
    led.perform(c.MakeLive(board))
    ada.wish(**card(), activity=board, id=sent)
    house.work()
    assert [ack["id"] for ack in ada.wire.of("ack")] == [sent]


def test_team_actions_count_once_too(house: House, led: Desk, board: str) -> None:
    """RM2: their ids are kept with the team's stream."""
    led.perform(rc.MovePhase(board, "act"))
    ada = house.client(secret=ADA)
    sent = ada.wish("team.add_action", text="Fix letters")
    house.work()
    ada.wish("team.add_action", text="Fix letters", id=sent)
    house.work()
    assert len(ada.browser.view["actions"]["order"]) == 1


# Batches


def test_each_wish_is_decided_on_what_those_before_it_left(
    house: House, led: Desk, board: str
) -> None:
    """RM4: five dots at once for a budget of three."""
    led.perform(rc.MovePhase(board, "group"))
    house.catch_up()
    lead = house.client(ticket=led.ticket(), secret=CLEO)
    lead.wish(**card(), activity=board)
    lead.wish("retro.move_phase", activity=board, phase="vote")
    house.work()
    ada = house.client(secret=ADA)
    (target,) = ada.browser.view["activities"][board]["cards"]["order"]
    for _ in range(5):
        ada.wish("retro.give_vote", activity=board, target=target)
    house.work()
    assert len(ada.wire.of("ack")) == 3
    assert [refused["code"] for refused in ada.wire.of("refused")] == ["no_votes_left"] * 2
    assert ada.browser.me["activities"][board]["votes_left"] == 0


def test_a_batch_has_an_end(house: House, board: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """RM4."""
    monkeypatch.setattr(room_module, "BATCH_LIMIT", 2)
    ada = house.client(secret=ADA)
    for _ in range(5):
        ada.wish(**card(), activity=board)
    assert len(house.room.take()) == 2


def test_one_mistake_in_an_activity_undoes_nothing_else(
    house: House, board: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """RM4, PR1: the others are saved, and the program's log does not say what was written."""
    kind = house.room.held.state.agenda[board].kind
    honest = kind.decide

    def clumsy(state: Any, command: Any, actor: Any, context: Any) -> Any:
        if getattr(command, "text", "") == "planted":
            raise KeyError(command.text)
        return honest(state, command, actor, context)

    ada, ben = house.client(secret=ADA), house.client(secret=BEN)
    object.__setattr__(kind, "decide", clumsy)
    try:
        ada.wish(**card("planted"), activity=board)
        ben.wish(**card("Pairing"), activity=board)
        house.work()
    finally:
        object.__setattr__(kind, "decide", honest)
    assert ada.refusal() == "failed"
    assert len(ben.wire.of("ack")) == 1
    assert "KeyError" in caplog.text
    assert "planted" not in caplog.text


# What everyone is told


def test_everyone_of_a_role_gets_the_same_bytes(house: House, board: str) -> None:
    """RM5."""
    ada, ben = house.client(secret=ADA), house.client(secret=BEN)
    ada.wish(**card(), activity=board)
    house.work()
    assert ada.wire.of("patch")[-1] == ben.wire.of("patch")[-1]
    assert [data for data in ada.wire.sent if b'"patch"' in data][-1] is (
        [data for data in ben.wire.sent if b'"patch"' in data][-1]
    )


def test_many_commits_make_one_broadcast(house: House, board: str) -> None:
    """RM5."""
    ada, ben = house.client(secret=ADA), house.client(secret=BEN)
    before = len(ben.wire.of("patch"))
    for _ in range(4):
        ada.wish(**card(), activity=board)
        house.commit()
    house.room.flush(NOW)
    assert len(ben.wire.of("patch")) == before + 1
    assert ben.browser.view["activities"][board]["written"] == 4
    house.room.flush(NOW)
    assert len(ben.wire.of("patch")) == before + 1


def test_who_comes_in_between_two_broadcasts_is_up_to_date_after_the_next(
    house: House, board: str
) -> None:
    """RM5: the snapshot is the view that patches are made from."""
    ada = house.client(secret=ADA)
    ada.wish(**card(), activity=board)
    house.commit()
    ben = Client(house)
    ben.hello(secret=BEN)
    house.commit()
    ada.wish(**card(), activity=board)
    house.work()
    assert ben.browser.view == ada.browser.view == house.shown(Role.PARTICIPANT)


def test_what_is_ones_own_goes_to_all_ones_tabs_and_to_nobody_else(
    house: House, led: Desk, board: str
) -> None:
    """RM6, PR1: not a byte of it reaches another socket."""
    others = [house.client(secret=BEN), house.client(observe=True)]
    others += [house.client(ticket=led.ticket(), secret=CLEO), house.client(ticket=led.ticket())]
    tabs = [house.client(secret=ADA), house.client(secret=ADA)]
    tabs[0].wish(**card("planted-secret"), activity=board)
    house.work()
    others.append(house.client(observe=True))
    house.work()
    for tab in tabs:
        (own,) = tab.browser.me["activities"][board]["cards"]["items"].values()
        assert own["text"] == "planted-secret"
    for other in others:
        assert b"planted-secret" not in b"".join(other.wire.sent)


def test_ones_other_tabs_learn_of_a_card_whose_tab_has_gone_meanwhile(
    house: House, board: str
) -> None:
    """RM1, RM6."""
    gone, stays = house.client(secret=ADA), house.client(secret=ADA)
    gone.wish(**card("from a tunnel"), activity=board)
    house.room.disconnect(gone.session)
    house.work()
    (own,) = stays.browser.me["activities"][board]["cards"]["items"].values()
    assert own["text"] == "from a tunnel"


def test_what_changes_for_others_too_reaches_what_is_their_own(
    house: House, led: Desk, board: str
) -> None:
    """RM6: the facilitator deletes Ada's card."""
    ada = house.client(secret=ADA)
    ada.wish(**card(), activity=board)
    house.work()
    led.perform(rc.MovePhase(board, "group"))
    house.catch_up()
    (key,) = ada.browser.view["activities"][board]["cards"]["order"]
    led.perform(rc.DeleteCard(board, key))
    house.catch_up()
    assert ada.browser.me["activities"][board]["cards"] == {"order": [], "items": {}}


# Slow clients


def test_a_slow_client_gets_no_patches_but_a_snapshot_once_it_is_calm(
    house: House, board: str
) -> None:
    """RM7."""
    ada, slow = house.client(secret=ADA), house.client(secret=BEN)
    slow.wire.queued = BACKLOG_LIMIT + 1
    sent = len(slow.wire.sent)
    for _ in range(3):
        ada.wish(**card(), activity=board)
        house.work()
    house.client(secret=CLEO)
    assert len(slow.wire.sent) == sent
    assert house.room.is_behind()

    slow.wire.queued = 0
    house.work()
    assert slow.wire.messages[sent]["type"] == "welcome"
    assert not house.room.is_behind()
    assert slow.browser.view == ada.browser.view
    assert slow.wire.of("presence")[-1]["here"] == 3
    ada.wish(**card(), activity=board)
    house.work()
    assert slow.browser.view == ada.browser.view


def test_a_slow_client_still_hears_whether_its_wishes_were_saved(house: House, board: str) -> None:
    """RM7."""
    slow = house.client(secret=ADA)
    slow.wire.queued = BACKLOG_LIMIT + 1
    house.work()
    slow.wish(**card(), activity=board)
    house.work()
    assert len(slow.wire.of("ack")) == 1


def test_who_never_reads_is_sent_away_to_come_back(house: House) -> None:
    """RM7."""
    deaf = house.client(secret=ADA)
    deaf.wire.queued = BACKLOG_HOPELESS + 1
    house.work()
    assert deaf.wire.closed == (1013, "too_slow")
    assert deaf.session not in house.room.sessions


# Presence


def test_presence_counts_people_not_tabs_and_only_those_who_take_part(
    house: House, led: Desk
) -> None:
    """RM8."""
    ada = house.client(secret=ADA)
    second = house.client(secret=ADA)
    house.client(secret=BEN)
    house.client(observe=True)
    lead = house.client(ticket=led.ticket(), secret=CLEO)
    assert lead.wire.of("presence")[-1] == {"type": "presence", "here": 2, "ready": 0}
    second.say(type="ready", ready=True)
    lead.say(type="ready", ready=True)
    house.work()
    assert lead.wire.of("presence")[-1] == {"type": "presence", "here": 2, "ready": 1}
    house.room.disconnect(second.session)
    house.work()
    assert ada.wire.of("presence")[-1] == {"type": "presence", "here": 2, "ready": 0}


def test_nobody_is_done_with_a_phase_that_has_just_begun(
    house: House, led: Desk, board: str
) -> None:
    """RM8."""
    ada = house.client(secret=ADA)
    for step in (rc.MovePhase(board, "group"), c.MakeLive(None)):
        ada.say(type="ready", ready=True)
        house.work()
        assert ada.wire.of("presence")[-1]["ready"] == 1
        led.perform(step)
        house.catch_up()
        assert ada.wire.of("presence")[-1]["ready"] == 0


# The door


def test_a_participant_is_welcomed_with_a_view_and_what_is_their_own(
    house: House, board: str
) -> None:
    """RM9."""
    ada = house.client(secret=ADA, name="Ada", lang="cy")
    (welcome,) = ada.wire.of("welcome")
    assert (welcome["role"], welcome["protocol"]) == ("participant", 1)
    assert welcome["now"] == "2026-01-01T10:00:00.000Z"
    assert welcome["me"]["person"] == {"name": "Ada"}
    assert set(welcome["view"]["activities"]) == {board}
    assert "items" not in welcome["view"]["people"]


def test_who_returns_without_a_name_keeps_the_one_they_had(house: House) -> None:
    """RM9."""
    house.client(secret=ADA, name="Ada")
    back = house.client(secret=ADA)
    assert back.browser.me["person"] == {"name": "Ada"}
    assert back.browser.view["people"]["count"] == 1


def test_how_phones_get_in_is_said_to_those_who_show_it(log: EventLog, led: Desk) -> None:
    """RM9."""
    house = House(log, led.workshop, JoinAddress("http://laptop/workshopkit/join/"))
    shown = {"url": "http://laptop/workshopkit/join/"}
    assert house.client(observe=True).wire.of("welcome")[0]["join"] == shown
    assert house.client(ticket=led.ticket()).wire.of("welcome")[0]["join"] == shown
    assert "join" not in house.client(secret=ADA).wire.of("welcome")[0]


def test_a_ticket_makes_a_facilitator_of_its_own_workshop_alone(
    log: EventLog, led: Desk, house: House
) -> None:
    """RM9, PR6."""
    assert house.client(ticket=led.ticket()).wire.of("welcome")[0]["role"] == "facilitator"
    elsewhere = desk(log, title="Another").ticket()
    for ticket in (elsewhere, "", "0" * 64):
        client = house.client(ticket=ticket, secret=ADA, observe=True)
        assert client.refusal() == "wrong_ticket"
        assert client.wire.closed == (4401, "wrong_ticket")
        assert client.wire.of("welcome") == []


def test_neither_secret_nor_ticket_is_ever_sent_or_written(
    house: House, led: Desk, board: str, tmp_path: Any
) -> None:
    """PR6."""
    ticket = led.ticket()
    clients = [house.client(ticket=ticket, secret=CLEO), house.client(secret=ADA, name="Ada")]
    clients[1].wish(**card(), activity=board)
    house.work()
    sent = b"".join(data for client in clients for data in client.wire.sent)
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("log.db*"))
    for secret in (ticket, CLEO, ADA):
        assert secret.encode() not in sent
        assert secret.encode() not in kept


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"type": "ready", "ready": True}, "bad_hello"),
        ({"type": "command", "id": "0" * 32, "command": {}}, "bad_hello"),
        ({"type": "hello", "protocol": 2, "secret": ADA}, "wrong_protocol"),
        ({"type": "hello", "protocol": 1}, "bad_hello"),
        ({"type": "hello", "protocol": 1, "secret": "x"}, "malformed"),
    ],
)
def test_who_does_not_say_hello_properly_is_shown_out(
    house: House, message: dict[str, Any], code: str
) -> None:
    """RM9, RM10."""
    client = Client(house)
    client.say(**message)
    house.work()
    assert client.refusal() == code
    assert client.wire.closed == (4400, code)
    client.say(type="hello", protocol=1, secret=ADA)
    house.work()
    assert client.wire.of("welcome") == []


def test_a_locked_door_keeps_strangers_out_and_lets_people_back_in(house: House, led: Desk) -> None:
    """RM9, RM10."""
    house.client(secret=ADA)
    led.perform(c.LockDoor())
    stranger = house.client(secret=BEN)
    assert stranger.refusal() == "door_locked"
    assert stranger.wire.closed == (4403, "door_locked")
    assert house.client(secret=ADA).wire.of("welcome")


def test_a_finished_workshop_shows_its_actions_and_takes_nothing(
    house: House, led: Desk, board: str
) -> None:
    """RM10, RM11."""
    ada = house.client(secret=ADA)
    led.perform(rc.MovePhase(board, "act"))
    ada.wish("team.add_action", text="Fix letters")
    house.work()
    led.perform(c.Finish())
    ada.wish("team.add_action", text="Too late")
    house.work()
    assert ada.refusal() == "finished"
    assert len(house.client(secret=ADA).browser.view["actions"]["order"]) == 1
    assert house.client(secret=BEN).refusal() == "finished"


def test_a_command_before_the_welcome_is_answered_not_lost(house: House, board: str) -> None:
    """RM9, RM11."""
    hasty = Client(house)
    hasty.hello(secret=ADA)
    sent = hasty.wish(**card(), activity=board)
    hasty.say_raw("nonsense")
    house.work()
    codes = [(refused["code"], refused.get("id")) for refused in hasty.wire.of("refused")]
    assert codes == [("try_again", sent), ("malformed", None)]
    assert hasty.wire.of("welcome")


def test_who_left_before_being_let_in_is_told_nothing(house: House) -> None:
    client = Client(house)
    client.hello(secret=ADA)
    house.room.disconnect(client.session)
    house.work()
    assert client.wire.sent == []


def test_a_wish_of_someone_who_has_left_is_still_carried_out(house: House, board: str) -> None:
    """RM1."""
    ada = house.client(secret=ADA)
    ada.wish(**card(), activity=board)
    house.room.disconnect(ada.session)
    house.work()
    assert cards_in(house) == 1


def test_at_the_end_everyone_is_sent_away_to_come_back(house: House) -> None:
    """RM10."""
    ada = house.client(secret=ADA)
    house.room.end()
    assert ada.wire.closed == (1001, "restart")
    assert house.room.sessions == set()


# Refusals


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("nonsense", "malformed"),
        (b"\x00\xff", "malformed"),
        ('{"type":"shout"}', "malformed"),
        ('{"type":"ready","ready":true,"loud":true}', "malformed"),
        ("[" * 60_000, "malformed"),
        ("x" * 1_000_000, "too_big"),
        ('{"type":"hello","protocol":1}', "bad_hello"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_bad_messages_are_refused_and_the_connection_stays_sound(
    house: House, board: str, sent: str | bytes, code: str
) -> None:
    """RM11."""
    ada = house.client(secret=ADA)
    ada.say_raw(sent)
    assert ada.refusal() == code
    assert ada.wire.closed is None
    ada.wish(**card(), activity=board)
    house.work()
    assert len(ada.wire.of("ack")) == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ({"kind": "retro.burn"}, "unknown_command"),
        ({"kind": "retro.add_card", "column": "glad"}, "malformed"),
        ({**card(), "author": "ben"}, "malformed"),
        ({**card(), "text": 5}, "malformed"),
        (card("x" * 501), "too_long"),
        ({"kind": "retro.give_vote", "target": "c"}, "wrong_phase"),
        ({"kind": "retro.move_phase", "phase": "act"}, "not_allowed"),
    ],
)
def test_bad_commands_are_refused_by_their_id(
    house: House, board: str, command: dict[str, Any], code: str
) -> None:
    """RM11."""
    ada = house.client(secret=ADA)
    before = house.room.held.version
    sent = ada.wish(**command, activity=board)
    house.work()
    assert ada.refusal() == code
    assert ada.wire.of("refused")[0]["id"] == sent
    assert house.room.held.version == before


def test_another_workshops_activity_is_refused(log: EventLog, house: House) -> None:
    """RM11."""
    elsewhere = ids_by_key(desk(log, title="Another"))["retro"]
    ada = house.client(secret=ADA)
    ada.wish(**card(), activity=elsewhere)
    house.work()
    assert ada.refusal() == "unknown_activity"


def test_an_observer_writes_nothing(house: House, board: str) -> None:
    """RM11."""
    screen = house.client(observe=True, secret=ADA)
    assert screen.browser.me == {"activities": {}}
    screen.wish(**card(), activity=board)
    screen.wish("workshop.finish")
    screen.wish("team.add_action", text="x")
    house.work()
    assert [refused["code"] for refused in screen.wire.of("refused")] == ["not_allowed"] * 3


def test_one_session_cannot_fill_the_queue(house: House, board: str) -> None:
    """RM11."""
    ada = house.client(secret=ADA)
    for _ in range(WAITING_LIMIT + 1):
        ada.wish("retro.take_vote_back", activity=board, target="c")
    assert ada.refusal() == "slow_down"
    house.work()
    ada.wish(**card(), activity=board)
    house.work()
    assert len(ada.wire.of("ack")) == 1


# Several processes


def test_two_rooms_on_one_log_follow_each_other(
    opens: Callable[[], EventLog], house: House, board: str
) -> None:
    """RM3, RM12."""
    other = House(opens(), house.room.held.workshop)
    ada, ben = house.client(secret=ADA), other.client(secret=BEN)
    ada.wish(**card(), activity=board)
    house.work()
    ben.wish(**card(), activity=board)
    other.work()
    house.catch_up()
    assert ada.browser.view == ben.browser.view == house.shown(Role.PARTICIPANT)
    assert ada.browser.view["activities"][board]["written"] == 2
    assert ada.browser.view["people"]["count"] == 2


def test_the_same_person_may_come_in_through_two_rooms(
    opens: Callable[[], EventLog], house: House
) -> None:
    """RM12: the one who comes second is found among those who came in elsewhere."""
    other = House(opens(), house.room.held.workshop)
    here, there = house.client(secret=ADA, name="Ada"), other.client(secret=ADA)
    assert there.browser.me["person"] == here.browser.me["person"]
    assert there.browser.view["people"]["count"] == 1


def test_a_command_sent_to_two_rooms_counts_once(
    opens: Callable[[], EventLog], house: House, board: str
) -> None:
    """RM2, RM12."""
    other = House(opens(), house.room.held.workshop)
    here, there = house.client(secret=ADA), other.client(secret=ADA)
    sent = here.wish(**card(), activity=board)
    there.wish(**card(), activity=board, id=sent)
    house.work()
    other.work()
    assert len(there.wire.of("ack")) == 1
    assert there.browser.view["activities"][board]["written"] == 1


def test_a_named_board_shows_a_name_given_later(log: EventLog) -> None:
    led = desk(log, title="Named")
    board = ids_by_key(led)["retro"]
    options = {"columns": [{"id": "glad", "title": {}}], "anonymous": False}
    led.perform(c.ChangeActivity(board, {"en": "Retro"}, options))
    house = House(log, led.workshop)
    ada = house.client(secret=ADA)
    ada.wish(**card(), activity=board)
    house.work()
    led.perform(rc.MovePhase(board, "group"))
    house.catch_up()
    ben = house.client(secret=BEN)
    house.client(secret=ADA, name="Ada")
    (shown,) = ben.browser.view["activities"][board]["cards"]["items"].values()
    assert shown["author"] == "Ada"


def test_a_room_tells_whether_people_are_at_work(house: House, board: str) -> None:
    assert house.room.human_at is None
    ada = house.client(secret=ADA)
    assert house.room.human_at is None
    ada.wish(**card(), activity=board, id=command_id())
    assert house.room.human_at == NOW


def test_a_view_read_from_the_log_is_the_view_that_was_told(house: House, board: str) -> None:
    """RM3."""
    ada = house.client(secret=ADA)
    ada.wish(**card(), activity=board)
    house.work()
    again = House(house.log, house.room.held.workshop)
    assert again.shown(Role.PARTICIPANT) == ada.browser.view
    person = ada.session.state
    assert again.own(person.actor) == ada.browser.me  # type: ignore[union-attr]
    assert again.own(Actor(Role.OBSERVER)) == {"activities": {}}
