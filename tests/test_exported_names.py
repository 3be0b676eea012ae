"""The front door: a few names, sorted, and nothing heavy behind it until they are used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import workshopkit

HEAVY = ("altair", "anywidget", "ipywidgets", "numpy", "pandas", "sklearn", "tornado", "voila")


def test_the_names_are_these() -> None:
    assert workshopkit.__all__ == [
        "ActionReview",
        "ExperimentBoard",
        "GoalMap",
        "HealthCheck",
        "Poll",
        "RetroBoard",
        "Team",
        "Workshop",
    ]
    assert sorted(workshopkit.__all__) == workshopkit.__all__


@pytest.mark.parametrize("name", workshopkit.__all__)
def test_each_name_leads_to_its_class_and_is_documented(name: str) -> None:
    found = getattr(workshopkit, name)
    assert found.__name__ == name
    assert ">>>" in found.__doc__
    assert name in dir(workshopkit)


def test_any_other_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'Retro'"):
        _ = workshopkit.Retro


def loaded_after(statement: str) -> set[str]:
    script = f"{statement}\nimport sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_after("import workshopkit") & set(HEAVY)


def test_the_widgets_load_no_tables_or_charts() -> None:
    loaded = loaded_after(f"from workshopkit import {', '.join(workshopkit.__all__)}")
    assert not loaded & {"altair", "numpy", "pandas", "sklearn", "vl_convert", "voila"}
