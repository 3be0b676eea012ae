"""A goal map for other places: a CSV, an outline in Markdown, a diagram in Mermaid.

Made from a view, so they hold what everyone may see; people's words stay words in each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshopkit.analysis.markdown import markdown_text
from workshopkit.analysis.spreadsheet import csv_text
from workshopkit.analysis.words import Say, in_language, words_of

View = Mapping[str, Any]

COLUMNS = (
    *("id", "level", "text", "parents", "owner"),
    *("measure", "unit", "baseline", "target", "assumption"),
)
"""Of the CSV, in and out."""
_SHAPES = {"vision": '(["{}"])', "goal": '["{}"]', "outcome": '("{}")', "work": '[["{}"]]'}


def to_csv(view: View) -> str:
    """The items, one row each, with the ids of what they serve in ``parents``, ``;`` between.

    Safe to open in a spreadsheet: see `workshopkit.analysis.spreadsheet.safe_cell`.
    """
    parents = _ends(view, "child", "parent")
    rows = ((id_, view["items"]["items"][id_]) for id_ in view["items"]["order"])
    return csv_text(COLUMNS, (_csv_row(id_, item, parents.get(id_, [])) for id_, item in rows))


def to_markdown(view: View, *, lang: str = "en") -> str:
    """The map as an outline: under each item what serves it.

    What serves several stands under each of them; what serves nothing stands at the margin.
    """
    say, children = words_of(lang), _ends(view, "parent", "child")
    served = _ends(view, "child", "parent")
    lines = [f"# {markdown_text(in_language(view['title'], lang))}", ""]
    for id_ in view["items"]["order"]:
        if id_ not in served:
            lines += _outline(view, id_, children, 0, say)
    return "\n".join(lines) + "\n"


def to_mermaid(view: View) -> str:
    """The map as a Mermaid flowchart; an arrow goes from what serves to what is served."""
    names = {id_: f"n{number}" for number, id_ in enumerate(view["items"]["order"], 1)}
    items = view["items"]["items"]
    nodes = [
        f"  {name}{_SHAPES[items[id_]['level']].format(_mermaid(items[id_]['text']))}"
        for id_, name in names.items()
    ]
    links = [
        f"  {names[link['child']]} --> {names[link['parent']]}"
        for link in view["links"]["items"].values()
    ]
    return "\n".join(["flowchart BT", *nodes, *links]) + "\n"


def _ends(view: View, at: str, of: str) -> dict[str, list[str]]:
    """The ids at the other end of the links of each item."""
    ends: dict[str, list[str]] = {}
    for id_ in view["links"]["order"]:
        link = view["links"]["items"][id_]
        ends.setdefault(link[at], []).append(link[of])
    return ends


def _csv_row(id_: str, item: View, parents: list[str]) -> list[object]:
    measure = item.get("measure") or {}
    return [
        *(id_, item["level"], item["text"], ";".join(parents), item.get("owner")),
        *(measure.get(key) for key in ("name", "unit")),
        *(_plain_number(measure.get(key)) for key in ("baseline", "target")),
        item.get("assumption"),
    ]


def _plain_number(number: float | None) -> float | None:
    """300 rather than 300.0."""
    return int(number) if number is not None and float(number).is_integer() else number


def _outline(
    view: View, id_: str, children: Mapping[str, list[str]], depth: int, say: Say
) -> list[str]:
    item = view["items"]["items"][id_]
    details = "".join(f"; {key}: {text}" for key, text in _details(item, say))
    level = say(f"goals.level.{item['level']}")
    line = f"{'  ' * depth}- **{level}:** {markdown_text(item['text'])}{details}"
    below = [
        each
        for child in children.get(id_, [])
        for each in _outline(view, child, children, depth + 1, say)
    ]
    return [line, *below]


def _details(item: View, say: Say) -> list[tuple[str, str]]:
    found = {
        "owner": item.get("owner") or "",
        "measure": measured(item.get("measure") or {}),
        "assumption": item.get("assumption") or "",
    }
    return [(say(f"goals.{key}"), markdown_text(text)) for key, text in found.items() if text]


def measured(measure: View) -> str:
    """A measure in one line: its name, from where to where, its unit."""
    numbers = [measure[key] for key in ("baseline", "target") if key in measure]
    way = " → ".join(f"{number:g}" for number in numbers)
    return " ".join(part for part in (measure.get("name"), way, measure.get("unit")) if part)


def _mermaid(text: str) -> str:
    """Letters, digits, spaces and plain punctuation; any other character as its number."""
    plain = " ".join(text.split())
    return "".join(c if c.isalnum() or c in " .,:?'-–’" else f"#{ord(c)};" for c in plain)
