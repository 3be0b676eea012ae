"""The poll: private answers, frozen results, rounds."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.scenario import Rules, Scenario, actor
from workshopkit.domain import poll
from workshopkit.domain.activity import Actor, Role, Viewer
from workshopkit.domain.poll import POLL, Option, PollOptions, PollState
from workshopkit.errors import Refused

A = "check-in"
STEPS = tuple(Option(str(step), {"en": str(step)}) for step in range(1, 6))
SCALE = PollOptions({"en": "How are you?"}, options=STEPS, low={"en": "low"}, high={"en": "high"})
CHOICE = PollOptions({"en": "Where?"}, form="choice", options=STEPS[:2])
WORDS = PollOptions({"en": "One word?"}, form="words")
SEVERAL = PollOptions({"en": "Which?"}, form="several", options=STEPS[:3])
LEAD = actor(Role.FACILITATOR, "lead", "answers")
ADA = actor(Role.PARTICIPANT, "ada", "answers")
BEN = actor(Role.PARTICIPANT, "ben", "answers")
SCREEN = Actor(Role.OBSERVER)


def asked(options: PollOptions = SCALE) -> Scenario:
    return Scenario(Rules(POLL.decide, POLL.evolve), POLL.start(options))


def said(answer: str, by: Actor = ADA) -> poll.Answered:
    return poll.Answered(A, by.authors["answers"], answer)


def chose(*options: str, by: Actor = ADA) -> poll.Chosen:
    return poll.Chosen(A, by.authors["answers"], options)


def results(*words: str) -> poll.PhaseMoved:
    return poll.PhaseMoved(A, "results", words)


AGAIN = poll.PhaseMoved(A, "answer")


def view(state: PollState, role: Role = Role.PARTICIPANT) -> dict[str, Any]:
    return POLL.view(state, Viewer(role))


def me(state: PollState, who: Actor) -> dict[str, Any]:
    return POLL.me(state, Viewer(who.role, who.authors))


def test_an_answer_is_seen_by_its_owner_alone() -> None:
    """PR1, PR4."""
    state = asked(WORDS).when(poll.Answer(A, " tired "), ADA).then(said("tired")).state
    assert me(state, ADA) == {"answer": "tired"}
    assert me(state, BEN) == {}
    for role in Role:
        assert "tired" not in repr(view(state, role))
        assert view(state, role)["answered"] == 1
        assert "results" not in view(state, role)


def test_another_answer_takes_the_place_of_the_first() -> None:
    once = asked().given(said("1"))
    state = once.when(poll.Answer(A, "5"), ADA).then(said("5")).state
    assert dict(state.answers) == {"ada-answers": ("5",)}
    once.when(poll.Answer(A, "1"), ADA).then_nothing()


def test_an_answer_can_be_withdrawn() -> None:
    state = asked().given(said("1")).when(poll.Withdraw(A), ADA).accepted().state
    assert view(state)["answered"] == 0
    asked().when(poll.Withdraw(A), ADA).then_nothing()


@pytest.mark.parametrize("options", [SCALE, CHOICE])
def test_only_the_options_are_answers(options: PollOptions) -> None:
    asked(options).when(poll.Answer(A, "6"), ADA).refused("unknown_option")
    asked(options).when(poll.Answer(A, "2"), ADA).accepted()


@pytest.mark.parametrize(("word", "code"), [(" ", "empty_text"), ("x" * 61, "too_long")])
def test_a_word_is_some_text_and_not_too_much(word: str, code: str) -> None:
    asked(WORDS).when(poll.Answer(A, word), ADA).refused(code)


def test_of_several_options_one_chooses_as_many_as_one_likes() -> None:
    asked(SEVERAL).when(poll.Choose(A, ("3", "1", "3")), ADA).then(chose("1", "3"))
    once = asked(SEVERAL).given(chose("1", "3"))
    once.when(poll.Choose(A, ("3", "1")), ADA).then_nothing()
    state = once.when(poll.Choose(A, ("2",)), ADA).then(chose("2")).state
    assert me(state, ADA) == {"chosen": ["2"]}
    assert view(state)["answered"] == 1


def test_to_choose_nothing_is_to_withdraw() -> None:
    nothing = poll.Choose(A, ())
    asked(SEVERAL).given(chose("1")).when(nothing, ADA).then(poll.Withdrawn(A, "ada-answers"))
    asked(SEVERAL).when(nothing, ADA).then_nothing()


def test_what_is_chosen_is_hidden_until_it_is_frozen_as_people_by_option() -> None:
    """PR1, PR4."""
    given = asked(SEVERAL).given(chose("1", "3"), chose("3", by=BEN))
    for role in Role:
        assert "results" not in view(given.state, role)
    after = given.given(results())
    assert view(after.state)["results"] == {
        "round": 1,
        "answered": 2,
        "counts": {"1": 1, "2": 0, "3": 2},
    }
    after.when(poll.Choose(A, ("2",)), ADA).refused("wrong_phase")


def test_only_the_options_can_be_chosen() -> None:
    asked(SEVERAL).when(poll.Choose(A, ("1", "6")), ADA).refused("unknown_option")
    asked(SEVERAL).when(poll.Choose(A, ("1",)), SCREEN).refused("not_allowed")


def test_a_poll_is_answered_in_its_own_way() -> None:
    asked(SEVERAL).when(poll.Answer(A, "1"), ADA).refused("unknown_command")
    for options in (SCALE, CHOICE, WORDS):
        asked(options).when(poll.Choose(A, ("1",)), ADA).refused("unknown_command")


@given(
    st.lists(
        st.tuples(st.sampled_from([ADA, BEN, LEAD]), st.sets(st.sampled_from("123")), st.booleans())
    )
)
def test_whatever_people_choose_each_counts_once_for_each_option(
    steps: list[tuple[Actor, set[str], bool]],
) -> None:
    known, wanted = asked(SEVERAL), {}
    for who, options, take_back in steps:
        wish = poll.Withdraw(A) if take_back else poll.Choose(A, tuple(options))
        known = known.when(wish, who).accepted()
        wanted[who.authors["answers"]] = set() if take_back else options
    counts = view(known.given(results()).state)["results"]
    assert counts["answered"] == sum(map(bool, wanted.values()))
    assert counts["counts"] == {each: sum(each in own for own in wanted.values()) for each in "123"}


def test_an_observer_only_looks() -> None:
    asked().when(poll.Answer(A, "1"), SCREEN).refused("not_allowed")
    asked().when(poll.Withdraw(A), SCREEN).refused("not_allowed")


@pytest.mark.parametrize("who", [ADA, SCREEN])
def test_only_the_facilitator_shows_the_results(who: Actor) -> None:
    asked().when(poll.MovePhase(A, "results"), who).refused("not_allowed")


def test_there_is_no_other_phase() -> None:
    asked().when(poll.MovePhase(A, "party"), LEAD).refused("unknown_phase")
    asked().when(poll.MovePhase(A, "answer"), LEAD).then_nothing()


def test_the_results_freeze() -> None:
    """PR4."""
    shown = asked().given(said("1"), said("5", BEN)).when(poll.MovePhase(A, "results"), LEAD)
    after = shown.then(results())
    assert view(after.state)["results"] == {
        "round": 1,
        "answered": 2,
        "counts": {"1": 1, "2": 0, "3": 0, "4": 0, "5": 1},
    }
    after.when(poll.Answer(A, "2"), ADA).refused("wrong_phase")
    after.when(poll.Withdraw(A), ADA).refused("wrong_phase")


def test_asking_again_is_a_new_round_and_keeps_the_last_one() -> None:
    again = asked().given(said("1"), results()).when(poll.MovePhase(A, "answer"), LEAD)
    after = again.then(AGAIN)
    seen = view(after.state)
    assert (seen["round"], seen["answered"], seen["private"]) == (2, 0, True)
    assert "results" not in seen
    assert me(after.state, ADA) == {}
    second = view(after.given(said("2"), results()).state)["results"]
    assert (second["round"], second["counts"]["1"], second["counts"]["2"]) == (2, 0, 1)
    assert after.state.rounds[0].counts["1"] == 1


def test_words_are_shown_shuffled_the_most_frequent_first() -> None:
    given = asked(WORDS).given(said("busy"), said("calm", LEAD), said("calm", BEN))
    after = given.when(poll.MovePhase(A, "results"), LEAD).then(results("calm", "busy"))
    assert view(after.state)["results"]["words"] == [
        {"text": "calm", "count": 2},
        {"text": "busy", "count": 1},
    ]


def test_words_that_nobody_said_are_not_shown_as_words() -> None:
    options = PollOptions({"en": "One word?"}, form="words", options=STEPS)
    assert view(asked(options).given(results()).state)["results"]["words"] == []


def test_a_scale_says_what_its_ends_mean() -> None:
    seen = view(asked().state)
    assert (seen["low"], seen["high"]) == ({"en": "low"}, {"en": "high"})
    assert "low" not in view(asked(CHOICE).state)
    assert "options" not in view(asked(WORDS).state)


def test_a_poll_takes_only_so_many_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("workshopkit.domain.poll"), "PEOPLE_LIMIT", 1)
    one = asked().given(said("1"))
    one.when(poll.Answer(A, "2"), BEN).refused("too_many")
    one.when(poll.Answer(A, "2"), ADA).accepted()
    several = asked(SEVERAL).given(chose("1"))
    several.when(poll.Choose(A, ("2",)), BEN).refused("too_many")


@pytest.mark.parametrize(
    "options",
    [
        PollOptions({"en": "?"}),
        PollOptions({"en": "?"}, form="choice", options=STEPS[:1]),
        PollOptions({"en": "?"}, form="several", options=STEPS[:1]),
        PollOptions({"en": "?"}, options=(STEPS[0], STEPS[0])),
    ],
    ids=["no options", "one option", "one of several", "the same id twice"],
)
def test_options_that_make_no_poll_are_refused(options: PollOptions) -> None:
    with pytest.raises(Refused) as refused:
        POLL.start(options)
    assert refused.value.code == "bad_options"


@pytest.mark.parametrize("events", [(said("1"),), (said("1"), results(), AGAIN)])
def test_an_answered_poll_keeps_its_options(events: tuple[Any, ...]) -> None:
    answered = asked().given(*events).state
    with pytest.raises(Refused) as refused:
        POLL.adopt(answered, CHOICE)
    assert refused.value.code == "would_lose_answers"
    better = PollOptions({"en": "And how are you now?"}, options=STEPS)
    assert POLL.adopt(answered, better).options.question == better.question


def test_an_unanswered_poll_may_change() -> None:
    assert POLL.adopt(asked().state, CHOICE).options == CHOICE
