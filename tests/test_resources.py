"""The files that come along are found, in a clone here; in a wheel by tests/packaging."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshopkit import resources
from workshopkit.errors import WorkshopkitError


def test_data_and_workshops_are_found_in_a_clone() -> None:
    assert (resources.data_folder() / "words" / "en.json").is_file()
    assert (resources.workshops_folder() / "retrospective.ipynb").is_file()


def test_a_folder_inside_the_package_comes_before_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "workshopkit"
    (package / "data").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "workshops").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", package)
    assert resources.data_folder() == package / "data"
    assert resources.workshops_folder() == tmp_path / "workshops"


def test_a_missing_folder_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "src" / "workshopkit")
    with pytest.raises(WorkshopkitError, match=r"'data'.*Install it again"):
        resources.data_folder()


def test_the_bundle_lies_inside_the_package() -> None:
    assert resources.static_folder() == Path(resources.__file__).parent / "static"
