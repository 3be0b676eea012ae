"""`workshopkit rehearse`, whole: a server process, a kernel, sockets."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from tests.rehearsal.notebooks import BEFORE, POLL, RETRO, REVIEW, WORKSHOP, write
from workshopkit.errors import NotebookProblem
from workshopkit.rehearsal.command import main, rehearse
from workshopkit.rehearsal.screen import Screen
from workshopkit.rehearsal.visitor import Visitor
from workshopkit.resources import workshops_folder

POLL_STOPS = [("mood", "answer"), ("mood", "results")]
FIELDS: tuple[str, ...] = ("kind", "column", "text", "answer")
RETRO_STOPS = [("board", phase) for phase in ("write", "group", "vote", "discuss", "act")]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path / "small.ipynb", WORKSHOP, POLL, RETRO)


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, str]]]:
    """Everything that anybody sends, without the ids that chance made."""
    seen: list[tuple[str, dict[str, str]]] = []
    send = Screen.wish

    def wish(screen: Screen, command: dict[str, str], now: float) -> object:
        kept = {key: command[key] for key in FIELDS if key in command}
        seen.append((screen.hello.name or "facilitator", kept))
        return send(screen, command, now)

    monkeypatch.setattr(Screen, "wish", wish)
    return seen


@pytest.mark.slow
def test_every_phase_is_reached_and_everything_acknowledged_is_kept(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(small), "--people", "4", "--seed", "7", "--json"]) == 0
    report = msgspec.json.decode(capsys.readouterr().out)
    stops = [(stop["activity"], stop["phase"]) for stop in report["stops"]]
    assert stops == POLL_STOPS + RETRO_STOPS
    assert report["ok"] is True
    assert report["sent"] == report["acknowledged"] + sum(report["refused"].values())
    assert report["missing"] == report["different"] == []
    commands = {stop["phase"]: stop["commands"] for stop in report["stops"]}
    assert (commands["answer"], commands["write"], commands["vote"]) == (4, 12, 20)


@pytest.mark.slow
def test_the_same_seed_makes_people_wish_the_same(
    small: Path, wishes: list[tuple[str, dict[str, str]]]
) -> None:
    rehearse(small, people=3, seed=7)
    once = _counted(wishes)
    wishes.clear()
    rehearse(small, people=3, seed=7)
    assert _counted(wishes) == once


@pytest.mark.slow
def test_sockets_that_drop_after_every_tap_lose_nothing(small: Path) -> None:
    report = rehearse(small, people=3, seed=7, drops=1.0)
    assert report.ok
    assert report.reconnected > 3


@pytest.mark.slow
def test_a_phase_that_cannot_be_reached_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    until = Visitor.until

    async def impatient(self: Visitor, condition: object, *, patience: float = 1.0) -> bool:
        return await until(self, condition, patience=1.0)  # type: ignore[arg-type]

    notebook = write(tmp_path / "poll.ipynb", WORKSHOP, POLL)
    monkeypatch.setattr(Visitor, "until", impatient)
    monkeypatch.setattr("workshopkit.rehearsal.tour._phase", lambda screen, activity: "answer")
    assert main([str(notebook), "--people", "1"]) == 1
    assert "mood: results          NOT REACHED" in capsys.readouterr().out


@pytest.mark.slow
def test_a_notebook_that_raises_is_named_with_its_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = write(tmp_path / "bad.ipynb", "1", "1/0")
    assert main([str(notebook)]) == 2
    said = "workshopkit: bad.ipynb: cell 2 raises ZeroDivisionError: division by zero.\n"
    assert capsys.readouterr().err == said


@pytest.mark.slow
def test_a_cell_that_fails_on_what_people_said_is_found(tmp_path: Path) -> None:
    later = "assert not any(view.get('answered') for view in desk.view()['activities'].values())"
    notebook = write(tmp_path / "later.ipynb", WORKSHOP, POLL, later)
    with pytest.raises(NotebookProblem, match="cell 3 raises AssertionError"):
        rehearse(notebook, people=1, seed=7)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cells", "said"), [(["1"], "makes no workshop"), ([WORKSHOP], "puts nothing on the agenda")]
)
def test_a_notebook_with_nothing_to_rehearse_is_turned_down(
    tmp_path: Path, cells: list[str], said: str
) -> None:
    with pytest.raises(NotebookProblem, match=said):
        rehearse(write(tmp_path / "bare.ipynb", *cells), people=1, seed=7)


def test_a_notebook_that_is_not_there_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none.ipynb")]) == 2
    assert capsys.readouterr().err == f"workshopkit: There is no notebook {tmp_path}/none.ipynb.\n"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"cells": 3}', b"\xff\xfe\x00"])
def test_a_file_that_is_no_notebook_is_one_clear_line(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "odd.ipynb"
    path.write_bytes(content)
    assert main([str(path)]) == 2
    assert capsys.readouterr().err == f"workshopkit: {path} cannot be read as a notebook.\n"


PHASES = {
    "retrospective.ipynb": {"look", "write", "group", "vote", "discuss", "act", "results"},
    "goal-alignment.ipynb": {"draft", "link", "rate", "reveal", "re-rate", "agree"},
    "experiments.ipynb": {"plan", "expect", "look", "vote", "decide"},
    "measure.ipynb": {"answer", "results"},
    "health-check.ipynb": {"answer", "results"},
    "check-in-and-out.ipynb": {"answer", "results"},
}


@pytest.mark.slow
@pytest.mark.parametrize(("notebook", "phases"), PHASES.items())
def test_every_notebook_that_comes_along_can_be_rehearsed(notebook: str, phases: set[str]) -> None:
    report = rehearse(workshops_folder() / notebook, people=4, seed=7)
    assert report.ok
    assert phases <= {stop.phase for stop in report.stops}


@pytest.mark.slow
def test_people_look_back_at_what_an_earlier_workshop_promised(tmp_path: Path) -> None:
    notebook = write(tmp_path / "review.ipynb", BEFORE, WORKSHOP, REVIEW)
    report = rehearse(notebook, people=4, seed=7)
    assert report.ok
    stops = [(stop.phase, stop.commands) for stop in report.stops]
    assert stops == [("look", 8), ("decide", 0)]


def test_no_notebook_that_comes_along_is_left_out_of_the_rehearsals() -> None:
    assert set(PHASES) == {path.name for path in workshops_folder().glob("*.ipynb")}


def _counted(wishes: list[tuple[str, dict[str, str]]]) -> Counter[str]:
    return Counter(repr(wish) for wish in wishes)
