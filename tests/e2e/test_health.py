"""A team's two health checks in browsers: private, shown together, the last one beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, MakeContext
from tests.e2e.goals_crowd import Crowd, Guest
from tests.e2e.health_cast import CHECK, COMMENTS, PEOPLE, WINTER, Said, notebook
from tests.e2e.health_people import HealthFacilitator, HealthParticipant, answers, check_and_finish
from tests.e2e.served import Served
from tests.e2e.test_hostile import IMAGE, is_unharmed

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OWN = f"{IMAGE} written at the kitchen table"
DAY = re.compile(r"Last time, \d+ \w+ \d{4}")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("health"), notebook()) as server:
        yield server


@pytest.fixture
def crowd(served: Served) -> Iterator[Crowd]:
    with Crowd(served) as people:
        yield people


@pytest.fixture
def leader(context: MakeContext, served: Served) -> HealthFacilitator:
    return HealthFacilitator(context(), served)


def come(leader: HealthFacilitator, crowd: Crowd, *, but: int = 0) -> list[Guest]:
    return crowd.named(leader.code, dict.fromkeys(PEOPLE[but:], ""))


def everyone(crowd: Crowd, guests: list[Guest], said: Said) -> None:
    crowd.all(guests, lambda guest: answers(guest, said, writes=True))


def test_the_next_health_check_of_a_team_stands_beside_the_last_one(
    leader: HealthFacilitator, context: MakeContext, crowd: Crowd
) -> None:
    check_and_finish(leader, crowd)
    leader.start()
    ada = HealthParticipant(context(**PHONE), leader.served.public)
    screen = HealthParticipant(context(), leader.served.public)
    screen.open(leader.code, page="screen")
    ada.join(leader.code, PEOPLE[0])
    guests = come(leader, crowd, but=1)
    leader.asks()
    answers_by_hand(ada)
    everyone(crowd, guests, WINTER)
    leader.sees("7 of 7 people have answered")
    for person in (leader, screen):
        told = "".join(person.watch.told)
        assert not any(text in told for text in (OWN, *(text for _, text in COMMENTS.values())))
    leader.shows_results()
    sees_both(ada, screen)
    leads_the_talk(leader, ada, screen)
    for person in (leader, ada, screen):
        is_unharmed(person.page)
        assert person.watch.errors == []
        assert person.watch.policy_violations() == []
        assert person.watch.other_hosts() == set()


def answers_by_hand(ada: HealthParticipant) -> None:
    ada.is_at("answer")
    ada.says("Red", "Getting worse")
    ada.says("Green", "Staying the same")
    ada.sees("1 of 10 topics answered")
    ada.comes_to("Decisions")
    ada.says("Red")
    ada.writes(OWN)
    ada.comes_to("Pace")
    ada.says("I can’t say")
    ada.sees("3 of 10 topics answered")


def sees_both(ada: HealthParticipant, screen: HealthParticipant) -> None:
    """The most worrying first, this time's numbers above those of autumn."""
    for person in (ada, screen):
        person.is_at("results")
        expect(person.page.locator(".topic h3").first).to_have_text("Decisions")
        person.sees_counts("Decisions", "This time", "2 amber", "5 red")
        person.sees_counts("Decisions", "Last time", "5 amber", "2 red")
        person.sees_counts("Purpose", "This time", "7 green")
    expect(ada.topic("Decisions")).to_contain_text(DAY)
    expect(ada.topic("Pace")).to_contain_text("Your answer: ? I can’t say")


def leads_the_talk(
    leader: HealthFacilitator, ada: HealthParticipant, screen: HealthParticipant
) -> None:
    expect(screen.page.get_by_text(OWN)).to_have_count(0)
    leader.next_topic("Decisions")
    for person in (ada, screen):
        person.sees("Talking about this now")
        expect(person.topic("Decisions").get_by_text(OWN)).to_be_visible()
    ada.agree("Decide letters on Thursdays", about="Decisions", owner="Ben")
    screen.sees("Decide letters on Thursdays")
    table = leader.results(CHECK).first
    expect(table.get_by_role("row", name=re.compile("^Decisions 0 2 5"))).to_be_visible()
    history = leader.results(CHECK).last
    expect(history.get_by_role("row", name=re.compile("^Decisions"))).to_contain_text("~ 5")
    expect(history.get_by_role("columnheader")).to_have_count(3)


def test_the_facilitator_sees_how_evenly_people_took_part_and_takes_turns(
    leader: HealthFacilitator, context: MakeContext, crowd: Crowd
) -> None:
    leader.start()
    screen = HealthParticipant(context(), leader.served.public)
    screen.open(leader.code, page="screen")
    guests = come(leader, crowd)
    leader.asks()
    crowd.all(guests[:2], lambda guest: answers(guest, WINTER))
    leader.sees("2 of 7 people have answered")
    leader.bar.get_by_role("button", name="Voices").click()
    leader.sees("Numbers stand here once something is shown")
    leader.shows_results()
    leader.sees("30% of people answered.")
    leader.sees("Much of this came from a few people.")
    leader.bar.get_by_role("button", name="Make an order").click()
    people = leader.bar.locator(".turns li")
    expect(people).to_have_count(len(PEOPLE))
    names = people.all_inner_texts()
    assert {name.split()[0] for name in names} == set(PEOPLE)
    leader.bar.get_by_role("button", name=f"Next: {names[1].split()[0]}").click()
    expect(people.nth(1)).to_contain_text("now")
    assert not any(f'"{name}"' in "".join(screen.watch.told) for name in PEOPLE)
    assert "gini" not in "".join(screen.watch.told)
    leader.finish()
