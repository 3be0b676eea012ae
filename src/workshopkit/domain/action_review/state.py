"""The action review's state: the team's actions, and how people think that they went.

The actions themselves belong to the team. They come in by `follow`, so that two logs read in any
order lead to the same state; the review's own events hold their ids alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.actions import Action
from workshopkit.domain.team import TeamState

Phase = Literal["look", "decide"]
PHASES: tuple[Phase, ...] = ("look", "decide")
MARKS = ("done", "partly", "not_yet")
NOTE_LIMIT = 300
"""Characters that a person may write about an action."""


class ReviewOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """What a notebook sets: nothing but the title, which the agenda keeps."""


class Mark(Struct, frozen=True):
    """How somebody thinks that an action went."""

    mark: str
    note: str = ""


class ReviewState(Struct, frozen=True):
    """An action review at one moment."""

    phase: Phase = "look"
    here: str = ""
    """The id of this workshop: what it has taken on itself is not for review yet."""
    actions: Mapping[str, Action] = {}
    """All of the team's."""
    marks: Mapping[str, Mapping[str, Mark]] = {}
    """By author, and by action."""
    table: tuple[str, ...] = ()
    """What was there to decide about when looking ended: later workshops add nothing to it."""
    counts: Mapping[str, Mapping[str, int]] = {}
    """People by action and mark, frozen when looking ended."""
    notes: Mapping[str, tuple[str, ...]] = {}
    """What people wrote, by action, in a random order."""
    focus: str | None = None


def start(options: ReviewOptions) -> ReviewState:
    return ReviewState()


def adopt(state: ReviewState, options: ReviewOptions) -> ReviewState:
    return state


def follow(state: ReviewState, team: TeamState) -> ReviewState:
    return replace(state, here=team.here, actions=team.actions)


def on_table(state: ReviewState) -> list[str]:
    """What is reviewed here: things to do first, then things to keep doing, oldest first."""
    known = [key for key in state.table if key in state.actions]
    keys = known if state.phase == "decide" else _up_for_review(state)
    return sorted(keys, key=lambda key: state.actions[key].keep_doing)


def in_focus(state: ReviewState) -> str | None:
    """What is talked about: what the facilitator chose, else the first that is undecided."""
    undecided = [
        key for key in on_table(state) if state.actions[key].reviewed_in(state.here) is None
    ]
    return state.focus if state.focus in undecided else next(iter(undecided), None)


def name_of(state: ReviewState, target: str) -> str | None:
    """The words of an action that is reviewed here."""
    return state.actions[target].text if target in on_table(state) else None


def _up_for_review(state: ReviewState) -> list[str]:
    return [
        key
        for key, action in state.actions.items()
        if action.workshop != state.here
        and (action.status == "open" or action.reviewed_in(state.here) is not None)
    ]
