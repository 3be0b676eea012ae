"""One walk through an action review that looks at every kind of page in both phases."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.e2e.axe import in_light_and_dark, violations
from tests.e2e.facilitator import BOARD
from tests.e2e.review_cast import CALLS, LEGAL, met_before
from tests.e2e.review_people import ReviewFacilitator, ReviewParticipant
from tests.e2e.served import Served
from tests.e2e.walk import LONG, NARROW, SIDEWAYS

STATES = ("look", "decide", "changing", "decided", "act", "finished")


class ReviewWalk:
    """What was found wrong, by page and state; nothing, one hopes."""

    def __init__(self, served: Served, context: Callable[..., BrowserContext]) -> None:
        self.broken_rules: dict[str, list[str]] = {}
        self.sideways: dict[str, int] = {}
        met_before(served)
        self.leader = ReviewFacilitator(context(), served)
        self.phone = ReviewParticipant(context(**NARROW), served.public)
        self.screen = ReviewParticipant(context(), served.public)

    def go(self) -> None:
        self._come_in()
        self._look()
        self._decide()
        self._act()
        self._finish()

    def look(self, state: str) -> None:
        """At the pages of the workshop in this state."""
        self.broken_rules[f"join page, {state}"] = in_light_and_dark(self.phone.page)
        self.broken_rules[f"app, {state}"] = in_light_and_dark(self.leader.page)
        self.broken_rules[f"screen, {state}"] = violations(self.screen.page)
        self.sideways[state] = self.phone.page.evaluate(SIDEWAYS)

    def _come_in(self) -> None:
        self.leader.start()
        self.screen.open(self.leader.code, page="screen")
        self.phone.join(self.leader.code, "Ada")
        self.leader.begins_review()

    def _look(self) -> None:
        for person in (self.phone, self.screen):
            person.is_at("look")
        self.phone.marks(LEGAL, "Partly", LONG)
        self.phone.marks(CALLS, "Sometimes", "When there was time")
        self.leader.sees("1 of 1 people have looked back")
        self.look("look")

    def _decide(self) -> None:
        self.leader.shows_how_it_went()
        for person in (self.phone, self.screen):
            person.is_at("decide")
        self.leader.now(LEGAL).get_by_role("radio", name="It goes on").check()
        self.look("decide")
        self.leader.decides(LEGAL, "It is done", LONG)
        self.leader.page.get_by_role("button", name="Change what was decided").click()
        self.phone.page.get_by_role("button", name="Make an action from: Two call").click()
        self.look("changing")
        self.phone.page.get_by_role("button", name="Cancel").click()
        self.leader.page.get_by_role("button", name="Cancel").click()
        for action, decision in (("Make test data", "We drop it"), (CALLS, "We keep doing it")):
            self.leader.decides(action, decision)
        self.phone.sees("Everything is decided.")
        self.look("decided")

    def _act(self) -> None:
        self.leader.begin(BOARD)
        self.leader.go_to("Act")
        self.leader.agrees("Reveal the cards?", "Reveal the cards")
        self.phone.sees_step("Step 5 of 5: act")
        self.phone.takes_on("Small releases", likely="5", keep_doing=True)
        self.phone.page.get_by_role("button", name="Change the action: Small releases").click()
        expect(self.phone.page.get_by_label("What will we keep doing?")).to_be_visible()
        self.look("act")

    def _finish(self) -> None:
        self.leader.finish()
        for person in (self.phone, self.screen):
            person.sees("What we keep doing")
        self.leader.sees("This workshop is finished.")
        self.look("finished")
