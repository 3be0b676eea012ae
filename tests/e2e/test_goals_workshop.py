"""Leaders and a team rate their goals twice: in browsers, on a phone and over bare sockets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, MakeContext
from tests.e2e.goals_cast import (
    ARCHIVE,
    DAY,
    LEADERS,
    MAP,
    OFFLINE,
    OWN_GOAL,
    PORTAL,
    QUESTIONS,
    TEAM,
    answer,
    notebook,
)
from tests.e2e.goals_crowd import Crowd
from tests.e2e.goals_people import GoalsFacilitator, GoalsParticipant, shows, spread
from tests.e2e.goals_wire import about_activities, ratings, sent_ratings, told_too_much
from tests.e2e.person import Person
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MATTERS = QUESTIONS["matters"]
ACTION = "Ask three users what the portal changes for them"
FROM_SOCKET = "Claims are decided in a week"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("goals"), notebook()) as server:
        yield server


@pytest.fixture
def crowd(served: Served) -> Iterator[Crowd]:
    with Crowd(served) as people:
        yield people


@pytest.fixture
def facilitator(context: MakeContext, served: Served) -> GoalsFacilitator:
    someone = GoalsFacilitator(context(), served)
    someone.start()
    return someone


class Meeting:
    """Who is there: Lena, a leader, and Mo, of the team, in browsers; the rest on sockets."""

    def __init__(
        self, facilitator: GoalsFacilitator, crowd: Crowd, context: MakeContext, leaders: int
    ) -> None:
        self.facilitator, self.crowd = facilitator, crowd
        self.lena = GoalsParticipant(context(), facilitator.served.public)
        self.mo = GoalsParticipant(context(**PHONE), facilitator.served.public)
        code = facilitator.code
        self.lena.join(code, "Lena", LEADERS)
        self.mo.join(code, "Mo", TEAM)
        self.guests = crowd.come(code, leaders=leaders - 1, delivery_team=5)
        facilitator.sees(f"{leaders + 6} here now")
        facilitator.begin(MAP)
        for person in self.browsers:
            person.is_at("draft")

    @property
    def browsers(self) -> list[GoalsParticipant]:
        return [self.lena, self.mo]

    @property
    def everyone(self) -> list[Person]:
        return [self.facilitator, *self.browsers]

    def all_rate(self, *, round: int) -> None:
        """Those in browsers say what they think of the portal; the others of everything."""
        self.crowd.all(self.guests, lambda guest: guest.rate(round=round))
        for person, perspective in ((self.lena, LEADERS), (self.mo, TEAM)):
            person.comes_to(PORTAL)
            for question in QUESTIONS.values():
                person.rate(question, answer(PORTAL, perspective, round))
            goals = len(list(self.guests[0].goals()))
            person.has_given(len(QUESTIONS), of=3 * goals)
        people = len(self.guests) + 2
        self.facilitator.sees(f"{people} of {people} people have answered")

    def marks(self) -> dict[str, int]:
        """How much each wire has said so far."""
        wires = {name: len(frames) for name, frames in self._wires().items()}
        return wires | {"kernel": len(self.facilitator.watch.heard)}

    def nobody_heard_of_answers(self, since: dict[str, int]) -> None:
        """But of their own: on no wire, those of the notebook's kernel among them."""
        for name, frames in self._wires().items():
            assert told_too_much(frames[since[name] :]) == [], name
        for person in self.browsers:
            said = sent_ratings(person.watch.commands().values())
            assert ratings(person.watch.told) <= said
        for guest in self.guests:
            said = sent_ratings(sent.command for sent in guest.screen.sent.values())
            assert ratings(guest.screen.heard) <= said
        assert ratings(self.facilitator.watch.told) == set()
        kernel = self.facilitator.watch.heard[since["kernel"] :]
        assert not any('"counts"' in frame or "cannot_say" in frame for frame in kernel)

    def _wires(self) -> dict[str, list[str]]:
        pages = {"facilitator": self.facilitator, "Lena": self.lena, "Mo": self.mo}
        told = {name: person.watch.told for name, person in pages.items()}
        return told | {guest.screen.hello.name or "": guest.screen.heard for guest in self.guests}


def test_leaders_and_a_team_see_where_they_differ_talk_and_rate_again(
    facilitator: GoalsFacilitator, crowd: Crowd, context: MakeContext
) -> None:
    meeting = Meeting(facilitator, crowd, context, leaders=5)
    draft_in_private(meeting)
    link_together(meeting)
    rate_in_private(meeting)
    see_the_perspectives(meeting)
    talk_and_make_an_action(meeting)
    rate_again(meeting)
    agree(meeting)
    for someone in meeting.everyone:
        assert someone.watch.other_hosts() == set()
        assert someone.watch.errors == []
        assert someone.watch.policy_violations() == []


def draft_in_private(meeting: Meeting) -> None:
    """What people write reaches nobody else before it is shown; a guide asks what changes."""
    facilitator, mo, writer = meeting.facilitator, meeting.mo, meeting.guests[0]
    mo.add("Goal", OWN_GOAL)
    add = {"kind": "goals.add_item", "level": "goal", "text": FROM_SOCKET}
    meeting.crowd.run(writer.do(add))
    facilitator.sees("12 items so far from everyone")
    for someone in meeting.everyone:
        expect(someone.page.get_by_text("On the map already")).to_be_visible()
        assert not any(FROM_SOCKET in frame for frame in someone.watch.heard)
    for person in (facilitator, meeting.lena):
        assert not any(OWN_GOAL in frame for frame in person.watch.heard)
        assert OWN_GOAL not in person.page.content()
    for guest in meeting.guests:
        assert not any(OWN_GOAL in frame for frame in guest.screen.heard)
    facilitator.reveals_items()


def link_together(meeting: Meeting) -> None:
    """Links of a browser and of a socket stand in the facilitator's picture and her table."""
    facilitator, lena, guest = meeting.facilitator, meeting.lena, meeting.guests[1]
    for person in meeting.browsers:
        person.is_at("link")
        person.sees(FROM_SOCKET)
    lines = facilitator.page.locator(".map-links path")
    drawn = lines.count()
    lena.link(ARCHIVE, PORTAL)
    work, goal = guest.item(ARCHIVE), guest.item(OWN_GOAL)
    meeting.crowd.run(guest.do({"kind": "goals.add_link", "child": work, "parent": goal}))
    expect(lines).to_have_count(drawn + 2)
    unserved = meeting.mo.page.get_by_role("listitem").filter(has_text=OWN_GOAL).first
    expect(unserved).to_contain_text(f"Served by “{ARCHIVE}”")
    sight = facilitator.results(MAP).filter(has_text="no work serves it")
    expect(sight).to_contain_text(OFFLINE)
    expect(sight).not_to_contain_text(OWN_GOAL)


def rate_in_private(meeting: Meeting) -> None:
    since = meeting.marks()
    meeting.facilitator.next("Next: rate")
    for person in meeting.browsers:
        person.is_at("rate")
        person.sees("No screen or export shows any answers until the round ends")
    meeting.all_rate(round=1)
    expect(meeting.facilitator.page.locator(".spread")).to_have_count(0)
    meeting.facilitator.sees("The ratings are private until they are shown.")
    meeting.nobody_heard_of_answers(since)


def see_the_perspectives(meeting: Meeting) -> None:
    """Everyone sees the same: most mixed first, the leaders beside the team."""
    meeting.facilitator.ends_round("Reveal")
    for someone in meeting.everyone:
        someone.sees("This is how we see our goals")
        first = someone.page.locator(".goal-results > li").first
        expect(first.get_by_role("heading", name=PORTAL)).to_be_visible()
        shows(someone.page, "0 6 0 0 5 0", PORTAL, MATTERS)
        assert told_too_much(someone.watch.told), "this is how it would look before"
    meeting.mo.page.get_by_text("By perspective").nth(1).click()
    for someone in (meeting.facilitator, meeting.mo):
        shows(someone.page, "0 0 0 0 5 0", f"{PORTAL}: {MATTERS} · {LEADERS}")
        shows(someone.page, "0 6 0 0 0 0", f"{PORTAL}: {MATTERS} · {TEAM}")
    nine = spread(meeting.facilitator.page, f"{DAY}: {MATTERS}")
    expect(nine).to_have_count(1)  # Lena and Mo said nothing here, so leaders are but four
    heat = meeting.facilitator.page.get_by_role("region", name="Agreement at a glance")
    expect(heat.get_by_role("row").filter(has_text=PORTAL)).to_contain_text("−")
    table = meeting.facilitator.page.get_by_role("table", name=f"{MAP} – round 1")
    expect(table.get_by_role("row").nth(1)).to_contain_text(PORTAL)


def talk_and_make_an_action(meeting: Meeting) -> None:
    facilitator, mo = meeting.facilitator, meeting.mo
    facilitator.next("Next: discuss")
    mo.is_at("discuss")
    facilitator.page.get_by_role("button", name=f"Talk about this: {PORTAL}").click()
    for person in meeting.browsers:
        person.sees("Talking about this now")
    mo.agree(ACTION, about=PORTAL, owner="Mo", due="2027-01-15")
    for someone in meeting.everyone:
        someone.sees(f"from “{PORTAL}”")
    expect(facilitator.results("What we will do")).to_contain_text(ACTION)


def rate_again(meeting: Meeting) -> None:
    """The answers of before are out of sight, but for one's own."""
    since = meeting.marks()
    meeting.facilitator.next("Next: rate again")
    for person, before in ((meeting.lena, "5"), (meeting.mo, "2")):
        person.is_at("rate again")
        person.comes_to(PORTAL)
        person.sees(f"Last time you answered: {before}")
    meeting.all_rate(round=2)
    meeting.nobody_heard_of_answers(since)


def agree(meeting: Meeting) -> None:
    """The second round stands beside the first."""
    meeting.facilitator.ends_round("Agree")
    for person in meeting.browsers:
        person.is_at("agree")
    for someone in meeting.everyone:
        someone.sees("round 2")
        someone.sees("middle answer 2 → 3")
        shows(someone.page, "0 0 6 5 0 0", PORTAL, MATTERS)
    table = meeting.facilitator.page.get_by_role("table", name=f"{MAP} – round 2")
    expect(table.get_by_role("row").filter(has_text=PORTAL)).to_have_count(3)


def test_two_leaders_are_shown_apart_nowhere_and_so_nobody_is(
    facilitator: GoalsFacilitator, crowd: Crowd, context: MakeContext
) -> None:
    meeting = Meeting(facilitator, crowd, context, leaders=2)
    facilitator.go_to("Rate")
    facilitator.agrees("Show everyone what was written?", "Show the items")
    for person in meeting.browsers:
        person.is_at("rate")
    meeting.all_rate(round=1)
    facilitator.ends_round("Reveal")
    for someone in meeting.everyone:
        shows(someone.page, "0 6 0 0 2 0", PORTAL, MATTERS)
        someone.sees("Everyone is shown together")
        expect(someone.page.get_by_text("By perspective")).to_have_count(0)
        told = about_activities(someone.watch.told)
        assert LEADERS not in told
        assert TEAM not in told
    for guest in meeting.guests:
        assert LEADERS not in about_activities(guest.screen.heard)
        assert TEAM not in about_activities(guest.screen.heard)
    tables = facilitator.page.locator("table")
    expect(tables.filter(has_text=PORTAL).first).to_be_visible()
    assert not any(name in text for text in tables.all_inner_texts() for name in (LEADERS, TEAM))
