"""The goal map: draft, link, rate, reveal, discuss, re-rate, agree. Always anonymous."""

from workshopkit.domain.activity import ActivityKind
from workshopkit.domain.goals.adopt import adopt, start
from workshopkit.domain.goals.commands import COMMANDS
from workshopkit.domain.goals.decide import decide
from workshopkit.domain.goals.events import EVENTS
from workshopkit.domain.goals.evolve import evolve
from workshopkit.domain.goals.rehearsal import REHEARSAL
from workshopkit.domain.goals.state import (
    LEVELS,
    PHASES,
    GivenItem,
    GoalsOptions,
    GoalsState,
    Link,
    Measure,
    Question,
    name_of,
)
from workshopkit.domain.goals.view import contributed, me, view

__all__ = [
    "GOALS",
    "LEVELS",
    "PHASES",
    "GivenItem",
    "GoalsOptions",
    "GoalsState",
    "Link",
    "Measure",
    "Question",
]

GOALS: ActivityKind[GoalsState] = ActivityKind(
    name="goals",
    options=GoalsOptions,
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
    purposes=("items", "ratings"),
    actions_in=frozenset({"discuss", "agree"}),
    name_of=name_of,
    contributed=contributed,
)
