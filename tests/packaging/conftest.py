"""The sdist and the wheel, and an empty environment with the wheel in it: each made once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

CLONE = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What the command prints; a failure shows all of it."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, f"{command} failed:\n{done.stdout}"
    return done.stdout


@dataclass(frozen=True)
class Installation:
    """An environment that has workshopkit and nothing of the clone."""

    root: Path
    home: Path

    @property
    def scripts(self) -> Path:
        return self.root / ("Scripts" if os.name == "nt" else "bin")

    def run(self, command: str, *arguments: str) -> str:
        return run(self.scripts / command, *arguments, cwd=self.home, **self.environment)

    @property
    def environment(self) -> dict[str, str]:
        """With the user's folders in a home of its own, and no modules of anyone else's."""
        data = str(self.home / "data")
        return {"HOME": str(self.home), "XDG_DATA_HOME": data, "PYTHONPATH": ""}


@pytest.fixture(scope="session")
def fresh_clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that git keeps or would keep, elsewhere: building leaves the real clone alone."""
    clone = tmp_path_factory.mktemp("clone")
    listed = run("git", "ls-files", "-z", "-co", "--exclude-standard", cwd=CLONE)
    for name in filter(None, listed.split("\0")):
        if (CLONE / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CLONE / name, clone / name)
    return clone


@pytest.fixture(scope="session")
def sdist(fresh_clone: Path) -> Path:
    return _built(fresh_clone, "--sdist")


@pytest.fixture(scope="session")
def wheel(fresh_clone: Path) -> Path:
    return _built(fresh_clone, "--wheel")


@pytest.fixture(scope="session")
def wheel_from_sdist(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built where npm can fetch nothing: neither from the network nor from its cache."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    npm = {"npm_config_offline": "true", "npm_config_cache": str(folder / "npm")}
    return _built(next(folder.iterdir()), "--wheel", **npm)


@pytest.fixture(scope="session")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    made = Installation(tmp_path_factory.mktemp("venv"), tmp_path_factory.mktemp("home"))
    venv.create(made.root, with_pip=True)
    made.run("python", "-m", "pip", "install", "--quiet", str(wheel))
    return made


def _built(source: Path, kind: str, **environment: str) -> Path:
    run(sys.executable, "-m", "build", kind, "--no-isolation", cwd=source, **environment)
    suffix = "*.tar.gz" if kind == "--sdist" else "*.whl"
    return next((source / "dist").glob(suffix))
