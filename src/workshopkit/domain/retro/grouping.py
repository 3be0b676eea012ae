"""The rules of grouping: moving cards, putting them together, and taking that back."""

from __future__ import annotations

from workshopkit.domain.activity import Actor, Context, Event, need_text
from workshopkit.domain.phases import need_phase
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.board import members
from workshopkit.domain.retro.check import need_column, need_own_card, need_shown_card
from workshopkit.domain.retro.state import TITLE_LIMIT, RetroState, title_from
from workshopkit.errors import Refused


def move_card(state: RetroState, command: c.MoveCard, actor: Actor) -> list[Event]:
    if state.phase == "write":
        card = need_own_card(state, command.card, actor)
    else:
        _need_grouping(state, actor)
        card = need_shown_card(state, command.card)
    need_column(state, command.column)
    if card.column == command.column:
        return []
    return [e.CardMoved(command.activity, command.card, command.column, command.act)]


def group_cards(
    state: RetroState, command: c.GroupCards, actor: Actor, context: Context
) -> list[Event]:
    _need_grouping(state, actor)
    cards = tuple(dict.fromkeys(command.cards))
    texts = [need_shown_card(state, card).text for card in cards]
    if command.into is not None:
        _need_group(state, command.into)
        new = tuple(card for card in cards if state.cards[card].group != command.into)
        known = e.CardsGrouped(command.activity, command.into, new, "", command.act)
        return [known] if new else []
    if len(cards) < 2:
        raise Refused("too_few", "A group needs two cards or more.", "Choose another card as well.")
    title = need_text(command.title or title_from(texts[0]), TITLE_LIMIT)
    return [e.CardsGrouped(command.activity, context.new_id(), cards, title, command.act)]


def ungroup(state: RetroState, command: c.Ungroup, actor: Actor) -> list[Event]:
    _need_grouping(state, actor)
    _need_group(state, command.group)
    return [e.GroupTakenApart(command.activity, command.group, command.act)]


def take_out(state: RetroState, command: c.TakeOut, actor: Actor) -> list[Event]:
    _need_grouping(state, actor)
    card = need_shown_card(state, command.card)
    if card.group is None:
        return []
    return [e.CardTakenOut(command.activity, command.card, command.act)]


def rename_group(state: RetroState, command: c.RenameGroup, actor: Actor) -> list[Event]:
    _need_grouping(state, actor)
    _need_group(state, command.group)
    title = need_text(command.title, TITLE_LIMIT)
    if title == state.groups[command.group].title:
        return []
    return [e.GroupRenamed(command.activity, command.group, title, command.act)]


def undo(state: RetroState, command: c.Undo, actor: Actor) -> list[Event]:
    """Whoever knows an act's id has done it; what others did since stays (see `acts`)."""
    _need_grouping(state, actor)
    if command.act not in state.acts:
        raise Refused(
            "changed_since",
            "Something there has changed since, or voting has begun.",
            "Look at the board as it is now.",
        )
    return [e.GroupingUndone(command.activity, command.act)]


def _need_grouping(state: RetroState, actor: Actor) -> None:
    """Anyone who takes part may group in that phase; the facilitator from then on.

    She may lead from a kernel, where no card is her own.
    """
    if not actor.leads:
        actor.author("cards")
    need_phase(state.phase, actor, ("group",), leading=("group", "vote", "discuss", "act"))


def _need_group(state: RetroState, key: str) -> None:
    if not members(state, key):
        raise Refused("unknown_group", "That group is no longer there.", "Look at the board again.")
