"""The server is killed in the middle of voting, and comes back where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Join, retrospective
from tests.e2e.facilitator import BOARD, Facilitator
from tests.e2e.participant import Participant
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CARDS = {
    "Ada": ("Start", "Pairing on the eligibility rules"),
    "Bea": ("Stop", "Test data that expires every Friday"),
    "Cai": ("Continue", "Playbacks with the call centre"),
}


@pytest.fixture
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of its own, as it is going to be killed."""
    with Served(tmp_path_factory.mktemp("killed"), retrospective()) as server:
        yield server


def test_a_server_killed_during_voting_comes_back_with_everything_and_everyone(
    served: Served, facilitator: Facilitator, join: Join
) -> None:
    people = [join(facilitator.code, name, **PHONE) for name in CARDS]
    everyone_votes(facilitator, people)
    people[0].vote("Playbacks")  # perhaps kept, perhaps not, when the server dies
    link = served.link
    served.kill()
    for person in people:
        person.is_cut_off()
        person.vote("Pairing")
    people[1].page.get_by_role("button", name="Take a dot back from: Test").click()
    people[0].has_dots_left(1)
    people[1].has_dots_left(2)
    served.restart()
    assert served.link == link
    for person in people:
        person.is_connected()
        person.has_sent_everything()
    people[2].vote("Playbacks")
    people[2].has_sent_everything()
    the_facilitator_goes_on(facilitator)
    for person in people:
        assert dots(person) == {"Pairing": 3, "Playbacks": 2 + 1 + 1 + 1, "Test data": 2}

    facilitator.page.reload()  # brings her tables a new kernel
    facilitator.is_leading()
    facilitator.is_at("Discuss")
    expect(facilitator.results(BOARD).get_by_role("row").nth(1)).to_contain_text("Playbacks")


def everyone_votes(facilitator: Facilitator, people: list[Participant]) -> None:
    """Each writes a card, and gives a dot to her own and one to the call centre's."""
    facilitator.begin(BOARD)
    for person, (column, text) in zip(people, CARDS.values(), strict=True):
        person.write(column, text)
    facilitator.go_to("Vote")
    facilitator.agrees("Reveal the cards?", "Reveal the cards")
    for person in people:
        person.sees_step("Step 3 of 5: vote")
    people[0].vote("Playbacks", 2)
    people[1].vote("Test data", 3)
    people[2].vote("Playbacks")
    facilitator.sees("3 of 3 people have given dots")


def the_facilitator_goes_on(facilitator: Facilitator) -> None:
    """Her kernel has died with the server; the room's own socket has come back by itself."""
    facilitator.is_connected()
    facilitator.next("Next: discuss")
    facilitator.is_at("Discuss")


def dots(person: Participant) -> dict[str, int]:
    """How many dots each card got, by the first words of its text."""
    person.sees_step("Step 4 of 5: discuss")
    cards = person.page.locator("ol.ranked > li")
    expect(cards).to_have_count(len(CARDS))
    found = {}
    for text in cards.all_inner_texts():
        name = next(name for name in ("Pairing", "Playbacks", "Test data") if name in text)
        counted = re.search(r"(\d+) dots?", text)
        found[name] = int(counted[1]) if counted else 0
    return found
