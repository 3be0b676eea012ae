"""A notebook's own list of goals, with what serves them written inside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workshopkit.analysis.goals_export import COLUMNS
from workshopkit.errors import UnknownName
from workshopkit.widgets.goal_rows import Sheet, read_rows, split_ids
from workshopkit.widgets.options import id_from, refuse_unknown

Given = str | Mapping[str, Any]
"""A text; or a text with more: the fields of a row, and what serves it under `BELOW`."""
BELOW = {"goals": "goal", "outcomes": "outcome", "work": "work"}
"""What may be written inside an item, and the level that it is on."""
KEYS = (*COLUMNS, *BELOW)


def own_list(
    *,
    vision: Given | None,
    goals: Iterable[Given],
    items: Iterable[Mapping[str, Any]],
    links: Iterable[tuple[str, str]],
) -> Sheet:
    """Everything that a notebook gives, as one sheet.

    Each of the goals serves the vision, and what is written inside an item serves that item.
    The same text on the same level is one item, so work for two goals stands in both. Links
    name both ends by id or text. Raises `WorkshopkitError` for what cannot be.
    """
    own = OwnList()
    top = [own.add(vision, "vision")] if vision else []
    for goal in goals:
        own.add(goal, "goal", top)
    for item in items:
        own.add(item, str(item.get("level", "")))
    for child, parent in links:
        own.link(child, parent)
    return read_rows(own.rows.values()).need_all()


class OwnList:
    """Rows by id, collected from items that have others inside them."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}

    def add(self, given: Given, level: str, parents: Iterable[str] = ()) -> str:
        """Put an item and all that is inside it on the list; its id."""
        item = {"text": given} if isinstance(given, str) else dict(given)
        refuse_unknown([key for key in item if key not in KEYS], KEYS)
        inside = {key: item.pop(key) for key in BELOW if key in item}
        row = self._row(item | {"level": item.get("level", level)})
        row["parents"] += parents
        for key, below in BELOW.items():
            for each in inside.get(key, ()):
                self.add(each, below, [row["id"]])
        return str(row["id"])

    def link(self, child: str, parent: str) -> None:
        """Say what serves what, by id or text."""
        known = child if child in self.rows else id_from(child)
        if known not in self.rows:
            raise UnknownName("item", child, self.rows)
        self.rows[known]["parents"].append(parent)

    def _row(self, item: dict[str, Any]) -> dict[str, Any]:
        """The row of this item: the one that is there already, or a new one."""
        id_ = str(item.get("id") or self._id_for(str(item.get("text", "")), item["level"]))
        known = self.rows.setdefault(id_, {"parents": []})
        parents = item.pop("parents", ())
        listed = split_ids(parents) if isinstance(parents, str) else parents
        known |= {**item, "id": id_, "parents": [*known["parents"], *listed]}
        return known

    def _id_for(self, text: str, level: str) -> str:
        """An id that the text keeps; with its level where another level has the same text."""
        plain = id_from(text)
        taken = self.rows.get(plain)
        return plain if taken is None or taken["level"] == level else id_from(f"{level} {text}")
