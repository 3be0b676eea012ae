"""One walk through the experiment board that looks at every kind of page in every phase."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from tests.e2e.axe import in_light_and_dark, violations
from tests.e2e.experiments_album import BOARD, CALL
from tests.e2e.facilitator import Facilitator
from tests.e2e.participant import Participant
from tests.e2e.served import Served
from tests.e2e.walk import LONG, NARROW, SIDEWAYS

CARD = (
    ("We believe that", LONG),
    ("And measure", "Letters that come back"),
    ("this number", "1,200"),
    ("How many readings", "4"),
    ("Review on", "2099-05-05"),
)
PHASES = ("plan", "expect", "look", "vote", "decide")


class ExperimentsWalk:
    """What was found wrong, by page and phase; nothing, one hopes."""

    def __init__(self, served: Served, context: Callable[..., BrowserContext]) -> None:
        self.broken_rules: dict[str, list[str]] = {}
        self.sideways: dict[str, int] = {}
        self.leader = Facilitator(context(), served)
        self.leader.notebook = "Experiments"
        self.phone = Participant(context(**NARROW), served.public)
        self.screen = Participant(context(), served.public)

    def go(self) -> None:
        self._come_in()
        self._plan()
        self._expect()
        self._look()
        self._vote()
        self._decide()

    def look(self, phase: str) -> None:
        """At the pages of the workshop in this phase."""
        self.broken_rules[f"join page, {phase}"] = in_light_and_dark(self.phone.page)
        self.broken_rules[f"app, {phase}"] = in_light_and_dark(self.leader.page)
        self.broken_rules[f"screen, {phase}"] = violations(self.screen.page)
        self.sideways[phase] = self.phone.page.evaluate(SIDEWAYS)

    def _come_in(self) -> None:
        self.leader.start()
        self.screen.open(self.leader.code, page="screen")
        self.phone.join(self.leader.code, "Mo")
        self.phone.sees("1 experiment of this team is due for review")
        self.look("due")
        self.leader.begin(BOARD)

    def _plan(self) -> None:
        """Both kinds of cards are open in turn, with every part of them unfolded."""
        self._all_at("Step 1 of 5: plan")
        self.phone.page.get_by_label("An idea of what to try").fill(LONG[:110])
        self.phone.page.get_by_role("button", name="Add idea").click()
        page = self.leader.page
        page.get_by_role("button", name=f"Open: {LONG[:30]}").click()
        self._unfold()
        for label, text in CARD:
            page.get_by_label(label, exact=True).fill(text)
        page.get_by_role("button", name="Start the experiment").click()
        self.look("plan, an idea open")
        page.get_by_role("button", name="Close the card").click()
        page.get_by_role("button", name=f"Open: {CALL}").click()
        page.get_by_role("button", name="Look at this together").click()
        self.phone.sees("We look at this")
        self._unfold()
        self.look("plan")
        page.get_by_role("button", name="Close the card").click()

    def _unfold(self) -> None:
        """All of the card; what unfolds may have something folded in it again."""
        folded = self.leader.page.locator(".card-panel details:not([open])")
        while folded.count():
            handle = folded.first.element_handle()
            folded.first.locator("> summary").click()
            self.leader.page.wait_for_function("details => details.open", arg=handle)

    def _expect(self) -> None:
        self.leader.next("Next: expect")
        self._all_at("Step 2 of 5: expect")
        self.look("expect")
        self.phone.page.get_by_role("radio", name="met", exact=True).check()
        self.phone.page.get_by_label("What did you see?").fill(LONG)
        self.phone.page.get_by_role("button", name="Send").click()
        self.phone.sees("Your answer is in.")

    def _look(self) -> None:
        self.leader.next("Next: look")
        self.leader.agrees("Show what everyone expects", "Show them")
        self._all_at("Step 3 of 5: look")
        self.phone.page.get_by_text("The readings as a table").click()
        self.look("look")

    def _vote(self) -> None:
        self.leader.next("Next: vote")
        self._all_at("Step 4 of 5: vote")
        self.phone.page.get_by_role("radio", name="keep testing").check()
        self.phone.sees("Your vote is in.")
        self.look("vote")

    def _decide(self) -> None:
        self.leader.next("Next: decide")
        self.leader.agrees("Close the vote?", "Close the vote")
        self._all_at("Step 5 of 5: decide")
        form = self.leader.page.locator(".card-form").filter(has_text="Write down what we decide")
        form.get_by_role("radio", name="keep testing").check()
        self.look("decide")

    def _all_at(self, step: str) -> None:
        for person in (self.phone, self.screen):
            person.sees_step(step)
