"""An action review for the tests: what the team promised in an earlier workshop, and who looks."""

from __future__ import annotations

from typing import Any

from tests.domain.scenario import Rules, Scenario, actor
from workshopkit.domain import team
from workshopkit.domain.action_review import ACTION_REVIEW, ReviewOptions, ReviewState
from workshopkit.domain.action_review import commands as c
from workshopkit.domain.action_review import events as e
from workshopkit.domain.actions import ActionAdded, ActionReviewed, Decision
from workshopkit.domain.activity import Actor, Event, Role, Viewer
from workshopkit.domain.team import TeamState

A = "review"
HERE, BEFORE = "this-one", "last-one"
LETTERS = ActionAdded("letters", "Fix letters", "Ada", "2026-02-01", BEFORE, "", "", "Late letters")
CALLS = ActionAdded("calls", "Hear two calls", "", "", BEFORE, "", "", "", keep_doing=True)
LEGAL = ActionAdded("legal", "Ask Legal", "Ben", "", BEFORE, "", "", "", likely=4)
OWN = ActionAdded("own", "Something new", "", "", HERE, "", "", "")

LEAD = actor(Role.FACILITATOR, "lead", "marks")
KERNEL = Actor(Role.FACILITATOR)
ADA = actor(Role.PARTICIPANT, "ada", "marks")
BEN = actor(Role.PARTICIPANT, "ben", "marks")
SCREEN = Actor(Role.OBSERVER)


def review(*promised: Event) -> Scenario:
    """A review of what an earlier workshop promised; it takes in the team's events as well."""
    state = ACTION_REVIEW.follow(ACTION_REVIEW.start(ReviewOptions()), TeamState(here=HERE))
    rules = Rules(ACTION_REVIEW.decide, _evolve)
    return Scenario(rules, state).given(*(promised or (LETTERS, CALLS, LEGAL)))


def deciding(*promised: Event) -> Scenario:
    return review(*promised).when(c.MovePhase(A, "decide"), LEAD).accepted()


def _evolve(state: ReviewState, event: Event) -> ReviewState:
    if event.stream != "team":
        return ACTION_REVIEW.evolve(state, event)
    known = TeamState(actions=state.actions, here=HERE)
    return ACTION_REVIEW.follow(state, team.evolve(known, event))  # type: ignore[arg-type]


def marked(action: str, mark: str, note: str = "", by: Actor = ADA) -> e.ActionMarked:
    return e.ActionMarked(A, by.authors["marks"], action, mark, note)


def reviewed(
    action: str, decision: Decision, outcome: str = "", *, owner: str = "", due: str = "",
    workshop: str = HERE,
) -> ActionReviewed:  # fmt: skip
    return ActionReviewed(action, workshop, decision, outcome, owner, due)


def view(state: ReviewState, role: Role = Role.PARTICIPANT) -> dict[str, Any]:
    return ACTION_REVIEW.view(state, Viewer(role))


def me(state: ReviewState, who: Actor) -> dict[str, Any]:
    return ACTION_REVIEW.me(state, Viewer(who.role, who.authors))
