"""The retro board: write, group, vote, discuss, act."""

from workshopkit.domain.activity import ActivityKind
from workshopkit.domain.retro.board import name_of
from workshopkit.domain.retro.commands import COMMANDS
from workshopkit.domain.retro.decide import decide
from workshopkit.domain.retro.events import EVENTS
from workshopkit.domain.retro.evolve import evolve
from workshopkit.domain.retro.hiding import still_about
from workshopkit.domain.retro.options import adopt
from workshopkit.domain.retro.rehearsal import REHEARSAL
from workshopkit.domain.retro.state import (
    PHASES,
    Column,
    RetroOptions,
    RetroState,
    start,
)
from workshopkit.domain.retro.view import contributed, me, view

__all__ = ["PHASES", "RETRO", "Column", "RetroOptions", "RetroState"]

RETRO: ActivityKind[RetroState] = ActivityKind(
    name="retro",
    options=RetroOptions,
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
    purposes=("cards", "ballots"),
    signed=lambda state: () if state.options.anonymous else ("cards",),
    actions_in=frozenset({"discuss", "act"}),
    name_of=name_of,
    contributed=contributed,
    still_about=still_about,
)
