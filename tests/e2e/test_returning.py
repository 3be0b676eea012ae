"""A refresh, a lost connection, a phase that moves on: nobody loses what she did."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Join, MakeContext
from tests.e2e.facilitator import BOARD, Facilitator
from tests.e2e.participant import Participant

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def board(leader: Facilitator) -> Facilitator:
    """The facilitator, where cards are written."""
    leader.begin(BOARD)
    return leader


@pytest.fixture
def ada(board: Facilitator, join: Join) -> Participant:
    """A new person on a phone, each time."""
    return join(board.code, "Ada", **PHONE)


def test_after_a_refresh_she_is_the_same_person_with_her_own_cards(
    board: Facilitator, ada: Participant
) -> None:
    ada.write("Start", "Pairing on the rules")
    joined = board.page.get_by_text("joined so far").inner_text()
    ada.page.reload()
    ada.rewrite("Pairing on the rules", "Pairing on the eligibility rules")
    board.sees(joined)


def test_what_she_writes_without_a_network_arrives_once_when_it_is_back(ada: Participant) -> None:
    ada.write("Start", "Written before the tunnel")
    send_in_the_tunnel(ada, "Written in the tunnel")
    ada.context.set_offline(False)
    ada.is_connected()
    has_one(ada, "Written in the tunnel")


def test_what_she_wrote_without_a_network_survives_a_refresh_as_well(ada: Participant) -> None:
    send_in_the_tunnel(ada, "Written, and the page was gone")
    ada.context.set_offline(False)
    ada.page.reload()
    has_one(ada, "Written, and the page was gone")


def test_a_half_written_card_survives_a_phase_and_a_refresh(
    board: Facilitator, ada: Participant
) -> None:
    ada.composer("Stop").fill("Half a thou")
    board.go_to("Group")
    board.agrees("Reveal the cards?", "Reveal the cards")
    ada.sees_step("Step 2 of 5: group")
    board.go_to("Write")
    expect(ada.composer("Stop")).to_have_value("Half a thou")
    ada.page.reload()
    expect(ada.composer("Stop")).to_have_value("Half a thou")


def test_half_a_sentence_never_leaves_her_browser(board: Facilitator, ada: Participant) -> None:
    ada.composer("Stop").fill("Nobody should know yet")
    assert "Nobody should know yet" not in board.page.content()
    assert not any("Nobody should know yet" in frame for frame in ada.watch.sent)


def test_on_another_device_she_is_the_same_person(
    board: Facilitator, ada: Participant, context: MakeContext
) -> None:
    ada.write("Start", "Written on the phone")
    joined = board.page.get_by_text("joined so far").inner_text()
    link = ada.own_link()
    secret = link.partition("#")[2]
    assert len(secret) == 64
    laptop = Participant(context(), ada.base)
    laptop.goes_on(link)
    laptop.rewrite("Written on the phone", "Written on both")
    has_one(ada, "Written on both")
    board.sees(joined)
    assert "#" not in laptop.page.url
    laptop.page.reload()
    has_one(laptop, "Written on both")
    assert_secret_stays_with_its_owner(secret, board, ada, laptop)


def test_somebody_elses_link_is_asked_about_and_can_be_turned_down(
    board: Facilitator, ada: Participant, join: Join
) -> None:
    ben = join(board.code, "Ben")
    ben.write("Stop", "Only Ben knows")
    ben.page.goto(ada.own_link())
    ben.sees("On this device you are already in this workshop as someone else.")
    ben.page.get_by_role("button", name="No, do not use it").click()
    expect(ben.page.get_by_role("button", name="Edit: Only Ben knows")).to_be_visible()


def assert_secret_stays_with_its_owner(
    secret: str, board: Facilitator, *devices: Participant
) -> None:
    """In her own greetings alone: in no address, no answer, no line of the server's."""
    assert secret not in board.served.output
    for person in (board, *devices):
        assert not [address for address in person.watch.addresses if secret in address]
        assert secret not in "".join(person.watch.heard)
    assert secret not in "".join(board.watch.sent)
    for frame in (frame for person in devices for frame in person.watch.sent):
        assert secret not in frame or '"type":"hello"' in frame


def send_in_the_tunnel(person: Participant, text: str) -> None:
    """Sent, as far as she is concerned; the page says that it waits."""
    field = person.composer("Start")
    person.context.set_offline(True)
    person.sees("You are offline.")
    field.fill(text)
    field.press("Enter")
    person.sees("Sending…")


def has_one(person: Participant, text: str) -> None:
    """One such card, kept by the room."""
    person.column("Start")
    expect(person.page.get_by_role("button", name=f"Edit: {text}")).to_have_count(1)
    person.has_sent_everything()
