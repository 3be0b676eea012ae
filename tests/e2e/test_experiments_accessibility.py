"""The experiment board by the rules of WCAG 2.2, at 320 pixels, by keyboard, in Welsh."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import MakeContext, open_context
from tests.e2e.experiments_album import BOARD, notebook
from tests.e2e.experiments_walk import PHASES, ExperimentsWalk
from tests.e2e.facilitator import Facilitator
from tests.e2e.keys import Keys
from tests.e2e.participant import Participant
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

IDEA = "Text people the day before"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("experiments"), notebook()) as server:
        yield server


@pytest.fixture(scope="module")
def walk(served: Served, browser: Browser) -> Iterator[ExperimentsWalk]:
    """A board that has been walked through once, for all the tests below."""
    with ExitStack() as ends:
        walk = ExperimentsWalk(
            served, lambda **options: ends.enter_context(open_context(browser, **options))
        )
        walk.go()
        yield walk


@pytest.mark.parametrize("page", ["join page", "screen", "app"])
def test_axe_finds_nothing_in_any_phase_of_the_experiment_board(
    walk: ExperimentsWalk, page: str
) -> None:
    looked_at = {name: found for name, found in walk.broken_rules.items() if name.startswith(page)}
    states = ("due", "plan, an idea open", *PHASES)
    assert set(looked_at) == {f"{page}, {state}" for state in states}
    assert {name: found for name, found in looked_at.items() if found} == {}


def test_at_320_pixels_the_experiment_board_does_not_scroll_sideways(
    walk: ExperimentsWalk,
) -> None:
    assert set(PHASES) <= set(walk.sideways)
    assert {phase: pixels for phase, pixels in walk.sideways.items() if pixels > 0} == {}


def test_the_screen_has_nothing_to_press(walk: ExperimentsWalk) -> None:
    expect(walk.screen.page.get_by_role("main").get_by_role("button")).to_have_count(0)


def test_in_welsh_the_words_of_the_experiment_board_are_welsh(walk: ExperimentsWalk) -> None:
    page = walk.phone.page
    walk.leader.go_to("Vote")
    walk.phone.sees("What do we do next?")
    page.get_by_role("button", name="Cymraeg").click()
    walk.phone.sees("Beth wnawn ni nesaf?")
    walk.phone.sees("dal i brofi")
    expect(page.get_by_text("keep testing")).to_have_count(0)
    page.get_by_role("button", name="English").click()
    walk.phone.sees("What do we do next?")


def test_an_experiment_goes_from_an_idea_to_a_decision_by_keyboard_alone(
    served: Served, context: MakeContext
) -> None:
    leader = Facilitator(context(), served)
    leader.notebook = "Experiments"
    leader.start()
    ada = Participant(context(), served.public)
    ada.join(leader.code, "Ada")
    leader.begin(BOARD)
    lead, part = Keys(leader.page), Keys(ada.page)
    have_an_idea(ada, part)
    write_the_card(leader, lead)
    start_and_read(leader, lead)
    review(leader, lead, ada, part)


def have_an_idea(ada: Participant, part: Keys) -> None:
    ada.sees_step("Step 1 of 5: plan")
    part.to("textbox", "An idea of what to try")
    part.type(IDEA)
    part.press("Enter")
    expect(ada.page.get_by_role("heading", name=IDEA)).to_be_visible()


def write_the_card(leader: Facilitator, lead: Keys) -> None:
    leader.sees(IDEA)
    lead.use(f"Open: {IDEA}")
    for label, text in (
        ("We believe that", "A text reminds people"),
        ("To check that, we will", "text everyone for a month"),
        ("And measure", "People who come"),
        ("this number", "20"),
    ):
        lead.to("textbox", label)
        lead.type(text)
    lead.press("Tab")  # how many readings
    lead.type("4")
    lead.press("Tab")  # the review
    lead.type("05052099")  # the same day in every order of days and months
    lead.use("Save the card")
    expect(leader.page.get_by_role("button", name="Start the experiment")).to_be_visible()


def start_and_read(leader: Facilitator, lead: Keys) -> None:
    """Escape goes back to where she was; the question begins at "Not yet"."""
    lead.use("Start the experiment")
    dialog = leader.is_asked("Start, and lock the card?")
    expect(dialog.get_by_role("button", name="Not yet")).to_be_focused()
    lead.press("Escape")
    expect(leader.page.get_by_role("button", name="Start the experiment")).to_be_focused()
    lead.press("Enter")
    lead.press("Shift+Tab", "Enter")
    leader.sees("The card was locked on")
    for number in ("22", "25"):
        lead.to("textbox", "Number")
        lead.type(number)
        lead.press("Enter")
        expect(leader.page.get_by_label("Number", exact=True)).to_have_value("")
    expect(leader.page.get_by_role("heading", name="2 readings")).to_be_visible()
    lead.use("Look at this together", back=True)


def review(leader: Facilitator, lead: Keys, ada: Participant, part: Keys) -> None:
    lead.use("Next: expect", back=True)
    ada.sees_step("Step 2 of 5: expect")
    part.to("radio", "met")
    part.press("Space", "ArrowDown")
    expect(ada.page.get_by_role("radio", name="not met")).to_be_checked()
    part.use("Send")
    ada.sees("Your answer is in.")
    lead.use("Next: look", back=True)
    leader.agrees("Show what everyone expects", "Show them")
    ada.sees("cannot tell yet")
    leader.next("Next: vote")
    ada.sees_step("Step 4 of 5: vote")
    part.to("radio", "adopt it")
    part.press("Space")
    ada.sees("Your vote is in.")
    leader.next("Next: decide")
    leader.agrees("Close the vote?", "Close the vote")
    form = leader.page.locator(".card-form")
    lead.to("radio", "adopt it", within=form)
    lead.press("Space")
    lead.to("textbox", "So we learned", within=form)
    lead.type("Reminders bring people in")
    lead.use("Save the decision")
    dialog = leader.is_asked("Keep this decision?")
    expect(dialog.get_by_role("button", name="Not yet")).to_be_focused()
    lead.press("Shift+Tab", "Enter")
    ada.sees("Reminders bring people in")
