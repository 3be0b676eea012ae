"""One whole workshop with four browsers, from the printed link to the saved actions."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Join, MakeContext
from tests.e2e.facilitator import BOARD, POLL, Facilitator
from tests.e2e.participant import Participant
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECRETS = {
    "Ada": ("Start", "Write the release notes while we still remember"),
    "Bea": ("Stop", "Waiting for sign-off on every letter"),
    "Cai": ("Continue", "Playbacks with the call centre"),
}
LATE = "Letters wait two weeks for Legal"


def test_a_team_goes_from_the_printed_link_to_actions_that_it_can_save(
    served: Served, context: MakeContext, join: Join
) -> None:
    leader = Facilitator(context(), served)
    leader.start()
    people = come_in(leader, join)
    check_in(leader, people)
    write_privately(leader, people)
    reveal_and_group(leader, people)
    vote_in_secret(leader, people)
    discuss_in_order(leader, people)
    agree_actions(leader, people)
    finish(leader, people)
    for someone in (leader, *people):
        assert someone.watch.other_hosts() == set()
        assert someone.watch.errors == []
        assert someone.watch.policy_violations() == []


def come_in(leader: Facilitator, join: Join) -> list[Participant]:
    """The lobby shows a QR code and the link; who comes is counted, and named if she likes."""
    link = f"{leader.served.public}/workshopkit/join/{leader.code}"
    expect(leader.lobby.get_by_role("img", name=f"QR code that opens {link}")).to_be_visible()
    expect(leader.lobby.get_by_role("textbox")).to_have_value(link)
    people = [join(leader.code, "Ada", **PHONE), join(leader.code, "Bea"), join(leader.code)]
    here = leader.page.get_by_role("region", name="Who is here")
    expect(here).to_contain_text("3 here now")
    expect(here).to_contain_text("Ada")
    expect(here).to_contain_text("and 1 without a name")
    for person in people:
        person.sees("3 people are here")
        expect(person.page.get_by_text("Ada")).to_have_count(0)
    return people


def check_in(leader: Facilitator, people: list[Participant]) -> None:
    """Answers stay hidden until the results are shown, all at once."""
    leader.begin(POLL)
    for person, option in zip(people, "455", strict=True):
        person.sees_step("Step 1 of 2: answer")
        person.answer(option)
    leader.sees("3 of 3 people have answered")
    for someone in (leader, *people):
        assert not any("counts" in frame for frame in someone.watch.told)
    leader.next("Next: results")
    leader.agrees("Show the results?", "Show the results")
    for person in people:
        person.sees("3 answers")
        bars = person.page.get_by_role("listitem")
        expect(bars.filter(has_text=re.compile("^5"))).to_contain_text("2 people")
    expect(leader.page.get_by_text("3 answers")).to_be_visible()


def write_privately(leader: Facilitator, people: list[Participant]) -> None:
    """What one person writes reaches no other browser, in no frame and on no page."""
    leader.begin(BOARD)
    expect(leader.page.get_by_label("Minutes")).to_have_value("8")
    for person, (column, text) in zip(people, SECRETS.values(), strict=True):
        person.sees_step("Step 1 of 5: write")
        person.sees("No screen or export shows your cards")
        person.write(column, text)
    people[1].write("Stop", "Letters wait for Legal")
    people[1].rewrite("Letters wait for Legal", LATE)
    leader.sees("4 cards so far from everyone")
    for person, (_, text) in zip(people, SECRETS.values(), strict=True):
        for other in (leader, *people):
            if other is not person:
                assert text not in other.page.content()
                assert not any(text in frame for frame in other.watch.heard)


def reveal_and_group(leader: Facilitator, people: list[Participant]) -> None:
    """The reveal is asked once; then everybody sees every card, and cards become groups."""
    leader.next("Next: group")
    leader.agrees("Reveal the cards?", "Not yet")
    leader.is_at("Write")
    leader.next("Next: group")
    dialog = leader.is_asked("Reveal the cards?")
    expect(dialog).to_contain_text("It cannot be undone.")
    dialog.get_by_role("button", name="Reveal the cards").click()
    leader.is_at("Group")
    for person in people:
        person.sees_step("Step 2 of 5: group")
    for _, text in SECRETS.values():
        expect(people[1].page.get_by_text(text)).to_be_visible()
        leader.sees(text)
    leader.group(SECRETS["Bea"][1], LATE)
    leader.rename_group(SECRETS["Bea"][1], "Waiting for sign-off")
    people[2].sees("Waiting for sign-off")
    expect(leader.results(BOARD).get_by_role("row")).to_have_count(1 + 4)
    expect(leader.results(BOARD)).to_contain_text("Waiting for sign-off")
    leader.next("Next: vote")
    leader.is_at("Vote")


def vote_in_secret(leader: Facilitator, people: list[Participant]) -> None:
    """Dots are a person's own until voting closes: no page shows a total, no frame holds one."""
    ada, bea, cai = people
    ada.vote("Waiting for sign-off", 3)
    ada.vote("Playbacks", 2)
    ada.has_dots_left(0)
    ada.page.get_by_role("button", name="Give a dot to: Playbacks").click(force=True)  # in vain
    ada.has_dots_left(0)
    bea.vote("Waiting for sign-off", 2)
    bea.page.get_by_role("button", name="Take a dot back from: Waiting").click()
    bea.vote("Playbacks")
    bea.has_dots_left(3)
    cai.vote("Write the release notes")
    leader.sees("3 of 3 people have given dots")
    for someone in (leader, *people):
        assert not any("tallies" in frame for frame in someone.watch.told)
        assert not any("ranking" in frame for frame in someone.watch.told)


def discuss_in_order(leader: Facilitator, people: list[Participant]) -> None:
    """What got the most dots comes first, and everyone follows to what is talked about."""
    leader.next("Next: discuss")
    for person in people:
        person.sees_step("Step 4 of 5: discuss")
        person.sees("4 dots")
    ranked = ["Waiting for sign-off", SECRETS["Cai"][1], SECRETS["Ada"][1]]
    for person in people:
        assert person.topics() == ranked
    first = leader.results(BOARD).get_by_role("row").nth(1)
    expect(first).to_contain_text("Waiting for sign-off")
    expect(first).to_contain_text("4")
    expect(leader.page.get_by_role("img", name=re.compile("dots")).first).to_be_visible()
    leader.page.get_by_role("button", name=f"Talk about this: {ranked[1]}").click()
    for person in people:
        person.sees("Talking about this now")
        assert person.topics()[0] == ranked[1]


def agree_actions(leader: Facilitator, people: list[Participant]) -> None:
    """An action has an owner and a date, and stands on every screen."""
    leader.next("Next: act")
    people[0].sees_step("Step 5 of 5: act")
    ask = "Ask Legal for a standing approval"
    people[0].agree(ask, about="Waiting for sign-off", owner="Priya", due="2026-12-04")
    people[1].agree("One playback each sprint")
    for someone in (leader, *people):
        someone.sees(ask)
        someone.sees("Priya · by 4 December")
        someone.sees("One playback each sprint")
    expect(leader.results("What we will do")).to_contain_text("Priya")


def finish(leader: Facilitator, people: list[Participant]) -> None:
    """Everybody sees what was agreed, and can keep it as a file."""
    leader.finish()
    leader.sees("This workshop is finished.")
    for person in people:
        person.sees("The workshop is finished")
        person.sees("2 actions")
    with people[0].page.expect_download() as saving:
        people[0].page.get_by_role("button", name="Save the actions").click()
    saved = saving.value.path().read_text("utf-8")
    assert "- Ask Legal for a standing approval (Priya · by 4 December 2026)" in saved
    assert "- One playback each sprint" in saved
