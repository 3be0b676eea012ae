"""The retro board's rules: from a wish to events, or a refusal."""

from __future__ import annotations

from workshopkit.domain.activity import Actor, Context, Event, need_facilitator, need_text
from workshopkit.domain.phases import known_phase, need_phase
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as e
from workshopkit.domain.retro import grouping, voting
from workshopkit.domain.retro.board import items
from workshopkit.domain.retro.check import (
    need_column,
    need_own_card,
    need_revealed_card,
    unknown_target,
)
from workshopkit.domain.retro.state import (
    CARD_LIMIT,
    CARDS_EACH,
    CARDS_LIMIT,
    PHASES,
    RetroState,
)
from workshopkit.errors import Refused


def decide(state: RetroState, command: object, actor: Actor, context: Context) -> list[Event]:  # noqa: C901 - one case each
    """What follows from a wish; raises `Refused` with the reason and a remedy."""
    match command:
        case c.MovePhase():
            return _move_phase(state, command, actor, context)
        case c.AddCard():
            return _add_card(state, command, actor, context)
        case c.EditCard():
            return _edit_card(state, command, actor)
        case c.DeleteCard():
            return _delete_card(state, command, actor)
        case c.MoveCard():
            return grouping.move_card(state, command, actor)
        case c.HideCard():
            return _hide_card(state, command, actor)
        case c.ShowCard():
            return _show_card(state, command, actor)
        case c.GroupCards():
            return grouping.group_cards(state, command, actor, context)
        case c.Ungroup():
            return grouping.ungroup(state, command, actor)
        case c.TakeOut():
            return grouping.take_out(state, command, actor)
        case c.RenameGroup():
            return grouping.rename_group(state, command, actor)
        case c.Undo():
            return grouping.undo(state, command, actor)
        case c.GiveVote():
            return voting.give_vote(state, command, actor)
        case c.TakeVoteBack():
            return voting.take_vote_back(state, command, actor)
        case c.CountRoom():
            return voting.count_room(state, command, actor)
        case c.Focus():
            return _focus(state, command, actor)
    raise TypeError(f"not a retro command: {command!r}")


def _move_phase(
    state: RetroState, command: c.MovePhase, actor: Actor, context: Context
) -> list[Event]:
    need_facilitator(actor)
    phase = known_phase(command.phase, PHASES)
    if phase == state.phase:
        return []
    moved = e.PhaseMoved(command.activity, phase)
    hidden = [key for key, card in state.cards.items() if not card.revealed]
    if not hidden:
        return [moved]
    return [e.CardsRevealed(command.activity, context.shuffled(hidden)), moved]


def _add_card(state: RetroState, command: c.AddCard, actor: Actor, context: Context) -> list[Event]:
    author = actor.author("cards")
    if command.from_room:
        need_facilitator(actor)
    need_phase(state.phase, actor, ("write",), leading=("write", "group"))
    need_column(state, command.column)
    text = need_text(command.text, CARD_LIMIT)
    if len(state.cards) >= CARDS_LIMIT or len(state.written.get(author, ())) >= CARDS_EACH:
        raise Refused("too_many", "There are too many cards.", "Put several thoughts on one card.")
    card = context.new_id()
    added = e.CardAdded(command.activity, card, command.column, text, author, command.from_room)
    if state.phase == "write":
        return [added]
    return [added, e.CardsRevealed(command.activity, (card,))]


def _edit_card(state: RetroState, command: c.EditCard, actor: Actor) -> list[Event]:
    card = need_own_card(state, command.card, actor)
    need_phase(state.phase, actor, ("write", "group"))
    text = need_text(command.text, CARD_LIMIT)
    return [] if text == card.text else [e.CardEdited(command.activity, command.card, text)]


def _delete_card(state: RetroState, command: c.DeleteCard, actor: Actor) -> list[Event]:
    card = state.cards.get(command.card)
    if not (actor.leads and card is not None and card.revealed):
        need_own_card(state, command.card, actor)
        need_phase(state.phase, actor, ("write", "group"))
    return [e.CardDeleted(command.activity, command.card)]


def _hide_card(state: RetroState, command: c.HideCard, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    need_revealed_card(state, command.card)
    return [] if command.card in state.hidden else [e.CardHidden(command.activity, command.card)]


def _show_card(state: RetroState, command: c.ShowCard, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    need_revealed_card(state, command.card)
    return [e.CardShown(command.activity, command.card)] if command.card in state.hidden else []


def _focus(state: RetroState, command: c.Focus, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    need_phase(state.phase, actor, ("discuss", "act"))
    if command.target is not None and command.target not in items(state):
        raise unknown_target()
    if command.target == state.focus:
        return []
    return [e.FocusMoved(command.activity, command.target)]
