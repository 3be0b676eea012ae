"""Published numbers, kept beside the repository: tests that need them skip where they are not."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


@cache
def vectors_folder() -> Path:
    """The folder `shared/vectors` beside the repository, or above; skips the test without it."""
    for folder in ROOT.parents:
        if (folder / "shared" / "vectors").is_dir():
            return folder / "shared" / "vectors"
    pytest.skip("NOT CHECKED against published numbers: there is no ../shared/vectors")


def published(name: str) -> Any:
    """One entry of `vectors.json`."""
    return json.loads((vectors_folder() / "vectors.json").read_text("utf-8"))[name]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
