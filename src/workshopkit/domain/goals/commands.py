"""What people may wish of a goal map."""

from __future__ import annotations

from typing import Literal

from workshopkit.domain.activity import ActivityCommand, Id
from workshopkit.domain.goals.state import Level, Measure

Answer = Literal["1", "2", "3", "4", "5", "cannot_say"]


class MovePhase(ActivityCommand, frozen=True, tag="goals.move_phase"):
    """Go to a phase, any way.

    Leaving ``draft`` reveals what is hidden; leaving ``rate`` or ``re-rate`` freezes the round.
    """

    phase: str


class AddItem(ActivityCommand, frozen=True, tag="goals.add_item"):
    """Put something on the map: hidden in ``draft`` until the reveal, else there at once."""

    level: Level
    text: str
    owner: str = ""
    measure: Measure | None = None
    assumption: str = ""


class EditItem(ActivityCommand, frozen=True, tag="goals.edit_item"):
    """Say it better: the whole of text, owner, measure and assumption."""

    item: Id
    text: str
    owner: str = ""
    measure: Measure | None = None
    assumption: str = ""


class DeleteItem(ActivityCommand, frozen=True, tag="goals.delete_item"):
    """Take an item away, with its links and what people rated."""

    item: Id


class AddLink(ActivityCommand, frozen=True, tag="goals.add_link"):
    """Say that the child serves the parent, which has to be on a higher level.

    So there can be no circles: each step of a path goes up a level or more.
    """

    child: Id
    parent: Id


class RemoveLink(ActivityCommand, frozen=True, tag="goals.remove_link"):
    """Say that the child does not serve the parent."""

    child: Id
    parent: Id


class Rate(ActivityCommand, frozen=True, tag="goals.rate"):
    """Answer one question about one goal, or answer it anew."""

    item: Id
    question: str
    answer: Answer


class Unrate(ActivityCommand, frozen=True, tag="goals.unrate"):
    """Take one's answer back."""

    item: Id
    question: str


class Focus(ActivityCommand, frozen=True, tag="goals.focus"):
    """Bring everyone to one item, or to none."""

    item: Id | None = None


COMMANDS: tuple[type[ActivityCommand], ...] = (
    MovePhase,
    AddItem,
    EditItem,
    DeleteItem,
    AddLink,
    RemoveLink,
    Rate,
    Unrate,
    Focus,
)
