"""The action review: what came of what the team promised. Look in private, then decide together."""

from workshopkit.domain.action_review.commands import COMMANDS
from workshopkit.domain.action_review.decide import decide
from workshopkit.domain.action_review.events import EVENTS
from workshopkit.domain.action_review.evolve import evolve
from workshopkit.domain.action_review.rehearsal import REHEARSAL
from workshopkit.domain.action_review.state import (
    MARKS,
    PHASES,
    ReviewOptions,
    ReviewState,
    adopt,
    follow,
    name_of,
    start,
)
from workshopkit.domain.action_review.view import contributed, me, view
from workshopkit.domain.activity import ActivityKind

__all__ = ["ACTION_REVIEW", "MARKS", "PHASES", "ReviewOptions", "ReviewState"]

ACTION_REVIEW: ActivityKind[ReviewState] = ActivityKind(
    name="action_review",
    options=ReviewOptions,
    commands=COMMANDS,
    events=EVENTS,
    start=start,
    adopt=adopt,
    decide=decide,
    evolve=evolve,
    view=view,
    me=me,
    phase=lambda state: state.phase,
    rehearsal=REHEARSAL,
    purposes=("marks",),
    actions_in=frozenset({"decide"}),
    name_of=name_of,
    contributed=contributed,
    follow=follow,
)
