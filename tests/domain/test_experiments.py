"""The life of an experiment: idea, test card, lock, readings, verdict, decision."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.lab import (
    ADA,
    CARD,
    LAB,
    LEARNED,
    TIMES,
    board,
    counts,
    does,
    experiments,
    lab,
    planned,
    record,
    running,
    values,
)
from tests.domain.scenario import Scenario
from tests.domain.workshops import KERNEL, LEAD, SCREEN
from workshopkit.domain import workshop
from workshopkit.domain.actions import AddAction
from workshopkit.domain.activity import Role
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.experiments import events as e
from workshopkit.domain.experiments.commands import NewReading
from workshopkit.domain.experiments.record import (
    Criterion,
    Governance,
    Guardrail,
    Learning,
    Measure,
    Plan,
    Reading,
    Stage,
)


def test_anyone_who_takes_part_may_have_an_idea() -> None:
    added = lab().when(c.AddExperiment(LAB, " Call first "), ADA).events[0]
    assert isinstance(added, e.ExperimentAdded)
    assert (added.title, added.activity, added.plan) == ("Call first", LAB, Plan())
    assert "author" not in added.__struct_fields__
    lab().when(c.AddExperiment(LAB, "Call first"), SCREEN).refused("not_allowed")
    lab().when(c.AddExperiment(LAB, "  "), ADA).refused("empty_text")
    lab().when(c.AddExperiment(LAB, "x" * 121), ADA).refused("too_long")


def test_an_experiment_comes_from_an_action_and_so_from_a_card() -> None:
    scenario = does(lab(), AddAction("Call people before we write", owner="Ada"), by=KERNEL)
    action = next(iter(scenario.state.team.actions))
    assert board(scenario)["actions"]["items"][action] == {"text": "Call people before we write"}
    scenario = does(scenario, c.AddExperiment(LAB, "Call first", action=action))
    assert next(iter(experiments(scenario).values())).about == "Call people before we write"
    assert board(scenario)["actions"]["order"] == []
    lab().when(c.AddExperiment(LAB, "It", action="gone"), LEAD).refused("unknown_action")


def test_all_but_ideas_is_the_facilitators() -> None:
    scenario, key = planned()
    for command in (
        c.EditExperiment(LAB, key, "Other"),
        c.ChangePlan(LAB, key, TIMES),
        c.StartExperiment(LAB, key),
        c.RemoveExperiment(LAB, key),
        record(key, counts((1, 2))),
        c.DecideExperiment(LAB, key, "abandon"),
    ):
        scenario.when(command, ADA).refused("not_allowed")


def test_what_was_never_started_can_be_written_anew_moved_and_taken_away() -> None:
    scenario, key = planned(Plan(belief="It helps"))
    scenario = does(scenario, c.ChangePlan(LAB, key, CARD), c.MoveExperiment(LAB, key, "planned"))
    assert (experiments(scenario)[key].plan, experiments(scenario)[key].stage) == (CARD, "planned")
    scenario.when(c.MoveExperiment(LAB, key, "running"), LEAD).refused("wrong_stage")
    assert not experiments(does(scenario, c.RemoveExperiment(LAB, key)))


@pytest.mark.parametrize("lacking", ["belief", "measure", "criterion", "planned", "review"])
def test_a_card_that_leaves_its_question_open_cannot_start(lacking: str) -> None:
    empty = {"measure": None, "criterion": None, "planned": 0}.get(lacking, "")
    scenario, key = planned(replace(CARD, **{lacking: empty}))
    scenario.when(c.StartExperiment(LAB, key), LEAD).refused("incomplete")


def test_the_review_comes_after_the_start() -> None:
    scenario, key = planned()
    scenario.when(c.StartExperiment(LAB, key, "2026-02-01"), LEAD).refused("bad_date")
    scenario.when(c.StartExperiment(LAB, key, "soon"), LEAD).refused("bad_date")


def test_starting_writes_the_whole_card_into_the_log() -> None:
    scenario, key = planned()
    started = e.ExperimentStarted(key, CARD, start="2026-01-01", on="2026-01-01")
    after = scenario.when(c.StartExperiment(LAB, key), LEAD).then(started)
    experiment = experiments(after)[key]
    assert (experiment.stage, experiment.started, experiment.locked) == (
        "running",
        "2026-01-01",
        "2026-01-01",
    )
    assert [version.plan for version in experiment.versions] == [CARD]


def test_a_start_in_the_past_shows_that_the_card_was_locked_later() -> None:
    scenario, _ = running(start="2025-12-01")
    scenario = does(scenario, c.Focus(LAB, next(iter(experiments(scenario)))))
    item = next(iter(board(scenario)["experiments"]["items"].values()))
    assert (item["started"], item["locked"]) == ("2025-12-01", "2026-01-01")


MOVED = (
    replace(CARD, criterion=Criterion(0.1)),
    replace(CARD, criterion=Criterion(0.5, "at_most")),
    replace(CARD, criterion=Criterion(0.5, compare="change")),
    replace(CARD, criterion=None),
    replace(CARD, measure=Measure("letters", form="count")),
    replace(CARD, measure=Measure("letters", form="value")),
    replace(CARD, planned=10),
    replace(CARD, review="2026-03-01"),
    replace(CARD, belief="Something else"),
    replace(CARD, baseline=0.4),
)


@pytest.mark.parametrize("plan", MOVED)
@pytest.mark.parametrize("stage", ["running", "review"])
def test_no_command_moves_a_locked_card_unseen(plan: Plan, stage: Stage) -> None:
    scenario, key = running()
    scenario = does(
        scenario,
        record(key, counts((3, 9))),
        c.MoveExperiment(LAB, key, stage),
    )
    scenario.when(c.ChangePlan(LAB, key, plan), LEAD).refused("locked")
    scenario.when(c.RemoveExperiment(LAB, key), LEAD).refused("locked")
    scenario.when(c.StartExperiment(LAB, key), LEAD).refused("locked")
    outside: tuple[Stage, ...] = ("idea", "planned", "decided")
    for other in outside:
        scenario.when(c.MoveExperiment(LAB, key, other), LEAD).refused("wrong_stage")
    edited = c.EditExperiment(LAB, key, "Other", "Ben", "A goal", Governance(risks="none"))
    assert experiments(does(scenario, edited))[key].plan == CARD
    amended = scenario.when(c.AmendPlan(LAB, key, plan, "We had it wrong"), LEAD)
    if amended.refusal is None:
        experiment = experiments(amended.accepted())[key]
        last = experiment.versions[-1]
        assert [version.plan for version in experiment.versions] == [CARD, plan]
        assert (last.reason, last.on, last.seen) == ("We had it wrong", "2026-01-01", 9)


def test_a_new_version_needs_a_reason_and_a_whole_card() -> None:
    scenario, key = running()
    new = replace(CARD, planned=80)
    scenario.when(c.AmendPlan(LAB, key, new, "  "), LEAD).refused("no_reason")
    scenario.when(c.AmendPlan(LAB, key, CARD, "None"), LEAD).then_nothing()
    incomplete = replace(CARD, measure=None)
    scenario.when(c.AmendPlan(LAB, key, incomplete, "So"), LEAD).refused("incomplete")
    before, idea = planned()
    before.when(c.AmendPlan(LAB, idea, new, "So"), LEAD).refused("not_started")


def test_a_version_that_the_readings_would_not_fit_is_refused() -> None:
    scenario, key = running(TIMES)
    guarded = NewReading("2026-01-03", 90, guardrail="calls")
    scenario = does(scenario, record(key, [*values([9.0]), guarded]))
    counted = replace(TIMES, measure=Measure("answers", form="count"), criterion=Criterion(0.5))
    scenario.when(c.AmendPlan(LAB, key, counted, "So"), LEAD).refused("would_lose_answers")
    unguarded = replace(TIMES, guardrails=())
    scenario.when(c.AmendPlan(LAB, key, unguarded, "So"), LEAD).refused("would_lose_answers")


@pytest.mark.parametrize(
    ("reading", "code"),
    [
        (NewReading("", 1, 2), "bad_date"),
        (NewReading("2026-02-30", 1, 2), "bad_date"),
        (NewReading("2026-01-02", 1), "bad_count"),
        (NewReading("2026-01-02", 3, 2), "bad_count"),
        (NewReading("2026-01-02", -1, 2), "bad_count"),
        (NewReading("2026-01-02", 0.5, 2), "bad_count"),
        (NewReading("2026-01-02", nan, 2), "bad_count"),
        (NewReading("2025-12-31", 1, 2, "trial"), "not_started"),
        (NewReading("2026-01-02", 1, guardrail="none"), "unknown_guardrail"),
    ],
)
def test_what_cannot_be_a_reading_is_refused_whole(reading: NewReading, code: str) -> None:
    scenario, key = running()
    scenario.when(record(key, [*counts((1, 2)), reading]), LEAD).refused(code)


@pytest.mark.parametrize("number", [nan, inf, -inf, 1e300])
def test_numbers_are_numbers(number: float) -> None:
    scenario, key = running(TIMES)
    scenario.when(record(key, values([number])), LEAD).refused("bad_number")
    scenario.when(record(key, [NewReading("2026-01-02", 1.0, 2)]), LEAD).refused("bad_count")
    criterion = replace(TIMES, criterion=Criterion(number))
    lab().when(c.AddExperiment(LAB, "It", criterion), LEAD).refused("bad_number")


def test_a_share_goes_from_nought_to_one() -> None:
    lab().when(c.AddExperiment(LAB, "It", replace(CARD, criterion=Criterion(50.0))), LEAD).refused(
        "bad_share"
    )


def test_days_before_the_start_are_the_control_unless_somebody_says_otherwise() -> None:
    scenario, key = running()
    read = [
        NewReading("2025-12-31", 1, 9),
        NewReading("2026-01-01", 2, 9),
        NewReading("2026-01-05", 3, 9, "control"),
    ]
    arms = [each.arm for each in _readings(does(scenario, record(key, read)), key)]
    assert arms == ["control", "trial", "control"]


def test_a_correction_is_an_event_of_its_own() -> None:
    scenario, key = running()
    scenario = does(scenario, record(key, counts((3, 9))))
    reading = next(iter(experiments(scenario)[key].readings))
    correction = c.CorrectReading(LAB, key, reading, NewReading("2026-01-02", 4, 9))
    attempt = scenario.when(correction, LEAD)
    assert isinstance(attempt.events[0], e.ReadingCorrected)
    after = attempt.accepted()
    assert [(each.value, each.corrected) for each in _readings(after, key)] == [(4, 1)]
    after.when(correction, LEAD).then_nothing()
    assert _readings(does(after, c.WithdrawReading(LAB, key, reading)), key) == []
    after.when(c.WithdrawReading(LAB, key, "gone"), LEAD).refused("unknown_reading")


def test_the_verdict_comes_from_the_whole_interval() -> None:
    scenario, key = running()
    assert _verdict(scenario, key)["reason"] == "no_readings"
    for readings, outcome in (
        ([(30, 40)], "met"),
        ([(10, 40)], "not_met"),
        ([(22, 40)], "inconclusive"),
        ([(15, 20), (15, 20)], "met"),
    ):
        assert _verdict(does(scenario, record(key, counts(*readings))), key)["outcome"] == outcome


def test_a_verdict_says_that_readings_are_still_to_come() -> None:
    scenario, key = running()
    assert _verdict(does(scenario, record(key, counts((18, 20)))), key)["early"]
    assert not _verdict(does(scenario, record(key, counts((36, 40)))), key)["early"]


def test_a_change_is_judged_against_what_was_before() -> None:
    plan = replace(TIMES, criterion=Criterion(0.0, "at_most", "change"))
    scenario, key = running(plan)
    after = does(scenario, record(key, values([7.0, 8, 9, 8, 7])))
    assert _verdict(after, key)["reason"] == "no_control"
    before = values([12.0, 13, 12, 14, 13], day="2025-12-01")
    assert _verdict(does(after, record(key, before)), key)["outcome"] == "met"


def test_a_guardrail_is_broken_by_its_latest_reading() -> None:
    scenario, key = running(TIMES)
    late, early = (
        NewReading("2026-01-20", 120, guardrail="calls"),
        NewReading("2026-01-10", 80, guardrail="calls"),
    )
    assert _item(does(scenario, record(key, [late, early])), key)["broken"] == ["calls"]
    assert _item(does(scenario, record(key, [early])), key)["broken"] == []
    low = replace(TIMES, guardrails=(Guardrail("calls", "answered", 100, "at_least"),))
    scenario, key = running(low)
    assert _item(does(scenario, record(key, [early])), key)["broken"] == ["calls"]


def test_a_decision_keeps_what_was_known_and_ends_it() -> None:
    scenario, key = running()
    scenario = does(scenario, record(key, counts((18, 20))))
    scenario.when(c.DecideExperiment(LAB, key, "adopt"), LEAD).refused("incomplete")
    after = does(scenario, c.DecideExperiment(LAB, key, "adopt", LEARNED))
    decision = experiments(after)[key].decisions[-1]
    assert (decision.outcome, decision.readings, decision.planned) == ("met", 20, 40)
    assert decision.stopped_early
    assert decision.learning == LEARNED
    for command in (
        record(key, counts((1, 2))),
        c.AmendPlan(LAB, key, replace(CARD, planned=9), "So"),
        c.DecideExperiment(LAB, key, "abandon", LEARNED),
        c.EditExperiment(LAB, key, "Other"),
        c.MoveExperiment(LAB, key, "running"),
    ):
        after.when(command, LEAD).refused("decided")


def test_never_run_is_an_outcome_too() -> None:
    scenario, key = planned()
    scenario.when(c.DecideExperiment(LAB, key, "adopt", LEARNED), LEAD).refused("not_started")
    after = does(scenario, c.DecideExperiment(LAB, key, "abandon", Learning(learned="No time")))
    decision = experiments(after)[key].decisions[-1]
    assert (decision.outcome, decision.version, decision.stopped_early) == ("", 0, False)
    assert experiments(after)[key].stage == "decided"


def test_to_keep_testing_is_a_new_version_with_another_review() -> None:
    scenario, key = running()
    keep = c.DecideExperiment(LAB, key, "keep_testing", LEARNED)
    scenario.when(keep, LEAD).refused("incomplete")
    scenario.when(replace(keep, review="2026-01-01"), LEAD).refused("bad_date")
    after = does(scenario, replace(keep, review="2026-04-01", planned=90))
    experiment = experiments(after)[key]
    assert (experiment.stage, experiment.plan.review, experiment.plan.planned) == (
        "running",
        "2026-04-01",
        90,
    )
    assert [version.reason for version in experiment.versions] == ["", "call first"]


def test_there_is_an_end_to_readings() -> None:
    scenario, key = running()
    batch = record(key, counts(*[(1, 2)] * 500))
    scenario = does(scenario, *[batch] * 10)
    scenario.when(record(key, counts((1, 2))), LEAD).refused("too_many_readings")


def test_two_guardrails_are_told_apart() -> None:
    twice = replace(TIMES, guardrails=TIMES.guardrails * 2)
    lab().when(c.AddExperiment(LAB, "It", twice), LEAD).refused("bad_options")


def test_every_workshop_of_the_team_knows_what_is_due() -> None:
    scenario, key = running()
    seen = workshop.view(scenario.state, Role.OBSERVER)["reviews"]
    assert seen["items"] == {key: {"title": "Call first", "review": "2026-02-01"}}
    after = does(scenario, c.DecideExperiment(LAB, key, "adopt", LEARNED))
    assert workshop.view(after.state, Role.OBSERVER)["reviews"]["order"] == []


def _readings(scenario: Scenario, key: str) -> list[Reading]:
    return list(experiments(scenario)[key].readings.values())


def _item(scenario: Scenario, key: str) -> dict[str, Any]:
    item: dict[str, Any] = board(scenario, Role.FACILITATOR)["experiments"]["items"][key]
    return item


def _verdict(scenario: Scenario, key: str) -> dict[str, Any]:
    verdict: dict[str, Any] = _item(scenario, key)["verdict"]
    return verdict
