"""The retro board's rules: from a wish to events, or a refusal."""

from __future__ import annotations

from workshopkit.domain.activity import (
    Actor,
    Context,
    Event,
    need_facilitator,
    need_text,
    not_allowed,
)
from workshopkit.domain.phases import known_phase, need_phase
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.state import (
    CARD_LIMIT,
    CARDS_EACH,
    CARDS_LIMIT,
    PHASES,
    TITLE_LIMIT,
    Card,
    RetroState,
    items,
    members,
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
            return _move_card(state, command, actor)
        case c.GroupCards():
            return _group_cards(state, command, actor, context)
        case c.Ungroup():
            return _ungroup(state, command, actor)
        case c.TakeOut():
            return _take_out(state, command, actor)
        case c.RenameGroup():
            return _rename_group(state, command, actor)
        case c.GiveVote():
            return _give_vote(state, command, actor)
        case c.TakeVoteBack():
            return _take_vote_back(state, command, actor)
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
    need_phase(state.phase, actor, ("write",), leading=("write", "group"))
    _need_column(state, command.column)
    text = need_text(command.text, CARD_LIMIT)
    if len(state.cards) >= CARDS_LIMIT or len(state.written.get(author, ())) >= CARDS_EACH:
        raise Refused("too_many", "There are too many cards.", "Put several thoughts on one card.")
    card = context.new_id()
    added = e.CardAdded(command.activity, card, command.column, text, author)
    if state.phase == "write":
        return [added]
    return [added, e.CardsRevealed(command.activity, (card,))]


def _edit_card(state: RetroState, command: c.EditCard, actor: Actor) -> list[Event]:
    card = _need_own_card(state, command.card, actor)
    need_phase(state.phase, actor, ("write", "group"))
    text = need_text(command.text, CARD_LIMIT)
    return [] if text == card.text else [e.CardEdited(command.activity, command.card, text)]


def _delete_card(state: RetroState, command: c.DeleteCard, actor: Actor) -> list[Event]:
    card = state.cards.get(command.card)
    if not (actor.leads and card is not None and card.revealed):
        _need_own_card(state, command.card, actor)
        need_phase(state.phase, actor, ("write", "group"))
    return [e.CardDeleted(command.activity, command.card)]


def _move_card(state: RetroState, command: c.MoveCard, actor: Actor) -> list[Event]:
    if state.phase == "write":
        card = _need_own_card(state, command.card, actor)
    else:
        _need_grouping(state, actor)
        card = _need_revealed_card(state, command.card)
    _need_column(state, command.column)
    if card.column == command.column:
        return []
    return [e.CardMoved(command.activity, command.card, command.column)]


def _group_cards(
    state: RetroState, command: c.GroupCards, actor: Actor, context: Context
) -> list[Event]:
    _need_grouping(state, actor)
    cards = tuple(dict.fromkeys(command.cards))
    texts = [_need_revealed_card(state, card).text for card in cards]
    if command.into is not None:
        _need_group(state, command.into)
        new = tuple(card for card in cards if state.cards[card].group != command.into)
        return [e.CardsGrouped(command.activity, command.into, new, "")] if new else []
    if len(cards) < 2:
        raise Refused("too_few", "A group needs two cards or more.", "Choose another card as well.")
    title = need_text(command.title or texts[0][:TITLE_LIMIT], TITLE_LIMIT)
    return [e.CardsGrouped(command.activity, context.new_id(), cards, title)]


def _ungroup(state: RetroState, command: c.Ungroup, actor: Actor) -> list[Event]:
    _need_grouping(state, actor)
    _need_group(state, command.group)
    return [e.GroupTakenApart(command.activity, command.group)]


def _take_out(state: RetroState, command: c.TakeOut, actor: Actor) -> list[Event]:
    _need_grouping(state, actor)
    card = _need_revealed_card(state, command.card)
    return [] if card.group is None else [e.CardTakenOut(command.activity, command.card)]


def _rename_group(state: RetroState, command: c.RenameGroup, actor: Actor) -> list[Event]:
    _need_grouping(state, actor)
    _need_group(state, command.group)
    title = need_text(command.title, TITLE_LIMIT)
    if title == state.groups[command.group].title:
        return []
    return [e.GroupRenamed(command.activity, command.group, title)]


def _give_vote(state: RetroState, command: c.GiveVote, actor: Actor) -> list[Event]:
    author = actor.author("ballots")
    need_phase(state.phase, actor, ("vote",))
    if command.target not in items(state):
        raise _unknown_target()
    if sum(state.ballots.get(author, {}).values()) >= state.options.votes:
        raise Refused("no_votes_left", "You have given all your dots.", "Take one back first.")
    return [e.VoteGiven(command.activity, author, command.target)]


def _take_vote_back(state: RetroState, command: c.TakeVoteBack, actor: Actor) -> list[Event]:
    author = actor.author("ballots")
    need_phase(state.phase, actor, ("vote",))
    ballot = state.ballots.get(author, {})
    places = (command.target, *members(state, command.target))
    given_to = next((place for place in places if ballot.get(place)), None)
    if given_to is None:
        raise Refused("no_vote_there", "None of your dots is there.", "Look where your dots are.")
    return [e.VoteTakenBack(command.activity, author, given_to)]


def _focus(state: RetroState, command: c.Focus, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    need_phase(state.phase, actor, ("discuss", "act"))
    if command.target is not None and command.target not in items(state):
        raise _unknown_target()
    if command.target == state.focus:
        return []
    return [e.FocusMoved(command.activity, command.target)]


def _need_grouping(state: RetroState, actor: Actor) -> None:
    """Anyone who takes part may group in that phase; the facilitator from then on.

    She may lead from a kernel, where no card is her own.
    """
    if not actor.leads:
        actor.author("cards")
    need_phase(state.phase, actor, ("group",), leading=("group", "vote", "discuss", "act"))


def _need_own_card(state: RetroState, key: str, actor: Actor) -> Card:
    author = actor.author("cards")
    card = state.cards.get(key)
    if card is not None and card.author == author:
        return card
    if card is not None and card.revealed:
        raise not_allowed("Only its owner can change this card.")
    raise _unknown_card()


def _need_revealed_card(state: RetroState, key: str) -> Card:
    card = state.cards.get(key)
    if card is None or not card.revealed:
        raise _unknown_card()
    return card


def _need_column(state: RetroState, key: str) -> None:
    if all(column.id != key for column in state.options.columns):
        raise Refused("unknown_column", "There is no such column.", "Choose one of the board's.")


def _need_group(state: RetroState, key: str) -> None:
    if key not in state.groups:
        raise Refused("unknown_group", "That group is no longer there.", "Look at the board again.")


def _unknown_card() -> Refused:
    return Refused("unknown_card", "That card is not there.", "Look at the board again.")


def _unknown_target() -> Refused:
    return Refused(
        "unknown_target", "That is not on the board, or is in a group.", "Choose a card or a group."
    )
