"""The keys persist, and are never weak."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from workshopkit.errors import WorkshopkitError
from workshopkit.server.credentials import load_credentials


def test_the_same_keys_come_back_so_a_restart_logs_nobody_out(tmp_path: Path) -> None:
    made = load_credentials(tmp_path / "new")
    assert load_credentials(tmp_path / "new") == made
    assert len(made.token) >= 43
    assert made.token not in repr(made)


def test_keys_that_others_could_read_are_hidden_again(tmp_path: Path) -> None:
    load_credentials(tmp_path)
    (tmp_path / "server.json").chmod(0o644)
    load_credentials(tmp_path)
    assert stat.S_IMODE((tmp_path / "server.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "{}", '{"token": "", "cookie_secret": ""}'])
def test_keys_that_would_let_everyone_in_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "server.json").write_text(text)
    with pytest.raises(WorkshopkitError, match="Delete it to start anew"):
        load_credentials(tmp_path)


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkshopkitError, match="cannot be kept in"):
        load_credentials(tmp_path / "file")
