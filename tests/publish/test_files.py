"""Which files are written, and where; a place that cannot be written is told in one line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.publish.records import made
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.publish.files import files, write, zipped
from workshopkit.publish.json_file import from_json

NAMES = ["record.md", "record.html", "record.json", "actions.ics"]


def test_a_folder_gets_every_format_and_a_folder_of_tables(tmp_path: Path) -> None:
    written = write(made(), tmp_path / "new" / "folder")
    names = [path.relative_to(tmp_path / "new" / "folder").as_posix() for path in written]
    assert [name for name in names if not name.startswith("tables/")] == NAMES
    assert len([name for name in names if name.startswith("tables/")]) == 10
    assert all(path.stat().st_size for path in written)


def test_only_what_was_asked_for_is_written(tmp_path: Path) -> None:
    written = write(made(), tmp_path, ["json", "md"])
    assert [path.name for path in written] == ["record.md", "record.json"]


def test_a_file_of_one_format_is_named_by_its_ending(tmp_path: Path) -> None:
    (path,) = write(made(), tmp_path / "it.JSON")
    assert from_json(path.read_bytes()) == made()
    (page,) = write(made(), tmp_path / "it.html", ["html"], lang="cy")
    assert '<html lang="cy">' in page.read_text("utf-8")


def test_a_zip_holds_them_all_and_is_the_same_every_time(tmp_path: Path) -> None:
    (path,) = write(made(), tmp_path / "it.zip")
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        assert set(NAMES) <= set(archive.namelist())
        assert from_json(archive.read("record.json")) == made()
    assert zipped(files(made(), ["md"])) == zipped(files(made(), ["md"]))


def test_a_folder_may_be_called_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "minutes.md").mkdir()
    assert len(write(made(), tmp_path / "minutes.md", ["json"])) == 1


def test_an_unknown_format_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'html'"):
        write(made(), tmp_path, ["htm"])


@pytest.mark.parametrize(
    ("name", "formats", "reason"),
    [
        ("it.csv", [], "several tables"),
        ("it.md", ["html"], "no room for other formats"),
    ],
)
def test_what_has_no_room_in_one_file_is_refused(
    tmp_path: Path, name: str, formats: list[str], reason: str
) -> None:
    with pytest.raises(WorkshopkitError, match=reason):
        write(made(), tmp_path / name, formats)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorkshopkitError, match="cannot be written") as problem:
        write(made(), tmp_path / "file" / "it.md")
    assert "\n" not in str(problem.value)
