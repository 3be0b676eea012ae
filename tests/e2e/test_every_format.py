"""Every format and poll that comes along, in English and Welsh, on one server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, expect

from tests.authored.agenda import added
from tests.e2e.axe import in_light_and_dark
from tests.e2e.conftest import PHONE, Join, MakeContext, open_context
from tests.e2e.facilitator import Facilitator
from tests.e2e.participant import Participant
from tests.e2e.person import Person
from tests.e2e.served import Served
from tests.rehearsal.notebooks import write
from workshopkit.domain.poll import MovePhase
from workshopkit.domain.workshop.commands import AddActivity, MakeLive
from workshopkit.formats import format_names, load_format
from workshopkit.polls import load_poll, poll_names
from workshopkit.room.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LANGUAGES = {"en": "en-GB", "cy": "cy-GB"}
WORKSHOP = """\
from workshopkit import Poll, Workshop

workshop = Workshop("Polls", team="Everyone")
workshop
"""
POLLS = (
    "Poll.check_in(workshop)",
    "Poll.esvp(workshop)",
    "Poll.roti(workshop)",
    'Poll(workshop, "Where do you work?", options=["At home", "In town", "On site"], several=True)',
)


class Asker(Facilitator):
    """Leads the notebook of polls."""

    notebook = "Polls"

    def shows_results(self) -> None:
        self.next("Next: results")
        self.agrees("Show the results?", "Show the results")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("polls")
    with Served(folder, write(folder / "polls.ipynb", WORKSHOP, *POLLS)) as server:
        yield server


@pytest.fixture(scope="module")
def asker(browser: Browser, served: Served) -> Iterator[Asker]:
    with open_context(browser) as context:
        someone = Asker(context, served)
        someone.start()
        yield someone


def test_one_of_each_kind_of_poll_is_answered_and_shown(
    asker: Asker, join: Join, context: MakeContext
) -> None:
    ada, bea = join(asker.code, "Ada", **PHONE), join(asker.code, "Bea")
    screen = Participant(context(), asker.served.public)
    screen.open(asker.code, page="screen")
    in_a_word(asker, ada, bea)
    with_one_option(asker, ada, bea)
    with_several_options(asker, ada, bea, screen)
    on_a_scale(asker, ada, bea, screen)
    for person in (asker, ada, bea, screen):
        assert person.watch.errors == []
        assert person.watch.policy_violations() == []
        assert person.watch.other_hosts() == set()


def test_every_format_and_poll_is_shown_in_english_and_welsh(
    served: Served, context: MakeContext
) -> None:
    with closing(served.log()) as log:
        desk = Desk(log, title="All of them", team="Everyone")
        readers = {
            lang: Participant(context(locale=locale), served.public)
            for lang, locale in LANGUAGES.items()
        }
        for lang, reader in readers.items():
            reader.open(desk.view()["workshop"]["code"])
            reader.page.locator("form button").click()
            expect(reader.page.locator("html")).to_have_attribute("lang", lang)
        for name in format_names():
            shows_a_format(desk, name, readers)
        for name in poll_names():
            shows_a_poll(desk, name, readers)


def in_a_word(asker: Asker, ada: Participant, bea: Participant) -> None:
    asker.begin("Check-in")
    for person, word in ((ada, "curious"), (bea, "busy")):
        person.page.get_by_label("Your answer, in a few words").fill(word)
        person.page.get_by_role("button", name="Send").click()
        person.sees("Your answer is in.")
    asker.shows_results()
    for person in (ada, bea):
        person.sees("curious")
        person.sees("busy")


def with_one_option(asker: Asker, ada: Participant, bea: Participant) -> None:
    asker.begin("Explorer, shopper, vacationer or prisoner")
    ada.answer("Explorer")
    bea.answer("Explorer")
    bea.answer("Prisoner")
    asker.shows_results()
    for person in (ada, bea):
        has_bar(person, "Explorer", "1 person")
        has_bar(person, "Prisoner", "1 person")
        has_bar(person, "Shopper", "0 people")


def with_several_options(
    asker: Asker, ada: Participant, bea: Participant, screen: Participant
) -> None:
    """Ticks come and go one by one; what counts is what is ticked at the end."""
    asker.begin("Where do you work?")
    for person, towns in ((ada, ("At home", "In town", "On site")), (bea, ("At home",))):
        person.sees("Choose as many as you like.")
        for town in towns:
            person.page.get_by_role("checkbox", name=town).check()
    ada.page.get_by_role("checkbox", name="On site").uncheck()
    ada.page.reload()
    expect(ada.page.get_by_role("checkbox", name="At home")).to_be_checked()
    expect(ada.page.get_by_role("checkbox", name="On site")).not_to_be_checked()
    asker.sees("2 of 2 people have answered")
    for other in (asker, ada, bea, screen):
        assert in_light_and_dark(other.page) == []
        assert not any("in-town" in frame and "counts" in frame for frame in other.watch.told)
    asker.shows_results()
    for other in (ada, bea, screen):
        other.sees("2 people answered")
        has_bar(other, "At home", "2 of 2 people")
        has_bar(other, "In town", "1 of 2 people")
        has_bar(other, "On site", "0 of 2 people")
        assert in_light_and_dark(other.page) == []


def on_a_scale(asker: Asker, ada: Participant, bea: Participant, screen: Participant) -> None:
    asker.begin("Was it worth our time?")
    ada.answer("4")
    bea.answer("5")
    asker.shows_results()
    for other in (ada, bea, screen):
        has_bar(other, "4 – Yes, I gained more than I gave", "1 person")
        has_bar(other, "3 – About even", "0 people")


def has_bar(person: Person, label: str, count: str) -> None:
    bar = person.page.get_by_role("listitem").filter(has_text=re.compile(f"^{re.escape(label)}"))
    expect(bar).to_contain_text(count)


def shows_a_format(desk: Desk, name: str, readers: dict[str, Participant]) -> None:
    """Titles and questions, while people write."""
    found = load_format(name)
    make_live(desk, added("retro", found, name))
    for lang, reader in readers.items():
        for column in found.options.columns:
            heading = reader.page.get_by_role("heading", name=column.title[lang])
            section = reader.page.locator("section.column").filter(has=heading)
            expect(section.get_by_text(column.prompt[lang], exact=True)).to_be_visible()


def shows_a_poll(desk: Desk, name: str, readers: dict[str, Participant]) -> None:
    """The question and its answers, then the results."""
    known = load_poll(name)
    live = make_live(desk, added("poll", known, name))
    for lang, reader in readers.items():
        expect(
            reader.page.get_by_role("heading", name=known.options.question[lang])
        ).to_be_visible()
        for option in known.options.options:
            expect(reader.page.get_by_role("radio", name=option.label[lang])).to_be_visible()
    desk.perform(MovePhase(live, "results"))
    for lang, reader in readers.items():
        for option in known.options.options:
            expect(reader.page.locator(".bars li").get_by_text(option.label[lang])).to_be_visible()


def make_live(desk: Desk, item: AddActivity) -> str:
    desk.perform(item)
    live: str = desk.view()["agenda"]["order"][-1]
    desk.perform(MakeLive(live))
    return live
