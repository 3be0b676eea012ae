"""What happened on a retro board."""

from __future__ import annotations

from workshopkit.domain.activity import ActivityEvent
from workshopkit.domain.retro.state import Phase


class PhaseMoved(ActivityEvent, frozen=True, tag="retro.phase_moved"):
    """The facilitator moved the board to a phase."""

    phase: Phase


class CardAdded(ActivityEvent, frozen=True, tag="retro.card_added"):
    """Someone wrote a card."""

    personal = True
    free_text = ("text",)
    card: str
    column: str
    text: str
    author: str
    from_room: bool = False


class CardEdited(ActivityEvent, frozen=True, tag="retro.card_edited"):
    """Its owner wrote a card anew."""

    personal = True
    free_text = ("text",)
    card: str
    text: str


class CardDeleted(ActivityEvent, frozen=True, tag="retro.card_deleted"):
    """A card was taken away."""

    card: str


class CardMoved(ActivityEvent, frozen=True, tag="retro.card_moved"):
    """A card went to another column."""

    card: str
    column: str
    act: str = ""


class CardHidden(ActivityEvent, frozen=True, tag="retro.card_hidden"):
    """The facilitator took a card out of everyone's sight."""

    withholds = True
    card: str


class CardShown(ActivityEvent, frozen=True, tag="retro.card_shown"):
    """A hidden card came back."""

    withholds = True
    card: str


class CardsRevealed(ActivityEvent, frozen=True, tag="retro.cards_revealed"):
    """Hidden cards came to light, in this shuffled order."""

    cards: tuple[str, ...]


class CardsGrouped(ActivityEvent, frozen=True, tag="retro.cards_grouped"):
    """Cards were put into a group, new or known."""

    free_text = ("title",)
    group: str
    cards: tuple[str, ...]
    title: str
    """The title of a new group; a known one keeps its own."""
    act: str = ""


class CardTakenOut(ActivityEvent, frozen=True, tag="retro.card_taken_out"):
    """A card left its group."""

    card: str
    act: str = ""


class GroupTakenApart(ActivityEvent, frozen=True, tag="retro.group_taken_apart"):
    """A group was dissolved."""

    group: str
    act: str = ""


class GroupRenamed(ActivityEvent, frozen=True, tag="retro.group_renamed"):
    """A group got another title."""

    free_text = ("title",)
    group: str
    title: str
    act: str = ""


class GroupingUndone(ActivityEvent, frozen=True, tag="retro.grouping_undone"):
    """What was done under an act's id was taken back."""

    act: str


class VoteGiven(ActivityEvent, frozen=True, tag="retro.vote_given"):
    """One dot was given."""

    personal = True
    author: str
    target: str


class VoteTakenBack(ActivityEvent, frozen=True, tag="retro.vote_taken_back"):
    """One dot was taken back from exactly where it had been given."""

    personal = True
    author: str
    target: str


class RoomCounted(ActivityEvent, frozen=True, tag="retro.room_counted"):
    """So many people are in the room without a device."""

    people: int


class RoomVoteGiven(ActivityEvent, frozen=True, tag="retro.room_vote_given"):
    """One of the room's dots was given."""

    target: str


class RoomVoteTakenBack(ActivityEvent, frozen=True, tag="retro.room_vote_taken_back"):
    """One of the room's dots was taken back from exactly where it had been given."""

    target: str


class FocusMoved(ActivityEvent, frozen=True, tag="retro.focus_moved"):
    """The talk turned to a card or group, or away from all."""

    target: str | None


EVENTS: tuple[type[ActivityEvent], ...] = (
    PhaseMoved,
    CardAdded,
    CardEdited,
    CardDeleted,
    CardMoved,
    CardHidden,
    CardShown,
    CardsRevealed,
    CardsGrouped,
    CardTakenOut,
    GroupTakenApart,
    GroupRenamed,
    GroupingUndone,
    VoteGiven,
    VoteTakenBack,
    RoomCounted,
    RoomVoteGiven,
    RoomVoteTakenBack,
    FocusMoved,
)

GROUPING = (CardMoved, CardsGrouped, CardTakenOut, GroupTakenApart, GroupRenamed)
"""Those that can be taken back by the id of their act."""
