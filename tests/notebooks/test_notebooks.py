"""The notebooks that come along run in a real kernel, and again, and are the same workshop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from workshopkit.log import open_log
from workshopkit.resources import static_folder, workshops_folder
from workshopkit.room.desk import Desk

NOTEBOOKS = sorted(workshops_folder().glob("*.ipynb"))
EXAMPLE = workshops_folder() / "retrospective.ipynb"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if not (static_folder() / "widget.js").is_file():
        pytest.fail("Build the front end first: make frontend.")
    path = tmp_path / "workshops.db"
    monkeypatch.setenv("WORKSHOPKIT_DATABASE", str(path))
    return path


def run(notebook: Any) -> None:
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()


def agenda(database: Path) -> tuple[str, list[str]]:
    """The workshop of the example, and the keys of its activities."""
    log = open_log(str(database))
    desk = Desk(log, title="Sprint 12 retrospective", team="Benefits service")
    items = desk.view()["agenda"]["items"]
    log.close()
    return desk.workshop, [item["key"] for item in items.values()]


@pytest.mark.slow
def test_a_restarted_kernel_and_a_second_tab_find_the_same_workshop(database: Path) -> None:
    found = []
    for _ in range(2):
        run(nbformat.read(EXAMPLE, as_version=4))
        found.append(agenda(database))
    assert found[0] == found[1]
    assert found[0][1] == [
        "poll: How do you arrive today?",
        "action_review: What came of it",
        "retro: Start, stop, continue",
        "poll: roti",
    ]
    assert count_of(database, "workshop.created") == 1


@pytest.mark.slow
def test_running_every_cell_twice_in_one_kernel_makes_nothing_new(database: Path) -> None:
    notebook = nbformat.read(EXAMPLE, as_version=4)
    again = [nbformat.v4.new_code_cell(cell["source"]) for cell in notebook.cells]
    kinds = [cell["cell_type"] for cell in notebook.cells]
    notebook.cells += [cell for cell, kind in zip(again, kinds, strict=True) if kind == "code"]
    run(notebook)
    assert count_of(database, "workshop.activity_added") == 4
    assert count_of(database, "workshop.created") == 1


@pytest.mark.slow
def test_two_cells_alike_are_refused_in_a_real_kernel(database: Path) -> None:
    lines = [
        "from workshopkit import RetroBoard, Workshop",
        "workshop = Workshop('Sprint 12 retrospective', team='Benefits service')",
        "RetroBoard(workshop)",
        "RetroBoard(workshop)  # and once more",
    ]
    cells = [nbformat.v4.new_code_cell(line) for line in lines]
    with pytest.raises(Exception, match="a key of its own"):
        run(nbformat.v4.new_notebook(cells=cells))
    assert count_of(database, "workshop.activity_added") == 1


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_tidy(path: Path) -> None:
    """Stored outputs, or nbval would have nothing to check; no widget state, ids or addresses."""
    notebook = json.loads(path.read_text("utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert sum(bool(cell["outputs"]) for cell in code) >= len(code) - 2
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert "widgets" not in notebook["metadata"]
    stored = json.dumps([cell["outputs"] for cell in code])
    assert " at 0x" not in stored
    assert "model_id" not in stored


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_cell_is_explained_to_who_adapts_it(path: Path) -> None:
    """In comments, which Voila does not show: its page is for the whole room."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    assert all(source.startswith("# ") for source in code)


def count_of(database: Path, type: str) -> int:
    log = open_log(str(database))
    found = log.transact(lambda tx: tx.read(types=(type,)), write=False).result()
    log.close()
    return len(found)
