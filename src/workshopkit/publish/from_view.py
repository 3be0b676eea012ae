"""From what everyone could see of a workshop to its record. A view is the only door."""

from __future__ import annotations

from typing import Any

import msgspec

from workshopkit.domain.activity import View
from workshopkit.domain.governance import WorkshopGovernance
from workshopkit.publish.json_file import from_json
from workshopkit.publish.record import About, Activity, Record

PASSING = frozenset({"phases", "private"})
"""What a view says of the moment alone."""


def record(view: View) -> Record:
    """The record of a workshop, from what `workshopkit.room.desk.Desk.public` gives.

    Of one that was held elsewhere it is the record that came in, unchanged.

    >>> record(desk.public()).title
    'Sprint 12 retrospective'
    """
    if "record" in view:
        return from_json(view["record"])
    # As JSON holds it, so that a record that was written and read is the same record.
    seen: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(view))
    said = seen.get("governance")
    return Record(
        workshop=_about(seen["workshop"]),
        people=seen["people"]["count"],
        agenda=tuple(_activity(seen, id_) for id_ in seen["agenda"]["order"]),
        actions=seen["actions"],
        carried=seen["carried"],
        governance=None if said is None else msgspec.convert(said, WorkshopGovernance),
    )


def _about(workshop: View) -> About:
    return About(
        title=workshop["title"],
        team=workshop["team"],
        date=workshop["date"],
        finished=workshop["state"] == "finished",
    )


def _activity(seen: View, id_: str) -> Activity:
    view = seen["activities"][id_]
    return Activity(id_, {key: value for key, value in view.items() if key not in PASSING})
