"""A refresh, a lost connection, a phase that moves on: nobody loses what she did."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Join
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
