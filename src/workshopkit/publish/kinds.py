"""How each kind of activity is recorded: one function a kind.

A kind that is not listed is recorded by what its view holds, so that nothing that people said
is missing; one of ours gets tables made for reading. What may be left out of a record, and how,
follows from the shape of views alone (`workshopkit.publish.redaction`).
"""

from __future__ import annotations

from collections.abc import Mapping

from workshopkit.publish.action_review import action_review_part
from workshopkit.publish.any_kind import any_part
from workshopkit.publish.experiments import experiments_part
from workshopkit.publish.goals import goals_part
from workshopkit.publish.health import health_part
from workshopkit.publish.part import Part, Recorder
from workshopkit.publish.poll import poll_part
from workshopkit.publish.record import Activity
from workshopkit.publish.retro import retro_part

RECORDERS: Mapping[str, Recorder] = {
    "action_review": action_review_part,
    "experiments": experiments_part,
    "goals": goals_part,
    "health": health_part,
    "poll": poll_part,
    "retro": retro_part,
}


def part_of(activity: Activity, lang: str) -> Part:
    """What a record says of an activity."""
    return RECORDERS.get(activity.kind, any_part)(activity.view, lang)
