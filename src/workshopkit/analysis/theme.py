"""The colours of charts: the screens' own tokens, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workshopkit.errors import UnknownName

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'

SIGNS: Mapping[str, str] = {"keep": "+", "change": "△", "wonder": "?"}
"""The sign that stands beside each kind's colour, so that nothing rests on colour alone."""


@dataclass(frozen=True)
class Theme:
    """What a chart is painted with; hexadecimal colours."""

    sheet: str
    line: str
    ink: str
    quiet: str
    act: str
    keep: str
    change: str
    wonder: str
    amber: str
    on_amber: str
    """What is written on amber, which is a bright colour in either theme."""
    alert: str

    def kind(self, name: str) -> str:
        """The colour of a kind of column: keep, change or wonder."""
        return {"keep": self.keep, "change": self.change, "wonder": self.wonder}[name]

    def light(self, name: str) -> str:
        """The colour of an answer about how things are; grey where somebody cannot say."""
        known = {"green": self.keep, "amber": self.amber, "red": self.alert}
        return known.get(name, self.line)

    def on_light(self, name: str) -> str:
        """The colour of what is written on it."""
        return {"amber": self.on_amber, "cannot_say": self.ink}.get(name, self.sheet)


LIGHT = Theme(
    sheet="#ffffff",
    line="#d9d4c8",
    ink="#1b1f27",
    quiet="#565b66",
    act="#0b5d57",
    keep="#1f6f3d",
    change="#a33a14",
    wonder="#4b3fa0",
    amber="#f5b83d",
    on_amber="#1b1f27",
    alert="#a8140f",
)
DARK = Theme(
    sheet="#1d2128",
    line="#363c46",
    ink="#f2efe8",
    quiet="#b3b8c2",
    act="#5fd0c3",
    keep="#7bd69b",
    change="#ffab8a",
    wonder="#b9b0ff",
    amber="#ffd166",
    on_amber="#1d2128",
    alert="#ff9a94",
)
THEMES: Mapping[str, Theme] = {"light": LIGHT, "dark": DARK}


def theme_named(name: str) -> Theme:
    """The theme ``light`` or ``dark``; `UnknownName` for any other."""
    if name not in THEMES:
        raise UnknownName("theme", name, THEMES)
    return THEMES[name]
