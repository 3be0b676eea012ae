"""How simulated people behave in a health check."""

from __future__ import annotations

from collections.abc import Sequence

from workshopkit.domain.activity import Draw, Rehearsal, View
from workshopkit.domain.checks import TRENDS

LIGHTS = ("green", "green", "green", "amber", "amber", "red", "cannot_say")
"""What chance picks from: most things go fairly well."""
THOUGHTS = (
    "It took three people to get one letter changed",
    "Much better since we sit with the call centre",
    "We keep saying that we will look at this next month",
    "I would not dare to do this on a Friday",
    "Nobody has asked the people who use it",
    "Two of us know how it works, and one is leaving",
    "The last change went out without anybody noticing",
)


def participant(view: View, me: View, draw: Draw) -> Sequence[View]:
    """Say something about each topic, one at a time, and write about one of them."""
    if view["phase"] != "answer":
        return []
    topics = view["topics"]["order"]
    wishes = [] if me["comments"] else [_a_comment(topics, draw)]
    left = [topic for topic in topics if topic not in me["ratings"]]
    return [*wishes, *(_a_rating(topic, draw) for topic in left[:1])]


def _a_comment(topics: Sequence[str], draw: Draw) -> View:
    return {"kind": "health.write", "topic": draw.choice(topics), "text": draw.choice(THOUGHTS)}


def _a_rating(topic: str, draw: Draw) -> View:
    said = {"light": draw.choice(LIGHTS), "trend": draw.choice(TRENDS)}
    return {"kind": "health.rate", "topic": topic, **said}


REHEARSAL = Rehearsal(participant=participant, secret_fields=("light", "trend", "text"))
