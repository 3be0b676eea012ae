"""The retro's main path without a mouse, for a participant and for the facilitator."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import MakeContext
from tests.e2e.facilitator import BOARD, Facilitator
from tests.e2e.keys import Keys
from tests.e2e.participant import Participant

pytestmark = pytest.mark.browser


def test_a_retro_is_led_and_taken_part_in_by_keyboard_alone(
    facilitator: Facilitator, context: MakeContext
) -> None:
    ada = Participant(context(), facilitator.served.public)
    lead, part = Keys(facilitator.page), Keys(ada.page)
    ada.open(facilitator.code)
    part.to("textbox", "Your name")
    part.type("Ada")
    part.press("Enter")
    ada.sees("You are in")
    lead.use(f"Start: {BOARD}")
    write_and_edit(ada, part)
    reveal(facilitator, lead)
    group(ada, part)
    vote_and_take_back(facilitator, lead, ada, part)
    discuss(facilitator, lead, ada)
    agree(ada, part)


def write_and_edit(ada: Participant, part: Keys) -> None:
    ada.sees_step("Step 1 of 5: write")
    for column, text in (("Start", "Pairing"), ("Stop", "Slow sign-off"), ("Stop", "Late letters")):
        part.to("textbox", f"New card in {column}")
        part.type(text)
        part.press("Enter")
        expect(ada.page.get_by_role("button", name=f"Edit: {text}", exact=True)).to_be_visible()
    part.use("Edit: Pairing", back=True)
    part.press("End")
    part.type(" on the rules")
    part.press("Enter")
    expect(ada.page.get_by_role("button", name="Edit: Pairing on the rules")).to_be_focused()
    part.use("I’m done", back=True)
    expect(ada.page.get_by_role("button", name="I’m done", pressed=True)).to_be_visible()


def reveal(facilitator: Facilitator, lead: Keys) -> None:
    """Escape goes back to where she was; the dialog begins at "Not yet"."""
    facilitator.sees("1 of 1 ready")
    lead.use("Next: group", back=True)
    dialog = facilitator.is_asked("Reveal the cards?")
    expect(dialog.get_by_role("button", name="Not yet")).to_be_focused()
    lead.press("Escape")
    expect(facilitator.page.get_by_role("button", name="Next: group")).to_be_focused()
    lead.press("Enter")
    facilitator.is_asked("Reveal the cards?")
    lead.use("Reveal the cards", back=True)
    facilitator.is_at("Group")


def group(ada: Participant, part: Keys) -> None:
    """Space chooses a card, Enter goes to what can be done with them."""
    ada.sees_step("Step 2 of 5: group")
    for card in ("Slow sign-off", "Late letters"):
        part.to("checkbox", card)
        part.press("Space")
    part.press("Enter")
    expect(ada.page.get_by_role("button", name="Group together")).to_be_focused()
    part.press("Enter")
    expect(ada.page.get_by_role("button", name="Rename the group: Slow")).to_be_visible()


def vote_and_take_back(facilitator: Facilitator, lead: Keys, ada: Participant, part: Keys) -> None:
    lead.use("Next: vote")
    ada.sees_step("Step 3 of 5: vote")
    part.to("button", "Give a dot to: Slow")
    part.press("Enter", "Enter", "Space")
    ada.has_dots_left(2)
    part.use("Take a dot back from: Slow", back=True)
    part.use("Give a dot to: Pairing", back=True)
    ada.has_dots_left(2)
    facilitator.sees("1 of 1 people have given dots")


def discuss(facilitator: Facilitator, lead: Keys, ada: Participant) -> None:
    lead.use("Next: discuss")
    ada.sees_step("Step 4 of 5: discuss")
    lead.use("Talk about this: Pairing")
    ada.sees("Talking about this now")
    assert ada.topics()[0] == "Pairing on the rules"


def agree(ada: Participant, part: Keys) -> None:
    part.use("Make an action from: Pairing")
    expect(ada.page.get_by_role("textbox", name="What will we do?")).to_be_focused()
    part.type("Pair every Tuesday")
    part.press("Tab")
    part.type("Ada")
    part.press("Tab")
    part.type("05052027")  # the same day in every order of days and months
    part.use("Add action")
    ada.sees("Ada · by 5 May")
