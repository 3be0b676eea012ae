"""The experiment board: plan, expect, look, vote, decide. What people say is anonymous.

The experiments are the team's: they outlive the workshop in which they began.
"""

from workshopkit.domain.activity import ActivityKind
from workshopkit.domain.experiments.commands import COMMANDS
from workshopkit.domain.experiments.decide import decide
from workshopkit.domain.experiments.events import EVENTS
from workshopkit.domain.experiments.evolve import evolve
from workshopkit.domain.experiments.rehearsal import REHEARSAL
from workshopkit.domain.experiments.state import (
    PHASES,
    ExperimentsOptions,
    ExperimentsState,
    adopt,
    follow,
    name_of,
    start,
)
from workshopkit.domain.experiments.view import contributed, me, record, view

__all__ = ["EXPERIMENTS", "PHASES", "ExperimentsOptions", "ExperimentsState"]

EXPERIMENTS: ActivityKind[ExperimentsState] = ActivityKind(
    name="experiments",
    options=ExperimentsOptions,
    commands=COMMANDS,
    events=EVENTS,
    start=start,
    adopt=adopt,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    me=me,
    phase=lambda state: state.phase,
    rehearsal=REHEARSAL,
    purposes=("expectations", "votes"),
    actions_in=frozenset({"plan", "decide"}),
    name_of=name_of,
    contributed=contributed,
    follow=follow,
)
