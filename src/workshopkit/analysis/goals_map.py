"""The line-of-sight map: from the vision to the work, in columns, with what serves what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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


Stop = tuple[str, int]
"""An item in a column: in its own a box, in those on the way to what serves it a lane for lines."""


@dataclass(frozen=True)
class Box:
    """What is drawn at a stop, and where; a lane has neither lines nor a flag."""

    lines: tuple[str, ...] = ()
    flag: str = ""
    """What is missing here, in words; nothing where all is well."""
    x: float = 0
    y: float = 0

    @property
    def height(self) -> int:
        lines = len(self.lines) + bool(self.flag)
        return lines * LINE_HEIGHT + 16 if lines else 2

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def map_chart(view: View, *, lang: str = "en", theme: str = "light") -> alt.Chart:
    """The whole map: vision, goals, outcomes, work, with a line for each link.

    What no work serves, what serves no goal and what has no measure says so in its box.

    >>> map_chart(view)
    """
    colours, say = theme_named(theme), words_of(lang)
    title = in_language(view["title"], lang)
    if not view["items"]["order"]:
        return nothing_yet(title, say("goals.empty"), colours)
    chart = _drawn(view, placed(view, say), say, colours)
    return titled(chart, title, _in_words(view, title, say), colours)


def placed(view: View, say: Say) -> dict[Stop, Box]:
    """Every box and lane: levels side by side, each near what it serves, so few lines cross."""
    before = _stops_before(view)
    boxes = {stop: _box(view, stop, say) for stop in before}
    columns = [
        [stop for stop in before if stop[1] == number] for number in range(len(levels_in(view)))
    ]
    tallest = max(_height(boxes, stops) for stops in columns)
    for number, stops in enumerate(columns):
        spare = (tallest - _height(boxes, stops)) / (len(stops) + 1)
        y = TOP + spare
        for stop in sorted(stops, key=lambda each: _middle(boxes, before[each])):
            boxes[stop] = replace(boxes[stop], x=number * COLUMN, y=y)
            y += boxes[stop].height + BESIDE + spare
    return boxes


def _stops_before(view: View) -> dict[Stop, list[Stop]]:
    """Every stop with those that lines come from, one column to the left."""
    own = {id_: _column(view, id_) for id_ in view["items"]["order"]}
    before: dict[Stop, list[Stop]] = {(id_, column): [] for id_, column in own.items()}
    for link in view["links"]["items"].values():
        parent, child = link["parent"], link["child"]
        for column in range(own[parent] + 1, own[child]):
            before[parent, column] = [(parent, column - 1)]
        before[child, own[child]].append((parent, own[child] - 1))
    return before


def _column(view: View, id_: str) -> int:
    return levels_in(view).index(view["items"]["items"][id_]["level"])


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


def _box(view: View, stop: Stop, say: Say) -> Box:
    id_, column = stop
    if column != _column(view, id_):
        return Box()
    text = view["items"]["items"][id_]["text"]
    lines = textwrap.wrap(text, LINE_LENGTH, max_lines=4, placeholder=" …")
    missing = flags(view).get(id_)
    return Box(tuple(lines or [""]), f"△ {say(f'goals.{missing}')}" if missing else "")


def _height(boxes: Mapping[Stop, Box], stops: Iterable[Stop]) -> float:
    return sum(boxes[stop].height + BESIDE for stop in stops)


def _middle(boxes: Mapping[Stop, Box], stops: Sequence[Stop]) -> float:
    """The mean height of these; below all others where there are none."""
    if not stops:
        return float("inf")
    return sum(boxes[stop].middle for stop in stops) / len(stops)


def _drawn(view: View, boxes: Mapping[Stop, Box], say: Say, theme: Theme) -> Any:
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
    return alt.Chart(alt.Data(values=list(rows))).mark_rule(color=theme.quiet, strokeWidth=1.2)


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


def _link_rows(view: View, boxes: Mapping[Stop, Box]) -> list[View]:
    """The parts of the lines: between columns, and along the lanes through them."""
    between = [
        {"x": boxes[left].x + BOX, "y": boxes[left].middle, "x2": box.x, "y2": box.middle}
        for stop, lefts in _stops_before(view).items()
        for left in lefts
        for box in [boxes[stop]]
    ]
    lanes = [
        {"x": box.x, "y": box.middle, "x2": box.x + BOX, "y2": box.middle}
        for box in boxes.values()
        if not box.lines
    ]
    return [*between, *lanes]


def _box_rows(boxes: Mapping[Stop, Box], theme: Theme) -> list[View]:
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
        if box.lines
    ]


def _line_rows(boxes: Mapping[Stop, Box], theme: Theme) -> list[View]:
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
