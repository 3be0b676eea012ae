"""Pictures of a team's second health check, from the first answer to what was agreed."""

from __future__ import annotations

from contextlib import ExitStack

from playwright.sync_api import Browser

from tests.e2e.album import Picture, show_heading
from tests.e2e.conftest import PHONE, open_context
from tests.e2e.goals_crowd import Crowd
from tests.e2e.health_cast import PEOPLE, WINTER
from tests.e2e.health_people import HealthFacilitator, HealthParticipant, answers, check_and_finish
from tests.e2e.served import Served


class HealthAlbum:
    """Takes a picture of the app, a phone and the projector wherever it changes."""

    def __init__(self, served: Served, browser: Browser, ends: ExitStack, take: Picture) -> None:
        def someone(**options: object) -> HealthParticipant:
            context = ends.enter_context(open_context(browser, **options))
            return HealthParticipant(context, served.public)

        self.leader = HealthFacilitator(ends.enter_context(open_context(browser)), served)
        self.phone, self.laptop, self.screen = someone(**PHONE), someone(), someone()
        self._crowd = ends.enter_context(Crowd(served))
        self._take = take

    def take(self) -> None:
        check_and_finish(self.leader, self._crowd)
        self._answer()
        self._results()
        self._voices()

    def _answer(self) -> None:
        self.leader.start()
        self.screen.open(self.leader.code, page="screen")
        self.phone.join(self.leader.code, "Mo")
        self.laptop.join(self.leader.code, "Lena")
        guests = self._crowd.named(self.leader.code, dict.fromkeys(PEOPLE, ""))
        self.leader.asks()
        self._crowd.all(guests, lambda guest: answers(guest, WINTER, writes=True))
        self.phone.says("Amber", "Getting better")
        self.phone.comes_to("Close to users")
        self.laptop.says("Green")
        self.laptop.writes("We finally wrote it down")
        self._everywhere("50-health-answer", "How is it going?")
        self.phone.says("Red", "Getting worse")
        self.phone.page.mouse.wheel(0, 500)
        self.phone.page.wait_for_timeout(300)
        self._take(self.phone.page, "50-health-answer-phone-below")

    def _results(self) -> None:
        self.leader.shows_results()
        for person in (self.phone, self.laptop, self.screen):
            person.is_at("results")
        self._everywhere("51-health-results", "This is how we see it")
        self.leader.next_topic("Decisions")
        self.screen.sees("Talking about this now")
        self.phone.agree("Decide letters on Thursdays", about="Decisions", owner="Ben")
        self._everywhere("52-health-focus", "This is how we see it")
        show_heading(self.leader.page, "What we saw")
        self._take(self.leader.page, "53-health-table-app")
        show_heading(self.leader.page, "Over time")
        self._take(self.leader.page, "54-health-history-app")

    def _voices(self) -> None:
        show_heading(self.leader.page, "This is how we see it")
        self.leader.bar.get_by_role("button", name="Voices").click()
        self.leader.bar.get_by_role("button", name="Make an order").click()
        self.leader.bar.get_by_role("button", name="Next: ").click()
        self.leader.sees("has spoken")
        self._take(self.leader.page, "55-voices-app")

    def _everywhere(self, name: str, heading: str) -> None:
        show_heading(self.leader.page, heading)
        people = {"app": self.leader, "phone": self.phone, "laptop": self.laptop}
        for kind, person in {**people, "screen": self.screen}.items():
            self._take(person.page, f"{name}-{kind}")
