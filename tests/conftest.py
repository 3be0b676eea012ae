"""What every test gets: async tests on a loop of their own, and no way to the user's own files."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# A test machine may be slow and busy: no example fails for the time that it takes.
settings.register_profile(
    "workshopkit",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("workshopkit")

pytest_plugins = ["pytest_jupyter.jupyter_server"]


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Databases, tokens and Jupyter's files of a test run go to a folder of its own."""
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WORKSHOPKIT_DATABASE", raising=False)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(folder / name.lower()))
        patch.setenv("LOCALAPPDATA", str(folder / "localappdata"))
        yield
