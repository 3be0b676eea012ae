"""The health check: how things are and where they go, topic by topic. Always anonymous."""

from workshopkit.domain.activity import ActivityKind
from workshopkit.domain.health.commands import COMMANDS
from workshopkit.domain.health.decide import decide
from workshopkit.domain.health.events import EVENTS
from workshopkit.domain.health.evolve import evolve
from workshopkit.domain.health.rehearsal import REHEARSAL
from workshopkit.domain.health.state import (
    PHASES,
    HealthOptions,
    HealthState,
    Topic,
    adopt,
    follow,
    name_of,
    start,
)
from workshopkit.domain.health.view import contributed, me, view

__all__ = ["HEALTH", "PHASES", "HealthOptions", "HealthState", "Topic"]

HEALTH: ActivityKind[HealthState] = ActivityKind(
    name="health",
    options=HealthOptions,
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
    purposes=("answers", "comments"),
    actions_in=frozenset({"results"}),
    name_of=name_of,
    contributed=contributed,
    follow=follow,
)
