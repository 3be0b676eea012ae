"""A chart as SVG inside the page: once in light and once in dark colours, with a text for both.

The chart's own SVG is made again of the elements and attributes that draw, so that nothing else
can be in the page, whatever its labels say.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from typing import Any

from workshopkit.analysis.charts import describe, to_svg, untitled
from workshopkit.analysis.theme import THEMES
from workshopkit.publish.markup import Markup, joined, tag

SPACE = "{http://www.w3.org/2000/svg}"
DRAWING = frozenset(
    {"svg", "g", "path", "rect", "line", "circle", "text", "tspan", "defs", "clipPath"}
)
ATTRIBUTES = frozenset(
    {
        *("d", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry"),
        *("width", "height", "viewBox", "transform", "opacity", "display", "id", "clip-path"),
        *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"),
        *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit"),
        *("font-family", "font-size", "font-weight", "font-style", "text-anchor"),
    }
)


def picture(draw: Callable[[str], Any], name: str) -> Markup:
    """The chart for both color schemes; `name` sets it apart from others in the page."""
    charts = {theme: draw(theme) for theme in THEMES}
    words = describe(charts["light"])
    drawn = (
        _svg(to_svg(untitled(chart)), f"{name}-{theme}", words, theme)
        for theme, chart in charts.items()
    )
    return tag("figure", *drawn)


def _svg(source: str, name: str, words: str, theme: str) -> Markup:
    root = ET.fromstring(source)
    size = {key: root.get(key) for key in ("width", "height", "viewBox")}
    children = joined(*(_element(child, name) for child in root))
    return tag("svg", children, class_=theme, role="img", aria_label=words, **size)


def _element(element: ET.Element, name: str) -> Markup | None:
    kind = element.tag.removeprefix(SPACE)
    if kind not in DRAWING:
        return None
    inner = (_element(child, name) for child in element)
    return tag(kind, element.text or "", *inner, **dict(_attributes(element, name)))


def _attributes(element: ET.Element, name: str) -> Iterator[tuple[str, str]]:
    """What draws; ids and what points at them by a name of the picture's own."""
    for key, value in element.attrib.items():
        if key not in ATTRIBUTES:
            continue
        if key == "id":
            value = f"{name}-{value}"
        yield key, value.replace("url(#", f"url(#{name}-")
