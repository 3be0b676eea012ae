"""The workshop: one meeting of people, from the open door to the last action."""

from workshopkit.domain.workshop.beside import Beside, Recalled, decide_beside, with_beside
from workshopkit.domain.workshop.decide import decide
from workshopkit.domain.workshop.door import (
    decide_join,
    need_code,
    need_open_to_look,
    need_right,
    wrong_ticket,
)
from workshopkit.domain.workshop.evolve import evolve, with_people, with_tickets
from workshopkit.domain.workshop.state import AgendaItem, WorkshopState
from workshopkit.domain.workshop.view import me, view

__all__ = [
    "AgendaItem",
    "Beside",
    "Recalled",
    "WorkshopState",
    "decide",
    "decide_beside",
    "decide_join",
    "evolve",
    "me",
    "need_code",
    "need_open_to_look",
    "need_right",
    "view",
    "with_beside",
    "with_people",
    "with_tickets",
    "wrong_ticket",
]
