"""What every widget of ours has: its module, what can be observed, and the way to the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import anywidget
import traitlets

from workshopkit.errors import WorkshopkitError
from workshopkit.resources import static_folder
from workshopkit.widgets.comm_wires import CommWires
from workshopkit.widgets.live_desk import LiveDesk


class LiveWidget(anywidget.AnyWidget):
    """A widget that follows a workshop.

    ``phase``, ``version`` and ``live`` can be observed, in Python and in the page; they
    change by themselves, also while no cell runs. Nothing secret is ever a trait, for
    traits are saved in notebooks.
    """

    phase = traitlets.Unicode(read_only=True).tag(sync=True)
    version = traitlets.Int(read_only=True).tag(sync=True)
    live = traitlets.Bool(read_only=True).tag(sync=True)
    _component = traitlets.Unicode(read_only=True).tag(sync=True)
    _activity = traitlets.Unicode(read_only=True).tag(sync=True)

    def __init__(self, desk: LiveDesk, *, component: str, activity: str = "") -> None:
        self._desk = desk
        self._wires = CommWires(desk.connect, self.send)
        self.set_trait("_component", component)
        self.set_trait("_activity", activity)
        self._follow()
        super().__init__()
        self._stop: Callable[[], None] | None = desk.watch(self._follow)
        self.on_msg(self._heard)

    @property
    def _esm(self) -> str:
        return built("widget.js")

    @property
    def _css(self) -> str:
        return built("widget.css")

    def close(self) -> None:
        """Take the widget off the page and stop following; what was said stays in the log."""
        stop: Callable[[], None] | None = getattr(self, "_stop", None)
        if stop is not None:
            self._stop = None
            self._desk.soon(self._wires.close)
            stop()
        super().close()

    def _seen(self) -> tuple[str, bool]:
        """The phase, and whether it is live."""
        raise NotImplementedError

    def _follow(self) -> None:
        phase, live = self._seen()
        with self.hold_sync():
            self.set_trait("phase", phase)
            self.set_trait("live", live)
            self.set_trait("version", self._desk.version)

    def _heard(self, widget: object, content: Any, buffers: object) -> None:
        """What the page says: it opens, or it talks to the room through the comm."""
        if not isinstance(content, Mapping):
            return
        match content.get("type"):
            case "open":
                self.send(self._offer())
            case "wire" | "unwire":
                self._desk.soon(partial(self._wires.receive, content))

    def _offer(self) -> dict[str, str]:
        """Where the workshop is, with a fresh right to lead it."""
        return {
            "type": "offer",
            "database": self._desk.log.database_id,
            "workshop": self._desk.workshop,
            "code": self._desk.view["workshop"]["code"],
            "ticket": self._desk.ticket(),
        }


def built(name: str) -> str:
    """A file of the built front end; where it was never built, how to build it."""
    path = static_folder() / name
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise WorkshopkitError(
            f"The front end has not been built: {name} is missing. In a clone of the "
            "repository run `make frontend`; otherwise install workshopkit again."
        ) from None
