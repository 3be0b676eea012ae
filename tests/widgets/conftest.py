"""A database and a front end of each test's own, and kernels that it can tell apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from workshopkit import Workshop
from workshopkit.widgets import base, live_desk

OtherKernel = Callable[[], AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("WORKSHOPKIT_DATABASE", str(tmp_path / "workshops.db"))
    for name in ("QUERY_STRING", "VOILA_PREHEAT"):
        monkeypatch.delenv(name, raising=False)
    yield
    Workshop.close_all()
    close_desks()


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for the front end, so that these tests need no build."""
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "widget.js").write_text("export default {}", "utf-8")
    (folder / "widget.css").write_text(".wk {}", "utf-8")
    monkeypatch.setattr(base, "static_folder", lambda: folder)
    return folder


@pytest.fixture
def workshop() -> Workshop:
    return Workshop("Sprint 12", team="Benefits service")


@pytest.fixture
def other_kernel(monkeypatch: pytest.MonkeyPatch) -> OtherKernel:
    """``with other_kernel():`` nothing that is open here is known there, or the other way."""

    @contextmanager
    def there() -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr(live_desk, "_open", {})
            yield
            close_desks()

    return there


def close_desks() -> None:
    for desk in list(live_desk._open.values()):
        desk.close()
