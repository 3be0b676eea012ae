"""What each role sees of an action review, and what is a person's own."""

from __future__ import annotations

from workshopkit.domain.action_review.state import PHASES, ReviewState, in_focus, on_table
from workshopkit.domain.actions import action_view, said
from workshopkit.domain.activity import Contributions, View, Viewer, listing

FACTS = ("text", "owner", "due", "likely", "keep_doing", "about")


def view(state: ReviewState, viewer: Viewer) -> View:
    """The actions; who thinks what of them only as counts, and only once looking has ended.

    Where there is nothing to review there is nothing to decide, so that phase is left out.
    """
    table = on_table(state)
    deciding = state.phase == "decide"
    seen: View = {
        "phase": state.phase,
        "phases": list(PHASES) if table or deciding else ["look"],
        "private": not deciding,
        "actions": listing({key: _action(state, key) for key in table}),
        "looked": len(state.marks),
    }
    if deciding:
        seen["marks"] = {key: dict(state.counts[key]) for key in table}
        seen["notes"] = {key: list(notes) for key, notes in state.notes.items() if key in table}
        if (focus := in_focus(state)) is not None:
            seen["focus"] = focus
    return seen


def me(state: ReviewState, viewer: Viewer) -> View:
    """What one has said of each action."""
    own = state.marks.get(viewer.authors.get("marks", ""), {})
    return {"marks": {key: said(mark=mark.mark, note=mark.note) for key, mark in own.items()}}


def contributed(state: ReviewState) -> dict[str, Contributions]:
    """Of how many actions people said how they went, once looking has ended."""
    if state.phase != "decide":
        return {}
    return {"marks": Contributions.of(map(len, state.marks.values()))}


def _action(state: ReviewState, key: str) -> View:
    """An action, with what earlier reviews said of it and what this one has decided."""
    action = state.actions[key]
    before = [each for each in action.reviews if each.workshop != state.here]
    here = action.reviewed_in(state.here)
    shown = action_view(action)
    facts = {name: shown[name] for name in FACTS if name in shown}
    return facts | said(
        reviewed=len(before),
        last_outcome=before[-1].outcome if before else "",
        decision=here.decision if here else "",
        outcome=here.outcome if here else "",
    )
