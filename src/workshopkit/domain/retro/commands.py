"""What people may wish of a retro board."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshopkit.domain.activity import ActivityCommand, Id
from workshopkit.domain.people import PEOPLE_LIMIT

Act = Annotated[str, Meta(max_length=64)]
"""A random id of the sender's own making, by which `Undo` takes back what was done under it."""


class MovePhase(ActivityCommand, frozen=True, tag="retro.move_phase"):
    """Go to a phase, forwards or back; leaving ``write`` reveals the cards for good."""

    phase: str


class AddCard(ActivityCommand, frozen=True, tag="retro.add_card"):
    """Write a card, hidden until the reveal."""

    column: str
    text: str
    from_room: bool = False
    """For someone without a device; only a facilitator may."""


class EditCard(ActivityCommand, frozen=True, tag="retro.edit_card"):
    """Write one's own card anew."""

    card: Id
    text: str


class DeleteCard(ActivityCommand, frozen=True, tag="retro.delete_card"):
    """Take a card away; dots on it go back to their owners."""

    card: Id


class MoveCard(ActivityCommand, frozen=True, tag="retro.move_card"):
    """Put a card into another column."""

    card: Id
    column: str
    act: Act = ""


class HideCard(ActivityCommand, frozen=True, tag="retro.hide_card"):
    """Take a revealed card out of everyone's sight; dots on it go back to their owners."""

    card: Id


class ShowCard(ActivityCommand, frozen=True, tag="retro.show_card"):
    """Show a hidden card again, with the dots that their owners have not given elsewhere."""

    card: Id


class GroupCards(ActivityCommand, frozen=True, tag="retro.group_cards"):
    """Put cards together: two or more as a new group, or any into a group."""

    cards: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=500)]
    into: Id | None = None
    title: str = ""
    act: Act = ""


class Ungroup(ActivityCommand, frozen=True, tag="retro.ungroup"):
    """Take a group apart; dots given to the group go back."""

    group: Id
    act: Act = ""


class TakeOut(ActivityCommand, frozen=True, tag="retro.take_out"):
    """Take one card out of its group."""

    card: Id
    act: Act = ""


class RenameGroup(ActivityCommand, frozen=True, tag="retro.rename_group"):
    """Give a group a better title."""

    group: Id
    title: str
    act: Act = ""


class Undo(ActivityCommand, frozen=True, tag="retro.undo"):
    """Take back what was done under an act's id, unless something of it has changed since."""

    act: Id


class GiveVote(ActivityCommand, frozen=True, tag="retro.give_vote"):
    """Give one dot to a group, or to a card outside any group."""

    target: Id
    from_room: bool = False
    """One of the room's dots; only a facilitator may."""


class TakeVoteBack(ActivityCommand, frozen=True, tag="retro.take_vote_back"):
    """Take back one of one's own dots."""

    target: Id
    from_room: bool = False
    """One of the room's dots; only a facilitator may."""


class CountRoom(ActivityCommand, frozen=True, tag="retro.count_room"):
    """Say how many people are in the room without a device: their dots are the room's."""

    people: Annotated[int, Meta(ge=0, le=PEOPLE_LIMIT)]


class Focus(ActivityCommand, frozen=True, tag="retro.focus"):
    """Bring everyone to one card or group, or to none."""

    target: Id | None = None


COMMANDS: tuple[type[ActivityCommand], ...] = (
    MovePhase,
    AddCard,
    EditCard,
    DeleteCard,
    MoveCard,
    HideCard,
    ShowCard,
    GroupCards,
    Ungroup,
    TakeOut,
    RenameGroup,
    Undo,
    GiveVote,
    TakeVoteBack,
    CountRoom,
    Focus,
)
