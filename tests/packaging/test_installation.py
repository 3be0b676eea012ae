"""The wheel in an empty environment, outside the clone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.packaging.conftest import Installation
from tests.packaging.served import Served

pytestmark = pytest.mark.slow


def test_the_command_explains_itself(installation: Installation) -> None:
    for command in (["workshopkit"], ["python", "-m", "workshopkit"]):
        assert "serve" in installation.run(*command, "--help")


def test_data_workshops_and_bundle_are_found_inside_the_package(
    installation: Installation,
) -> None:
    code = (
        "import json; from workshopkit import resources as r;"
        "folders = r.data_folder(), r.workshops_folder(), r.static_folder();"
        "print(json.dumps([str(r.PACKAGE), *map(str, folders)]))"
    )
    package, *folders = map(Path, json.loads(installation.run("python", "-c", code)))
    assert package.is_relative_to(installation.root)
    assert folders == [package / name for name in ("data", "workshops", "static")]
    assert all(folder.is_dir() for folder in folders)


def test_the_server_extension_is_enabled_by_the_install(installation: Installation) -> None:
    listed = installation.run("jupyter", "server", "extension", "list")
    ours = listed.partition("workshopkit.server")[2]
    assert "enabled" in ours.splitlines()[0]
    assert "OK" in ours
    assert "validation failed" not in listed


def test_the_voila_template_is_where_voila_looks_for_it(installation: Installation) -> None:
    code = (
        "from voila.paths import collect_template_paths as c;"
        "print(c(['voila', 'nbconvert'], 'workshopkit', prune=True)[0])"
    )
    template = Path(installation.run("python", "-c", code).strip())
    assert template == installation.root / "share/jupyter/voila/templates/workshopkit"
    assert (template / "index.html.j2").is_file()


def test_it_serves_the_bundled_retrospective(installation: Installation) -> None:
    with Served(installation) as server:
        assert json.loads(server.page("workshopkit/health"))["status"] == "ok"
        assert "retrospective" in server.page(server.link).lower()
        retrospective = server.page("voila/render/retrospective.ipynb")
    assert "application/vnd.jupyter.widget-view+json" in retrospective
    assert "Traceback" not in retrospective
