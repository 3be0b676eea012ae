"""One real server for all tests that only look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.serving import Served, served, write_notebook


@pytest.fixture(scope="session")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notebooks")
    write_notebook(
        folder / "hello.ipynb",
        ("markdown", "# Hello *team*\n\nLook back with [workshopkit](https://example.org)."),
        ("code", "import os\nprint('database', os.environ['WORKSHOPKIT_DATABASE'])"),
        ("code", "print('asked', os.environ['QUERY_STRING'])"),
    )
    write_notebook(
        folder / "raises.ipynb",
        ("markdown", "# It raises, with workshopkit"),
        ("code", "raise ValueError('<b>no</b> good')"),
        ("code", "print('never reached')"),
    )
    (folder / "broken.ipynb").write_text('{"workshopkit": ')
    (folder / "picture.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return folder


@pytest.fixture(scope="session")
def server(notebooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(notebooks, tmp_path_factory.mktemp("served")) as running:
        yield running
