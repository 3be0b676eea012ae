"""How simulated people behave on a goal map."""

from __future__ import annotations

from collections.abc import Sequence

from workshopkit.domain.activity import Draw, Rehearsal, View
from workshopkit.domain.goals.state import LEVELS

ITEMS_EACH = 2
ANSWERS = ("1", "2", "3", "4", "5", "cannot_say")
THOUGHTS = (
    "Families hear within a day whether they qualify",
    "Fewer people ring us to ask what a letter means",
    "Nobody fills in the same form twice",
    "Launch the new portal",
    "A caseworker sees the whole story on one page",
    "Rewrite the decision letters with the people who get them",
    "People who cannot go online are served as well",
    "Every change is tried with users before it goes live",
)
OWNERS = ("Letters team", "Service owner", "Policy", "Contact centre")
ASSUMPTIONS = (
    "People read the letter to the end",
    "The data arrives every night",
    "Phone calls fall once letters are clear",
)


def participant(view: View, me: View, draw: Draw) -> Sequence[View]:
    """Put two things on the map, link now and then, answer every question about every goal."""
    match view["phase"]:
        case "draft" if len(me["items"]["order"]) < ITEMS_EACH:
            return [_an_item(draw)]
        case "link" if draw.random() < 0.2:
            return _a_link(view, me, draw)
        case "rate" | "re-rate":
            return _next_ratings(view, me, draw)
    return []


def _an_item(draw: Draw) -> View:
    return {
        "kind": "goals.add_item",
        "level": draw.choice(LEVELS[1:]),
        "text": f"{draw.choice(THOUGHTS)} ({int(draw.random() * 1000)})",
        "owner": draw.choice(OWNERS),
        "assumption": draw.choice(ASSUMPTIONS),
    }


def _a_link(view: View, me: View, draw: Draw) -> Sequence[View]:
    """From something of one's own, so that no two people wish for the same link at once."""
    items = view["items"]["items"]
    own = [key for key in me["items"]["order"] if key in items]
    if not own:
        return []
    child, parent = draw.choice(own), draw.choice(view["items"]["order"])
    up = LEVELS.index(items[child]["level"]) > LEVELS.index(items[parent]["level"])
    if not up or f"{child}~{parent}" in view["links"]["items"]:
        return []
    return [{"kind": "goals.add_link", "child": child, "parent": parent}]


def _next_ratings(view: View, me: View, draw: Draw) -> Sequence[View]:
    """All questions about the first goal that has one open."""
    items = view["items"]
    for goal in (key for key in items["order"] if items["items"][key]["level"] == "goal"):
        given = me["ratings"].get(goal, {})
        if left := [each for each in view["questions"]["order"] if each not in given]:
            return [_a_rating(goal, question, draw) for question in left]
    return []


def _a_rating(goal: str, question: str, draw: Draw) -> View:
    answer = draw.choice(ANSWERS)
    return {"kind": "goals.rate", "item": goal, "question": question, "answer": answer}


REHEARSAL = Rehearsal(
    participant=participant, secret_fields=("text", "owner", "assumption", "answer")
)
