"""Records for the tests: made from views as a projector would show them."""

from __future__ import annotations

from typing import Any

from tests.analysis.goal_views import rated_view
from tests.analysis.views import View, listing, poll_view, voted_view
from workshopkit.publish.from_view import record
from workshopkit.publish.record import Record

GOVERNANCE = {
    "purpose": "Letters that people understand",
    "decisions": ["Write plainly", "Test each letter with five people"],
    "decided_by": "Priya and Tom",
    "risks": ["Legal may object"],
    "retention": "2027-03-01",
}
ACTIONS = listing(
    {
        "a1": {
            "text": "Ask Legal",
            "owner": "Priya",
            "due": "2026-12-04",
            "activity": "board",
            "target": "g1",
            "about": "Sign-off",
        },
        "a2": {"text": "Keep the playbacks"},
    }
)
CARRIED = listing(
    {
        "a9": {
            "text": "Hear two calls a week",
            "owner": "Tom",
            "due": "2026-12-11",
            "keep_doing": True,
            "status": "open",
            "outcome": "Heard one so far",
            "reviewed": 1,
        }
    }
)
WORDS = [
    {"text": "hopeful", "count": 3},
    {"text": "Hopeful", "count": 1},
    {"text": "tired", "count": 2},
]


def words_view(**changes: Any) -> View:
    """A poll in words whose results are shown."""
    results = {"round": 1, "answered": 6, "words": WORDS}
    view = poll_view(form="words", results=results, question={"en": "One word?"})
    del view["options"]
    return view | {"title": {"en": "One word?"}} | changes


def signed_view(**changes: Any) -> View:
    """A board whose cards bear names."""
    view = voted_view(anonymous=False)
    items = {key: {**item, "author": "Ada"} for key, item in view["cards"]["items"].items()}
    return view | {"cards": {**view["cards"], "items": items}} | changes


def activities() -> dict[str, View]:
    return {
        "check-in": poll_view(),
        "words": words_view(),
        "board": voted_view(),
        "map": rated_view(),
    }


def public_view(**changes: Any) -> View:
    """A finished workshop: two polls, a board, a goal map, actions."""
    shown = changes.pop("activities", activities())
    view: View = {
        "workshop": {
            "title": "Sprint 12",
            "team": "Benefits service",
            "state": "finished",
            "date": "2026-11-20",
        },
        "agenda": listing({key: {"kind": view["kind"]} for key, view in shown.items()}),
        "activities": shown,
        "actions": ACTIONS,
        "carried": listing({}),
        "people": {"count": 12},
        "governance": GOVERNANCE,
    }
    return view | changes


def made(**changes: Any) -> Record:
    return record(public_view(**changes))
