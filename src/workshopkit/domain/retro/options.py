"""Changed options: taken over unless something would be lost."""

from __future__ import annotations

from msgspec.structs import replace

from workshopkit.domain.retro.acts import forgetful
from workshopkit.domain.retro.state import RetroOptions, RetroState, start
from workshopkit.domain.retro.votes import fits
from workshopkit.errors import Refused


def adopt(state: RetroState, options: RetroOptions) -> RetroState:
    """The board under changed options; refuses what would lose cards, dots or a promise."""
    start(options)
    if options == state.options:
        return state
    kept = {column.id for column in options.columns}
    used = {card.column for card in state.cards.values()}
    used |= {group.column for group in state.groups.values()}
    if not used <= kept:
        raise _would_lose("A column that has cards would go.")
    if options.anonymous != state.options.anonymous and (state.cards or state.ballots):
        raise _would_lose("Cards were written under the other promise about names.")
    adopted = replace(forgetful(state), options=options)
    if not fits(adopted):
        raise _would_lose("Some people have already given more dots than that.")
    return adopted


def _would_lose(message: str) -> Refused:
    return Refused(
        "would_lose_answers", message, "Leave this option as it was, or make another board."
    )
