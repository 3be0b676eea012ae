"""The action review by the rules of WCAG 2.2, at 320 pixels, by keyboard, in Welsh."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import MakeContext, open_context, retrospective
from tests.e2e.keys import Keys
from tests.e2e.review_cast import CALLS, DATA, LEGAL, REVIEW, met_before
from tests.e2e.review_people import NAMED, ReviewFacilitator, ReviewParticipant
from tests.e2e.review_walk import STATES, ReviewWalk
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[ReviewWalk]:
    """A review that has been walked through once, for all the tests of rules."""
    with ExitStack() as ends:
        served = ends.enter_context(Served(tmp_path_factory.mktemp("review"), retrospective()))
        walk = ReviewWalk(
            served, lambda **options: ends.enter_context(open_context(browser, **options))
        )
        walk.go()
        yield walk


@pytest.mark.parametrize("page", ["join page", "screen", "app"])
def test_axe_finds_nothing_in_any_state_of_the_review(walk: ReviewWalk, page: str) -> None:
    looked_at = {name: found for name, found in walk.broken_rules.items() if name.startswith(page)}
    assert set(looked_at) == {f"{page}, {state}" for state in STATES}
    assert {name: found for name, found in looked_at.items() if found} == {}


def test_at_320_pixels_the_review_does_not_scroll_sideways(walk: ReviewWalk) -> None:
    assert set(walk.sideways) == set(STATES)
    assert {state: pixels for state, pixels in walk.sideways.items() if pixels > 0} == {}


def test_a_review_is_led_and_taken_part_in_by_keyboard_alone(
    served: Served, context: MakeContext
) -> None:
    met_before(served)
    leader = ReviewFacilitator(context(), served)
    leader.start()
    ada = ReviewParticipant(context(), served.public)
    ada.join(leader.code, "Ada")
    lead, part = Keys(leader.page), Keys(ada.page)
    lead.use(f"Start: {REVIEW}")
    mark(ada, part)
    reveal(leader, lead)
    decide(leader, lead, ada)
    change_ones_mind(leader, lead)
    in_welsh(ada)


def mark(ada: ReviewParticipant, part: Keys) -> None:
    """To each action by Tab, to an answer by the arrow keys; Enter saves a note."""
    ada.is_at("look")
    asked = ada.asked_about(LEGAL)
    part.to("radio", "Done", within=asked)
    part.press("Space", "ArrowRight")
    expect(asked.get_by_role("radio", name="Partly")).to_be_checked()
    part.to("textbox", f"What came of it (you can leave it empty) {LEGAL[:NAMED]}")
    part.type("Half of them")
    part.press("Enter")
    ada.sees("Your note is in.")
    part.use(f"Take my answer back about: {LEGAL[:NAMED]}")
    expect(asked.get_by_role("radio", name="Partly")).not_to_be_checked()
    expect(ada.page.get_by_text("Your note is in.")).to_have_count(0)
    expect(asked.get_by_role("radio", name="Done")).to_be_focused()
    part.press("ArrowRight")
    expect(asked.get_by_role("radio", name="Partly")).to_be_checked()


def reveal(leader: ReviewFacilitator, lead: Keys) -> None:
    lead.use("Next: decide", back=True)
    dialog = leader.is_asked("Show how people think it went?")
    expect(dialog.get_by_role("button", name="Not yet")).to_be_focused()
    lead.use("Show it", back=True)
    leader.is_at("Decide")


def decide(leader: ReviewFacilitator, lead: Keys, ada: ReviewParticipant) -> None:
    """Choose, write, Enter: then the focus is at the next action, and nobody else's moves."""
    ada.is_at("decide")
    keys = Keys(ada.page)
    keys.to("button", "Make an action from: Ask Legal")
    for action, presses in ((LEGAL, ["Space"]), (DATA, ["Space", "ArrowRight", "ArrowRight"])):
        card = leader.now(action)
        lead.to("radio", "It is done", within=card)
        lead.press(*presses)
        lead.to("textbox", "What came of it")
        lead.type("Written with the keyboard")
        lead.press("Enter")
        expect(leader.now(action)).to_have_count(0)
    expect(leader.now(CALLS).get_by_role("heading", name=CALLS)).to_be_focused()
    expect(leader.page.get_by_text("Dropped.")).to_be_visible()
    lead.to("radio", "It is a habit now")
    lead.press("Space")
    lead.use("Save")
    expect(leader.page.get_by_text("Everything is decided.").first).to_be_focused()
    ada.sees("Everything is decided.")
    expect(ada.page.get_by_role("button", name="Make an action from: Ask Legal")).to_be_focused()


def change_ones_mind(leader: ReviewFacilitator, lead: Keys) -> None:
    lead.use(f"Change what was decided about: {CALLS}")
    expect(leader.page.get_by_role("radio", name="It is a habit now")).to_be_focused()
    lead.press("Escape")
    change = leader.page.get_by_role("button", name=f"Change what was decided about: {CALLS}")
    expect(change).to_be_focused()
    lead.press("Enter")
    lead.press("ArrowRight")
    lead.use("Save")
    expect(leader.page.get_by_text("We keep doing it.")).to_be_visible()


def in_welsh(ada: ReviewParticipant) -> None:
    ada.page.get_by_role("button", name="Cymraeg").click()
    ada.sees("Beth ddaeth ohono?")
    ada.sees("Wedi’i wneud.")
    ada.sees("Rydyn ni’n dal ati.")
    ada.sees("Beth rydyn ni’n dal ati i’w wneud")
    expect(ada.page.get_by_text("What became of it?")).to_have_count(0)
