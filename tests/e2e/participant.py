"""A participant at her phone or laptop: finds things by what they are called."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Locator, expect

from tests.e2e.person import Person


class Participant(Person):
    """In by the join link or the code: no account, no cookie of the facilitator's."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        super().__init__(context)
        self.base = base

    def open(self, code: str, *, page: str = "join") -> None:
        self.page.goto(f"{self.base}/workshopkit/{page}/{code}")

    def join(self, code: str, name: str = "", perspective: str = "") -> None:
        """Through the join link; the name may be left empty, and so may what one speaks as."""
        self.open(code)
        self.page.get_by_label("Your name").fill(name)
        if perspective:
            self.page.get_by_label("You speak as").select_option(perspective)
        self.page.get_by_role("button", name="Join", exact=True).click()

    def own_link(self) -> str:
        """The link that makes another device the same person, shown for a moment."""
        self.page.get_by_role("button", name="Go on with another device").click()
        link = self.page.get_by_role("textbox", name="Your own link").input_value()
        self.page.get_by_role("button", name="Hide the link").click()
        return link

    def goes_on(self, link: str) -> None:
        """With the link from another device, which is asked about once."""
        self.page.goto(link)
        self.page.get_by_role("button", name="Yes, it is my own link").click()

    def cannot_come_in(self, why: str) -> None:
        expect(self.page.get_by_role("heading", name="You cannot come in")).to_be_visible()
        expect(self.page.get_by_role("alert")).to_have_text(why)

    def sees_step(self, step: str) -> None:
        """As "Step 3 of 5: vote"."""
        expect(self.page.get_by_text(step, exact=True)).to_be_visible()

    def answer(self, option: str) -> None:
        self.page.get_by_role("radio", name=re.compile(f"^{option}")).check()
        self.sees("Your answer is in.")

    def column(self, title: str) -> None:
        """Bring the column into view: on a phone the columns are tabs."""
        expect(self.page.get_by_role("heading", name="Write your cards")).to_be_visible()
        tab = self.page.get_by_role("tab", name=re.compile(title))
        if tab.count():
            tab.click()

    def composer(self, column: str) -> Locator:
        self.column(column)
        return self.page.get_by_label(f"New card in {column}")

    def write(self, column: str, text: str) -> None:
        """Write a card, and wait until the room has it."""
        field = self.composer(column)
        field.fill(text)
        form = self.page.locator("form").filter(has=field)
        form.get_by_role("button", name="Add card").click()
        expect(self.page.get_by_role("button", name=f"Edit: {text[:40]}")).to_be_visible()
        expect(field).to_have_value("")

    def rewrite(self, text: str, better: str) -> None:
        self.page.get_by_role("button", name=f"Edit: {text}").click()
        self.page.get_by_label("Edit your card").fill(better)
        self.page.get_by_role("button", name="Save").click()
        expect(self.page.get_by_role("button", name=f"Edit: {better}")).to_be_visible()

    def vote(self, card: str, dots: int = 1) -> None:
        for _ in range(dots):
            self.page.get_by_role("button", name=f"Give a dot to: {card}").click()

    def has_dots_left(self, left: int) -> None:
        expect(self.page.get_by_text(re.compile(f"^{left} of 5 dots? left"))).to_be_visible()

    def agree(self, text: str, *, about: str = "", owner: str = "", due: str = "") -> None:
        """Make an action, of a topic or freely, with who and by when."""
        if about:
            self.page.get_by_role("button", name=f"Make an action from: {about}").click()
        else:
            self.page.get_by_role("button", name="Add an action").click()
        self.page.get_by_label("What will we do?").fill(text)
        self.page.get_by_label("Who (leave empty").fill(owner)
        self.page.get_by_label("By when").fill(due)
        self.page.get_by_role("button", name="Add action", exact=True).click()
        self.sees(text)

    def topics(self) -> list[str]:
        """What is talked about, in the order shown."""
        return self.page.locator("ol > li .item-text > p:first-child").all_inner_texts()
