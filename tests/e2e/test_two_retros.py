"""Two retros in a row of one team, in browsers: what was promised is carried over and reviewed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, MakeContext
from tests.e2e.facilitator import BOARD
from tests.e2e.review_cast import TEAM
from tests.e2e.review_people import ReviewFacilitator, ReviewParticipant
from tests.e2e.served import Served
from workshopkit import Team

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LEGAL, DATA, CALLS = "Ask Legal about letters", "Fix the test data", "Hear two calls each week"
NOTE = "One call was enough, in the end"
NEXT = "Send Legal the last letter"


def test_what_one_retro_promised_is_reviewed_and_kept_in_the_next(
    served: Served, context: MakeContext
) -> None:
    leader = ReviewFacilitator(context(), served)
    leader.start()
    first_retro(leader, joined(leader, context))
    leader.start()
    people = joined(leader, context)
    everyone_looks_in_private(leader, people)
    the_facilitator_decides_with_everyone(leader, people)
    both_lists_stand_at_the_end(leader, people)
    the_teams_actions_are_right(served)
    for someone in (leader, *people):
        assert someone.watch.errors == []
        assert someone.watch.policy_violations() == []
        assert someone.watch.other_hosts() == set()


def joined(leader: ReviewFacilitator, context: MakeContext) -> list[ReviewParticipant]:
    people = [ReviewParticipant(context(**PHONE), leader.served.public) for _ in range(2)]
    for person, name in zip(people, ("Ada", "Bea"), strict=True):
        person.join(leader.code, name)
        person.sees("You are in")
    return people


def first_retro(leader: ReviewFacilitator, people: list[ReviewParticipant]) -> None:
    """A team's first one has nothing to look back on, and goes straight on."""
    leader.begins_review()
    for person in people:
        person.sees("There is nothing to look back on yet")
    leader.next(f"Start: {BOARD}")
    leader.go_to("Act")
    leader.agrees("Reveal the cards?", "Reveal the cards")
    ada, bea = people
    ada.sees_step("Step 5 of 5: act")
    ada.agree(LEGAL, owner="Priya", due="2020-12-04")
    ada.takes_on(DATA, likely="2")
    bea.takes_on(CALLS, keep_doing=True)
    for person in people:
        person.sees("how likely: 2")
        person.sees("What we keep doing")
    expect(leader.results("What we will do")).to_contain_text("keep doing")
    leader.finish()
    for person in people:
        person.sees("The workshop is finished")
        person.sees("2 actions")
        person.sees("What we keep doing")


def everyone_looks_in_private(leader: ReviewFacilitator, people: list[ReviewParticipant]) -> None:
    """What one person says reaches no other browser, in no frame and on no page."""
    leader.begins_review()
    ada, bea = people
    for person in people:
        person.is_at("look")
        person.sees("Overdue")
        person.sees("Not looked at yet")
    ada.marks(LEGAL, "Done", NOTE)
    ada.marks(CALLS, "Yes")
    bea.marks(LEGAL, "Partly")
    leader.sees("2 of 2 people have looked back")
    for other in (leader, bea):
        assert NOTE not in other.page.content()
        assert not any(NOTE in frame for frame in other.watch.heard)
        assert not any("not_yet" in frame for frame in other.watch.told)


def the_facilitator_decides_with_everyone(
    leader: ReviewFacilitator, people: list[ReviewParticipant]
) -> None:
    leader.shows_how_it_went()
    ada, bea = people
    for person in people:
        person.is_at("decide")
        person.sees(NOTE)
        person.sees("0 of 3 decided")
        expect(person.page.get_by_role("button", name="Save", exact=True)).to_have_count(0)
    bea.agree(NEXT, about=LEGAL, owner="Bea")
    leader.decides(LEGAL, "It is done", "Letters are approved")
    ada.sees("Letters are approved")
    expect(ada.page.locator("section").filter(has_text="Talking about this now")).to_contain_text(
        DATA
    )
    leader.decides(DATA, "It goes on", owner="Cai", due="2099-02-05")
    leader.decides(CALLS, "We keep doing it", "At most playbacks")
    for someone in (leader, *people):
        someone.sees("Everything is decided.")
        someone.sees("Cai · by 5 February 2099")


def both_lists_stand_at_the_end(leader: ReviewFacilitator, people: list[ReviewParticipant]) -> None:
    """What goes on from before, and what is new: to do, and to keep doing."""
    for text in (DATA, NEXT, CALLS):
        expect(leader.results("What we will do")).to_contain_text(text)
    leader.finish()
    for person in people:
        person.sees("The workshop is finished")
        person.sees("2 actions")
        for text in (DATA, NEXT, CALLS):
            person.sees(text)
        expect(person.page.get_by_text(LEGAL, exact=True)).to_have_count(0)
    with people[0].page.expect_download() as saving:
        people[0].page.get_by_role("button", name="Save the actions").click()
    saved = saving.value.path().read_text("utf-8")
    assert f"- {DATA} (Cai · by 5 February 2099)\n- {NEXT} (Bea)\n" in saved
    assert saved.endswith(f"What we keep doing\n\n- {CALLS}\n")


def the_teams_actions_are_right(served: Served) -> None:
    team = Team(TEAM, database=str(served.database))
    table = team.actions.fillna({"outcome": "", "owner": ""})
    assert table[["text", "kind", "status", "outcome", "owner"]].to_numpy().tolist() == [
        [LEGAL, "do", "done", "Letters are approved", "Priya"],
        [DATA, "do", "open", "", "Cai"],
        [CALLS, "keep", "open", "At most playbacks", ""],
        [NEXT, "do", "open", "", "Bea"],
    ]
    assert table["reviewed"].tolist() == [1, 1, 1, 0]
    assert table["likely"].fillna(0).tolist() == [0, 2, 0, 0]
    assert not table["overdue"].any()
    assert table["about"].fillna("").tolist() == ["", "", "", LEGAL]
    assert team.action_reviews["decision"].tolist() == ["done", "keep", "keep"]
