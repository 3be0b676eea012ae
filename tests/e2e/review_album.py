"""Pictures of an action review from the first look to the last decision, and of what is left."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from playwright.sync_api import Browser, Page

from tests.e2e.conftest import PHONE, open_context
from tests.e2e.facilitator import BOARD
from tests.e2e.review_cast import CALLS, DATA, LEGAL, met_before
from tests.e2e.review_people import ReviewFacilitator, ReviewParticipant
from tests.e2e.served import Served

Picture = Callable[[Page, str], None]
BELOW_THE_BAR = "place => { place.style.scrollMarginTop = '160px'; place.scrollIntoView(); }"


class ReviewAlbum:
    """Takes a picture of the app, a phone, a laptop and the projector wherever it changes."""

    def __init__(self, served: Served, browser: Browser, ends: ExitStack, take: Picture) -> None:
        def someone(**options: object) -> ReviewParticipant:
            context = ends.enter_context(open_context(browser, **options))
            return ReviewParticipant(context, served.public)

        met_before(served)
        self.leader = ReviewFacilitator(ends.enter_context(open_context(browser)), served)
        self.phone, self.laptop, self.screen = someone(**PHONE), someone(), someone()
        self._take = take

    def take(self) -> None:
        self._come_in()
        self._look()
        self._decide()
        self._act()
        self._finish()

    def _come_in(self) -> None:
        self.leader.start()
        self.screen.open(self.leader.code, page="screen")
        self.phone.join(self.leader.code, "Amara")
        self.laptop.join(self.leader.code, "Ben")
        self.leader.begins_review()

    def _look(self) -> None:
        for person in (self.phone, self.laptop, self.screen):
            person.is_at("look")
        self.laptop.marks(LEGAL, "Partly", "They answered on Friday, for the short letters")
        self.laptop.marks(CALLS, "Yes")
        self.laptop.marks(DATA, "Not yet")
        self.phone.marks(CALLS, "Sometimes", "Not when the call centre was busy")
        self.phone.marks(LEGAL, "Done")
        self._everywhere("30-review-look", "How did it go?")

    def _decide(self) -> None:
        self.leader.shows_how_it_went()
        for person in (self.phone, self.laptop, self.screen):
            person.is_at("decide")
        self.leader.now(LEGAL).get_by_role("radio", name="It goes on").check()
        self._everywhere("31-review-decide", "What became of it?")
        self.leader.decides(LEGAL, "It goes on", "Short letters are approved", owner="Cai")
        self.leader.decides(DATA, "We drop it", "The new tool makes it")
        self._everywhere("32-review-decide-last", "What became of it?")
        self.leader.decides(CALLS, "We keep doing it", "At nearly all of them")
        self._everywhere("33-review-decided", "What became of it?")

    def _act(self) -> None:
        self.leader.begin(BOARD)
        self.leader.go_to("Act")
        self.leader.agrees("Reveal the cards?", "Reveal the cards")
        self.laptop.takes_on("Show caseworkers each letter", likely="4")
        self.laptop.takes_on("Small releases on Tuesdays", keep_doing=True)
        self.phone.page.get_by_role("button", name="Add an action").click()
        self.phone.page.get_by_label("What will we do?").fill("One page that explains each error")
        self._everywhere("34-review-act", "What will we do?")

    def _finish(self) -> None:
        self.leader.finish()
        for person in (self.phone, self.laptop, self.screen):
            person.sees("The workshop is finished")
        self._everywhere("35-review-finished", "What we agreed")

    def _everywhere(self, name: str, heading: str) -> None:
        self.leader.page.get_by_role("heading", name=heading).first.evaluate(BELOW_THE_BAR)
        people = {"app": self.leader, "phone": self.phone, "laptop": self.laptop}
        for kind, person in {**people, "screen": self.screen}.items():
            self._take(person.page, f"{name}-{kind}")
