"""A poll in Python: a scale, a choice or words; private until it is shown."""

from __future__ import annotations

import pytest

from tests.widgets.test_retro import as_participant
from workshopkit import Poll, Workshop
from workshopkit.domain.poll import Answer, Choose
from workshopkit.errors import Refused, UnknownName, WorkshopkitError
from workshopkit.polls import load_poll, poll_names


def answer(workshop: Workshop, poll: Poll, *answers: str) -> None:
    poll.make_live()
    for each in answers:
        as_participant(workshop, Answer(poll._activity, each))


def test_without_anything_else_it_is_a_scale_of_five(workshop: Workshop) -> None:
    poll = Poll(workshop, "How are you?")
    assert poll.view["options"]["order"] == ["1", "2", "3", "4", "5"]
    assert repr(poll) == "Poll('How are you?')"


def test_a_scale_may_name_its_ends_in_two_languages(workshop: Workshop) -> None:
    ends = ({"en": "Rough", "cy": "Garw"}, "Great")
    poll = Poll(workshop, "How are you?", scale=ends, steps=4)
    assert (poll.view["low"], poll.view["high"]) == (ends[0], {"en": "Great"})
    assert len(poll.view["options"]["order"]) == 4


def test_answers_come_into_the_table_only_when_they_are_shown(workshop: Workshop) -> None:
    poll = Poll(workshop, "Where next?", options=["Cardiff", "Caernarfon"])
    answer(workshop, poll, "cardiff", "cardiff", "caernarfon")
    assert poll.answers.empty
    poll.show_results()
    assert poll.answers["label"].tolist() == ["Cardiff", "Caernarfon"]
    assert poll.answers["answers"].tolist() == [2, 1]
    assert "Cardiff: 2 answers" in str(poll.chart().description)


def test_asking_again_begins_a_new_round(workshop: Workshop) -> None:
    poll = Poll(workshop, "How are you?")
    answer(workshop, poll, "3")
    poll.show_results()
    poll.ask_again()
    assert (poll.phase, poll.view["round"], poll.answers.empty) == ("answer", 2, True)


def test_words_are_counted(workshop: Workshop) -> None:
    poll = Poll(workshop, "One word?", words=True)
    answer(workshop, poll, "calm", "Calm", "busy")
    poll.show_results()
    assert poll.answers["answers"].tolist() == [2, 1]


def test_several_options_are_people_by_option(workshop: Workshop) -> None:
    poll = Poll(workshop, "Where do you work?", options=["At home", "In the office"], several=True)
    poll.make_live()
    as_participant(workshop, Choose(poll._activity, ("at-home", "in-the-office")))
    as_participant(workshop, Choose(poll._activity, ("at-home",)))
    assert poll.answers.empty
    poll.show_results()
    assert poll.answers["answers"].tolist() == [2, 1]
    assert poll.answers["share"].tolist() == [1, 0.5]
    assert "At home: 2 people" in str(poll.chart().description)
    assert poll.results().table["rows"][1] == ["In the office", "1", "50%"]


@pytest.mark.parametrize("name", poll_names())
def test_a_poll_that_comes_along_is_asked_in_both_languages(workshop: Workshop, name: str) -> None:
    ask, known = getattr(Poll, name.replace("-", "_")), load_poll(name)
    poll = ask(workshop)
    assert poll.view["question"] == known.options.question
    assert poll.view["title"] == known.title
    assert ask(workshop)._activity == poll._activity
    assert poll.results().table["empty"] == "The answers are private until they are shown."


def test_a_poll_that_comes_along_may_be_asked_otherwise(workshop: Workshop) -> None:
    poll = Poll.confidence(workshop, question="How sure are you of June?")
    assert (poll.view["question"], poll.title) == (
        {"en": "How sure are you of June?"},
        "Confidence vote",
    )
    assert len(poll.view["options"]["order"]) == 5
    july = Poll.confidence(workshop, title="July", question="How sure are you of July?")
    august = Poll.confidence(workshop, key="august")
    assert len({each._activity for each in (poll, july, august)}) == 3
    with pytest.raises(UnknownName, match="Did you mean 'title'"):
        Poll.roti(workshop, titel="Worth it?")  # type: ignore[call-arg]


def test_better_texts_of_a_poll_that_comes_along_change_the_one_that_is_there(
    workshop: Workshop,
) -> None:
    known = load_poll("roti")
    before = Poll(workshop, known.options, title="An older title", key="poll: roti")
    assert Poll.roti(workshop)._activity == before._activity
    assert before.title == "Was it worth our time?"


def test_another_meaning_of_an_answer_is_another_answer(workshop: Workshop) -> None:
    poll = Poll(workshop, "Ready?", options=["Yes", "No"])
    answer(workshop, poll, "yes")
    with pytest.raises(Refused, match="have answered"):
        Poll(workshop, "Ready?", options=["No", "Yes"])


def test_long_options_that_begin_alike_are_kept_apart(workshop: Workshop) -> None:
    same = "The same beginning of a rather long sentence about "
    poll = Poll(workshop, "Which?", options=[f"{same}cats", f"{same}dogs", "Cŵn", "?"])
    assert len(poll.view["options"]["order"]) == 4


def test_a_long_question_has_a_short_title_on_the_agenda(workshop: Workshop) -> None:
    poll = Poll(workshop, "What do you think of this? " * 15)
    assert len(poll.title) <= 200
    assert len(poll.view["question"]["en"]) > 400


def test_options_that_contradict_each_other_are_refused(workshop: Workshop) -> None:
    with pytest.raises(WorkshopkitError, match="one of options and words"):
        Poll(workshop, "Which?", options=["A", "B"], words=True)
    with pytest.raises(WorkshopkitError, match="needs options"):
        Poll(workshop, "Which?", several=True)
    with pytest.raises(WorkshopkitError, match="one of question and words"):
        Poll(workshop, load_poll("roti").options, words=True)
    with pytest.raises(WorkshopkitError, match="2 to 10 steps"):
        Poll(workshop, "Which?", steps=1)
    with pytest.raises(Refused, match="two options or more"):
        Poll(workshop, "Which?", options=[])


def test_an_unknown_name_is_refused_with_the_nearest(workshop: Workshop) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'options'"):
        Poll(workshop, "Which?", option=["A", "B"])
    with pytest.raises(UnknownName, match="Did you mean 'results'"):
        Poll(workshop, "Which?").move_to("result")
