"""One walk through a whole workshop that looks at every kind of page in every phase."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.axe import in_light_and_dark
from tests.e2e.facilitator import BOARD, POLL, Facilitator
from tests.e2e.participant import Participant
from tests.e2e.served import Served

NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
CARDS = {"Start": "Pairing on the rules", "Stop": "Waiting for sign-off", "Continue": "Playbacks"}
LONG = "Rechtsschutzversicherungsgesellschaften" * 3
SIDEWAYS = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


class Walk:
    """What was found wrong, by page and phase; nothing, one hopes."""

    def __init__(self, served: Served, context: Callable[..., BrowserContext]) -> None:
        self.broken_rules: dict[str, list[str]] = {}
        self.sideways: dict[str, int] = {}
        self._seen: list[str] = []
        self._served = served
        self._context = context
        self.leader = Facilitator(context(), served)
        self.phone = Participant(context(**NARROW), served.public)
        self.laptop = Participant(context(), served.public)
        self.screen = Participant(context(), served.public)

    def go(self) -> None:
        self._before()
        self._come_in()
        self._poll()
        self._write()
        self._group()
        self._vote()
        self._discuss()
        self._act()
        self._finish()

    @property
    def people(self) -> list[Participant]:
        return [self.phone, self.laptop, self.screen]

    def look(self, state: str) -> None:
        """At all the pages of the workshop in this state."""
        self._check(f"join page, {state}", self.phone.page)
        self._check(f"join page on a laptop, {state}", self.laptop.page)
        self._check(f"screen, {state}", self.screen.page)
        self._check(f"app, {state}", self.leader.page)
        self.sideways[state] = self.phone.page.evaluate(SIDEWAYS)

    def _check(self, name: str, page: Page) -> None:
        self.broken_rules[name] = in_light_and_dark(page)

    def _before(self) -> None:
        """Pages without any workshop: the box for the code, the login, the home page."""
        visitor = Participant(self._context(**NARROW), self._served.public)
        for name in ("", "home", "join/WR0NGC0D"):
            visitor.page.goto(f"{visitor.base}/workshopkit/{name}")
            self._check(f"/{name}", visitor.page)
            self.sideways[f"/{name}"] = visitor.page.evaluate(SIDEWAYS)
        self.leader.page.goto(self._served.link)
        self._check("home page", self.leader.page)
        self.leader.start()

    def _come_in(self) -> None:
        code = self.leader.code
        self.screen.open(code, page="screen")
        self.screen.sees("Scan to join")
        self.phone.open(code)
        self.phone.sees("Your name")
        self._check("name form", self.phone.page)
        self.sideways["name form"] = self.phone.page.evaluate(SIDEWAYS)
        self.phone.join(code, "Ada")
        self.laptop.join(code)
        for person in (self.phone, self.laptop):
            person.sees("2 people are here")
        self.look("lobby")
        self._go_on_elsewhere()

    def _go_on_elsewhere(self) -> None:
        """The link that is oneself, and where it arrives."""
        self.phone.page.get_by_role("button", name="Go on with another device").click()
        link = self.phone.page.get_by_role("textbox", name="Your own link").input_value()
        self._check("join page, own link", self.phone.page)
        self.sideways["own link"] = self.phone.page.evaluate(SIDEWAYS)
        self.phone.page.get_by_role("button", name="Hide the link").click()
        other = Participant(self._context(**NARROW), self._served.public)
        other.page.goto(link)
        other.sees("Go on with this device?")
        self._check("join page, arriving", other.page)
        self.sideways["arriving"] = other.page.evaluate(SIDEWAYS)

    def _poll(self) -> None:
        self.leader.begin(POLL)
        for person in (self.phone, self.laptop):
            person.answer("4")
        self.look("poll: answer")
        self.leader.next("Next: results")
        self.leader.is_asked("Show the results?")
        self._check("app, asking", self.leader.page)
        self.leader.agrees("Show the results?", "Show the results")
        self._everyone_at("Step 2 of 2: results")
        self.look("poll: results")

    def _write(self) -> None:
        self.leader.begin(BOARD)
        self._everyone_at("Step 1 of 5: write")
        for column, text in CARDS.items():
            self.phone.write(column, text)
        self.laptop.write("Stop", LONG)
        self.phone.page.get_by_role("button", name="Edit: Playbacks").click()
        self.look("write")
        self.phone.page.get_by_role("button", name="Cancel").click()

    def _group(self) -> None:
        self.leader.next("Next: group")
        self.leader.agrees("Reveal the cards?", "Reveal the cards")
        self._everyone_at("Step 2 of 5: group")
        self.leader.group("Waiting for sign-off", LONG)
        self.laptop.page.get_by_role("checkbox", name="Playbacks").check()
        self.phone.page.get_by_role("tab", name=re.compile("Stop")).click()
        expect(self.phone.page.get_by_role("button", name=re.compile("Rename"))).to_be_visible()
        self.phone.page.get_by_role("checkbox", name="Waiting for sign-off").check()
        self.look("group")

    def _vote(self) -> None:
        self.leader.next("Next: vote")
        self._everyone_at("Step 3 of 5: vote")
        self.phone.vote("Waiting for sign-off", 3)
        self.laptop.vote("Playbacks", 1)
        self.leader.sees("2 of 2 people have given dots")
        self.leader.give_from_the_room("Playbacks")
        self.look("vote")

    def _discuss(self) -> None:
        self.leader.next("Next: discuss")
        self._everyone_at("Step 4 of 5: discuss")
        self.leader.page.get_by_role("button", name="Talk about next: Waiting").click()
        self._everyone_sees("Talking about this now")
        expect(self.leader.results(BOARD)).to_contain_text("Waiting")
        self.leader.hide("Pairing on the rules")
        self.phone.sees("Hidden by the facilitator")
        self.look("discuss")

    def _act(self) -> None:
        self.leader.next("Next: act")
        self._everyone_at("Step 5 of 5: act")
        self.laptop.agree("Ask Legal", owner="Priya", due="2026-12-04")
        self._everyone_sees("Ask Legal")
        self.phone.page.get_by_role("button", name="Add an action").click()
        expect(self.phone.page.get_by_label("What will we do?")).to_be_visible()
        self.look("act")

    def _finish(self) -> None:
        self.leader.finish()
        for person in self.people:
            person.sees("The workshop is finished")
        self.leader.sees("This workshop is finished.")
        self.look("finished")
        self.leader.page.goto(f"{self._served.link}")
        self._check("home page with a finished workshop", self.leader.page)

    def _everyone_at(self, step: str) -> None:
        for person in self.people:
            person.sees_step(step)

    def _everyone_sees(self, text: str) -> None:
        for person in self.people:
            person.sees(text)
