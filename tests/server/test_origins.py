"""Remembering where a workshop was started from, without relying on it."""

from __future__ import annotations

from pathlib import Path

from workshopkit.server.origins import MOST, Origins


def test_a_workshop_leads_back_to_its_notebook(tmp_path: Path) -> None:
    Origins(tmp_path / "o.json").remember("w", tmp_path / "a.ipynb")
    assert Origins(tmp_path / "o.json").notebook("w") == tmp_path / "a.ipynb"
    assert Origins(tmp_path / "o.json").notebook("unknown") is None


def test_the_oldest_are_forgotten_first(tmp_path: Path) -> None:
    origins = Origins(tmp_path / "o.json")
    for number in range(MOST + 1):
        origins.remember(str(number), tmp_path / "a.ipynb")
    assert origins.notebook("0") is None
    assert origins.notebook(str(MOST))


def test_a_file_that_cannot_be_used_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "o.json").write_text("{")
    assert Origins(tmp_path / "o.json").notebook("w") is None
    Origins(tmp_path / "none" / "o.json").remember("w", tmp_path)
