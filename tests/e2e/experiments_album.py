"""Pictures of an experiment board from ideas to a decision, over made-up readings."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.e2e.conftest import PHONE, open_context
from tests.e2e.facilitator import Facilitator
from tests.e2e.participant import Participant
from tests.e2e.served import Served
from workshopkit.resources import workshops_folder

Picture = Callable[[Page, str], None]
BOARD = "Our experiments"
CALL = "Call before we write"
IDEAS = ("Text people the day before", "One page instead of four", "Pair on the first case")
NOTES = ("Fewer people rang us back last week", "I saw no difference at my desk")


def notebook() -> Path:
    return workshops_folder() / "experiments.ipynb"


class ExperimentsAlbum:
    """Takes a picture of the app, a phone, a laptop and the projector wherever it changes."""

    def __init__(self, served: Served, browser: Browser, ends: ExitStack, take: Picture) -> None:
        def someone(**options: object) -> Participant:
            context = ends.enter_context(open_context(browser, **options))
            return Participant(context, served.public)

        self.leader = Facilitator(ends.enter_context(open_context(browser)), served)
        self.leader.notebook = "Experiments"
        self.phone, self.laptop, self.screen = someone(**PHONE), someone(), someone()
        self._take = take

    def take(self) -> None:
        self._come_in()
        self._plan()
        self._expect()
        self._look()
        self._vote()
        self._decide()

    def _come_in(self) -> None:
        self.leader.start()
        code = self.leader.code
        self.screen.open(code, page="screen")
        self.phone.join(code, "Mo")
        self.laptop.join(code, "Lena")
        self.phone.sees("2 people are here")
        self._everywhere("30-experiments-due", "Scan to join")
        self.leader.begin(BOARD)

    def _plan(self) -> None:
        self._all_at("Step 1 of 5: plan")
        for idea in IDEAS:
            self.laptop.page.get_by_label("An idea of what to try").fill(idea)
            self.laptop.page.get_by_role("button", name="Add idea").click()
            self.phone.sees(idea)
        self._everywhere("31-experiments-plan", "What do we try?")
        page = self.leader.page
        page.get_by_role("button", name=f"Open: {IDEAS[0]}").click()
        self._to("We believe that")
        self._take(page, "32-experiments-card-app")
        page.get_by_role("button", name="Close the card").click()
        page.get_by_role("button", name=f"Open: {CALL}").click()
        page.get_by_role("button", name="Look at this together").click()
        self.phone.sees("We look at this")
        self._everywhere("33-experiments-open", "Close the card")
        page.get_by_role("button", name="Close the card").click()

    def _expect(self) -> None:
        self.leader.next("Next: expect")
        self._all_at("Step 2 of 5: expect")
        self.phone.page.get_by_role("radio", name="met", exact=True).check()
        self.phone.page.get_by_label("What did you see?").fill(NOTES[0])
        self._everywhere("34-experiments-expect", "What do you expect?")
        self.laptop.page.get_by_role("radio", name="cannot tell yet").check()
        for person, note in zip((self.phone, self.laptop), NOTES, strict=True):
            person.page.get_by_label("What did you see?").fill(note)
            person.page.get_by_role("button", name="Send").click()
            person.sees("Your answer is in.")

    def _look(self) -> None:
        self.leader.next("Next: look")
        self.leader.agrees("Show what everyone expects", "Show them")
        self._all_at("Step 3 of 5: look")
        self._everywhere("35-experiments-look", "What do the readings say?")
        for person in (self.phone, self.screen, self.leader):
            person.page.locator(".run-chart").first.scroll_into_view_if_needed()
        self._take(self.phone.page, "36-experiments-chart-phone")
        self._take(self.leader.page, "36-experiments-chart-app")

    def _vote(self) -> None:
        self.leader.next("Next: vote")
        self._all_at("Step 4 of 5: vote")
        for person, choice in ((self.phone, "adopt it"), (self.laptop, "adapt it")):
            person.page.get_by_role("radio", name=choice).check()
            person.sees("Your vote is in.")
        self._everywhere("37-experiments-vote", "What do we do next?")

    def _decide(self) -> None:
        self.leader.next("Next: decide")
        self.leader.agrees("Close the vote?", "Close the vote")
        self._all_at("Step 5 of 5: decide")
        self._everywhere("38-experiments-decide", "What do we decide?")
        form = self.leader.page.locator(".card-form").filter(has_text="Write down what we decide")
        form.get_by_role("radio", name="adopt it").check()
        form.get_by_label("We observed").fill("Six of ten were settled on the phone")
        form.get_by_label("So we learned").fill("Calling first saves letters")
        form.get_by_label("Therefore we will").fill("Call first, always")
        form.get_by_role("button", name="Save the decision").click()
        self.leader.agrees("Keep this decision?", "Save the decision")
        self.phone.sees("Calling first saves letters")
        self._everywhere("39-experiments-decided", "What do we decide?")
        self._to("Were we right?")
        self._take(self.leader.page, "40-experiments-results-app")

    def _everywhere(self, name: str, heading: str) -> None:
        self._to(heading)
        people = {"app": self.leader, "phone": self.phone, "laptop": self.laptop}
        for kind, person in {**people, "screen": self.screen}.items():
            self._take(person.page, f"{name}-{kind}")

    def _to(self, text: str) -> None:
        """Scroll the app until the text stands below the bar."""
        place = self.leader.page.get_by_text(text).filter(visible=True).first
        place.evaluate(
            "place => { place.style.scrollMarginTop = '110px'; place.scrollIntoView(); }"
        )

    def _all_at(self, step: str) -> None:
        for person in (self.phone, self.laptop, self.screen):
            person.sees_step(step)
