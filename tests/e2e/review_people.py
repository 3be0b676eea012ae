"""A facilitator and a participant who look back at what was promised."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.e2e.facilitator import Facilitator
from tests.e2e.participant import Participant
from tests.e2e.review_cast import REVIEW

PHASES = ("look", "decide")
NAMED = 40  # characters of an action that names of groups and buttons have in any case


class ReviewFacilitator(Facilitator):
    """Leads the review of the retrospective."""

    def begins_review(self) -> None:
        self.begin(REVIEW)

    def shows_how_it_went(self) -> None:
        self.next("Next: decide")
        self.agrees("Show how people think it went?", "Show it")
        self.is_at("Decide")

    def now(self, action: str) -> Locator:
        """The card of the action that is talked about."""
        cards = self.page.locator("section").filter(has_text="Talking about this now")
        return cards.filter(has=self.page.get_by_role("heading", name=action))

    def decides(
        self, action: str, decision: str, outcome: str = "", *, owner: str = "", due: str = ""
    ) -> None:
        """About what is talked about now; then the talk goes on by itself."""
        card = self.now(action)
        card.get_by_role("radio", name=decision).check()
        card.get_by_label("What came of it").fill(outcome)
        if owner:
            card.get_by_label("Who (leave empty").fill(owner)
        if due:
            card.get_by_label("By when").fill(due)
        card.get_by_role("button", name="Save").click()
        expect(self.now(action)).to_have_count(0)


class ReviewParticipant(Participant):
    """At her phone or laptop."""

    def is_at(self, phase: str) -> None:
        self.sees_step(f"Step {PHASES.index(phase) + 1} of {len(PHASES)}: {phase}")

    def asked_about(self, action: str) -> Locator:
        return self.page.get_by_role("group", name=re.compile(f": {re.escape(action[:NAMED])}"))

    def marks(self, action: str, mark: str, note: str = "") -> None:
        """Say how it went, and wait until the room has it."""
        self.asked_about(action).get_by_role("radio", name=mark, exact=True).check()
        named = re.compile(f"What came of it .* {re.escape(action[:NAMED])}")
        field = self.page.get_by_role("textbox", name=named)
        expect(field).to_be_visible()
        if note:
            field.fill(note)
            self.page.get_by_role("button", name=f"Save note {action[:NAMED]}").click()
            form = self.page.locator("form").filter(has=field)
            expect(form.get_by_text("Your note is in.")).to_be_visible()

    def takes_on(self, text: str, *, likely: str = "", keep_doing: bool = False) -> None:
        """Something new, beside the board."""
        self.page.get_by_role("button", name="Add an action").click()
        self.page.get_by_label("What will we do?").fill(text)
        if likely:
            self.page.get_by_label("How likely is it").select_option(likely)
        if keep_doing:
            self.page.get_by_role("checkbox", name="Something we keep doing").check()
        self.page.get_by_role("button", name="Add action", exact=True).click()
        self.sees(text)
