"""The environment that the tests run in, an editable install as `make` makes it."""

from __future__ import annotations

import sys
from pathlib import Path

from jupyter_server.extension.manager import ExtensionPackage

CLONE = Path(__file__).parents[2]
ENABLED = Path("jupyter_server_config.d/workshopkit.json")


def test_the_server_extension_is_enabled_here_too() -> None:
    installed = Path(sys.prefix) / "etc/jupyter" / ENABLED
    assert installed.read_bytes() == (CLONE / "jupyter-config" / ENABLED).read_bytes()


def test_the_enabled_name_is_a_package_with_extension_points() -> None:
    assert ExtensionPackage(name="workshopkit.server", enabled=True).validate()


def test_the_voila_template_is_installed_for_voila_inside_jupyter() -> None:
    installed = Path(sys.prefix) / "share/jupyter/voila/templates/workshopkit"
    assert (installed / "index.html.j2").is_file()
