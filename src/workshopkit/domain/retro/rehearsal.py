"""How simulated people behave on a retro board."""

from __future__ import annotations

from collections.abc import Sequence

from workshopkit.domain.activity import Draw, Rehearsal, View

CARDS_EACH = 3
THOUGHTS = (
    "The playback with the call centre changed our minds",
    "Pairing on the eligibility rules",
    "Waiting for sign-off on letters",
    "Test data expires every Friday",
    "Who owns the letters after go-live?",
    "Shorter planning, more talking to users",
    "Too many meetings on Wednesday",
    "The new form halved the phone calls",
    "Nobody knew that the rules had changed",
    "We shipped something small every day",
    "Accessibility checks came too late",
    "The demo to ministers went well",
)


def participant(view: View, me: View, draw: Draw) -> Sequence[View]:
    """Write three cards, put two together now and then, give every dot away."""
    match view["phase"]:
        case "write" if len(me["cards"]["order"]) < CARDS_EACH:
            return [_a_card(view, draw)]
        case "group" if draw.random() < 0.1:
            return _a_group(view, draw)
        case "vote" if me["votes_left"] > 0:
            return _a_dot(view, me, draw)
    return []


def _a_card(view: View, draw: Draw) -> View:
    column = draw.choice(view["columns"]["order"])
    return {"kind": "retro.add_card", "column": column, "text": draw.choice(THOUGHTS)}


def _a_group(view: View, draw: Draw) -> Sequence[View]:
    cards = view["cards"]
    free = [key for key in cards["order"] if "group" not in cards["items"][key]]
    if len(free) < 2:
        return []
    first, second = draw.choice(free), draw.choice(free)
    if first == second:
        return []
    return [{"kind": "retro.group_cards", "cards": [first, second]}]


def _a_dot(view: View, me: View, draw: Draw) -> Sequence[View]:
    cap = view.get("votes_per_card", view["votes_each"])
    open_ = [item for item in _items(view) if me["votes"].get(item, 0) < cap]
    return [{"kind": "retro.give_vote", "target": draw.choice(open_)}] if open_ else []


def _items(view: View) -> list[str]:
    cards = view["cards"]
    return list({cards["items"][key].get("group", key): None for key in cards["order"]})


REHEARSAL = Rehearsal(participant=participant, secret_fields=("text",))
