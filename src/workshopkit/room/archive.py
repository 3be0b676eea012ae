"""The archive: a workshop that was held elsewhere comes in as its record, and has finished."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from workshopkit.domain.actions import AddAction
from workshopkit.domain.activity import Actor, Role
from workshopkit.domain.workshop.commands import Finish
from workshopkit.domain.workshop.create import cleaned_names
from workshopkit.domain.workshop.events import RecordImported
from workshopkit.errors import Refused, WorkshopkitError
from workshopkit.log.base import Transaction
from workshopkit.room.commit import Held, Outcome, Wish, commit
from workshopkit.room.context import LiveContext
from workshopkit.room.directory import make_workshop
from workshopkit.room.vocabulary import Vocabulary

KNOWN = "The team has this action already."


class Archived(Struct, frozen=True):
    """What came of it."""

    workshop: str
    actions: tuple[str | None, ...] = ()
    """For each action that the team should take over, why it did not."""


def archive(
    tx: Transaction,
    vocabulary: Vocabulary,
    record: str,
    *,
    title: str,
    team: str,
    day: str,
    people: int = 0,
    actions: Sequence[AddAction] = (),
) -> Archived:
    """Keep a record, as the text that it is, in a finished workshop of its own.

    It is not played again as if it happened here: counts of votes are no ballots, and cards have
    lost their authors. So the record stays exactly what it was. The team takes the actions over.
    Raises `WorkshopkitError` where the same record is here already.
    """
    _need_new(tx, vocabulary, record)
    title, team = cleaned_names(title, team)
    workshop = make_workshop(tx, vocabulary, title=title, team=team, day=day, people=people)
    imported = vocabulary.write_event(RecordImported(record), workshop)
    tx.append([imported], at=LiveContext.current().now)
    held = commit(tx, Held(workshop, vocabulary.start()), (), vocabulary).held
    new = [action for action in actions if not _has(held, action)]
    wishes = [Wish(command, Actor(Role.FACILITATOR)) for command in (*new, Finish())]
    outcomes = iter(commit(tx, held, wishes, vocabulary).outcomes)
    taken = (_why_not(next(outcomes)) if action in new else KNOWN for action in actions)
    return Archived(workshop, tuple(taken))


def _has(held: Held, wished: AddAction) -> bool:
    """Whether the team has promised the same already."""
    known = held.state.team.actions.values()
    return any(action.text == wished.text and action.due == wished.due for action in known)


def _why_not(outcome: Outcome) -> str | None:
    return str(outcome) if isinstance(outcome, Refused) else None


def _need_new(tx: Transaction, vocabulary: Vocabulary, record: str) -> None:
    for recorded in tx.read(types=("workshop.record_imported",)):
        event = vocabulary.read_event(recorded)
        if isinstance(event, RecordImported) and event.record == record:
            raise WorkshopkitError(f"This record is here already, as {recorded.stream}.")
