"""One walk through a team's second health check that looks at every kind of page in each phase."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.e2e.axe import in_light_and_dark
from tests.e2e.goals_crowd import Crowd
from tests.e2e.health_cast import PEOPLE, WINTER
from tests.e2e.health_people import HealthFacilitator, HealthParticipant, answers, check_and_finish
from tests.e2e.served import Served
from tests.e2e.walk import LONG, NARROW, SIDEWAYS


class HealthWalk:
    """What was found wrong, by page and phase; nothing, one hopes."""

    def __init__(
        self, served: Served, crowd: Crowd, context: Callable[..., BrowserContext]
    ) -> None:
        self.broken_rules: dict[str, list[str]] = {}
        self.sideways: dict[str, int] = {}
        self.leader = HealthFacilitator(context(), served)
        self.phone = HealthParticipant(context(**NARROW), served.public)
        self.screen = HealthParticipant(context(), served.public)
        self._crowd = crowd

    def go(self) -> None:
        check_and_finish(self.leader, self._crowd)
        self._come_in()
        self._answer()
        self._results()

    def look(self, phase: str) -> None:
        """At the pages of the workshop in this phase."""
        self.broken_rules[f"join page, {phase}"] = in_light_and_dark(self.phone.page)
        self.broken_rules[f"app, {phase}"] = in_light_and_dark(self.leader.page)
        self.broken_rules[f"screen, {phase}"] = in_light_and_dark(self.screen.page)
        self.sideways[phase] = self.phone.page.evaluate(SIDEWAYS)

    def _come_in(self) -> None:
        self.leader.start()
        self.screen.open(self.leader.code, page="screen")
        self.phone.join(self.leader.code, "Mo")
        self._guests = self._crowd.named(self.leader.code, dict.fromkeys(PEOPLE, ""))
        self.leader.asks()

    def _answer(self) -> None:
        for person in (self.phone, self.screen):
            person.is_at("answer")
        self._crowd.all(self._guests, lambda guest: answers(guest, WINTER, writes=True))
        self.phone.says("Amber", "Getting better")
        self.phone.writes(LONG)
        self.leader.page.get_by_text("Answer yourself").click()
        self.leader.sees("8 of 8 people have answered")
        self.look("answer")

    def _results(self) -> None:
        self.leader.shows_results()
        for person in (self.phone, self.screen):
            person.is_at("results")
        self.leader.next_topic("Decisions")
        for person in (self.phone, self.screen):
            person.sees("Talking about this now")
        self.leader.bar.get_by_role("button", name="Voices").click()
        self.leader.bar.get_by_role("button", name="Make an order").click()
        expect(self.leader.bar.locator(".turns li")).to_have_count(8)
        for comments in self.phone.page.get_by_text("1 comment").all():
            comments.click()
        self.look("results")
