"""The experiment board: one experiment at a time, first said privately, then seen and decided."""

from __future__ import annotations

import pytest

from tests.domain.lab import (
    ADA,
    BEN,
    LAB,
    LEARNED,
    TIMES,
    board,
    counts,
    does,
    experiments,
    lab,
    mine,
    move,
    planned,
    record,
    running,
    values,
)
from tests.domain.scenario import Scenario
from tests.domain.workshops import KERNEL, LEAD, SCREEN
from workshopkit.domain.activity import Actor, Role
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.experiments import events as e


def at(phase: str) -> tuple[Scenario, str]:
    """A running experiment with readings that everyone looks at, in a phase."""
    scenario, key = running()
    scenario = does(scenario, record(key, counts((18, 40))), c.Focus(LAB, key))
    return (scenario if phase == "plan" else does(scenario, move(phase))), key


def expects(key: str, outcome: str, note: str = "") -> c.Expect:
    return c.Expect(LAB, key, outcome, note)  # type: ignore[arg-type]


def test_to_expect_without_a_choice_takes_the_review_that_is_due_first() -> None:
    scenario, first = running()
    scenario = does(scenario, c.AddExperiment(LAB, "Later", TIMES))
    second = next(key for key in experiments(scenario) if key != first)
    scenario.when(move("expect"), LEAD).then(e.FocusMoved(LAB, first), e.PhaseMoved(LAB, "expect"))
    chosen = does(scenario, c.Focus(LAB, second))
    chosen.when(move("expect"), LEAD).then(e.PhaseMoved(LAB, "expect"))


def test_an_empty_board_goes_through_its_phases_all_the_same() -> None:
    scenario = does(lab(), *map(move, ("expect", "look", "vote", "decide", "plan")))
    assert "focus" not in board(scenario)
    does(lab(), move("expect")).when(expects("none", "met"), ADA).refused("not_focused")


def test_what_people_expect_is_their_own_until_it_is_shown() -> None:
    """PR1, PR4."""
    scenario, key = at("expect")
    said = scenario.when(expects(key, "met", " saw it work "), ADA).accepted()
    assert mine(said, ADA)["expected"] == {"outcome": "met", "note": "saw it work"}
    assert "expected" not in mine(said, BEN)
    for role in Role:
        assert "saw it work" not in repr(board(said, role))
        assert board(said, role)["expected"] == 1
    shown = does(said, move("look"))
    for role in Role:
        assert board(shown, role)["expectations"] == {
            "counts": {"met": 1},
            "notes": ["saw it work"],
        }
    shown.when(expects(key, "not_met"), BEN).refused("wrong_phase")


def test_nobody_but_the_facilitator_is_sent_readings_while_people_say_what_they_expect() -> None:
    scenario, key = at("expect")
    for role in (Role.PARTICIPANT, Role.OBSERVER):
        seen = board(scenario, role)
        assert "chart" not in seen
        assert {"verdict", "progress", "readings"}.isdisjoint(seen["experiments"]["items"][key])
    looked = board(does(scenario, move("look")))
    assert looked["experiments"]["items"][key]["verdict"]["outcome"] == "inconclusive"
    assert [point["value"] for point in looked["chart"]["points"]] == [0.45]


def test_a_handful_of_readings_is_shown_without_limits_and_nothing_stands_out() -> None:
    scenario, key = running(TIMES)
    few, more = [3.0, 3.1, 3.0, 3.2, 3.1, 9.0], [3.0, 3.1, 3.0, 3.2, 3.1, 3.0]
    scenario = does(scenario, record(key, values(few)), c.Focus(LAB, key), move("look"))
    seen = board(scenario)["chart"]
    assert {point["label"] for point in seen["points"]} == {"common_cause"}
    assert set(seen["segments"][0]) == {"start", "end", "mean"}
    assert seen["signals"][0]["kind"] == "too_few"
    seen = board(does(scenario, record(key, values(more))))["chart"]
    assert seen["points"][5]["label"] == "above_limit"
    assert {"lower", "upper"} <= set(seen["segments"][0])


def test_to_expect_again_is_a_new_round() -> None:
    scenario, key = at("expect")
    scenario = does(does(scenario, expects(key, "met"), by=ADA), move("look"), move("expect"))
    assert (board(scenario)["expected"], mine(scenario, ADA)) == (0, {})
    assert board(does(scenario, move("look")))["expectations"] == {"counts": {}, "notes": []}


@pytest.mark.parametrize("choice", ["adopt", "adapt", "abandon", "keep_testing"])
def test_votes_are_counted_when_voting_closes(choice: str) -> None:
    """PR3."""
    scenario, key = at("vote")
    vote = c.GiveVote(LAB, key, choice)  # type: ignore[arg-type]
    voted = does(scenario, vote, by=ADA)
    voted.when(vote, ADA).then_nothing()
    assert mine(voted, ADA)["vote"] == choice
    for role in Role:
        assert "votes" not in board(voted, role)
        assert board(voted, role)["voted"] == 1
    assert board(does(voted, move("decide")))["votes"] == {choice: 1}


def test_a_vote_can_be_changed_and_taken_back_while_voting_is_open() -> None:
    scenario, key = at("vote")
    adopt, adapt = c.GiveVote(LAB, key, "adopt"), c.GiveVote(LAB, key, "adapt")
    voted = does(scenario, adopt, adapt, by=ADA)
    assert board(does(voted, move("decide")))["votes"] == {"adapt": 1}
    back = does(voted, c.TakeVoteBack(LAB, key), by=ADA)
    assert (board(back)["voted"], mine(back, ADA)) == (0, {})
    back.when(c.TakeVoteBack(LAB, key), ADA).then_nothing()
    again = does(voted, move("decide"), move("vote"))
    assert "votes" not in board(again)
    assert mine(again, ADA)["vote"] == "adapt"


@pytest.mark.parametrize("who", [SCREEN, KERNEL])
def test_who_has_no_voice_here_neither_expects_nor_votes(who: Actor) -> None:
    scenario, key = at("expect")
    scenario.when(expects(key, "met"), who).refused("not_allowed")
    does(scenario, move("vote")).when(c.GiveVote(LAB, key, "adopt"), who).refused("not_allowed")


def test_the_talk_turns_only_where_nothing_private_is_open() -> None:
    scenario, key = at("expect")
    scenario.when(c.Focus(LAB), LEAD).refused("wrong_phase")
    looked = does(scenario, move("look"))
    looked.when(c.Focus(LAB), LEAD).then(e.FocusMoved(LAB, None))
    looked.when(c.Focus(LAB, "gone"), LEAD).refused("unknown_experiment")
    looked.when(c.Focus(LAB, key), ADA).refused("not_allowed")


def test_the_talk_ends_where_its_experiment_is_gone() -> None:
    scenario, key = planned()
    scenario = does(scenario, c.Focus(LAB, key), c.RemoveExperiment(LAB, key))
    assert "focus" not in board(scenario)
    does(scenario, move("expect"))


def test_a_decision_follows_the_vote() -> None:
    scenario, key = at("vote")
    scenario = does(does(scenario, c.GiveVote(LAB, key, "adapt"), by=ADA), move("decide"))
    after = does(scenario, c.DecideExperiment(LAB, key, "adapt", LEARNED))
    item = board(after)["experiments"]["items"][key]
    assert (item["stage"], item["decision"]["choice"]) == ("decided", "adapt")
    assert item["decisions"][0]["learning"]["learned"] == "calling first works"


def test_phones_get_cards_in_brief_and_the_one_they_look_at_whole() -> None:
    scenario, key = running(TIMES)
    scenario = does(scenario, record(key, values([9.0, 8.0])))
    brief = board(scenario)["experiments"]["items"][key]
    assert set(brief) == {"title", "stage", "belief", "review", "progress", "needed", "counted"}
    whole = board(does(scenario, c.Focus(LAB, key)))["experiments"]["items"][key]
    assert whole["plan"]["measure"] == {
        "name": "days to an answer",
        "unit": "days",
        "form": "value",
    }
    assert "readings" not in whole
    assert (
        len(board(scenario, Role.FACILITATOR)["experiments"]["items"][key]["readings"]["order"])
        == 2
    )


def test_phones_get_the_latest_decisions_alone() -> None:
    scenario = lab()
    for number in range(25):
        scenario = does(scenario, c.AddExperiment(LAB, f"Idea {number}"))
    for key in experiments(scenario):
        scenario = does(scenario, c.DecideExperiment(LAB, key, "abandon"))
    assert len(board(scenario)["experiments"]["order"]) == 20
    assert (
        len(board(scenario, Role.FACILITATOR)["experiments"]["order"]),
        board(scenario)["total"],
    ) == (25, 25)


def parts(scenario: Scenario) -> dict[str, tuple[tuple[int, ...], int]]:
    """What the workshop keeps of how people took part: how much each gave, and in which round."""
    kept = scenario.state.agenda[LAB].voices
    return {part: (given.counts, given.round) for part, given in kept.items()}


def test_who_took_part_is_told_once_it_is_shown_or_counted_and_again_in_a_new_round() -> None:
    scenario, key = at("expect")
    scenario = does(does(scenario, expects(key, "met"), by=ADA), expects(key, "met"), by=BEN)
    assert parts(scenario) == {}
    shown = does(scenario, move("look"))
    assert parts(shown) == {"expectations": ((1, 1), 1)}
    anew = does(does(shown, move("expect")), expects(key, "cannot_say"), by=ADA)
    assert parts(does(anew, move("look")))["expectations"] == ((1,), 2)


def test_votes_that_are_opened_again_are_not_counted_anew_among_who_took_part() -> None:
    """PR10: who takes a vote back then would be seen to have given it."""
    scenario, key = at("vote")
    scenario = does(scenario, c.GiveVote(LAB, key, "adopt"), by=ADA)
    counted = does(does(scenario, c.GiveVote(LAB, key, "adopt"), by=BEN), move("decide"))
    assert parts(counted)["votes"] == ((1, 1), 1)
    opened = does(does(counted, move("vote")), c.TakeVoteBack(LAB, key), by=BEN)
    assert parts(does(opened, move("decide")))["votes"] == ((1, 1), 1)
