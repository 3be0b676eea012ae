"""Views of a goal map as the facilitator's role sees them, for the tests of tables and charts."""

from __future__ import annotations

from typing import Any

from tests.analysis.views import View, listing
from workshopkit.domain.agreement import consensus, median, quartiles, van_der_eijk

ITEMS = listing(
    {
        "v": {"level": "vision", "text": "Nobody has to ask twice"},
        "g1": {
            "level": "goal",
            "text": "People know what happens next",
            "owner": "Claims",
            "measure": {"name": "calls", "unit": "a week", "baseline": 900.0, "target": 300.0},
        },
        "g2": {"level": "goal", "text": "Launch the portal", "like_output": True},
        "g3": {"level": "goal", "text": "Staff trust the data"},
        "o1": {"level": "outcome", "text": "Fewer calls", "assumption": "People read texts"},
        "w1": {"level": "work", "text": "Text messages"},
        "w2": {"level": "work", "text": "Move the cabinets"},
    }
)
PAIRS = [("g1", "v"), ("g2", "v"), ("g3", "v"), ("o1", "g1"), ("w1", "o1"), ("w1", "g2")]
LINKS = listing(
    {f"{child}~{parent}": {"child": child, "parent": parent} for child, parent in PAIRS}
)
QUESTIONS = listing(
    {
        "clear": {"title": {"en": "I know what this means", "cy": "Rwy’n gwybod"}},
        "matters": {"title": {"en": "This matters"}},
    }
)
SIGHT = {
    "unserved": ["g3"],
    "aimless": ["w2"],
    "unmeasured": ["o1"],
    "assumptions": ["o1"],
    "share": {"g1": 0.25, "g2": 0.25, "g3": 0.0},
}


def cell(counts: list[int], cannot_say: int = 0, **by: list[int]) -> View:
    """A cell of a round with its statistics; `by` has the counts of perspectives."""
    found = {
        "median": median(counts),
        "quartiles": quartiles(counts),
        "agreement": van_der_eijk(counts),
        "consensus": consensus(counts),
    }
    said = {key: value for key, value in found.items() if value is not None}
    parts = {name: {"counts": part, "cannot_say": 0} for name, part in by.items()}
    shown: View = {"counts": counts, "cannot_say": cannot_say, **said}
    return shown | ({"by": parts} if parts else {})


ROUND = {
    "round": 1,
    "raters": 11,
    "order": ["g2", "g1", "g3"],
    "goals": {
        "g1": {"clear": cell([0, 0, 1, 4, 5], 1), "matters": cell([0, 0, 0, 6, 5])},
        "g2": {
            "clear": cell([5, 0, 0, 0, 6], leaders=[0, 0, 0, 0, 5], team=[5, 0, 0, 0, 1]),
            "matters": cell([1, 2, 3, 3, 2], leaders=[0, 0, 1, 2, 2], team=[1, 2, 2, 1, 0]),
        },
        "g3": {"clear": cell([0, 0, 0, 0, 0], 11), "matters": cell([0, 0, 0, 0, 11])},
    },
}
SECOND = ROUND | {"round": 2, "order": ["g1", "g2", "g3"]}


def goals_view(**changes: Any) -> View:
    """A map in the link phase, nothing rated; `changes` replace parts of it."""
    view: View = {
        "kind": "goals",
        "title": {"en": "Our goals", "cy": "Ein nodau"},
        "phase": "link",
        "phases": ["draft", "link", "rate", "reveal", "discuss", "re-rate", "agree"],
        "private": False,
        "items": ITEMS,
        "links": LINKS,
        "drafted": 7,
        "hidden": 0,
        "questions": QUESTIONS,
        "smallest": 5,
        "round": 1,
        "raters": 0,
        "sight": SIGHT,
    }
    return view | changes


def rated_view(**changes: Any) -> View:
    """The same when the first round is shown."""
    return goals_view(**({"phase": "reveal", "raters": 11, "rounds": [ROUND]} | changes))


def empty_view() -> View:
    """A map with nothing on it."""
    sight: View = {"unserved": [], "aimless": [], "unmeasured": [], "assumptions": [], "share": {}}
    return goals_view(items=listing({}), links=listing({}), sight=sight)
