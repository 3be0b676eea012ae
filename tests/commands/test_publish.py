"""`workshopkit publish`: look first, then write; one clear line when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.analysis.views import listing
from tests.commands.conftest import Run
from tests.publish.boards import held
from tests.publish.records import made
from workshopkit.cli import main
from workshopkit.log.base import EventLog
from workshopkit.publish.from_view import record
from workshopkit.publish.json_file import read_json, to_json
from workshopkit.publish.preview import preview
from workshopkit.publish.redaction import choices, redacted
from workshopkit.room.desk import Desk


def test_a_preview_is_exactly_what_will_be_public_and_writes_nothing(
    run: Run, workshop: Desk, tmp_path: Path
) -> None:
    code, out, _ = run("publish", "Held", "--preview", "--lang", "cy")
    assert code == 0
    assert out == preview(record(workshop.public()), lang="cy")
    assert {path.suffix for path in tmp_path.iterdir()} <= {".db", ".db-shm", ".db-wal"}


def test_what_is_left_out_by_its_short_id_is_in_no_file(
    run: Run, workshop: Desk, tmp_path: Path
) -> None:
    found = {choice.text: choice.handle for choice in choices(record(workshop.public()))}
    drop = ("--drop", found["hopeful"], found["Keep the playbacks"], "--drop-names")
    code, out, _ = run("publish", "Held", "--to", tmp_path / "out", *drop)
    assert code == 0
    written = [Path(line) for line in out.splitlines()]
    assert len(written) == 6
    text = "".join(path.read_text("utf-8") for path in written)
    for gone in ("hopeful", "playbacks", "Priya"):
        assert gone not in text
    assert "Ask Legal" in text


def test_formats_are_chosen_with_commas(run: Run, workshop: Desk, tmp_path: Path) -> None:
    _, out, _ = run("publish", workshop.workshop, "--to", tmp_path / "o", "--format", "md,json")
    assert [Path(line).name for line in out.splitlines()] == ["record.md", "record.json"]


def test_a_record_file_can_be_published_as_well(run: Run, workshop: Desk, tmp_path: Path) -> None:
    run("publish", "Held", "--to", tmp_path / "it.json")
    run("publish", tmp_path / "it.json", "--to", tmp_path / "less.json", "--drop-names")
    assert read_json(tmp_path / "less.json") == redacted(record(workshop.public()), drop_names=True)


def test_an_id_may_begin_with_a_dash(log: EventLog, run: Run) -> None:
    """Ids are random, and so is their first character."""
    for identity in ("-id-with-a-dash-in-front", "--id-with-two-of-them-x"):
        Desk(log, title=f"Dashed {identity}", team="Payments", workshop=identity)
        code, out, _ = run("publish", identity, "--preview")
        assert code == 0
        assert "Dashed" in out


def test_a_file_that_was_changed_by_hand_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    due = listing({"a": {"text": "x", "due": "soon"}})
    (tmp_path / "it.json").write_text(to_json(made(actions=due)), "utf-8")
    assert "cannot be shown" in wrong(run, tmp_path / "it.json", "--preview")


def wrong(run: Run, *arguments: object) -> str:
    """The one line that says what is wrong."""
    code, out, err = run("publish", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("workshopkit: ")
    return err


def test_an_unknown_workshop_is_told_in_one_line(run: Run, workshop: Desk) -> None:
    line = wrong(run, "Helt", "--preview")
    assert "Did you mean 'Held'" in line
    assert line.count("\n") == 1


def test_several_of_one_title_are_listed(run: Run, workshop: Desk, log: EventLog) -> None:
    second = held(log)
    said = wrong(run, "Held", "--preview")
    assert workshop.workshop in said
    assert second.workshop in said


def test_a_place_that_cannot_be_written_is_told_in_one_line(
    run: Run, workshop: Desk, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    line = wrong(run, "Held", "--to", tmp_path / "file" / "it.md")
    assert "cannot be written" in line
    assert line.count("\n") == 1


def test_what_is_not_there_cannot_be_dropped(run: Run, workshop: Desk) -> None:
    assert "'nothing'" in wrong(run, "Held", "--preview", "--drop", "nothing")


def test_a_database_that_is_not_there_is_told_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "gone.db"
    assert main(["publish", "Held", "--preview", "--database", str(database)]) == 2
    assert "There is no database" in capsys.readouterr().err
    assert not database.exists()


@pytest.mark.parametrize(
    "arguments",
    [["Held"], ["Held", "--to", "x", "--preview"], ["Held", "--to", "x", "--format", "pdf"]],
)
def test_what_it_does_not_understand_gets_help(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["publish", *arguments])
    assert ended.value.code == 2
    assert "usage: workshopkit publish" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["publish", "import", "forget"])
def test_every_option_is_explained(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    lines = capsys.readouterr().out.splitlines()
    options = [line for line in lines if line.startswith("  --")]
    assert options
    for place, line in enumerate(lines):
        if line.startswith("  -"):
            said = line.strip().split("  ", 1)
            assert len(said) > 1 or lines[place + 1].startswith("      "), line
