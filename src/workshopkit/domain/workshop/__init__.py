"""The workshop: one meeting of people, from the open door to the last action."""

from workshopkit.domain.workshop.decide import decide, decide_join
from workshopkit.domain.workshop.evolve import evolve, with_people
from workshopkit.domain.workshop.state import AgendaItem, WorkshopState
from workshopkit.domain.workshop.view import me, public, view

__all__ = [
    "AgendaItem",
    "WorkshopState",
    "decide",
    "decide_join",
    "evolve",
    "me",
    "public",
    "view",
    "with_people",
]
