"""A cell that runs again is told from a second one that is alike."""

from __future__ import annotations

from typing import Any

import pytest

from workshopkit import Poll, RetroBoard, Workshop
from workshopkit.errors import Refused
from workshopkit.widgets import cells


class Notebook:
    """Runs cells as a kernel does: each run is a message."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._message: dict[str, Any] = {}
        self._runs = 0
        monkeypatch.setattr(cells, "_request", lambda: self._message)

    def run(self, source: str, *, cell: str | None = None) -> None:
        """From here on this cell runs."""
        self._runs += 1
        self._message = {
            "header": {"msg_id": str(self._runs)},
            "content": {"code": source},
            "metadata": {} if cell is None else {"cellId": cell},
        }


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> Notebook:
    return Notebook(monkeypatch)


def test_the_same_cell_may_run_again(workshop: Workshop, notebook: Notebook) -> None:
    for _ in range(3):
        notebook.run("RetroBoard(workshop)")
        RetroBoard(workshop)


def test_the_same_cell_may_change(workshop: Workshop, notebook: Notebook) -> None:
    notebook.run("RetroBoard(workshop)", cell="a")
    RetroBoard(workshop)
    notebook.run("RetroBoard(workshop, votes=3)", cell="a")
    assert RetroBoard(workshop, votes=3).view["votes_each"] == 3


def test_two_cells_alike_are_refused_with_advice(workshop: Workshop, notebook: Notebook) -> None:
    notebook.run("RetroBoard(workshop)", cell="a")
    RetroBoard(workshop)
    notebook.run("RetroBoard(workshop)", cell="b")
    with pytest.raises(Refused, match="a key of its own"):
        RetroBoard(workshop)
    RetroBoard(workshop, key="second")


def test_two_alike_in_one_cell_are_refused(workshop: Workshop, notebook: Notebook) -> None:
    notebook.run("Poll(workshop, 'A?'); Poll(workshop, 'A?')")
    Poll(workshop, "A?")
    with pytest.raises(Refused, match="a key of its own"):
        Poll(workshop, "A?")


def test_running_the_cell_of_the_workshop_again_begins_afresh(
    workshop: Workshop, notebook: Notebook
) -> None:
    notebook.run("RetroBoard(workshop)", cell="a")
    first = RetroBoard(workshop)
    again = Workshop("Sprint 12", team="Benefits service")
    notebook.run("RetroBoard(workshop)", cell="b")
    assert RetroBoard(again)._activity == first._activity


def test_outside_a_notebook_there_are_no_cells() -> None:
    assert cells.current_cell() is None
