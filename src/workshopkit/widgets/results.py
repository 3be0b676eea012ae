"""A table and a chart that follow what is going on."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import anywidget
import traitlets

from workshopkit.analysis.charts import describe, to_svg, untitled
from workshopkit.analysis.summary import Summary
from workshopkit.analysis.theme import THEMES
from workshopkit.widgets.live_desk import LiveDesk
from workshopkit.widgets.pace import Paced

PAUSE = 1.0
"""Seconds between two drawings, at the least."""
HERE = Path(__file__).parent
View = Mapping[str, Any]


class Summarise(Protocol):
    def __call__(self, view: View, *, lang: str) -> Summary: ...


class Draw(Protocol):
    def __call__(self, view: View, *, lang: str, theme: str) -> Any: ...


class Results(anywidget.AnyWidget):
    """What an activity came to, as everyone may see it: nothing that is still hidden.

    Made by the ``results`` of a workshop and of its activities. It draws itself anew at most
    once a second, and only while some page shows it.
    """

    version = traitlets.Int(read_only=True).tag(sync=True)
    _table = traitlets.Dict(read_only=True).tag(sync=True)
    _chart = traitlets.Dict(read_only=True).tag(sync=True)

    _esm = HERE / "results.js"
    _css = HERE / "results.css"

    def __init__(
        self,
        desk: LiveDesk,
        *,
        of: str,
        view: Callable[[], View],
        summary: Summarise,
        chart: Draw | None = None,
        lang: str = "en",
    ) -> None:
        super().__init__()
        self._desk = desk
        self._of = of
        self._view = view
        self._summarise = summary
        self._draw = chart
        self._lang = lang
        self._shown_in = 0
        self._drawn: View | None = None
        self._paced = Paced(self._update, pause=PAUSE)
        self._update()
        self._stop: Callable[[], None] | None = desk.watch(self._changed)
        self.on_msg(self._heard)

    @property
    def table(self) -> Mapping[str, Any]:
        """What the table shows now: caption, headings, rows."""
        table: Mapping[str, Any] = self._table
        return table

    def close(self) -> None:
        """Take it off the page and stop following."""
        stop: Callable[[], None] | None = getattr(self, "_stop", None)
        if stop is not None:
            self._stop = None
            self._paced.cancel()
            stop()
        super().close()

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

    def _update(self) -> None:
        view = self._view()
        if view == self._drawn:
            return
        self._drawn = view
        summary = self._summarise(view, lang=self._lang)
        draw = self._draw if summary.charted else None
        with self.hold_sync():
            self.set_trait("_table", summary.to_dict())
            self.set_trait("_chart", self._pictures(draw, view) if draw else {})
            self.set_trait("version", self._desk.version)

    def _pictures(self, draw: Draw, view: View) -> dict[str, str]:
        charts = {theme: draw(view, lang=self._lang, theme=theme) for theme in THEMES}
        pictures = {theme: _data_uri(to_svg(untitled(chart))) for theme, chart in charts.items()}
        return {**pictures, "alt": describe(charts["light"])}

    def __repr__(self) -> str:
        return f"Results({self._of})"


def _data_uri(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
