"""A widget that draws a workshop anew when it changes, while some page shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from workshopkit.widgets.live_desk import LiveDesk
from workshopkit.widgets.pace import Paced

PAUSE = 1.0
"""Seconds between two drawings, at the least."""
HERE = Path(__file__).parent


class Followed(anywidget.AnyWidget):
    """What follows a workshop at most once a second. `_update` draws it."""

    version = traitlets.Int(read_only=True).tag(sync=True)

    def __init__(self, desk: LiveDesk) -> None:
        super().__init__()
        self._desk = desk
        self._shown_in = 0
        self._paced = Paced(self._update, pause=PAUSE)
        self._update()
        self._stop: Callable[[], None] | None = desk.watch(self._changed)
        self.on_msg(self._heard)

    def close(self) -> None:
        """Take it off the page and stop following."""
        stop: Callable[[], None] | None = getattr(self, "_stop", None)
        if stop is not None:
            self._stop = None
            self._paced.cancel()
            stop()
        super().close()

    def _update(self) -> None:
        raise NotImplementedError

    def _changed(self) -> None:
        if self._shown_in:
            self._paced()

    def _heard(self, widget: object, content: Any, buffers: object) -> None:
        """Pages say when they begin and end to show it."""
        match content.get("type") if isinstance(content, Mapping) else None:
            case "shown":
                self._shown_in += 1
                self._desk.soon(self._paced)
            case "gone":
                self._shown_in = max(0, self._shown_in - 1)
