"""A team in Python: everything that it promised in any of its workshops."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from workshopkit import ActionReview, Team, Workshop
from workshopkit.errors import UnknownName


def first_workshop(database: str | None = None) -> Workshop:
    workshop = Workshop("Sprint 11", team="Benefits service", database=database)
    workshop.add_action("Ask Legal", due=date.today() - timedelta(days=1))
    workshop.add_action("Hear two calls", keep_doing=True, likely=5)
    workshop.finish()
    return workshop


def test_a_teams_actions_are_those_of_all_its_workshops() -> None:
    first_workshop()
    second = Workshop("Sprint 12", team="Benefits service")
    second.add_action("Fix letters")
    assert second.actions["text"].tolist() == ["Fix letters"]
    actions = Team(second.team).actions
    assert actions["text"].tolist() == ["Ask Legal", "Hear two calls", "Fix letters"]
    assert actions["workshop"].tolist() == ["Sprint 11", "Sprint 11", "Sprint 12"]
    assert actions["made"].dt.date.tolist() == [date.today()] * 3
    assert actions["overdue"].tolist() == [True, False, False]
    assert actions["kind"].tolist() == ["do", "keep", "do"]


def test_two_retros_in_a_row_carry_review_and_keep() -> None:
    first = first_workshop()
    second = Workshop("Sprint 12", team="Benefits service")
    review = ActionReview(second)
    legal, calls = review.actions["action"]
    review.move_to("decide")
    review.decide(legal, "done", outcome="Approved")
    review.decide(calls, "keep")
    second.finish()
    team = Team("benefits service")
    assert repr(team) == "Team('Benefits service')"
    assert team.actions["status"].tolist() == ["done", "open"]
    assert team.actions["reviewed"].tolist() == [1, 1]
    assert team.action_reviews["decision"].tolist() == ["done", "keep"]
    assert first.actions["outcome"].fillna("").tolist() == ["Approved", ""]
    third = ActionReview(Workshop("Sprint 13", team="Benefits service"))
    assert third.actions["text"].tolist() == ["Hear two calls"]


def test_a_team_may_be_in_another_database(tmp_path: Path) -> None:
    elsewhere = str(tmp_path / "elsewhere.db")
    first_workshop(elsewhere)
    assert len(Team("Benefits service", database=elsewhere).actions) == 2
    with pytest.raises(UnknownName):
        Team("Benefits service")


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    first_workshop()
    with pytest.raises(UnknownName, match="Did you mean 'Benefits service'"):
        Team("Benefit service")
    with pytest.raises(UnknownName, match="Did you mean 'database'"):
        Team("Benefits service", databse="x")
