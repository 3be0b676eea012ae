"""A health check in Python: private until it is shown, and the team's last one beside it."""

from __future__ import annotations

import pytest

from tests.widgets.test_retro import as_participant
from workshopkit import HealthCheck, Poll, RetroBoard, Workshop
from workshopkit.domain.checks import Light
from workshopkit.domain.health import Topic
from workshopkit.domain.health.commands import Rate, Write
from workshopkit.domain.poll import Answer
from workshopkit.domain.retro.commands import AddCard
from workshopkit.errors import Refused, UnknownName

LETTERS = {"title": "Letters", "good": "People understand them", "bad": "People ring us"}


@pytest.fixture
def health(workshop: Workshop) -> HealthCheck:
    return HealthCheck(workshop, topics=[LETTERS, "Pace"])


def say(workshop: Workshop, health: HealthCheck, topic: str, *lights: Light) -> None:
    health.make_live()
    for light in lights:
        as_participant(workshop, Rate(health._activity, topic, light))


def test_the_default_is_about_a_delivery_team(workshop: Workshop) -> None:
    health = HealthCheck(workshop)
    assert repr(health) == "HealthCheck('How our team is doing')"
    assert "pace" in health.view["topics"]["items"]


def test_topics_of_ones_own_are_texts_or_say_more(workshop: Workshop) -> None:
    own = Topic("x", {"en": "Own", "cy": "Hunan"})
    health = HealthCheck(workshop, topics=["How we talk", {**LETTERS, "id": "post"}, own])
    assert health.title == "Health check"
    assert health.view["topics"]["order"] == ["how-we-talk", "post", "x"]
    assert health.view["topics"]["items"]["post"]["bad"] == {"en": "People ring us"}


def test_what_people_say_comes_into_tables_only_when_it_is_shown(
    workshop: Workshop, health: HealthCheck
) -> None:
    say(workshop, health, "letters", "red", "amber")
    as_participant(workshop, Write(health._activity, "letters", "They ring all day"))
    assert health.ratings.empty
    assert health.comments.empty
    assert health.history().empty
    health.show_results()
    assert health.phase == "results"
    assert health.ratings.set_index("title").loc["Letters", "red"] == 1
    assert health.comments["comment"].tolist() == ["They ring all day"]
    assert health.history()["answered"].tolist() == [2, 2]
    assert "Letters: 0 green, 1 amber, 1 red" in str(health.chart().description)


def test_the_next_workshop_of_the_team_has_the_last_one_beside_it(
    workshop: Workshop, health: HealthCheck
) -> None:
    say(workshop, health, "letters", "red", "red")
    health.show_results()
    workshop.finish()
    after = Workshop("Sprint 13", team="Benefits service")
    again = HealthCheck(after, topics=["Letters"])
    say(after, again, "letters", "green")
    assert again.history()["check"].tolist() == [1, 1]
    again.show_results()
    row = again.ratings.to_dict("records")[0]
    assert (row["green"], row["before_red"], row["red"]) == (1, 2, 0)
    assert again.history()["own"].tolist() == [False, False, True]
    assert again.history()["workshop"].nunique() == 2
    assert "Last time" in str(again.chart().description)
    assert again.history_chart().description
    other = HealthCheck(Workshop("Sprint 13", team="Another team"), topics=["Letters"])
    assert other.history().empty


def test_asking_again_begins_a_new_round(workshop: Workshop, health: HealthCheck) -> None:
    say(workshop, health, "letters", "red")
    health.show_results()
    health.ask_again()
    assert (health.phase, health.view["round"], health.ratings.empty) == ("answer", 2, True)
    say(workshop, health, "letters", "green")
    health.show_results()
    assert health.history()["red"].tolist() == [0, 0]


def test_everyone_is_brought_to_a_topic(workshop: Workshop, health: HealthCheck) -> None:
    say(workshop, health, "letters", "red")
    health.show_results()
    health.look_at("Letters")
    assert health.view["focus"] == "letters"
    health.look_at("pace")
    assert health.view["focus"] == "pace"
    health.look_at(None)
    assert "focus" not in health.view
    with pytest.raises(UnknownName, match="Did you mean 'letters'"):
        health.look_at("leters")


def test_running_the_cell_again_with_fewer_topics_loses_nothing(
    workshop: Workshop, health: HealthCheck
) -> None:
    say(workshop, health, "letters", "red")
    with pytest.raises(Refused, match="would go"):
        HealthCheck(workshop, topics=["Pace"])
    more = HealthCheck(workshop, topics=[LETTERS, "Pace", "Sleep"])
    assert more._activity == health._activity
    assert more.view["answered"] == 1


def test_what_cannot_be_is_refused_with_the_nearest(workshop: Workshop) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'service'"):
        HealthCheck(workshop, topics="services")
    with pytest.raises(UnknownName, match="Did you mean 'topics'"):
        HealthCheck(workshop, topic=["Pace"])
    with pytest.raises(UnknownName, match="Did you mean 'good'"):
        HealthCheck(workshop, topics=[{"title": "Pace", "goood": "x"}])
    with pytest.raises(Refused, match="no title"):
        HealthCheck(workshop, topics=[{"good": "x"}])
    with pytest.raises(Refused, match="do not fit"):
        HealthCheck(workshop, topics=[])
    with pytest.raises(UnknownName, match="Did you mean 'results'"):
        HealthCheck(workshop).move_to("result")


def test_how_people_took_part_is_a_table_of_each_activity_and_of_all(workshop: Workshop) -> None:
    poll, retro = Poll(workshop, "How are you?"), RetroBoard(workshop)
    poll.make_live()
    for _ in range(5):
        as_participant(workshop, Answer(poll._activity, "3"))
    poll.show_results()
    retro.make_live()
    as_participant(workshop, *[AddCard(retro._activity, "stop", f"Card {n}") for n in range(4)])
    for n in range(4):
        as_participant(workshop, AddCard(retro._activity, "start", f"Thought {n}"))
    assert retro.participation().empty
    retro.move_to("group")
    assert retro.participation()[["part", "share", "gini"]].to_dict("records") == [
        {"part": "cards", "share": 1.0, "gini": 0.3}
    ]
    assert workshop.participation()["activity"].tolist() == [
        "How are you?",
        "Start, stop, continue",
    ]
    assert not poll.participation()["uneven"].any()
