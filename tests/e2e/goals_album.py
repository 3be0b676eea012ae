"""Pictures of a goal map from the first draft to what was agreed, played by eleven people."""

from __future__ import annotations

from contextlib import ExitStack
from random import Random

from playwright.sync_api import Browser

from tests.e2e.album import Picture, show_heading
from tests.e2e.conftest import PHONE, open_context
from tests.e2e.goals_cast import ARCHIVE, DAY, LEADERS, MAP, OWN_GOAL, PORTAL, TEAM
from tests.e2e.goals_crowd import Crowd, Guest
from tests.e2e.goals_people import GoalsFacilitator, GoalsParticipant
from tests.e2e.served import Served

SPREAD = {LEADERS: ("3444555", "4455555"), TEAM: ("1122234", "2333445")}
"""What chance picks from for each perspective, in the first round and in the second."""


class GoalsAlbum:
    """Takes a picture of the app, a phone, a laptop and the projector wherever it changes."""

    def __init__(self, served: Served, browser: Browser, ends: ExitStack, take: Picture) -> None:
        def someone(**options: object) -> GoalsParticipant:
            return GoalsParticipant(
                ends.enter_context(open_context(browser, **options)), served.public
            )

        self.leader = GoalsFacilitator(ends.enter_context(open_context(browser)), served)
        self.phone, self.laptop, self.screen = someone(**PHONE), someone(), someone()
        self._crowd = ends.enter_context(Crowd(served))
        self._chance = Random(7)
        self._take = take

    def take(self) -> None:
        self._come_in()
        self._draft()
        self._link()
        self._rate("rate", 1)
        self._reveal()
        self._discuss()
        self._rate("rate again", 2)
        self._agree()

    def _come_in(self) -> None:
        self.leader.start()
        code = self.leader.code
        self.screen.open(code, page="screen")
        self.phone.join(code, "Mo", TEAM)
        self.laptop.join(code, "Lena", LEADERS)
        self._guests = self._crowd.come(code, leaders=5, delivery_team=6)
        self.leader.begin(MAP)

    def _draft(self) -> None:
        self._all_at("draft")
        self.phone.add("Goal", OWN_GOAL)
        self.phone.page.get_by_label("The goal, in a few words").fill("Deliver the new letters")
        self._everywhere("20-goals-draft", "What are we aiming for?")
        self.phone.page.get_by_label("The goal, in a few words").fill("")

    def _link(self) -> None:
        self.leader.reveals_items()
        self._all_at("link")
        self.laptop.link(ARCHIVE, OWN_GOAL)
        self.phone.opens(PORTAL)
        self.leader.page.get_by_role("button", name=f"Goal: {DAY}").click()
        self._everywhere("21-goals-link", "What serves what?")
        show_heading(self.leader.page, "Line of sight")
        self._take(self.leader.page, "22-goals-sight-app")

    def _rate(self, phase: str, round: int) -> None:
        self.leader.next(f"Next: {phase}")
        self._all_at(phase)
        self._crowd.all(self._guests, lambda guest: self._answers(guest, round))
        self.phone.rate("I know what this means", "4")
        self.phone.rate("This matters", "I can’t say")
        again = " now" if round > 1 else ""
        name = f"{23 if round == 1 else 26}-goals-{phase.replace(' ', '-')}"
        self._everywhere(name, f"How do you see these goals{again}?")

    async def _answers(self, guest: Guest, round: int) -> None:
        for goal, text in guest.goals():
            likely = SPREAD[guest.perspective][round - 1] if text == PORTAL else "3444555"
            for question in guest.map["questions"]["order"]:
                given = self._chance.choice(likely)
                rate = {"kind": "goals.rate", "item": goal, "question": question}
                await guest.do({**rate, "answer": given})

    def _reveal(self) -> None:
        self.leader.ends_round("Reveal")
        self._all_at("reveal")
        self.phone.page.get_by_text("By perspective").first.click()
        self._everywhere("24-goals-reveal", "This is how we see our goals")
        show_heading(self.leader.page, PORTAL)
        self._take(self.leader.page, "24-goals-reveal-app-goal")
        show_heading(self.leader.page, "Do we agree?")
        self._take(self.leader.page, "24-goals-reveal-app-results")

    def _discuss(self) -> None:
        self.leader.next("Next: discuss")
        self._all_at("discuss")
        self.leader.page.get_by_role("button", name=f"Talk about this: {PORTAL}").click()
        self.screen.sees("Talking about this now")
        self.phone.agree("Ask three users what the portal changes", about=PORTAL, owner="Mo")
        self._everywhere("25-goals-discuss", "Where do we see it differently?")

    def _agree(self) -> None:
        self.leader.ends_round("Agree")
        self._all_at("agree")
        self._everywhere("27-goals-agree", "What do we agree on?")
        for person in (self.leader, self.phone):
            person.page.get_by_role("button", name="Map and list").click()
        show_heading(self.leader.page, "The map")
        self._take(self.leader.page, "28-goals-map-app")
        self._take(self.phone.page, "28-goals-map-phone")

    def _everywhere(self, name: str, heading: str) -> None:
        show_heading(self.leader.page, heading)
        people = {"app": self.leader, "phone": self.phone, "laptop": self.laptop}
        for kind, person in {**people, "screen": self.screen}.items():
            self._take(person.page, f"{name}-{kind}")

    def _all_at(self, phase: str) -> None:
        for person in (self.phone, self.laptop, self.screen):
            person.is_at(phase)
