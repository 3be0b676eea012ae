"""An action review in Python: what earlier workshops left, looked at and decided."""

from __future__ import annotations

from datetime import date

import pytest

from tests.widgets.test_retro import as_participant
from workshopkit import ActionReview, Workshop
from workshopkit.domain.action_review.commands import MarkAction
from workshopkit.errors import Refused, UnknownName


@pytest.fixture
def workshop() -> Workshop:
    """The team's second one: its first left two actions."""
    first = Workshop("Sprint 11", team="Benefits service")
    first.add_action("Ask Legal", owner="Priya", likely=4)
    first.add_action("Hear two calls", keep_doing=True)
    first.finish()
    return Workshop("Sprint 12", team="Benefits service")


@pytest.fixture
def review(workshop: Workshop) -> ActionReview:
    made = ActionReview(workshop)
    made.make_live()
    return made


def id_of(review: ActionReview, text: str) -> str:
    return str(review.actions.set_index("text").loc[text, "action"])


def test_it_reviews_what_earlier_workshops_left(workshop: Workshop, review: ActionReview) -> None:
    workshop.add_action("Something new")
    assert review.actions["text"].tolist() == ["Ask Legal", "Hear two calls"]
    assert review.actions["kind"].tolist() == ["do", "keep"]
    assert repr(review) == "ActionReview('What came of it')"
    assert (review.phase, review.live) == ("look", True)


def test_marks_and_notes_come_into_the_tables_when_looking_ends(
    workshop: Workshop, review: ActionReview
) -> None:
    legal = id_of(review, "Ask Legal")
    as_participant(workshop, MarkAction(review._activity, legal, "partly", "They are at it"))
    assert review.notes.empty
    assert "at it" not in str(review.results().get_state())
    review.move_to("decide")
    assert review.notes["note"].tolist() == ["They are at it"]
    assert review.actions["partly"].tolist() == [1, 0]
    assert review.results().table["rows"][0][:5] == ["Ask Legal", "Priya", "0", "1", "0"]


def test_what_is_decided_is_the_teams(workshop: Workshop, review: ActionReview) -> None:
    legal, calls = id_of(review, "Ask Legal"), id_of(review, "Hear two calls")
    review.move_to("decide")
    review.decide(legal, "keep", outcome="Half", owner="Cai", due=date(2027, 1, 8))
    review.decide(calls, "done", outcome="We always do")
    table = review.actions.set_index("text")
    assert list(table.loc["Ask Legal", ["decision", "owner"]]) == ["keep", "Cai"]
    assert str(table.loc["Ask Legal", "due"]) == "2027-01-08 00:00:00"
    assert review.view["actions"]["items"][calls]["outcome"] == "We always do"


def test_a_chart_tells_how_much_was_done_each_time(review: ActionReview) -> None:
    legal = id_of(review, "Ask Legal")
    assert "No workshop has looked back" in str(review.chart().description)
    review.move_to("decide")
    review.decide(legal, "done")
    assert "Sprint 12: 1 of 1" in str(review.chart(theme="dark").description)


def test_nothing_is_decided_while_people_look(review: ActionReview) -> None:
    with pytest.raises(Refused, match="this phase"):
        review.decide(id_of(review, "Ask Legal"), "done")


def test_running_the_cell_again_finds_the_same_and_a_key_makes_another(
    workshop: Workshop, review: ActionReview
) -> None:
    assert ActionReview(workshop)._activity == review._activity
    own = ActionReview(workshop, title="Welsh letters", key="second")
    assert (own.title, own._activity == review._activity) == ("Welsh letters", False)


def test_an_unknown_name_is_refused_with_the_nearest(
    workshop: Workshop, review: ActionReview
) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'title'"):
        ActionReview(workshop, titel="x")
    with pytest.raises(UnknownName, match="Did you mean 'decide'"):
        review.move_to("decided")
    with pytest.raises(UnknownName, match="Did you mean 'drop'"):
        review.decide("x", "dropped")
