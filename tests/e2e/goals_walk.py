"""One walk through the goal map that looks at every kind of page in every phase."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.e2e.axe import in_light_and_dark, violations
from tests.e2e.goals_cast import MAP, OWN_GOAL, PORTAL, QUESTIONS, TEAM
from tests.e2e.goals_crowd import Crowd
from tests.e2e.goals_people import GoalsFacilitator, GoalsParticipant
from tests.e2e.served import Served
from tests.e2e.walk import LONG, NARROW, SIDEWAYS


class GoalsWalk:
    """What was found wrong, by page and phase; nothing, one hopes."""

    def __init__(
        self, served: Served, crowd: Crowd, context: Callable[..., BrowserContext]
    ) -> None:
        self.broken_rules: dict[str, list[str]] = {}
        self.sideways: dict[str, int] = {}
        self.leader = GoalsFacilitator(context(), served)
        self.phone = GoalsParticipant(context(**NARROW), served.public)
        self.screen = GoalsParticipant(context(), served.public)
        self._crowd = crowd

    def go(self) -> None:
        self._come_in()
        self._draft()
        self._link()
        self._rate()
        self._see("reveal")
        self._discuss()
        self._rate_again()
        self._see("agree")

    def look(self, phase: str) -> None:
        """At the pages of the workshop in this phase."""
        self.broken_rules[f"join page, {phase}"] = in_light_and_dark(self.phone.page)
        self.broken_rules[f"app, {phase}"] = in_light_and_dark(self.leader.page)
        self.broken_rules[f"screen, {phase}"] = violations(self.screen.page)
        self.sideways[phase] = self.phone.page.evaluate(SIDEWAYS)

    def _come_in(self) -> None:
        self.leader.start()
        self.screen.open(self.leader.code, page="screen")
        self.phone.join(self.leader.code, "Mo", TEAM)
        self._guests = self._crowd.come(self.leader.code, leaders=5, delivery_team=4)
        expect(self.leader.page.get_by_text("10 here now")).to_be_visible()
        self.leader.begin(MAP)

    def _draft(self) -> None:
        self._all_at("draft")
        self.phone.add("Goal", OWN_GOAL)
        self.phone.add("Work", LONG)
        self.phone.page.get_by_role("button", name=f"Edit: {OWN_GOAL}").click()
        self.look("draft")
        self.phone.page.get_by_role("button", name="Cancel").click()

    def _link(self) -> None:
        self.leader.reveals_items()
        self._all_at("link")
        self.phone.opens(PORTAL)
        self.leader.page.get_by_role("button", name=f"Goal: {PORTAL}").click()
        expect(self.leader.page.get_by_role("region", name="Chosen in the map")).to_be_visible()
        self.look("link")

    def _rate(self) -> None:
        self.leader.next("Next: rate")
        self._all_at("rate")
        self._everyone_answers(1)
        self.look("rate")

    def _discuss(self) -> None:
        self.leader.next("Next: discuss")
        self._all_at("discuss")
        self.leader.page.get_by_role("button", name=f"Talk about this: {PORTAL}").click()
        self.screen.sees("Talking about this now")
        self.phone.agree("Ask three users", about=PORTAL)
        self.leader.page.get_by_role("button", name="Map and list").click()
        self.phone.page.get_by_role("button", name="Line of sight").click()
        self.look("discuss")
        self.phone.page.get_by_role("button", name="Answers").click()
        self.leader.page.get_by_role("button", name="Answers").click()

    def _rate_again(self) -> None:
        self.leader.next("Next: rate again")
        self._all_at("rate again")
        self._everyone_answers(2)
        self.look("rate again")

    def _see(self, phase: str) -> None:
        self.leader.ends_round(phase.capitalize())
        self._all_at(phase)
        for summary in self.phone.page.get_by_text("By perspective").all():
            summary.click()
        self.look(phase)

    def _everyone_answers(self, round: int) -> None:
        self._crowd.all(self._guests, lambda guest: guest.rate(round=round))
        for question in QUESTIONS.values():
            self.phone.rate(question, "3")
        self.leader.sees("10 of 10 people have answered")

    def _all_at(self, phase: str) -> None:
        for person in (self.phone, self.screen):
            person.is_at(phase)
