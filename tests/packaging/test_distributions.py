"""What the sdist and the wheel hold."""

from __future__ import annotations

import json
import tarfile
import zipfile
from pathlib import Path

import pytest

CLONE = Path(__file__).parents[2]


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.slow
def test_the_wheel_holds_the_bundle_with_every_file_that_its_manifest_names(wheel: Path) -> None:
    static = "workshopkit/static/"
    with zipfile.ZipFile(wheel) as archive:
        manifest = json.loads(archive.read(f"{static}manifest.json"))
    assert manifest
    assert {static + name for name in manifest.values()} <= names_in(wheel)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["data", "workshops"])
def test_the_wheel_holds_every_file_of_data_and_workshops(
    wheel: Path, fresh_clone: Path, folder: str
) -> None:
    kept = [path for path in (fresh_clone / folder).rglob("*") if path.is_file()]
    assert kept
    assert {f"workshopkit/{path.relative_to(fresh_clone)}" for path in kept} <= names_in(wheel)


@pytest.mark.slow
def test_the_wheel_says_that_it_is_typed_and_under_which_licence(wheel: Path) -> None:
    assert "workshopkit/py.typed" in names_in(wheel)
    assert "workshopkit-0.1.0.dist-info/licenses/LICENSE" in names_in(wheel)


@pytest.mark.slow
def test_a_wheel_from_the_sdist_without_npm_holds_what_one_from_the_clone_does(
    wheel: Path, wheel_from_sdist: Path
) -> None:
    assert names_in(wheel_from_sdist) == names_in(wheel)


@pytest.mark.slow
def test_the_sdist_holds_the_front_ends_source_beside_the_bundle(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "src/frontend/build.mjs",
        "src/frontend/package-lock.json",
        "src/workshopkit/static/manifest.json",
        "LICENSE",
        "README.md",
    } <= names
    assert not [name for name in names if "node_modules" in name]


def test_the_lock_file_of_the_front_end_names_no_host() -> None:
    lock = json.loads((CLONE / "src/frontend/package-lock.json").read_text(encoding="utf-8"))
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
