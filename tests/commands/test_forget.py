"""`workshopkit forget`: says what will go, asks, and leaves nothing of it in any file."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.publish.boards import held
from workshopkit.cli import main
from workshopkit.commands import forget
from workshopkit.domain.governance import WorkshopGovernance
from workshopkit.domain.workshop.commands import SetGovernance
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk

TEXTS = (b"hopeful", b"Ask Legal", b"Priya", b"Held")


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


def left(folder: Path) -> list[bytes]:
    stored = b"".join(path.read_bytes() for path in folder.iterdir())
    return [text for text in TEXTS if text in stored]


def test_it_says_what_will_go_and_what_stays_and_does_it_when_told_yes(
    run: Run, workshop: Desk, tmp_path: Path
) -> None:
    code, out, _ = run("forget", "Held", "--yes")
    assert code == 0
    assert "would go: 0 people's names, 5 texts" in out
    assert "2 × team.action_added" in out
    assert "What stays: days, counts" in out
    assert out.endswith("Erased for good: 1 workshop.\n")
    assert left(tmp_path) == []
    assert "[…]" in run("publish", workshop.workshop, "--preview")[1]


def test_it_asks_first(
    run: Run, workshop: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("no\n"))
    code, out, _ = run("forget", "Held")
    assert code == 1
    assert "Nothing was erased." in out
    assert left(tmp_path) == list(TEXTS)
    monkeypatch.setattr("sys.stdin", Terminal("Yes\n"))
    assert run("forget", "Held")[0] == 0
    assert left(tmp_path) == []


def test_where_nobody_can_be_asked_it_says_how_to_agree(
    run: Run, workshop: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    code, _, err = run("forget", "Held")
    assert (code, "--yes" in err) == (2, True)
    assert left(tmp_path) == list(TEXTS)


def test_those_whose_day_has_come_are_forgotten_and_no_other(
    run: Run, workshop: Desk, log: EventLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = held(log, "Kept")
    today = datetime.now(UTC).date()
    workshop.perform(SetGovernance(WorkshopGovernance(retention=today.isoformat())))
    _, out, _ = run("forget", "--due", "--yes")
    assert f"may be forgotten from {today.isoformat()}" in out
    assert "Kept" not in out
    assert other.view()["workshop"]["title"] == "Kept"
    assert run("forget", "--due")[1] == "No workshop is due to be forgotten.\n"


def test_without_a_date_it_is_due_after_a_year(
    run: Run, workshop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            now = datetime.now(UTC)
            return now.replace(year=now.year + 1, month=12, day=31)

    monkeypatch.setattr(forget, "datetime", Later)
    assert "Held" in run("forget", "--due", "--yes")[1]


def test_a_workshop_that_has_not_finished_says_so(run: Run, log: EventLog) -> None:
    Desk(log, title="Open", team="Payments")
    assert "It has not finished yet." in run("forget", "Open", "--yes")[1]


def test_what_is_wrong_is_told_in_one_line(run: Run, workshop: Desk) -> None:
    code, out, err = run("forget", "Helt", "--yes")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "Did you mean 'Held'" in err


@pytest.mark.parametrize("arguments", [[], ["Held", "--due"]])
def test_what_it_does_not_understand_gets_help(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["forget", *arguments])
    assert ended.value.code == 2
    assert "usage: workshopkit forget" in capsys.readouterr().err
