"""Phones and the projector follow: what matters now is on the screen, without a hand on it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Join, MakeContext
from tests.e2e.facilitator import BOARD, Facilitator
from tests.e2e.participant import Participant
from tests.e2e.patience import eventually

pytestmark = pytest.mark.browser

LAST = "The last of many cards"


def test_each_step_begins_at_its_top_and_shows_what_is_talked_about(
    facilitator: Facilitator, join: Join, context: MakeContext
) -> None:
    ada = join(facilitator.code, "Ada", **PHONE)
    screen = Participant(context(), facilitator.served.public)
    screen.open(facilitator.code, page="screen")
    facilitator.begin(BOARD)
    for number in range(8):
        ada.write("Start", f"Card {number}: why we wait for letters")
    ada.write("Continue", LAST)
    facilitator.go_to("Vote")
    facilitator.agrees("Reveal the cards?", "Reveal the cards")
    ada.vote(LAST)
    ada.has_sent_everything()
    expect(ada.page.get_by_role("heading", name="What should we talk")).not_to_be_in_viewport()
    facilitator.go_to("Discuss")
    facilitator.page.get_by_role("button", name=f"Talk about this: {LAST}").click()
    for person in (ada, screen):
        expect(person.page.get_by_role("heading", name="Let’s talk about it")).to_be_in_viewport()
        expect(person.page.get_by_text("Talking about this now")).to_be_in_viewport()
        assert person.topics()[0] == LAST


def test_the_projector_shows_all_cards_and_then_large_what_is_talked_about(
    facilitator: Facilitator, join: Join, context: MakeContext
) -> None:
    """Nobody scrolls there: the type gives way, but not while people talk."""
    ada = join(facilitator.code, "Ada")
    screen = Participant(context(viewport={"width": 1280, "height": 720}), ada.base)
    screen.open(facilitator.code, page="screen")
    facilitator.begin(BOARD)
    for number in range(6):
        ada.write("Start", f"Card {number}: why we wait for letters")
    large = type_size(screen)
    facilitator.go_to("Vote")
    facilitator.agrees("Reveal the cards?", "Reveal the cards")
    screen.sees_step("Step 3 of 5: vote")
    for number in range(6):
        card = screen.page.get_by_text(f"Card {number}: why we wait for letters")
        expect(card).to_be_in_viewport(ratio=1)
    assert type_size(screen) < large
    facilitator.go_to("Discuss")
    screen.sees_step("Step 4 of 5: discuss")
    eventually(
        lambda: type_size(screen),
        lambda size: size == large,
        pause=lambda: screen.page.wait_for_timeout(50),
    )


def type_size(screen: Participant) -> float:
    """Of the whole page, in pixels."""
    size = screen.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    return float(size)
