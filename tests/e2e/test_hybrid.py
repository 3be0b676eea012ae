"""A room in which some have no device, and a card that nobody should have to read."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Join
from tests.e2e.facilitator import BOARD, Facilitator

pytestmark = pytest.mark.browser

SAID, BLAME = "Thank people more often", "It was all Bob"


def test_the_room_has_a_voice_and_a_hidden_card_none(facilitator: Facilitator, join: Join) -> None:
    ada, ben = join(facilitator.code, "Ada"), join(facilitator.code, "Ben")
    facilitator.begin(BOARD)
    facilitator.write_for_the_room("Start", SAID)
    ada.write("Stop", BLAME)
    assert SAID not in ben.page.content()
    facilitator.next("Next: group")
    facilitator.agrees("Reveal the cards?", "Reveal the cards")
    for person in (ada, ben):
        person.sees(SAID)
        person.sees("From the room")
        person.sees(BLAME)
    facilitator.next("Next: vote")
    ada.vote(SAID)
    facilitator.give_from_the_room(SAID, people=2, dots=3)
    facilitator.next("Next: discuss")
    ben.sees("4 dots")
    expect(facilitator.results(BOARD)).to_contain_text(BLAME)
    facilitator.hide(BLAME)
    ada.sees("Hidden by the facilitator")
    expect(ben.page.get_by_text(BLAME)).to_have_count(0)
    expect(facilitator.results(BOARD)).not_to_contain_text(BLAME)
    late = join(facilitator.code, "Cai")
    late.sees(SAID)
    assert not any(BLAME in frame for frame in late.watch.told)
    facilitator.page.get_by_role("button", name=f"Show again: {BLAME}").click()
    ben.sees(BLAME)
    facilitator.page.get_by_role("button", name="Open voting again").click()
    ada.sees_step("Step 3 of 5: vote")
    ada.has_dots_left(4)
