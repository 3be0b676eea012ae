"""How simulated people look back at what was promised."""

from __future__ import annotations

from collections.abc import Sequence

from workshopkit.domain.action_review.state import MARKS
from workshopkit.domain.activity import Draw, Rehearsal, View

NOTES = (
    "The letters went out on Tuesday",
    "We are still waiting for Legal",
    "It took one call in the end",
    "Nobody had the time",
    "Half of it is live",
    "We forgot, to be honest",
)


def participant(view: View, me: View, draw: Draw) -> Sequence[View]:
    """Say of each action how it went, with a note."""
    open_ = [key for key in view["actions"]["order"] if key not in me["marks"]]
    if view["phase"] != "look" or not open_:
        return []
    said = {"action": open_[0], "mark": draw.choice(MARKS), "note": draw.choice(NOTES)}
    return [{"kind": "action_review.mark", **said}]


REHEARSAL = Rehearsal(participant=participant, secret_fields=("note",))
