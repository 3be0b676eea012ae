"""A facilitator and a participant at the health check, and others over sockets."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.e2e.facilitator import Facilitator
from tests.e2e.goals_crowd import Crowd, Guest
from tests.e2e.health_cast import AUTUMN, CHECK, COMMENTS, LIGHT, NOTEBOOK, PEOPLE, TREND, Said
from tests.e2e.participant import Participant

STEPS = {"answer": "Step 1 of 2: answer", "results": "Step 2 of 2: results"}


async def answers(guest: Guest, said: Said, *, writes: bool = False) -> None:
    """One of the people says what the cast has for them."""
    name = str(guest.visitor.screen.hello.name)
    place = PEOPLE.index(name)
    await guest.do(
        *(
            {"kind": "health.rate", "topic": topic, "light": LIGHT[lights[place]],
             "trend": TREND[trends[place]]}
            for topic, (lights, trends) in said.items()
        )
    )  # fmt: skip
    if writes and name in COMMENTS:
        topic, text = COMMENTS[name]
        await guest.do({"kind": "health.write", "topic": topic, "text": text})


def check_and_finish(leader: HealthFacilitator, crowd: Crowd) -> None:
    """The team's first health check, up to the end of its workshop."""
    leader.start()
    guests = crowd.named(leader.code, dict.fromkeys(PEOPLE, ""))
    leader.asks()
    crowd.all(guests, lambda guest: answers(guest, AUTUMN))
    leader.sees("7 of 7 people have answered")
    leader.shows_results()
    expect(leader.page.get_by_text("Last time,")).to_have_count(0)
    leader.finish()
    leader.sees("This workshop is finished.")


class HealthFacilitator(Facilitator):
    """Leads the notebook of the health check."""

    notebook = NOTEBOOK

    def asks(self) -> None:
        self.begin(CHECK)
        expect(self.page.get_by_role("heading", name="How is it going?")).to_be_visible()

    def shows_results(self) -> None:
        self.next("Next: results")
        self.agrees("Show the results?", "Show the results")
        self.is_at("Results")

    def next_topic(self, title: str) -> None:
        self.page.get_by_role("button", name=f"Talk about next: {title}").click()


class HealthParticipant(Participant):
    """At her phone or laptop."""

    def is_at(self, phase: str) -> None:
        self.sees_step(STEPS[phase])

    @property
    def form(self) -> Locator:
        return self.page.locator("[data-thing=topic]")

    def comes_to(self, topic: str) -> None:
        """Forward from where she is."""
        heading = self.form.get_by_role("heading")
        while heading.inner_text() != topic:
            before = heading.inner_text()
            self.page.get_by_role("button", name="Next topic").click()
            expect(heading).not_to_have_text(before)

    def says(self, light: str, trend: str = "") -> None:
        """Of the topic that is before her."""
        self.form.get_by_role("radio", name=re.compile(f"^{light}")).check()
        if trend:
            self.form.get_by_role("radio", name=re.compile(trend)).check()

    def writes(self, text: str) -> None:
        self.form.get_by_text("Write about it").click()
        self.form.get_by_label("Your comment").fill(text)
        self.form.get_by_role("button", name="Keep my comment").click()
        expect(self.form.get_by_role("button", name="Take my comment back")).to_be_visible()

    def topic(self, title: str) -> Locator:
        """What everyone said of a topic."""
        heading = self.page.get_by_role("heading", name=title, exact=True)
        return self.page.get_by_role("listitem").filter(has=heading)

    def sees_counts(self, title: str, time: str, *counts: str) -> None:
        """As "3 green", "1 red", this time or the last time."""
        group = self.topic(title).get_by_role("group", name=time)
        expect(group.locator(".light-bar .unseen")).to_have_text(counts)
