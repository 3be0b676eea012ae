"""The built front end, as the server hands it out: hashed names from its manifest."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

_hashed = re.compile(r"[\w.-]+\.[0-9A-Za-z]{8,}\.(js|css|json)")


def is_hashed(name: str) -> bool:
    """Whether a file may be cached for good: its name changes with its content."""
    return _hashed.fullmatch(name) is not None


class Bundle:
    """Finds the hashed file behind a logical name, and reads again when it was built anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read_at: float | None = None
        self._names: dict[str, str] = {}

    def file(self, name: str) -> str | None:
        """The hashed name of a file; none where the front end is not built."""
        return self._manifest().get(name)

    def _manifest(self) -> dict[str, str]:
        path = self.folder / "manifest.json"
        try:
            changed = path.stat().st_mtime
        except OSError:
            return {}
        if changed != self._read_at:
            self._names = msgspec.json.decode(path.read_bytes(), type=dict[str, str])
            self._read_at = changed
        return self._names
