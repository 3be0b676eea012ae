"""The goal map's rules: from a wish to events, or a refusal."""

from __future__ import annotations

from typing import get_args

from msgspec.structs import asdict

from workshopkit.domain.activity import Actor, Context, Event, need_facilitator, not_allowed
from workshopkit.domain.goals import check
from workshopkit.domain.goals import commands as c
from workshopkit.domain.goals import events as e
from workshopkit.domain.goals.perspectives import tellable
from workshopkit.domain.goals.state import PHASES, SHOWING, GoalsState, Item, Link
from workshopkit.domain.phases import known_phase, need_phase
from workshopkit.errors import Refused

ITEMS_EACH = 50
ITEMS_LIMIT = 1000
LINKS_LIMIT = 5000
ANSWERS = get_args(c.Answer)
AFTER_DRAFT = tuple(phase for phase in PHASES if phase != "draft")


def decide(state: GoalsState, command: object, actor: Actor, context: Context) -> list[Event]:
    """What follows from a wish; raises `Refused` with the reason and a remedy."""
    match command:
        case c.MovePhase():
            return _move_phase(state, command, actor, context)
        case c.AddItem():
            return _add_item(state, command, actor, context)
        case c.EditItem():
            return _edit_item(state, command, actor)
        case c.DeleteItem():
            return _delete_item(state, command, actor)
        case c.AddLink():
            return _add_link(state, command, actor)
        case c.RemoveLink():
            return _remove_link(state, command, actor)
        case c.Rate():
            return _rate(state, command, actor)
        case c.Unrate():
            return _unrate(state, command, actor)
        case c.Focus():
            return _focus(state, command, actor)
    raise TypeError(f"not a goals command: {command!r}")


def _move_phase(
    state: GoalsState, command: c.MovePhase, actor: Actor, context: Context
) -> list[Event]:
    need_facilitator(actor)
    phase = known_phase(command.phase, PHASES)
    if phase == state.phase:
        return []
    moved = e.PhaseMoved(command.activity, phase)
    hidden = [key for key, item in state.items.items() if not item.revealed]
    if not hidden:
        return [moved]
    return [e.ItemsRevealed(command.activity, context.shuffled(hidden)), moved]


def _add_item(state: GoalsState, command: c.AddItem, actor: Actor, context: Context) -> list[Event]:
    need_phase(state.phase, actor, ("draft",), leading=("draft", "link"))
    # What a kernel adds to the open map is nobody's own; in draft, nobody could ever see it.
    nobodys = actor.leads and state.phase != "draft"
    author = actor.authors.get("items", "") if nobodys else actor.author("items")
    check.need_level(command.level)
    said = check.said(command)
    _need_room(state, author)
    item = context.new_id()
    added = e.ItemAdded(command.activity, item, command.level, **asdict(said), author=author)
    if state.phase == "draft":
        return [added]
    return [added, e.ItemsRevealed(command.activity, (item,))]


def _edit_item(state: GoalsState, command: c.EditItem, actor: Actor) -> list[Event]:
    """Anyone edits anything on the map while linking is open; before that, one's own."""
    if actor.leads and _is_shown(state, command.item):
        known = state.items[command.item]
    elif state.phase == "draft":
        known = _need_own_item(state, command.item, actor)
    else:
        _need_linking(state, actor)
        known = _need_item(state, command.item)
    said = check.said(command)
    if said == check.Said(known.text, known.owner, known.measure, known.assumption):
        return []
    return [e.ItemEdited(command.activity, command.item, **asdict(said))]


def _delete_item(state: GoalsState, command: c.DeleteItem, actor: Actor) -> list[Event]:
    if not (actor.leads and _is_shown(state, command.item)):
        _need_own_item(state, command.item, actor)
        need_phase(state.phase, actor, ("draft",))
    return [e.ItemDeleted(command.activity, command.item)]


def _add_link(state: GoalsState, command: c.AddLink, actor: Actor) -> list[Event]:
    _need_linking(state, actor)
    check.need_two(command.child, command.parent)
    child, parent = _need_item(state, command.child), _need_item(state, command.parent)
    check.need_below(child.level, parent.level)
    if Link(command.child, command.parent).key in state.links:
        return []
    if len(state.links) >= LINKS_LIMIT:
        raise Refused("too_many", "There are too many links.", "Remove one first.")
    return [e.LinkAdded(command.activity, command.child, command.parent)]


def _remove_link(state: GoalsState, command: c.RemoveLink, actor: Actor) -> list[Event]:
    _need_linking(state, actor)
    if Link(command.child, command.parent).key not in state.links:
        return []
    return [e.LinkRemoved(command.activity, command.child, command.parent)]


def _rate(state: GoalsState, command: c.Rate, actor: Actor) -> list[Event]:
    author = actor.author("ratings")
    need_phase(state.phase, actor, ("rate", "re-rate"))
    if _need_item(state, command.item).level != "goal":
        raise Refused("wrong_level", "Only goals are rated.", "Choose a goal.")
    if all(question.id != command.question for question in state.options.questions):
        raise Refused("unknown_question", "That is not asked here.", "Choose one of the questions.")
    if command.answer not in ANSWERS:
        raise Refused("unknown_option", "That is not one of the answers.", "Choose one of them.")
    if _answer(state, author, command.item, command.question) == command.answer:
        return []
    return [
        e.Rated(
            command.activity,
            author,
            command.item,
            command.question,
            command.answer,
            _kept_perspective(state, actor),
        )
    ]


def _unrate(state: GoalsState, command: c.Unrate, actor: Actor) -> list[Event]:
    author = actor.author("ratings")
    need_phase(state.phase, actor, ("rate", "re-rate"))
    if not _answer(state, author, command.item, command.question):
        return []
    return [e.Unrated(command.activity, author, command.item, command.question)]


def _focus(state: GoalsState, command: c.Focus, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    need_phase(state.phase, actor, tuple(phase for phase in PHASES if phase in SHOWING))
    if command.item is not None:
        _need_item(state, command.item)
    return [] if command.item == state.focus else [e.FocusMoved(command.activity, command.item)]


def _kept_perspective(state: GoalsState, actor: Actor) -> str:
    """What the rating may say of its owner: what could be shown if everyone who joined rated.

    So whoever reads the database finds no ballot that only one person can have cast, be it for
    its perspective or for the want of one.
    """
    known = tellable(actor.perspectives, state.options.smallest)
    return actor.perspective if actor.perspective in known else ""


def _answer(state: GoalsState, author: str, item: str, question: str) -> str:
    answers = state.ratings[author].answers if author in state.ratings else {}
    return answers.get(item, {}).get(question, "")


def _is_shown(state: GoalsState, key: str) -> bool:
    return key in state.items and state.items[key].revealed


def _need_linking(state: GoalsState, actor: Actor) -> None:
    """Anyone who takes part may link in that phase; the facilitator from then on.

    She may lead from a kernel, where no item is her own.
    """
    if not actor.leads:
        actor.author("items")
    need_phase(state.phase, actor, ("link",), leading=AFTER_DRAFT)


def _need_item(state: GoalsState, key: str) -> Item:
    """An item that all may see; what is hidden is refused as if it did not exist."""
    if not _is_shown(state, key):
        raise check.unknown_item()
    return state.items[key]


def _need_own_item(state: GoalsState, key: str, actor: Actor) -> Item:
    author = actor.author("items")
    item = state.items.get(key)
    if item is not None and item.author == author:
        return item
    if item is not None and item.revealed:
        raise not_allowed("Only its owner can change this item.")
    raise check.unknown_item()


def _need_room(state: GoalsState, author: str) -> None:
    if len(state.items) >= ITEMS_LIMIT or len(state.written.get(author, ())) >= ITEMS_EACH:
        raise Refused("too_many", "There are too many items.", "Say several things in one.")
