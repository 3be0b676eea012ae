"""Bringing a record back in, as a finished workshop whose record it is."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from workshopkit.analysis.words import in_language
from workshopkit.domain.actions import AddAction
from workshopkit.errors import WorkshopkitError
from workshopkit.log.base import EventLog
from workshopkit.publish.files import files
from workshopkit.publish.json_file import to_json
from workshopkit.publish.record import Record
from workshopkit.room.archive import archive
from workshopkit.room.vocabulary import Vocabulary, load_kinds

HERE = frozenset({"activity", "target"})
"""What an action says of its own workshop: nothing of that is here."""


class BroughtIn(Struct, frozen=True):
    """What came of it."""

    workshop: str
    """Its id in this database."""
    actions: tuple[tuple[str, str | None], ...] = ()
    """Each action that the team should take over, with the reason where it did not."""


def bring_in(log: EventLog, record: Record, *, with_actions: bool = False) -> BroughtIn:
    """Keep a record in a database; its team takes over the actions if so wished.

    What is kept is the whole record: exported again it is the same, byte for byte. Raises
    `WorkshopkitError` where it is here already, or cannot be shown.
    """
    need_sound(record)
    wished = _actions(record) if with_actions else []
    vocabulary = Vocabulary(load_kinds())
    came = log.transact(
        lambda tx: archive(
            tx,
            vocabulary,
            to_json(record),
            title=record.title,
            team=record.workshop.team,
            day=record.workshop.date,
            people=record.people,
            actions=wished,
        )
    ).result()
    texts = (action.text for action in wished)
    return BroughtIn(came.workshop, tuple(zip(texts, came.actions, strict=True)))


def need_sound(record: Record) -> None:
    """Refuse a record that one of our writers could not write: a file may hold anything."""
    try:
        for activity in record.agenda:
            in_language(activity.view["title"])
        list(files(record))
    except WorkshopkitError:
        raise
    except Exception as problem:
        raise WorkshopkitError(
            f"This record cannot be shown ({type(problem).__name__}: {problem}). Was it changed?"
        ) from problem


def _actions(record: Record) -> list[AddAction]:
    """The record's actions as wishes, with all that an action can have today."""
    known = [field.name for field in fields(AddAction) if field.name not in HERE]
    items = (record.actions["items"][id_] for id_ in record.actions["order"])
    return [_action({name: item[name] for name in known if name in item}) for item in items]


def _action(said: dict[str, Any]) -> AddAction:
    return AddAction(**{"text": "", **said})
