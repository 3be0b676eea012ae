"""Which notebook a workshop was started from, so that it can be resumed there."""

from __future__ import annotations

from pathlib import Path

import msgspec

from workshopkit.log import user_folder

MOST = 1000


class Origins:
    """A small file beside the server's keys: convenience, never the truth about a workshop."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or user_folder() / "origins.json"

    def remember(self, workshop: str, notebook: Path) -> None:
        known = self._read()
        if known.get(workshop) == str(notebook):
            return
        known.pop(workshop, None)
        known[workshop] = str(notebook)
        latest = dict(list(known.items())[-MOST:])
        try:
            self._file.write_bytes(msgspec.json.encode(latest))
        except OSError:
            return  # the workshop runs as well without it

    def notebook(self, workshop: str) -> Path | None:
        found = self._read().get(workshop)
        return Path(found) if found else None

    def _read(self) -> dict[str, str]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, str])
        except (OSError, msgspec.DecodeError):
            return {}
