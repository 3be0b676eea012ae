"""A facilitator and a participant at the goal map."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.facilitator import Facilitator
from tests.e2e.goals_cast import NOTEBOOK
from tests.e2e.participant import Participant

PHASES = ("draft", "link", "rate", "reveal", "discuss", "rate again", "agree")
NAMED = 30  # characters of a text that the name of a button has in any case


def spread(page: Page, *of: str) -> Locator:
    """The table of answers whose caption has all of these words."""
    tables = page.get_by_role("table")
    for words in of:
        tables = tables.filter(has=page.locator("caption", has_text=words))
    return tables


def shows(page: Page, counts: str, *of: str) -> None:
    """How many gave 1 to 5, and could not say, as "0 6 0 0 5 0"."""
    cells = spread(page, *of).first.get_by_role("cell")
    expect(cells).to_have_text(counts.split())


class GoalsFacilitator(Facilitator):
    """Leads the notebook of the goal map."""

    notebook = NOTEBOOK

    def reveals_items(self) -> None:
        self.next("Next: link")
        self.agrees("Show everyone what was written?", "Show the items")
        self.is_at("Link")

    def ends_round(self, phase: str) -> None:
        """To a phase that shows what everyone answered."""
        self.go_to(phase)
        self.agrees("End this round of rating?", "End the round")
        self.is_at(phase)


class GoalsParticipant(Participant):
    """At her phone or laptop."""

    def is_at(self, phase: str) -> None:
        self.sees_step(f"Step {PHASES.index(phase) + 1} of {len(PHASES)}: {phase}")

    def add(self, level: str, text: str) -> None:
        """Write something for the map, and wait until the room has it."""
        self.page.get_by_role("radio", name=level, exact=True).check()
        self.page.get_by_label(f"The {level.lower()}, in a few words").fill(text)
        self.page.get_by_role("button", name="Add to the map").click()
        expect(self.page.get_by_role("button", name=f"Edit: {text[:NAMED]}")).to_be_visible()

    def opens(self, item: str) -> Locator:
        """An item of the list, with its links and more."""
        opener = self.page.get_by_role("button", name=f"Links and more: {item[:NAMED]}")
        opener.click()
        return self.page.get_by_role("listitem").filter(has=opener)

    def link(self, child: str, parent: str) -> None:
        """Say in the list what an item serves."""
        card = self.opens(child)
        choice = card.get_by_label("Say what it serves")
        choice.select_option(choice.locator("option", has_text=parent).get_attribute("value"))
        card.get_by_role("button", name="Link", exact=True).first.click()
        expect(card.get_by_role("region", name="It serves")).to_contain_text(parent)

    def comes_to(self, goal: str) -> None:
        """To the questions about one goal, forward from where she is."""
        heading = self.page.locator("[data-thing=ballot]").get_by_role("heading")
        while heading.inner_text() != goal:
            before = heading.inner_text()
            self.page.get_by_role("button", name="Next goal").click()
            expect(heading).not_to_have_text(before)

    def rate(self, question: str, answer: str) -> None:
        """Of the goal that is before her."""
        asked = self.page.get_by_role("group", name=question)
        asked.get_by_role("radio", name=re.compile(f"^{answer}")).check()

    def has_given(self, answers: int, of: int) -> None:
        expect(self.page.get_by_text(f"{answers} of {of} answers given")).to_be_visible()
