"""An experiment board in Python: found again, locked, read from tables, decided."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.widgets.test_results import shown
from workshopkit import ExperimentBoard, Workshop
from workshopkit.errors import Refused, UnknownName, WorkshopkitError

CARD: dict[str, Any] = {
    "believe": "Calling people first saves letters",
    "verify": "call everyone before we write",
    "measure": "settled by phone",
    "counted": True,
    "at_least": 0.5,
    "readings": 40,
    "review": "2099-01-01",
}
START = "2026-05-04"


@pytest.fixture
def board(workshop: Workshop) -> ExperimentBoard:
    return ExperimentBoard(workshop)


def test_running_the_cell_again_finds_the_same(workshop: Workshop, board: ExperimentBoard) -> None:
    first = board.plan("Call first", **CARD, owner="Ada", risks="none")
    again = ExperimentBoard(workshop)
    assert again.plan("Call first", **CARD, owner="Ada", risks="none") == first
    assert again.experiments[["title", "owner", "risks"]].values.tolist() == [
        ["Call first", "Ada", "none"]
    ]
    assert repr(again) == "ExperimentBoard('Our experiments')"


def test_the_next_workshop_of_the_team_has_them_too(board: ExperimentBoard) -> None:
    board.plan("Call first", **CARD)
    later = ExperimentBoard(Workshop("Sprint 13", team="Benefits service"))
    assert later.experiments["title"].tolist() == ["Call first"]


def test_a_card_changes_until_it_is_locked(board: ExperimentBoard) -> None:
    board.plan("Call first", **CARD)
    board.plan("Call first", **{**CARD, "at_least": 0.6})
    board.start("Call first")
    board.start("Call first")
    assert board.experiments["threshold"].tolist() == [0.6]
    with pytest.raises(Refused, match="locked"):
        board.plan("Call first", **CARD)
    board.amend("Call first", reason="Half was too easy", at_least=0.7)
    board.plan("Call first", **{**CARD, "at_least": 0.6})  # the cell as it first ran
    assert board.experiments["threshold"].tolist() == [0.7]
    assert board.experiments["versions"].tolist() == [2]


def test_no_table_moves_a_locked_criterion(board: ExperimentBoard) -> None:
    board.plan("Call first", **CARD)
    board.start("Call first", on=START)
    sneaky = pd.DataFrame(
        {"date": [START], "value": [1], "of": [9], "threshold": [0.0], "at_least": [0.0]}
    )
    board.record(sneaky, experiment="Call first")
    board.record(sneaky.assign(value=2), experiment="Call first")
    assert board.experiments[["threshold", "versions"]].values.tolist() == [[0.5, 1]]


def test_readings_come_from_a_table_once(board: ExperimentBoard) -> None:
    board.plan("Call first", **CARD)
    board.start("Call first", on=START)
    table = pd.DataFrame(
        {
            "date": [pd.Timestamp("2026-05-05"), "06/05/2026", "2026-04-01", "soon", None],
            "value": [3, 4, 2, 1, None],
            "of": [9, 3, 9, 9, None],
        }
    )
    preview = board.preview(table, experiment="Call first")
    assert board.readings.empty
    report = board.record(table, experiment="Call first")
    assert report.equals(preview)
    assert report["row"].tolist() == [2, 3, 4, 5]
    assert report["taken"].tolist() == [True, False, True, False]
    assert "of how many" in report["reason"][1]
    assert "'soon' is no date" in report["reason"][3]
    assert board.readings["arm"].tolist() == ["control", "trial"]
    again = board.record(table, experiment="Call first")
    assert "recorded already" in again["reason"][0]
    assert len(board.readings) == 2


def test_two_alike_in_one_table_are_two_readings(board: ExperimentBoard) -> None:
    board.plan("Days", **{**CARD, "counted": False, "at_least": None, "at_most": 10})
    board.start("Days", on=START)
    twice = pd.DataFrame({"date": [START] * 2, "value": [9.0] * 2})
    assert board.record(twice, experiment="Days")["taken"].all()
    assert not board.record(twice, experiment="Days")["taken"].any()
    thrice = pd.DataFrame({"date": [START] * 3, "value": [9.0] * 3})
    assert board.record(thrice, experiment="Days")["taken"].sum() == 1


def test_readings_come_from_a_file(board: ExperimentBoard, tmp_path: Path) -> None:
    board.plan("Call first", **CARD)
    board.start("Call first", on=START)
    path = tmp_path / "readings.csv"
    path.write_text("Date;Value;Of;Note\n05/05/2026;3;9;fine\n;;;\n06/05/2026;;9;\n", "utf-8")
    report = board.record(path, experiment="Call first")
    assert report["row"].tolist() == [2, 4]
    assert report["taken"].tolist() == [True, False]
    path.write_text("when,how many\n1,2\n", "utf-8")
    with pytest.raises(UnknownName, match="date"):
        board.record(path, experiment="Call first")


def test_many_readings_go_in_pieces(board: ExperimentBoard) -> None:
    board.plan("Days", **{**CARD, "counted": False, "at_least": None, "at_most": 10})
    board.start("Days", on=START)
    days = pd.date_range("2026-05-04", periods=1203).strftime("%Y-%m-%d")
    table = pd.DataFrame({"date": days, "value": range(1203)})
    assert board.record(table, experiment="Days")["taken"].all()
    assert len(board.readings) == 1203


def test_a_decision_is_written_once(board: ExperimentBoard) -> None:
    board.plan("Call first", **CARD)
    board.start("Call first", on=START)
    board.record(
        pd.DataFrame({"date": [START], "value": [36], "of": [40]}), experiment="Call first"
    )
    for _ in range(2):
        board.decide("Call first", "adopt", learned="Calling works", therefore="Call first")
    verdict = board.verdicts().iloc[0]
    assert (verdict["verdict"], verdict["decision"]) == ("met", "adopt")
    assert board.portfolio(today=date(2099, 1, 1)).loc["share_decided", "value"] == 1
    with pytest.raises(Refused, match="decided"):
        board.decide("Call first", "abandon", learned="It does not")
    with pytest.raises(UnknownName, match="adopt"):
        board.decide("Call first", "adpot", learned="Calling works")
    board.plan("Call first", **CARD)  # the cell again


def test_to_keep_testing_moves_the_review_in_sight_of_all(board: ExperimentBoard) -> None:
    board.plan("Call first", **CARD)
    board.start("Call first")
    board.decide(
        "Call first", "keep_testing", learned="Too few", therefore="Wait", review="2099-06-01"
    )
    assert board.experiments["review"].dt.year.tolist() == [2099]
    assert board.verdicts()["why_changed"].tolist() == ["Wait"]


def test_an_experiment_comes_from_an_action(workshop: Workshop, board: ExperimentBoard) -> None:
    workshop.add_action("Call before we write")
    board.plan("Call first", action="Call before we write")
    assert board.experiments["about"].tolist() == ["Call before we write"]
    with pytest.raises(UnknownName, match="action"):
        board.plan("Something else", action="Call before")


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ({"beleive": "it"}, "believe"),
        ({"at_least": 1, "at_most": 2}, "not both"),
        ({"unit": "days"}, "measure"),
        ({"measure": "days", "guardrails": {"calls": ("atmost", 3)}}, "at_most"),
    ],
)
def test_what_no_card_can_say_is_refused_in_words(
    board: ExperimentBoard, card: dict[str, Any], words: str
) -> None:
    with pytest.raises(WorkshopkitError, match=words):
        board.plan("Call first", **card)


def test_guardrails_are_read_as_well(board: ExperimentBoard) -> None:
    board.plan("Call first", **CARD, guardrails={"calls a week": ("at_most", 100)})
    board.start("Call first", on=START)
    table = pd.DataFrame({"date": [START], "value": [120], "guardrail": ["calls-a-week"]})
    assert board.record(table, experiment="Call first")["taken"].all()
    assert board.readings["guardrail"].tolist() == ["calls-a-week"]


def test_the_board_goes_through_its_phases(board: ExperimentBoard) -> None:
    board.plan("Call first", **CARD)
    board.look_at("Call first")
    for phase in ("expect", "look", "vote", "decide", "plan"):
        board.move_to(phase)
        assert board.phase == phase
    board.look_at(None)
    with pytest.raises(UnknownName, match="expect"):
        board.move_to("expcet")
    with pytest.raises(UnknownName, match="screen"):
        ExperimentBoard(board._workshop, scren=True)


def test_results_follow_the_board(board: ExperimentBoard) -> None:
    results = shown(board.results())
    assert results.table["rows"] == []
    board.plan("Call first", **CARD)
    board.start("Call first")
    results._update()
    assert results.table["rows"][0][0] == "Call first"
    one = shown(board.results("Call first"))
    assert one.table["caption"] == "Call first"
    table = pd.DataFrame({"date": ["2099-01-01"], "value": [3], "of": [9]})
    board.record(table, experiment="Call first")
    one._update()
    assert one.table["rows"] == [["2099-01-01", "3 / 9 (33.3 %)"]]
    assert "too few" in one.table["caption"]
    assert repr(one) == "Results(ExperimentBoard('Our experiments'), 'Call first')"
    assert board.chart("Call first").description
    assert board.timeline().description
