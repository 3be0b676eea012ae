"""Leaving things out of a record before it is written: names, cards, answers, actions, activities.

It goes by the shape that all views have, not by the kind of activity: so it does the same for an
activity that nobody here has heard of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.analysis.words import in_language
from workshopkit.errors import WorkshopkitError
from workshopkit.publish.record import Activity, LeftOut, Record
from workshopkit.publish.sweeping import Sweep, Thing, ids_in, things_in, without_names

HANDLE = 8
"""Characters of a handle."""


class Choice(Struct, frozen=True):
    """Something that can be left out."""

    handle: str
    """A short name for it that stays the same, and can be typed."""
    id: str
    text: str
    place: str
    """The title of its activity; empty for an activity itself and for an action."""
    kind: str
    """``activity``, or how its view calls the list that it is in: ``cards``, ``actions``."""


def choices(record: Record, lang: str = "en") -> list[Choice]:
    """Everything that can be left out, in the order of the record."""
    found: list[Choice] = []
    for activity in record.agenda:
        title = in_language(activity.view["title"], lang)
        found.append(_choice(Thing(activity.id, title, "activity"), ""))
        found += [_choice(thing, title) for thing in _distinct(things_in(activity.view))]
    return found + [_choice(thing, "") for thing in _distinct(_promised(record))]


def redacted(record: Record, *, drop_names: bool = False, drop: Iterable[str] = ()) -> Record:
    """The record without what is in `drop`, by handle or id, and without names if so wished.

    A thing goes wherever it stands, with its votes and links, and where other texts only repeat
    it. `WorkshopkitError` for what is not there.
    """
    gone = _resolved(record, drop)
    if gone:
        record = _without(record, gone)
    return _nameless(record) if drop_names else record


def handle(id_: str) -> str:
    """A short name for an id: ids are long, and may begin with a dash."""
    return hashlib.sha256(id_.encode()).hexdigest()[:HANDLE]


def _choice(thing: Thing, place: str) -> Choice:
    return Choice(handle(thing.id), thing.id, thing.text, place, thing.list)


def _distinct(things: Iterable[Thing]) -> list[Thing]:
    first: dict[str, Thing] = {}
    for thing in things:
        first.setdefault(thing.id, thing)
    return list(first.values())


def _resolved(record: Record, drop: Iterable[str]) -> set[str]:
    """The ids of what is to go."""
    known = choices(record)
    gone: set[str] = set()
    for wanted in drop:
        found = {choice.id for choice in known if wanted in (choice.id, choice.handle)}
        if not found:
            raise WorkshopkitError(
                f"Nothing in this record is called {wanted!r}. The preview lists what can be "
                "left out."
            )
        gone |= found
    return gone


def _without(record: Record, gone: Collection[str]) -> Record:
    known = {*_every_id(record), *(activity.id for activity in record.agenda)}
    lost = {thing.id: thing for thing in _everything(record) if thing.id in gone}
    # What stood in an activity that goes as a whole is gone for the actions that came of it.
    with_it = [thing for each in record.agenda if each.id in gone for thing in things_in(each.view)]
    said = {thing.text for thing in (*lost.values(), *with_it)}
    sweep = Sweep(gone, {thing.text for thing in lost.values()}, known)
    of_actions = Sweep({*gone, *(thing.id for thing in with_it)}, said, known)
    return replace(
        record,
        agenda=tuple(
            Activity(activity.id, sweep(activity.view))
            for activity in record.agenda
            if activity.id not in gone
        ),
        actions=of_actions(record.actions),
        carried=of_actions(record.carried),
        left_out=LeftOut(record.left_out.names, record.left_out.things + len(gone)),
    )


def _nameless(record: Record) -> Record:
    said = record.governance
    return replace(
        record,
        agenda=tuple(Activity(each.id, without_names(each.view)) for each in record.agenda),
        actions=without_names(record.actions),
        carried=without_names(record.carried),
        governance=None if said is None else replace(said, decided_by=""),
        left_out=LeftOut(True, record.left_out.things),
    )


def _everything(record: Record) -> Iterable[Thing]:
    for activity in record.agenda:
        yield from things_in(activity.view)
    yield from _promised(record)


def _promised(record: Record) -> Iterable[Thing]:
    """Actions, its own and those that go on."""
    for listing in (record.carried, record.actions):
        yield from things_in({"actions": listing})


def _every_id(record: Record) -> Iterable[str]:
    for activity in record.agenda:
        yield from ids_in(activity.view)
    yield from ids_in(record.actions)
    yield from ids_in(record.carried)
