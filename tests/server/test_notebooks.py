"""Finding notebooks, and what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.serving import write_notebook
from workshopkit.server.notebooks import Notebook, NotebookFolder, read_notebook


@pytest.mark.parametrize(
    ("source", "title", "description"),
    [
        ("# Look *back*\n\nFirst `part`\nof it.\n\nSecond.", "Look back", "First part of it."),
        ("intro\n\n## [Linked](x) ##", "Linked", ""),
        ("# One\n\n## Two", "One", ""),
        ("no heading", "My notebook", ""),
    ],
)
def test_the_first_heading_and_its_paragraph_describe_a_notebook(
    tmp_path: Path, source: str, title: str, description: str
) -> None:
    path = write_notebook(tmp_path / "my-notebook.ipynb", ("markdown", source))
    assert read_notebook(path, "x") == Notebook("x", title, description)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}', '{"cells": [1, {}]}'])
def test_a_notebook_that_cannot_be_read_is_called_by_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd_one.ipynb"
    path.write_text(text)
    assert read_notebook(path, "odd_one.ipynb").title == "Odd one"


def test_a_folder_offers_the_notebooks_that_use_workshopkit(tmp_path: Path) -> None:
    for name in ("b", "a/a", ".hidden/c", "node_modules/d", "x/y/deep", "x/y/z/deeper"):
        path = tmp_path / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_notebook(path, ("code", "import workshopkit"))
    write_notebook(tmp_path / "other.ipynb", ("code", "import pandas"))
    folder = NotebookFolder(tmp_path)
    assert [one.path for one in folder.all()] == ["a/a.ipynb", "b.ipynb", "x/y/deep.ipynb"]
    assert folder.has("a/a.ipynb")
    assert not folder.has("other.ipynb")


def test_a_single_notebook_is_offered_alone_whatever_it_uses(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_notebook(tmp_path / f"{name}.ipynb", ("markdown", "# Plain"))
    assert [one.path for one in NotebookFolder(tmp_path, only="one.ipynb").all()] == ["one.ipynb"]
