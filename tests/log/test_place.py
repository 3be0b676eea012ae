"""A log is found by its address, or it is said in one line why not."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import platformdirs
import pytest

from workshopkit.errors import LogUnavailable
from workshopkit.log import find_database, open_log, user_folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for the user's data."""
    folder = tmp_path / "data"
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: folder / name)
    monkeypatch.delenv("WORKSHOPKIT_DATABASE", raising=False)
    return folder


def refusal(address: str) -> str:
    with pytest.raises(LogUnavailable) as caught:
        open_log(address)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_path_and_an_address_name_the_same_file(tmp_path: Path) -> None:
    first = open_log(str(tmp_path / "log.db"))
    second = open_log(f"sqlite:///{tmp_path / 'log.db'}")
    assert first.database_id == second.database_id
    first.close()
    second.close()


def test_three_slashes_begin_a_relative_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_database("sqlite:///log.db") == tmp_path / "log.db"
    assert find_database("log.db") == tmp_path / "log.db"


def test_a_tilde_is_the_home_folder() -> None:
    assert find_database("~/log.db") == Path.home() / "log.db"


def test_without_an_address_the_environment_decides(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOPKIT_DATABASE", str(tmp_path / "mine.db"))
    open_log().close()
    assert (tmp_path / "mine.db").is_file()
    assert not data.exists()


def test_without_any_address_it_is_a_private_file_in_the_users_data(data: Path) -> None:
    open_log().close()
    folder = data / "workshopkit"
    assert user_folder() == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "workshops.db").stat().st_mode) == 0o600


def test_an_empty_variable_counts_as_none(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOPKIT_DATABASE", "")
    assert find_database() == data / "workshopkit" / "workshops.db"


def test_an_unknown_kind_of_address_is_refused_without_its_password() -> None:
    assert refusal("oracle://ada:tiger@host/log") == (
        "A log cannot be kept in 'oracle'. Give a path or sqlite:///path."
    )


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:/log.db", "sqlite:///"])
def test_an_address_that_is_not_written_right_is_refused(address: str) -> None:
    assert "Give a path or sqlite:///path." in refusal(address)


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    message = refusal(str(tmp_path / "file" / "log.db"))
    assert str(tmp_path / "file" / "log.db") in message
    assert "Choose another place with --database or WORKSHOPKIT_DATABASE." in message


def test_a_folder_in_the_files_place_is_refused(tmp_path: Path) -> None:
    assert "Is a directory" in refusal(str(tmp_path))


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Buy milk. " * 500)
    assert "file is not a database" in refusal(str(path))
    assert path.read_text() == "Buy milk. " * 500


@pytest.mark.parametrize("there", [False, True], ids=["a new file", "one that is there"])
def test_a_place_that_cannot_be_written_is_refused(there: bool) -> None:
    # Not in tmp_path: nobody but its owner may look into that.
    with TemporaryDirectory() as name:
        folder = Path(name)
        if there:
            open_log(str(folder / "log.db")).close()
            (folder / "log.db").chmod(0o666)
        folder.chmod(0o555)
        with as_somebody_else():
            message = refusal(str(folder / "log.db"))
        folder.chmod(0o755)
    assert ("writable for you" if there else "Permission denied. Choose another") in message


def test_a_users_folder_that_cannot_be_made_is_refused(data: Path) -> None:
    data.write_text("in the way")
    with pytest.raises(LogUnavailable, match="cannot be made: Not a directory"):
        user_folder()


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Root may write everywhere, so root tries as nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
