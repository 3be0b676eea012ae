"""Views of a health check as a facilitator's role sees them."""

from __future__ import annotations

from typing import Any

from tests.analysis.views import View, listing

TOPICS = listing(
    {
        "flow": {
            "title": {"en": "Flow of work", "cy": "Llif y gwaith"},
            "good": {"en": "It flows"},
            "bad": {"en": "It is stuck"},
        },
        "pace": {"title": {"en": "Pace"}},
        "learning": {"title": {"en": "Learning"}},
    }
)


def lights(green: int, amber: int, red: int, cannot_say: int = 0) -> dict[str, int]:
    return {"green": green, "amber": amber, "red": red, "cannot_say": cannot_say}


def trends(better: int, same: int, worse: int) -> dict[str, int]:
    return {"better": better, "same": same, "worse": worse}


def counted(title: str, topic: str, *numbers: int) -> View:
    told = {"lights": lights(*numbers[:3]), "trends": trends(*numbers[3:])}
    return {"topic": topic, "title": {"en": title}, **told}


BEFORE = {"day": "2026-10-02", "lights": lights(5, 1, 0), "trends": trends(1, 4, 0)}
HISTORY: list[View] = [
    {
        "day": "2026-10-02",
        "own": False,
        "workshop": "w1",
        "answered": 6,
        "topics": [counted("Flow", "flow", 5, 1, 0, 1, 4, 0)],
    },
    {
        "day": "2026-11-06",
        "own": True,
        "workshop": "w2",
        "answered": 8,
        "topics": [
            counted("Flow of work", "flow", 2, 3, 3, 0, 2, 5),
            counted("Pace", "pace", 6, 1, 0, 1, 5, 1),
            counted("Learning", "learning", 7, 0, 0, 5, 2, 0),
        ],
    },
]


def asking_view(**changes: Any) -> View:
    """While people answer, with one check before."""
    view: View = {
        "kind": "health",
        "title": {"en": "Our team", "cy": "Ein tîm"},
        "phase": "answer",
        "phases": ["answer", "results"],
        "private": True,
        "topics": TOPICS,
        "round": 1,
        "answered": 8,
        "history": HISTORY[:1],
    }
    return view | changes


def shown_view(**changes: Any) -> View:
    """The same once the results are shown."""
    topics: dict[str, View] = {
        "flow": {
            "lights": lights(2, 3, 3),
            "trends": trends(0, 2, 5),
            "comments": ["Stuck in sign-off", "<script>alert(1)</script>"],
            "before": BEFORE,
        },
        "pace": {"lights": lights(6, 1, 0, 1), "trends": trends(1, 5, 1)},
        "learning": {"lights": lights(7, 0, 0, 1), "trends": trends(5, 2, 0)},
    }
    results = {"round": 1, "answered": 8, "topics": listing(topics)}
    shown = {"phase": "results", "private": False, "results": results, "history": HISTORY}
    return asking_view(**(shown | changes))
