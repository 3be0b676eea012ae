"""Runs a notebook in a kernel of its own, as a facilitator's page does."""

from __future__ import annotations

import os
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from workshopkit.errors import NotebookProblem
from workshopkit.log.place import VARIABLE

CELL_SECONDS = 120


class RunningNotebook:
    """A notebook with its kernel; its cells can be run again and again."""

    def __init__(self, path: Path, client: Any) -> None:
        self._path = path
        self._client = client

    async def run_all(self) -> None:
        """Run all cells from top to bottom; `NotebookProblem` names the one that raises."""
        for index, cell in enumerate(self._client.nb.cells):
            await self._run(index, cell)

    async def _run(self, index: int, cell: Any) -> None:
        from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

        try:
            await self._client.async_execute_cell(cell, index)
        except CellExecutionError as error:
            reason = f"raises {error.ename}: {error.evalue}"
        except CellTimeoutError:
            reason = f"takes more than {CELL_SECONDS} seconds"
        except DeadKernelError:
            reason = "ends its kernel"
        else:
            return
        raise NotebookProblem(f"{self._path.name}: cell {index + 1} {_one_line(reason)}.")


@asynccontextmanager
async def running(path: Path, *, database: Path) -> AsyncIterator[RunningNotebook]:
    """Start the notebook's kernel on a database; it ends with the context."""
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient import NotebookClient

    notebook = read(path)
    place = {"metadata": {"path": str(path.absolute().parent)}}
    client = NotebookClient(notebook, timeout=CELL_SECONDS, resources=place)
    try:
        environment = {**os.environ, VARIABLE: str(database)}
        # What cells print comes by itself; this is only the kernel's talk about itself.
        async with client.async_setup_kernel(env=environment, stderr=subprocess.DEVNULL):
            yield RunningNotebook(path, client)
    except NoSuchKernel as error:
        raise NotebookProblem(f"{path.name} needs a kernel that is not here: {error}.") from error


def read(path: Path) -> Any:
    """The notebook in a file; `NotebookProblem` where there is none."""
    import nbformat

    if not path.is_file():
        raise NotebookProblem(f"There is no notebook {path}.")
    try:
        return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except Exception as error:  # whatever nbformat trips over in a file that is no notebook
        raise NotebookProblem(f"{path} cannot be read as a notebook.") from error


def _one_line(text: str) -> str:
    return " ".join(text.split())
