"""The facilitator: from the printed link over the home page to her notebook as an app."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.person import Person
from tests.e2e.served import Served

NOTEBOOK = "Retrospective"
POLL = "How do you arrive today?"
BOARD = "Start, stop, continue"


class Facilitator(Person):
    """Her browser; `page` is the tab that she leads from."""

    notebook = NOTEBOOK
    """What the home page calls the one that she starts."""

    def __init__(self, context: BrowserContext, served: Served) -> None:
        super().__init__(context)
        self.served = served

    @property
    def bar(self) -> Locator:
        return self.page.get_by_role("region", name="Lead the workshop")

    @property
    def lobby(self) -> Locator:
        return self.page.get_by_role("region", name="How to join")

    @property
    def code(self) -> str:
        return self.bar.locator("b.code").inner_text().replace("-", "")

    @property
    def workshop(self) -> str:
        """The workshop's id, as the address says it."""
        return self.page.url.partition("workshop=")[2]

    def start(self) -> None:
        """From the printed link, with a click on "Start", to the app."""
        self.page.goto(self.served.link)
        self.page.get_by_role("button", name=f"Start {self.notebook}").click()
        self.is_leading()

    def is_leading(self, page: Page | None = None) -> None:
        """The app is there, and its widgets are connected."""
        bar = (page or self.page).get_by_role("region", name="Lead the workshop")
        expect(bar).to_be_visible(timeout=60_000)
        expect((page or self.page).get_by_text("Connecting to the workshop…")).to_have_count(0)

    def begin(self, title: str) -> None:
        """Make an activity live, from the agenda."""
        agenda = self.page.get_by_role("region", name="Agenda")
        agenda.get_by_role("listitem").filter(has_text=title).get_by_role("button").click()
        expect(self.bar.get_by_text(f"Now: {title}")).to_be_visible()

    def go_to(self, phase: str) -> None:
        """To a phase of what is live; a question before it is left open."""
        self.bar.get_by_role("button", name=phase, exact=True).click()

    def next(self, label: str) -> None:
        self.bar.get_by_role("button", name=label, exact=True).click()

    def is_at(self, phase: str) -> None:
        current = self.bar.locator("[aria-current=step]")
        expect(current).to_have_text(re.compile(phase))

    def is_asked(self, question: str) -> Locator:
        dialog = self.page.get_by_role("alertdialog", name=question)
        expect(dialog).to_be_visible()
        return dialog

    def agrees(self, question: str, answer: str) -> None:
        self.is_asked(question).get_by_role("button", name=answer).click()

    def group(self, *cards: str) -> None:
        for card in cards:
            self.page.get_by_role("checkbox", name=card).check()
        self.page.get_by_role("button", name="Group together").click()

    def accept_theme(self, *cards: str) -> None:
        """Ask for suggested themes, and accept the one of these cards."""
        self.ask_for_themes()
        theme = self.themes.get_by_role("listitem")
        for card in cards:
            theme = theme.filter(has_text=card)
        theme.get_by_role("button", name="Accept: ").click()

    def ask_for_themes(self) -> None:
        """Until some are there: the kernel loads what it needs for them when it is first asked."""
        self.page.get_by_role("button", name="Suggest themes").click()
        some = self.themes.get_by_role("button", name="Accept: ").first
        expect(some).to_be_visible(timeout=60_000)

    @property
    def themes(self) -> Locator:
        return self.page.get_by_role("region", name="Suggested themes")

    def rename_group(self, old: str, new: str) -> None:
        self.page.get_by_role("button", name=f"Rename the group: {old[:40]}").click()
        self.page.get_by_label("Name of the group").fill(new)
        self.page.get_by_role("button", name="Save").click()
        expect(self.page.get_by_role("button", name=f"Rename the group: {new}")).to_be_visible()

    def write_for_the_room(self, column: str, text: str) -> None:
        """A card of someone's who has no device."""
        form = self.page.locator("form").filter(has=self.page.get_by_label(f"New card in {column}"))
        form.get_by_label("For someone without a device").check()
        form.get_by_label(f"New card in {column}").fill(text)
        form.get_by_role("button", name="Add card").click()
        expect(self.page.get_by_role("button", name=f"Edit: {text}")).to_be_visible()

    def give_from_the_room(self, card: str, *, people: int = 1, dots: int = 1) -> None:
        """Count those without a device, then give some of their dots."""
        for _ in range(people):
            self.page.get_by_role("button", name="One person more without a device").click()
        for _ in range(dots):
            self.page.get_by_role("button", name=f"Give a dot from the room to: {card}").click()
        self.sees(f"{people * 5 - dots} of the room’s {people * 5} dots left")

    def hide(self, card: str) -> None:
        """Hide a card that stands alone, and look at what is hidden."""
        thing = self.page.locator("li.card").filter(has_text=card)
        thing.get_by_text("More").click()
        thing.get_by_role("button", name=f"Hide card: {card}").click()
        self.page.get_by_text("1 hidden card").click()
        expect(self.page.get_by_role("button", name=f"Show again: {card}")).to_be_visible()

    def finish(self) -> None:
        self.page.get_by_role("button", name="Finish the workshop").click()
        self.agrees("Finish the workshop for everyone?", "Finish")

    def take_out(self, name: str, answer: str = "Take out") -> None:
        """From the lobby's list; the answer may lock the door as well."""
        self.page.get_by_role("button", name="Take someone out").click()
        self.page.get_by_role("button", name=f"Take out: {name}").click()
        self.agrees(f"Take this person out of the workshop: {name}?", answer)
        self.page.get_by_role("button", name="Close the list").click()

    def renew_code(self) -> str:
        """Returns the new one."""
        old = self.code
        self.page.get_by_role("button", name="Renew the code").click()
        self.agrees("Give the workshop a new code?", "Renew the code")
        expect(self.bar.locator("b.code")).not_to_have_text(f"{old[:4]}-{old[4:]}")
        return self.code

    def lends_the_lead(self) -> str:
        """The link to lead from another device, shown for a moment."""
        self.page.get_by_role("button", name="Show a link to lead").click()
        link = self.page.get_by_role("textbox", name="Link to lead").input_value()
        self.page.get_by_role("button", name="Hide the link").click()
        return link

    def ends_all_links(self) -> None:
        self.page.get_by_role("button", name="End all links to lead").click()
        self.agrees("End all links to lead?", "End them")

    @property
    def screen_link(self) -> str:
        """What the lobby offers for the projector, as this computer's browser reaches it."""
        link = self.page.get_by_role("link", name="Open the projector screen")
        expect(link).to_have_attribute("href", re.compile("#[0-9a-f]{64}$"))
        return str(link.get_attribute("href"))

    def results(self, caption: str) -> Locator:
        """The table of results with this caption, below the board."""
        return self.page.get_by_role("table", name=caption)
