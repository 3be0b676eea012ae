"""From a retro card to a measured decision, over two workshops of one team."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.conftest import PHONE, Join, MakeContext
from tests.e2e.facilitator import Facilitator
from tests.e2e.participant import Participant
from tests.e2e.served import Served
from tests.rehearsal.notebooks import write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CARD = "Letters are answered with more letters"
ACTION = "Call people before we write to them"
BOARD = "Our experiments"
SECRET = "Three people rang back the same day"
IMPORTS = "from workshopkit import ExperimentBoard, RetroBoard, Workshop"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Two notebooks of one team: a retro with experiments, and a review some weeks later."""
    folder = tmp_path_factory.mktemp("loop")
    notebooks = folder / "notebooks"
    notebooks.mkdir()
    _write(
        notebooks / "first.ipynb",
        "workshop = Workshop('Sprint 12', team='Letters team')\nworkshop",
        "retro = RetroBoard(workshop)\nretro",
        "board = ExperimentBoard(workshop)\nboard",
    )
    _write(
        notebooks / "second.ipynb",
        "workshop = Workshop('Sprint 13', team='letters team')\nworkshop",
        "board = ExperimentBoard(workshop)\nboard",
        "board.plan('Shorter letters', believe='It helps', measure='Days', at_most=9, readings=5,\n"
        "           verify='write half a page', review='2026-06-01')\n"
        "board.start('Shorter letters', on='2026-05-04')",
        "board.results()",
    )
    with Served(folder, notebooks) as server:
        yield server


def _write(path: Path, *cells: str) -> None:
    write(path, IMPORTS, *cells)


class Leader(Facilitator):
    """She leads experiments."""

    @property
    def card(self) -> Locator:
        """The card that is open in her hands."""
        return self.page.locator(".card-panel")

    def fill(self, label: str, text: str) -> None:
        self.card.get_by_label(label, exact=True).fill(text)

    def records(self, count: str, of: str) -> None:
        form = self.card.locator(".reading-form").first
        form.get_by_label("How many", exact=True).fill(count)
        form.get_by_label("of how many").fill(of)
        form.get_by_role("button", name="Add reading").click()
        expect(form.get_by_label("of how many")).to_have_value("")


def test_a_card_becomes_an_action_an_experiment_a_verdict_and_a_decision(
    served: Served, context: MakeContext, join: Join
) -> None:
    first = Leader(context(), served)
    first.notebook = "first"
    first.start()
    people = [join(first.code, "Ada", **PHONE), join(first.code, "Bea")]
    card_to_action(first, people)
    action_to_experiment(first, people)
    lock(first)
    measure(first, people)
    first.finish()
    second = Leader(context(), served)
    second.notebook = "second"
    second.start()
    later = [join(second.code, "Ada", **PHONE), join(second.code, "Bea")]
    due(second, later)
    expect_privately(second, later)
    look(second, later)
    vote_in_secret(second, later)
    decide(second, later)
    for someone in (first, second, *people, *later):
        assert someone.watch.other_hosts() == set()
        assert someone.watch.errors == []
        assert someone.watch.policy_violations() == []


def card_to_action(leader: Leader, people: list[Participant]) -> None:
    leader.begin("Start, stop, continue")
    people[0].write("Stop", CARD)
    leader.next("Next: group")
    leader.agrees("Reveal the cards?", "Reveal the cards")
    for phase in ("vote", "discuss", "act"):
        leader.next(f"Next: {phase}")
        if phase == "vote":
            people[0].vote(CARD)
            people[0].has_sent_everything()
    people[0].agree(ACTION, owner="Ada")
    leader.sees(ACTION)


def action_to_experiment(leader: Leader, people: list[Participant]) -> None:
    """Everyone has ideas; the facilitator makes an experiment of what was agreed."""
    leader.begin(BOARD)
    idea = people[1].page.get_by_label("An idea of what to try")
    idea.fill("Text people the day before")
    people[1].page.get_by_role("button", name="Add idea").click()
    leader.sees("Text people the day before")
    leader.page.get_by_text("Make an experiment of an action").click()
    leader.page.get_by_role("button", name=f"Try it out: {ACTION}").click()
    leader.page.get_by_role("button", name=f"Open: {ACTION}").click()
    for person in people:
        person.sees(ACTION)


def lock(leader: Leader) -> None:
    """The card as sentences; starting asks once, and a change after it needs a reason."""
    leader.fill("We believe that", "Most questions can be settled by phone")
    leader.fill("To check that, we will", "call each person first")
    leader.fill("And measure", "Settled by phone")
    leader.card.get_by_role("radio", name="how many of how many").check()
    leader.fill("this many percent", "50")
    leader.fill("How many cases, counted together", "40")
    leader.fill("Review on", "2099-06-01")
    leader.card.get_by_role("button", name="Start the experiment").click()
    leader.agrees("Start, and lock the card?", "Start")
    expect(leader.card.get_by_text("The card was locked on")).to_be_visible()
    leader.card.get_by_text("Change the locked card").click()
    leader.fill("this many percent", "60")
    leader.card.get_by_role("button", name="Save as a new version").click()
    expect(leader.card.get_by_role("alert")).to_contain_text("Say why you change it")
    leader.fill("Why do we change it?", "Half was too easy")
    leader.card.get_by_role("button", name="Save as a new version").click()
    expect(leader.card.locator(".versions")).to_contain_text("Half was too easy")
    expect(leader.card.locator(".versions")).to_contain_text("50%")
    expect(leader.card.locator(".versions")).to_contain_text("60%")


def measure(leader: Leader, people: list[Participant]) -> None:
    """Readings come in one by one and as a table, of which a bad line is refused with a reason."""
    leader.records("17", "20")
    leader.card.get_by_text("Paste a table").click()
    today = date.today().isoformat()
    table = f"day;settled;of\n{today};18;20\n{today};21;20\n2098-01-05;18;20\n"
    leader.card.get_by_label("A line for each reading").fill(table)
    preview = leader.card.locator(".preview")
    expect(preview).to_contain_text("that is more than there were")
    expect(preview).to_contain_text("that day is still to come")
    leader.card.get_by_role("button", name="Take 1 reading", exact=True).click()
    expect(leader.card.get_by_role("heading", name="2 readings")).to_be_visible()
    leader.card.get_by_role("button", name="Look at this together").click()
    for person in people:
        person.sees("We look at this")
        expect(person.page.get_by_role("img", name=re.compile("too few"))).to_be_visible()


def due(leader: Leader, people: list[Participant]) -> None:
    """The next workshop of the team begins with what is overdue, and has what was begun."""
    for someone in (leader, *people):
        someone.sees("1 experiment of this team is due for review")
        someone.sees("Shorter letters")
    leader.begin(BOARD)
    leader.sees(ACTION)
    leader.page.get_by_role("button", name=f"Open: {ACTION}").click()
    leader.card.get_by_role("button", name="Look at this together").click()
    leader.card.get_by_role("button", name="Close the card").click()


def expect_privately(leader: Leader, people: list[Participant]) -> None:
    """Nobody is sent the readings before, and nobody hears what another expects."""
    leader.next("Next: expect")
    for person in people:
        person.sees_step("Step 2 of 5: expect")
    page = people[0].page
    page.get_by_role("radio", name="met", exact=True).check()
    page.get_by_label("What did you see?").fill(SECRET)
    page.get_by_role("button", name="Send").click()
    people[0].sees("Your answer is in.")
    leader.sees("1 of 2 people have answered")
    for someone in (leader, people[1]):
        assert not any(SECRET in frame for frame in someone.watch.heard)
    for person in people:
        expect(person.page.locator(".run-chart")).to_have_count(0)


def look(leader: Leader, people: list[Participant]) -> None:
    leader.next("Next: look")
    leader.agrees("Show what everyone expects", "Show them")
    for someone in (leader, *people):
        someone.sees(SECRET)
        someone.sees("The readings are on the right side of the line")
        someone.sees("Half was too easy")


def vote_in_secret(leader: Leader, people: list[Participant]) -> None:
    leader.next("Next: vote")
    for person, choice in zip(people, ("adopt it", "adapt it"), strict=True):
        person.page.get_by_role("radio", name=choice).check()
        person.sees("Your vote is in.")
    leader.sees("2 of 2 people have voted")
    for someone in (leader, *people):
        assert not any('"votes":{' in frame for frame in someone.watch.told)


def decide(leader: Leader, people: list[Participant]) -> None:
    """The vote is counted, the decision and the learning are kept, and the table follows."""
    leader.next("Next: decide")
    leader.agrees("Close the vote?", "Close the vote")
    for person in people:
        votes = person.page.locator(".votes").get_by_role("listitem")
        expect(votes.filter(has_text="adopt it")).to_contain_text("1")
    form = leader.page.locator(".card-form").filter(has_text="Write down what we decide")
    form.get_by_role("radio", name="adopt it").check()
    form.get_by_label("We observed").fill("Most were settled on the phone")
    form.get_by_label("So we learned").fill("Calling first saves letters")
    form.get_by_label("Therefore we will").fill("Call first, always")
    form.get_by_role("button", name="Save the decision").click()
    leader.agrees("Keep this decision?", "Save the decision")
    for person in people:
        person.sees("Calling first saves letters")
        person.sees("adopted")
    row = leader.results(BOARD).get_by_role("row").filter(has_text=ACTION)
    expect(row).to_contain_text("met")
    expect(row).to_contain_text("adopt")
