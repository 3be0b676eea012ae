"""The line-of-sight map: from the vision to the work, in columns, with what serves what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.charts import LINE_HEIGHT, altair, nothing_yet, sentence, titled
from workshopkit.analysis.goals import LEVELS
from workshopkit.analysis.theme import Theme, theme_named
from workshopkit.analysis.words import Say, in_language, words_of

if TYPE_CHECKING:
    import altair as alt

View = Mapping[str, Any]

BOX = 196
"""Pixels across for each box."""
COLUMN = BOX + 54
LINE_LENGTH = 27
"""Characters in a line of a box; it has four lines at most, then an ellipsis."""
BESIDE = 14
TOP = 34
"""Pixels above the boxes, for the names of the levels."""


@dataclass(frozen=True)
class Box:
    """One item of the map, where it is drawn."""

    lines: tuple[str, ...]
    flag: str
    """What is missing here, in words; nothing where all is well."""
    x: float = 0
    y: float = 0

    @property
    def height(self) -> int:
        return (len(self.lines) + bool(self.flag)) * LINE_HEIGHT + 16


def map_chart(view: View, *, lang: str = "en", theme: str = "light") -> alt.Chart:
    """The whole map: vision, goals, outcomes, work, with a line for each link.

    What no work serves, what serves no goal and what has no measure says so in its box.

    >>> map_chart(view)
    """
    colours, say = theme_named(theme), words_of(lang)
    title = in_language(view["title"], lang)
    if not view["items"]["order"]:
        return nothing_yet(title, say("goals.empty"), colours)
    boxes = placed(view, say)
    chart = _drawn(view, boxes, say, colours)
    return titled(chart, title, _in_words(view, title, say), colours)


def placed(view: View, say: Say) -> dict[str, Box]:
    """A box for each item: levels side by side, each under what it serves where that can be."""
    boxes = {id_: _box(view, id_, say) for id_ in view["items"]["order"]}
    columns = [_of_level(view, level) for level in levels_in(view)]
    height = max(_height(boxes[id_] for id_ in ids) for ids in columns)
    for number, ids in enumerate(columns):
        ordered = _near_parents(view, ids, boxes)
        spare = (height - _height(boxes[id_] for id_ in ids)) / (len(ids) + 1)
        y = TOP + spare
        for id_ in ordered:
            box = boxes[id_]
            boxes[id_] = Box(box.lines, box.flag, number * COLUMN, y)
            y += box.height + BESIDE + spare
    return boxes


def levels_in(view: View) -> list[str]:
    """The levels that the map has items of, the highest first."""
    used = {item["level"] for item in view["items"]["items"].values()}
    return [level for level in LEVELS if level in used]


def flags(view: View) -> dict[str, str]:
    """What is missing, as the word's key by item."""
    found = ("unserved", "aimless", "unmeasured")
    return {id_: finding for finding in found for id_ in view["sight"][finding]}


def _of_level(view: View, level: str) -> list[str]:
    items = view["items"]["items"]
    return [id_ for id_ in view["items"]["order"] if items[id_]["level"] == level]


def _box(view: View, id_: str, say: Say) -> Box:
    text = view["items"]["items"][id_]["text"]
    lines = textwrap.wrap(text, LINE_LENGTH, max_lines=4, placeholder=" …")
    missing = flags(view).get(id_)
    return Box(tuple(lines or [""]), f"△ {say(f'goals.{missing}')}" if missing else "")


def _height(boxes: Iterable[Box]) -> float:
    return sum(box.height + BESIDE for box in boxes)


def _near_parents(view: View, ids: Sequence[str], boxes: Mapping[str, Box]) -> list[str]:
    """The same in the order of their parents' middle, so that few lines cross."""
    parents: dict[str, list[float]] = {}
    for link in view["links"]["items"].values():
        parents.setdefault(link["child"], []).append(boxes[link["parent"]].y)
    last = float("inf")
    middle = {id_: sum(ys) / len(ys) for id_, ys in parents.items()}
    return sorted(ids, key=lambda id_: middle.get(id_, last))


def _drawn(view: View, boxes: Mapping[str, Box], say: Say, theme: Theme) -> Any:
    alt = altair()
    levels = levels_in(view)
    width = len(levels) * COLUMN - (COLUMN - BOX)
    height = max(box.y + box.height for box in boxes.values()) + 2
    x = alt.Scale(domain=[0, width], nice=False, zero=False)
    y = alt.Scale(domain=[height, 0], nice=False, zero=False)
    at = {"x": alt.X("x:Q", axis=None, scale=x), "y": alt.Y("y:Q", axis=None, scale=y)}
    layers = [
        _lines(_link_rows(view, boxes), theme).encode(**at, x2="x2:Q", y2="y2:Q"),
        _frames(_box_rows(boxes, theme)).encode(**at, x2="x2:Q", y2="y2:Q"),
        _texts(_line_rows(boxes, theme)).encode(**at),
        _texts(_level_rows(levels, say, theme), fontWeight="bold").encode(**at),
    ]
    return alt.layer(*layers).properties(width=width, height=height)


def _lines(rows: Sequence[View], theme: Theme) -> Any:
    alt = altair()
    return alt.Chart(alt.Data(values=list(rows))).mark_rule(
        color=theme.quiet, strokeWidth=1.5, opacity=0.7
    )


def _frames(rows: Sequence[View]) -> Any:
    alt = altair()
    return (
        alt.Chart(alt.Data(values=list(rows)))
        .mark_rect(cornerRadius=8, strokeWidth=1.5)
        .encode(
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )


def _texts(rows: Sequence[View], **style: Any) -> Any:
    alt = altair()
    return (
        alt.Chart(alt.Data(values=list(rows)))
        .mark_text(align="left", baseline="top", fontSize=13, limit=BOX - 16, **style)
        .encode(text="text:N", color=alt.Color("colour:N", scale=None))
    )


def _link_rows(view: View, boxes: Mapping[str, Box]) -> list[View]:
    ends = [
        (boxes[link["parent"]], boxes[link["child"]]) for link in view["links"]["items"].values()
    ]
    return [
        {
            "x": parent.x + BOX,
            "y": parent.y + parent.height / 2,
            "x2": child.x,
            "y2": child.y + child.height / 2,
        }
        for parent, child in ends
    ]


def _box_rows(boxes: Mapping[str, Box], theme: Theme) -> list[View]:
    return [
        {
            "x": box.x,
            "y": box.y,
            "x2": box.x + BOX,
            "y2": box.y + box.height,
            "fill": theme.sheet,
            "stroke": theme.change if box.flag else theme.quiet,
        }
        for box in boxes.values()
    ]


def _line_rows(boxes: Mapping[str, Box], theme: Theme) -> list[View]:
    return [
        {"x": box.x + 9, "y": box.y + 9 + n * LINE_HEIGHT, "text": line, "colour": colour}
        for box in boxes.values()
        for n, (line, colour) in enumerate(
            [*((line, theme.ink) for line in box.lines), (box.flag, theme.change)]
        )
        if line
    ]


def _level_rows(levels: Sequence[str], say: Say, theme: Theme) -> list[View]:
    return [
        {"x": n * COLUMN, "y": 4, "text": say(f"goals.level.{level}"), "colour": theme.quiet}
        for n, level in enumerate(levels)
    ]


def _in_words(view: View, title: str, say: Say) -> str:
    items = view["items"]["items"]
    counted = ", ".join(
        f"{say(f'goals.level.{level}')}: {len(_of_level(view, level))}" for level in levels_in(view)
    )
    missing = "".join(
        f" {items[id_]['text']}: {say(f'goals.{finding}')}." for id_, finding in flags(view).items()
    )
    return f"{sentence(title)}{counted}.{missing}"
