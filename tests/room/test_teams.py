"""Two retros in a row of one team: what was promised is carried over, reviewed and kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.room.house import ADA, House, ids_by_key
from workshopkit.analysis.team import action_reviews_table, team_actions_table
from workshopkit.domain.action_review.commands import Decide, MovePhase
from workshopkit.domain.actions import AddAction
from workshopkit.domain.activity import Role, View
from workshopkit.domain.workshop import commands as c
from workshopkit.errors import UnknownName
from workshopkit.log import open_log
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk
from workshopkit.room.teams import TeamRecord, read_team
from workshopkit.room.vocabulary import Vocabulary, load_kinds

TEAM = "Payments"
VOCABULARY = Vocabulary(load_kinds())


@pytest.fixture
def first(log: EventLog) -> Desk:
    """A retro that ended with two things to do and one to keep doing."""
    desk = Desk(log, title="Sprint 11", team=TEAM)
    desk.perform(AddAction("Ask Legal", "Priya", "2026-12-04", likely=4))
    desk.perform(AddAction("Fix letters"))
    desk.perform(AddAction("Hear two calls", keep_doing=True))
    desk.perform(c.Finish())
    return desk


def next_retro(log: EventLog, title: str) -> Desk:
    """With a review that is live."""
    desk = Desk(log, title=title, team=TEAM)
    desk.perform(c.AddActivity("action_review", "review", {"en": "Review"}, {}))
    desk.perform(c.MakeLive(ids_by_key(desk)["review"]))
    return desk


def review_of(desk: Desk, role: Role = Role.FACILITATOR) -> View:
    view: View = desk.view(role)["activities"][ids_by_key(desk)["review"]]
    return view


def texts(listing: View) -> list[str]:
    return [listing["items"][key]["text"] for key in listing["order"]]


def decide(desk: Desk, **decisions: str) -> None:
    activity = ids_by_key(desk)["review"]
    desk.perform(MovePhase(activity, "decide"))
    keys = review_of(desk)["actions"]["order"]
    for key, (outcome, decision) in zip(keys, decisions.items(), strict=True):
        desk.perform(Decide(activity, key, decision, outcome))


def read(log: EventLog) -> TeamRecord:
    return log.transact(lambda tx: read_team(tx, VOCABULARY, TEAM), write=False).result()


@pytest.mark.usefixtures("first")
def test_what_one_retro_promised_the_next_ones_review_until_it_is_closed(log: EventLog) -> None:
    second = next_retro(log, "Sprint 12")
    promised = ["Ask Legal", "Fix letters", "Hear two calls"]
    for role in Role:
        assert texts(review_of(second, role)["actions"]) == promised
    second.perform(AddAction("New in the second"))
    assert texts(review_of(second)["actions"]) == promised
    decide(second, Approved="done", Waiting="keep", Heard="keep")
    assert texts(second.view()["actions"]) == ["New in the second"]
    assert texts(second.view()["carried"]) == ["Fix letters", "Hear two calls"]
    second.perform(c.Finish())
    third = next_retro(log, "Sprint 13")
    rows = review_of(third)["actions"]
    assert texts(rows) == ["Fix letters", "New in the second", "Hear two calls"]
    first_row = rows["items"][rows["order"][0]]
    assert (first_row["reviewed"], first_row["last_outcome"]) == (1, "Waiting")
    assert texts(review_of(second)["actions"]) == promised


@pytest.mark.usefixtures("first")
def test_the_teams_actions_are_right_after_both(log: EventLog) -> None:
    second = next_retro(log, "Sprint 12")
    decide(second, Approved="done", Waiting="drop", Heard="keep")
    second.perform(c.Finish())
    found = read(log)
    table = team_actions_table(found.team, found.workshops, today=date(2027, 1, 1))
    assert table[["text", "kind", "status", "outcome"]].to_numpy().tolist() == [
        ["Ask Legal", "do", "done", "Approved"],
        ["Fix letters", "do", "dropped", "Waiting"],
        ["Hear two calls", "keep", "open", "Heard"],
    ]
    assert table["reviewed"].tolist() == [1, 1, 1]
    assert table["likely"].fillna(0).tolist() == [4, 0, 0]
    assert set(table["workshop"]) == {"Sprint 11"}
    assert not table["overdue"].any()
    reviews = action_reviews_table(found.team, found.workshops)
    assert set(reviews["title"]) == {"Sprint 12"}
    assert reviews["decision"].tolist() == ["done", "drop", "keep"]


@pytest.mark.usefixtures("first")
def test_a_room_that_opens_later_reads_the_same_review(log: EventLog) -> None:
    """RM3: the two logs are read one after the other."""
    second = next_retro(log, "Sprint 12")
    decide(second, Approved="done", Waiting="keep", Heard="keep")
    later = next_retro(log, "Sprint 13")
    decide(later, Written="done", Listened="drop")
    again = House(log, second.workshop)
    for role in Role:
        assert again.shown(role) == second.view(role)
    assert texts(review_of(second)["actions"]) == ["Ask Legal", "Fix letters", "Hear two calls"]


@pytest.mark.usefixtures("first")
def test_phones_see_what_came_of_it_and_their_own_marks(log: EventLog) -> None:
    second = next_retro(log, "Sprint 12")
    house = House(log, second.workshop)
    activity = ids_by_key(second)["review"]
    ada, screen = house.client(secret=ADA), house.client(observe=True)
    action = review_of(second)["actions"]["order"][0]
    ada.wish("action_review.mark", activity=activity, action=action, mark="done", note="One call")
    house.work()
    own = {action: {"mark": "done", "note": "One call"}}
    assert ada.browser.me["activities"][activity]["marks"] == own
    assert "One call" not in str(screen.browser.view)
    decide(second, Approved="done", Waiting="keep", Heard="keep")
    house.catch_up()
    seen = screen.browser.view["activities"][activity]
    assert seen["notes"] == {action: ["One call"]}
    assert seen["actions"]["items"][action]["outcome"] == "Approved"
    assert texts(ada.browser.view["carried"]) == ["Fix letters", "Hear two calls"]


@pytest.mark.usefixtures("first")
def test_another_team_has_nothing_to_do_with_it(log: EventLog) -> None:
    other = Desk(log, title="Friday", team="Letters")
    other.perform(c.AddActivity("action_review", "review", {"en": "Review"}, {}))
    assert review_of(other)["actions"]["order"] == []
    assert review_of(other)["phases"] == ["look"]
    found = read(log)
    assert [entry.title for entry in found.workshops.values()] == ["Sprint 11"]


@pytest.mark.usefixtures("first")
def test_a_team_is_found_in_any_capitals_and_by_no_other_name(log: EventLog) -> None:
    found = log.transact(lambda tx: read_team(tx, VOCABULARY, " payments "), write=False).result()
    assert found.team.name == TEAM
    with pytest.raises(UnknownName, match="Did you mean 'Payments'"):
        log.transact(lambda tx: read_team(tx, VOCABULARY, "Payment"), write=False).result()


def test_a_log_of_before_is_read_as_it_was(tmp_path: Path) -> None:
    """Actions that older versions wrote have no likelihood, no kind and no reviews."""
    log = open_log(str(tmp_path / "old.db"))
    desk = Desk(log, title="Sprint 11", team=TEAM)
    desk.perform(AddAction("Ask Legal"))
    log.close()
    log = open_log(str(tmp_path / "old.db"))
    (action,) = read(log).team.actions.values()
    log.close()
    assert (action.likely, action.keep_doing, action.reviews) == (0, False, ())
