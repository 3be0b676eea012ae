"""A widget of one activity of the agenda."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from workshopkit.analysis.participation import participation_table
from workshopkit.domain.activity import Words
from workshopkit.domain.workshop.commands import AddActivity, ChangeActivity
from workshopkit.errors import Refused
from workshopkit.widgets.base import LiveWidget
from workshopkit.widgets.cells import two_alike
from workshopkit.widgets.live_desk import LiveDesk
from workshopkit.widgets.options import english, shortened

if TYPE_CHECKING:
    import pandas as pd

    from workshopkit.widgets.workshop import Workshop

TITLE_LIMIT = 200
KEY_LIMIT = 200


class ActivityWidget(LiveWidget):
    """Something that people do together. It belongs to a workshop and has phases.

    It is found by its key; where the workshop has none of that key it is put on the agenda.
    A changed title or option is changed in the workshop too, unless that would lose answers:
    then `Refused`.
    """

    def __init__(
        self,
        workshop: Workshop,
        *,
        kind: str,
        title: Words,
        options: msgspec.Struct,
        key: str | None,
    ) -> None:
        title = shortened(title, TITLE_LIMIT)
        key = key or f"{kind}: {english(title)}"[:KEY_LIMIT]
        workshop._cells.need_first(key)
        activity = ensure_activity(workshop._desk, kind, key, title, msgspec.to_builtins(options))
        self.key = key
        self._workshop = workshop
        super().__init__(workshop._desk, component=kind, activity=activity)

    @property
    def view(self) -> Mapping[str, Any]:
        """What the facilitator may see of it now, as JSON values."""
        seen: Mapping[str, Any] = self._desk.view["activities"][self._activity]
        return seen

    @property
    def title(self) -> str:
        """Its title, in English where there is one."""
        return english(self.view["title"])

    def participation(self) -> pd.DataFrame:
        """How people took part in it: see `workshopkit.analysis.participation`."""
        self._desk.refresh()
        return participation_table(self._desk.view, activity=self._activity)

    def make_live(self) -> None:
        """Bring everyone's screen to it."""
        self._workshop.make_live(self)

    def _fresh(self) -> Mapping[str, Any]:
        """The view with what others have done meanwhile."""
        self._desk.refresh()
        return self.view

    def _seen(self) -> tuple[str, bool]:
        workshop = self._desk.view["workshop"]
        live = workshop["state"] == "open" and workshop.get("live") == self._activity
        return self.view["phase"], live

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.title!r})"


def ensure_activity(
    desk: LiveDesk, kind: str, key: str, title: Words, options: dict[str, Any]
) -> str:
    """The id of the activity with this key: found, and changed if need be, or made."""
    desk.refresh()
    known = find_activity(desk, kind, key)
    if known is None:
        return _added(desk, kind, key, title, options)
    if desk.view["workshop"]["state"] == "open":
        desk.perform(ChangeActivity(known, title, options))
    return known


def find_activity(desk: LiveDesk, kind: str, key: str) -> str | None:
    """The id of the activity with this key, if there is one; refuses one of another kind."""
    for activity, item in desk.view["agenda"]["items"].items():
        if item["key"] == key:
            if item["kind"] != kind:
                raise two_alike()
            return str(activity)
    return None


def _added(desk: LiveDesk, kind: str, key: str, title: Words, options: dict[str, Any]) -> str:
    try:
        desk.perform(AddActivity(kind, key, title, options))
    except Refused as refused:
        # Another kernel may have been quicker by a moment: then it is there now.
        if refused.code != "key_taken":
            raise
        desk.refresh()
    made = find_activity(desk, kind, key)
    assert made is not None
    return made
