"""Views as a facilitator's role sees them, for the tests of tables and charts."""

from __future__ import annotations

from typing import Any

View = dict[str, Any]


def listing(items: dict[str, View]) -> View:
    return {"order": list(items), "items": items}


COLUMNS = listing(
    {
        "start": {"title": {"en": "Start", "cy": "Dechrau"}, "prompt": {}, "kind": "wonder"},
        "stop": {"title": {"en": "Stop"}, "prompt": {}, "kind": "change"},
        "continue": {"title": {"en": "Continue"}, "prompt": {}, "kind": "keep"},
    }
)

CARDS = listing(
    {
        "c1": {"text": "Waiting for sign-off", "column": "stop", "group": "g1"},
        "c2": {"text": "Sign-off takes weeks", "column": "stop", "group": "g1"},
        "c3": {"text": "Playbacks with the call centre", "column": "continue"},
        "c4": {"text": "Pairing", "column": "start"},
    }
)

GROUPS = listing({"g1": {"title": "Sign-off", "column": "stop"}})


def retro_view(**changes: Any) -> View:
    """A board in the group phase, everything revealed; `changes` replace parts of it."""
    view: View = {
        "kind": "retro",
        "title": {"en": "What happened?", "cy": "Beth ddigwyddodd?"},
        "phase": "group",
        "phases": ["write", "group", "vote", "discuss", "act"],
        "private": False,
        "anonymous": True,
        "columns": COLUMNS,
        "written": 4,
        "hidden": 0,
        "cards": CARDS,
        "groups": GROUPS,
        "votes_each": 5,
        "voted": 0,
    }
    return view | changes


def voted_view(**changes: Any) -> View:
    """The same board when voting has closed."""
    tallies = {
        "g1": {"votes": 6, "voters": 4, "from_room": 0},
        "c3": {"votes": 1, "voters": 1, "from_room": 0},
    }
    counted = {"phase": "discuss", "tallies": tallies, "ranking": ["g1", "c3", "c4"]}
    return retro_view(**(counted | changes))


def poll_view(**changes: Any) -> View:
    """A scale from 1 to 5 whose results are shown."""
    view: View = {
        "kind": "poll",
        "title": {"en": "How are you?"},
        "question": {"en": "How are you?"},
        "form": "scale",
        "phase": "results",
        "phases": ["answer", "results"],
        "private": False,
        "options": listing({str(n): {"label": {"en": str(n)}} for n in range(1, 6)}),
        "round": 1,
        "answered": 4,
        "results": {"round": 1, "answered": 4, "counts": {"4": 3, "2": 1}},
    }
    return view | changes


def several_view(**changes: Any) -> View:
    """A choice of several options by four people."""
    towns = {"cardiff": {"label": {"en": "Cardiff"}}, "bangor": {"label": {"en": "Bangor"}}}
    results = {"round": 1, "answered": 4, "counts": {"cardiff": 4, "bangor": 1}}
    several = {"form": "several", "options": listing(towns), "results": results}
    return poll_view(**(several | changes))


def room_view(**changes: Any) -> View:
    """A whole workshop: its people and its team's actions."""
    view: View = {
        "workshop": {"title": "Sprint 12", "perspectives": ["leaders", "users"]},
        "actions": listing(
            {
                "a1": {"text": "Ask Legal", "owner": "Priya", "due": "2026-12-04", "about": "x"},
                "a2": {"text": "Keep the playbacks", "keep_doing": True, "likely": 4},
            }
        ),
        "people": {
            "count": 3,
            "items": {
                "p2": {"name": "Zoë", "perspective": "users"},
                "p3": {},
                "p1": {"name": "Ada"},
            },
        },
    }
    return view | changes


def review_view(**changes: Any) -> View:
    """An action review when looking has ended: one action is decided, one is not."""
    view: View = {
        "kind": "action_review",
        "title": {"en": "What came of it", "cy": "Beth ddaeth ohono"},
        "phase": "decide",
        "phases": ["look", "decide"],
        "private": False,
        "actions": listing(
            {
                "a1": {
                    "text": "Ask Legal",
                    "owner": "Priya",
                    "due": "2026-12-04",
                    "reviewed": 1,
                    "decision": "done",
                    "outcome": "Approved",
                },
                "a2": {"text": "Hear two calls", "keep_doing": True, "likely": 4},
            }
        ),
        "looked": 3,
        "marks": {
            "a1": {"done": 2, "partly": 1, "not_yet": 0},
            "a2": {"done": 0, "partly": 0, "not_yet": 0},
        },
        "notes": {"a1": ["One call", "It took a while"]},
        "focus": "a2",
    }
    return view | changes
