"""Who is shown out, who comes back, and by what: people, tickets and codes (SPEC.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.room.house import ADA, BEN, CLEO, Client, House, ids_by_key
from workshopkit.domain.activity import Role
from workshopkit.domain.people import hash_secret
from workshopkit.domain.workshop import commands as c
from workshopkit.errors import Refused
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk

KEY, PROJECTOR = "1" * 64, "2" * 64


@pytest.fixture
def board(led: Desk) -> str:
    return ids_by_key(led)["retro"]


@pytest.fixture
def code(led: Desk) -> str:
    return str(led.view()["workshop"]["code"])


def leader(house: House, led: Desk) -> Client:
    return house.client(ticket=led.ticket())


def do(client: Client, kind: str, **fields: Any) -> None:
    client.wish(kind, **fields)
    client.house.work()


def person(led: Desk, name: str) -> str:
    everyone = led.view()["people"]["items"]
    return next(str(key) for key, one in everyone.items() if one.get("name", "") == name)


def by(house: House, code: str, **said: Any) -> Client:
    """Someone who comes through the server, where one comes by a code."""
    client = Client(house, code)
    client.hello(**said)
    house.work()
    return client


# Taken out


def test_who_is_taken_out_is_shown_out_of_every_tab_and_stays_out(house: House, led: Desk) -> None:
    """RM14, RM10."""
    tabs = [house.client(secret=ADA, name="Ada"), house.client(secret=ADA)]
    ben, lead = house.client(secret=BEN), leader(house, led)
    do(lead, "workshop.remove_person", person=person(led, "Ada"))
    for gone in (*tabs, house.client(secret=ADA, name="Ada again")):
        assert gone.refusal() == "removed"
        assert gone.wire.closed == (4403, "removed")
    assert ben.wire.closed is None
    assert ben.wire.of("presence")[-1]["here"] == 1
    assert ben.browser.view["people"] == {"count": 1}
    assert len(lead.browser.view["people"]["items"]) == 1
    assert len(lead.wire.of("ack")) == 1


def test_another_process_shows_them_out_as_soon_as_it_has_caught_up(
    opens: Callable[[], EventLog], house: House, led: Desk
) -> None:
    """RM12, RM14: a notebook's kernel takes out who sits in the server's room."""
    ada = house.client(secret=ADA, name="Ada")
    led.perform(c.RemovePerson(person(led, "Ada")))
    house.catch_up()
    assert ada.refusal() == "removed"
    again = House(opens(), led.workshop)
    assert again.client(secret=ADA).refusal() == "removed"


def test_what_is_on_its_way_is_refused_and_what_was_done_stays(
    house: House, led: Desk, board: str
) -> None:
    """RM14, RM1."""
    ada, lead = house.client(secret=ADA, name="Ada"), leader(house, led)
    do(ada, "retro.add_card", activity=board, column="glad", text="Before")
    lead.wish("workshop.remove_person", person=person(led, "Ada"))
    sent = ada.wish("retro.add_card", activity=board, column="glad", text="After")
    house.work()
    first, last = ada.wire.of("refused")
    assert (first["code"], first["id"], last["code"]) == ("removed", sent, "removed")
    assert lead.browser.view["activities"][board]["written"] == 1


def test_a_fresh_secret_may_join_unless_the_door_is_locked_behind(house: House, led: Desk) -> None:
    """RM14."""
    for secret, name in ((ADA, "Ada"), (BEN, "Ben")):
        house.client(secret=secret, name=name)
    lead = leader(house, led)
    do(lead, "workshop.remove_person", person=person(led, "Ada"))
    assert house.client(secret=CLEO).wire.of("welcome")
    do(lead, "workshop.remove_person", person=person(led, "Ben"), lock_door=True)
    assert house.client(secret="d" * 64).refusal() == "door_locked"
    assert lead.browser.view["workshop"]["door"] == "locked"


def test_the_log_tells_nothing_of_it(house: House, led: Desk, tmp_path: Any) -> None:
    """PR9."""
    house.client(secret=ADA, name="Zebedee")
    house.client(secret=BEN, name="Ben")
    before = led.version
    led.perform(c.RemovePerson(person(led, "Zebedee")))
    assert led.version == before
    kept = house.log.transact(lambda tx: tx.people(led.workshop), write=False).result()
    (gone,) = (each for each in kept if each.removed)
    assert (gone.secret_hash, gone.name, gone.perspective) == (hash_secret(ADA), "", "")
    house.log.close()
    assert b"Zebedee" not in b"".join(path.read_bytes() for path in tmp_path.glob("log.db*"))


def test_only_a_facilitator_takes_anyone_out(house: House, led: Desk) -> None:
    """RM14."""
    house.client(secret=ADA, name="Ada")
    ben = house.client(secret=BEN)
    do(ben, "workshop.remove_person", person=person(led, "Ada"))
    assert ben.refusal() == "not_allowed"
    lead = leader(house, led)
    do(lead, "workshop.remove_person", person="nobody")
    assert lead.refusal() == "unknown_person"


# Codes


def test_a_renewed_code_keeps_people_in_and_lets_them_back_by_either(
    house: House, led: Desk, code: str
) -> None:
    """RM16, PR8: participants are not told; who shows it, is."""
    ada = by(house, code, secret=ADA)
    lead = leader(house, led)
    do(lead, "workshop.lend_ticket", ticket=PROJECTOR, purpose="screen")
    screen = by(house, code, ticket=PROJECTOR, observe=True)
    do(lead, "workshop.renew_code")
    new = lead.browser.view["workshop"]["code"]
    assert new != code
    assert screen.browser.view["workshop"]["code"] == new
    assert ada.wire.closed is None
    assert new.encode() not in b"".join(ada.wire.sent)
    for way in (code, new):
        assert by(house, way, secret=ADA).wire.of("welcome")
        assert by(house, way, ticket=led.ticket()).wire.of("welcome")
        assert by(house, way, ticket=PROJECTOR).wire.of("welcome")


def test_a_former_code_lets_nobody_new_in(house: House, led: Desk, code: str) -> None:
    """RM16, RM10."""
    onlooker = by(house, code, observe=True)
    led.perform(c.RenewCode())
    house.catch_up()
    for stranger in (onlooker, by(house, code, secret=BEN), by(house, code, observe=True)):
        assert stranger.refusal() == "code_renewed"
        assert stranger.wire.closed == (4404, "code_renewed")
    new = led.view()["workshop"]["code"]
    assert new.encode() not in b"".join(onlooker.wire.sent)
    assert by(house, new, secret=BEN).wire.of("welcome")
    assert by(house, new, observe=True).wire.of("welcome")


def test_a_code_is_renewed_once_however_often_the_wish_is_sent(house: House, led: Desk) -> None:
    """RM2."""
    lead = leader(house, led)
    sent = lead.wish("workshop.renew_code")
    house.work()
    new = lead.browser.view["workshop"]["code"]
    lead.wish("workshop.renew_code", id=sent)
    house.work()
    assert lead.browser.view["workshop"]["code"] == new


# Tickets


def test_a_locked_door_keeps_onlookers_out_who_have_nothing_but_the_code(
    house: House, led: Desk, code: str
) -> None:
    """RM9, RM15: the projector comes back with its ticket."""
    lead = leader(house, led)
    do(lead, "workshop.lend_ticket", ticket=PROJECTOR, purpose="screen")
    early = by(house, code, observe=True)
    do(lead, "workshop.lock_door")
    assert early.wire.closed is None
    late = by(house, code, observe=True)
    assert late.refusal() == "door_locked"
    assert late.wire.closed == (4403, "door_locked")
    for _ in range(2):
        (welcome,) = by(house, code, observe=True, ticket=PROJECTOR).wire.of("welcome")
        assert welcome["role"] == "observer"


def test_a_projectors_ticket_only_looks(house: House, led: Desk, board: str) -> None:
    """RM15, PR5."""
    do(leader(house, led), "workshop.lend_ticket", ticket=PROJECTOR, purpose="screen")
    house.client(secret=ADA, name="Ada")
    screen = house.client(ticket=PROJECTOR, secret=BEN)
    assert b"Ada" not in b"".join(screen.wire.sent)
    assert screen.browser.view == house.shown(Role.OBSERVER)
    for kind in ("workshop.lock_door", "workshop.recall_tickets"):
        do(screen, kind, **({"purpose": "lead"} if "recall" in kind else {}))
    do(screen, "retro.add_card", activity=board, column="glad", text="Mine")
    assert [each["code"] for each in screen.wire.of("refused")] == ["not_allowed"] * 3


def test_another_device_leads_until_its_ticket_is_taken_back(
    house: House, led: Desk, code: str
) -> None:
    """RM15."""
    lead = leader(house, led)
    do(lead, "workshop.lend_ticket", ticket=KEY, purpose="lead")
    phone = by(house, code, ticket=KEY, secret=CLEO)
    do(phone, "workshop.lock_door")
    assert lead.browser.view["workshop"]["door"] == "locked"
    assert lead.browser.view["leads"] == 1
    assert phone.browser.view == lead.browser.view

    do(lead, "workshop.recall_tickets", purpose="lead")
    for gone in (phone, by(house, code, ticket=KEY, secret=CLEO)):
        assert gone.refusal() == "wrong_ticket"
        assert gone.wire.closed == (4401, "wrong_ticket")
    assert lead.browser.view["leads"] == 0
    assert lead.wire.closed is None


def test_a_lent_lead_cannot_lend_on_or_take_back(house: House, led: Desk) -> None:
    """RM15."""
    do(leader(house, led), "workshop.lend_ticket", ticket=KEY, purpose="lead")
    phone = house.client(ticket=KEY)
    do(phone, "workshop.lend_ticket", ticket="3" * 64, purpose="lead")
    do(phone, "workshop.recall_tickets", purpose="lead")
    assert [each["code"] for each in phone.wire.of("refused")] == ["not_allowed"] * 2
    assert house.client(ticket="3" * 64).refusal() == "wrong_ticket"


def test_a_kernel_takes_tickets_back_from_who_sits_in_the_servers_room(
    house: House, led: Desk
) -> None:
    """RM12, RM15."""
    led.perform(c.LendTicket(KEY, "lead"))
    phone = house.client(ticket=KEY)
    led.perform(c.RecallTickets("lead"))
    house.catch_up()
    assert phone.refusal() == "wrong_ticket"
    assert led.view()["leads"] == 0


def test_lending_the_same_ticket_again_is_acknowledged_and_lends_nothing_more(
    house: House, led: Desk
) -> None:
    """RM2: the acknowledgement may have been lost."""
    lead = leader(house, led)
    for _ in range(2):
        do(lead, "workshop.lend_ticket", ticket=KEY, purpose="lead")
    assert len(lead.wire.of("ack")) == 2
    assert lead.browser.view["leads"] == 1


def test_no_ticket_becomes_another(log: EventLog, led: Desk) -> None:
    """RM15: neither a projector's a leader's, nor one workshop's another's, nor a notebook's."""
    led.perform(c.LendTicket(PROJECTOR, "screen"))
    other = Desk(log, title="Another", team="Letters", kinds=led.vocabulary.kinds)
    for desk, ticket in ((led, PROJECTOR), (other, PROJECTOR), (led, led.ticket())):
        with pytest.raises(Refused) as refused:
            desk.perform(c.LendTicket(ticket, "lead"))
        assert refused.value.code == "ticket_taken"
    house = House(log, led.workshop)
    assert house.client(ticket=PROJECTOR).wire.of("welcome")[0]["role"] == "observer"


@pytest.mark.parametrize("ticket", ["", "0" * 63, "0" * 65, "G" * 64, "0" * 64 + "\n"])
def test_a_ticket_that_could_be_guessed_is_not_lent(house: House, led: Desk, ticket: str) -> None:
    """PR6."""
    lead = leader(house, led)
    do(lead, "workshop.lend_ticket", ticket=ticket, purpose="lead")
    assert lead.refusal() == "malformed"


def test_lent_tickets_are_never_sent_or_written(house: House, led: Desk, tmp_path: Any) -> None:
    """PR6."""
    lead = leader(house, led)
    do(lead, "workshop.lend_ticket", ticket=KEY, purpose="lead")
    phone = house.client(ticket=KEY)
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("log.db*"))
    for told in (*lead.wire.sent, *phone.wire.sent, kept):
        assert KEY.encode() not in told
        assert hash_secret(KEY).encode() not in told or told is kept
