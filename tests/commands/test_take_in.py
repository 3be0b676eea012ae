"""`workshopkit import`: a record becomes a workshop, cards go on a board, all is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.publish.boards import COLUMNS, OURS, PARABOL, board, saved, shown
from tests.publish.records import made
from workshopkit.cli import main
from workshopkit.domain.workshop.commands import AddActivity
from workshopkit.log.base import EventLog
from workshopkit.publish.files import write
from workshopkit.publish.json_file import to_json
from workshopkit.publish.load import load


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(made(), tmp_path / "it.json")[0]


def test_export_import_export_is_identical(run: Run, file: Path, tmp_path: Path) -> None:
    code, out, _ = run("import", file)
    assert code == 0
    assert out.startswith("Taken: Sprint 12 of Benefits service (2026-11-20), as ")
    run("publish", "Sprint 12", "--to", tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == file.read_bytes()


def test_a_database_is_made_for_a_record_where_there_is_none(
    run: Run, file: Path, database: Path
) -> None:
    assert not database.exists()
    run("import", file)
    assert to_json(load("Sprint 12", database=str(database))) == file.read_text("utf-8")


def test_actions_that_the_team_takes_over_are_told_one_by_one(run: Run, file: Path) -> None:
    _, out, _ = run("import", file, "--with-actions")
    assert out.splitlines()[1:] == [
        "Action taken over: Ask Legal",
        "Action taken over: Keep the playbacks",
    ]


def test_cards_go_on_the_board_of_a_workshop(run: Run, log: EventLog, tmp_path: Path) -> None:
    desk = board(log)
    code, out, _ = run("import", saved(tmp_path, OURS), "--into", "Friday")
    assert (code, out) == (0, "Taken: 3 cards, 1 group.\n")
    assert len(shown(desk)["cards"]["order"]) == 3


def test_columns_are_matched_as_asked(run: Run, log: EventLog, tmp_path: Path) -> None:
    board(log)
    column = ("--column", "What didn't go well?=Drop", "--with-actions")
    _, out, _ = run("import", saved(tmp_path, PARABOL), "--into", "Friday", *column)
    assert out.startswith("Taken: 3 cards, 1 group, 1 action.\nVotes were not taken")
    assert "Row 6 was not taken. It is a comment and no card." in out


def test_one_of_several_boards_is_named(run: Run, log: EventLog, tmp_path: Path) -> None:
    desk = board(log)
    desk.perform(AddActivity("retro", "second", {"en": "Look ahead"}, {"columns": COLUMNS}))
    path = saved(tmp_path, OURS)
    assert "--board" in wrong(run, path, "--into", "Friday")
    assert "Did you mean 'Look ahead'" in wrong(run, path, "--into", "Friday", "--board", "ahead")
    assert run("import", path, "--into", "Friday", "--board", "Look ahead")[0] == 0


def test_where_nothing_was_taken_it_ends_with_1(run: Run, log: EventLog, tmp_path: Path) -> None:
    board(log)
    code, out, _ = run("import", saved(tmp_path, "text,column\nx,Gone\n"), "--into", "Friday")
    assert code == 1
    assert "Row 2 was not taken." in out


def wrong(run: Run, *arguments: object) -> str:
    code, out, err = run("import", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("workshopkit: ")
    assert err.count("\n") == 1
    return err


def test_what_is_wrong_is_told_in_one_line(run: Run, log: EventLog, tmp_path: Path) -> None:
    board(log)
    cards = saved(tmp_path, OURS)
    assert "neither" in wrong(run, saved(tmp_path, "", "it.txt"))
    assert "cannot be read" in wrong(run, tmp_path / "gone.json")
    assert "no record of a workshop" in wrong(run, saved(tmp_path, "{}", "it.json"))
    assert "--into" in wrong(run, cards)
    assert "no workshop" in wrong(run, cards, "--into", "Thursday")
    assert "no column" in wrong(run, saved(tmp_path, "a,b\n1,2\n", "odd.csv"), "--into", "Friday")
    assert "no column" in wrong(run, cards, "--into", "Friday", "--column", "Keep=Gone")


def test_the_same_record_comes_in_once(run: Run, file: Path) -> None:
    run("import", file)
    assert "here already" in wrong(run, file)


def test_a_record_goes_into_no_other_workshop(run: Run, file: Path) -> None:
    assert "leave --into out" in wrong(run, file, "--into", "Friday")


def test_a_pair_that_is_none_gets_help(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["import", "x.csv", "--column", "Keep"])
    assert "THEIRS=OURS" in capsys.readouterr().err
