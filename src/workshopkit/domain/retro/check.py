"""What a wish needs of the board: a card that is there, a column, a group."""

from __future__ import annotations

from workshopkit.domain.activity import Actor, not_allowed
from workshopkit.domain.retro.state import Card, RetroState
from workshopkit.errors import Refused


def need_own_card(state: RetroState, key: str, actor: Actor) -> Card:
    author = actor.author("cards")
    card = state.cards.get(key)
    if card is not None and card.author == author:
        return card
    if card is not None and card.revealed and key not in state.hidden:
        raise not_allowed("Only its owner can change this card.")
    raise unknown_card()


def need_revealed_card(state: RetroState, key: str) -> Card:
    """A card that everyone has seen, hidden now or not: for facilitators' eyes."""
    card = state.cards.get(key)
    if card is None or not card.revealed:
        raise unknown_card()
    return card


def need_shown_card(state: RetroState, key: str) -> Card:
    if key in state.hidden:
        raise unknown_card()
    return need_revealed_card(state, key)


def need_column(state: RetroState, key: str) -> None:
    if all(column.id != key for column in state.options.columns):
        raise Refused("unknown_column", "There is no such column.", "Choose one of the board's.")


def unknown_card() -> Refused:
    return Refused("unknown_card", "That card is not there.", "Look at the board again.")


def unknown_target() -> Refused:
    return Refused(
        "unknown_target", "That is not on the board, or is in a group.", "Choose a card or a group."
    )
