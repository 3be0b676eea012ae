"""What people may wish of a retro board."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshopkit.domain.activity import ActivityCommand, Id


class MovePhase(ActivityCommand, frozen=True, tag="retro.move_phase"):
    """Go to a phase, forwards or back; leaving ``write`` reveals the cards for good."""

    phase: str


class AddCard(ActivityCommand, frozen=True, tag="retro.add_card"):
    """Write a card, hidden until the reveal."""

    column: str
    text: str


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


class GroupCards(ActivityCommand, frozen=True, tag="retro.group_cards"):
    """Put cards together: two or more as a new group, or any into a group."""

    cards: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=500)]
    into: Id | None = None
    title: str = ""


class Ungroup(ActivityCommand, frozen=True, tag="retro.ungroup"):
    """Take a group apart; dots given to the group go back."""

    group: Id


class TakeOut(ActivityCommand, frozen=True, tag="retro.take_out"):
    """Take one card out of its group."""

    card: Id


class RenameGroup(ActivityCommand, frozen=True, tag="retro.rename_group"):
    """Give a group a better title."""

    group: Id
    title: str


class GiveVote(ActivityCommand, frozen=True, tag="retro.give_vote"):
    """Give one dot to a group, or to a card outside any group."""

    target: Id


class TakeVoteBack(ActivityCommand, frozen=True, tag="retro.take_vote_back"):
    """Take back one of one's own dots."""

    target: Id


class Focus(ActivityCommand, frozen=True, tag="retro.focus"):
    """Bring everyone to one card or group, or to none."""

    target: Id | None = None


COMMANDS: tuple[type[ActivityCommand], ...] = (
    MovePhase,
    AddCard,
    EditCard,
    DeleteCard,
    MoveCard,
    GroupCards,
    Ungroup,
    TakeOut,
    RenameGroup,
    GiveVote,
    TakeVoteBack,
    Focus,
)
