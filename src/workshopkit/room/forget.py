"""Forgetting a workshop: names go, and so does what people wrote; numbers and days stay.

The one exception to append-only (DESIGN 5.4). Events are changed where they stand, so that the
log still tells the whole story when it is read again, without the words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import msgspec
from msgspec import Struct

from workshopkit.domain import workshop
from workshopkit.domain.activity import ActivityEvent, Event
from workshopkit.domain.forgetting import without_texts
from workshopkit.domain.governance import kept_until
from workshopkit.domain.team import TextsForgotten
from workshopkit.domain.workshop import WorkshopState
from workshopkit.domain.workshop.events import Forgotten
from workshopkit.errors import LogError
from workshopkit.log.base import Recorded, Transaction
from workshopkit.room.context import LiveContext
from workshopkit.room.directory import held_on
from workshopkit.room.vocabulary import Vocabulary

SUBJECTS = ("action", "experiment")
"""The fields by which a team's events say what they are about."""


class Forgetting(Struct, frozen=True):
    """What would go, and when it may."""

    workshop: str
    team: str
    due: str
    """The date from which it may be forgotten, as ``YYYY-MM-DD``."""
    people: int
    """Names in the names table, or places where names could be."""
    texts: Mapping[str, int]
    """How many events hold what people wrote, by their name."""
    data: Mapping[int, bytes]
    """What those events will hold instead, by position."""
    in_team: bool = False
    """Whether some of them are the team's."""


def look(tx: Transaction, vocabulary: Vocabulary, identity: str) -> Forgetting:
    """What forgetting a workshop would do; changes nothing."""
    state, found = vocabulary.start(), list[tuple[Recorded, Collection[str]]]()
    own = tx.read(streams=[identity])
    for recorded in own:
        event = vocabulary.read_event(recorded)
        found.append((recorded, _written(state, event)))
        state = workshop.evolve(state, event)
    team = tx.read(streams=[state.team.id])
    found += _of_team(team, vocabulary, {identity, *state.agenda})
    data = {recorded.position: new for recorded, new in _changed(found)}
    changed = [recorded for recorded in (*own, *team) if recorded.position in data]
    return Forgetting(
        workshop=identity,
        team=state.team.id,
        due=kept_until(state.governance, held_on(tx, identity)),
        people=sum(not person.removed for person in tx.people(identity)),
        texts=_counted(changed),
        data=data,
        in_team=any(recorded.stream != identity for recorded in changed),
    )


def forget(tx: Transaction, vocabulary: Vocabulary, identity: str) -> Forgetting:
    """Erase names and texts, and tell who follows the log. `EventLog.compact` has to follow.

    Reads everything again before it is kept, so that a log is never left unreadable.
    """
    going, context = look(tx, vocabulary, identity), LiveContext.current()
    tx.rewrite(going.data)
    _need_readable(tx, vocabulary, going)
    tx.erase_people(identity)
    day = context.now.date().isoformat()
    told: dict[str, Event] = {identity: Forgotten(day, going.people)}
    if going.in_team:
        told[going.team] = TextsForgotten(identity)
    tx.append([vocabulary.write_event(e, stream) for stream, e in told.items()], at=context.now)
    return going


def _written(state: WorkshopState, event: Event) -> Collection[str]:
    """The fields of an event of the workshop's own that hold what people wrote."""
    if isinstance(event, ActivityEvent):
        item = state.item(event.activity)
        return item.kind.written(item.state, event)
    return event.free_text


def _of_team(
    recorded: list[Recorded], vocabulary: Vocabulary, places: Collection[str]
) -> Iterator[tuple[Recorded, Collection[str]]]:
    """The team's events that came of these places, or are about what came of them."""
    known: set[str] = set()
    born: set[str] = set()
    for each in recorded:
        event = vocabulary.read_event(each)
        subjects = {getattr(event, name) for name in SUBJECTS if hasattr(event, name)}
        here = any(getattr(event, name, None) in places for name in ("workshop", "activity"))
        if here:
            born |= subjects - known
        known |= subjects
        if here or subjects & born:
            yield each, event.free_text


def _changed(
    found: list[tuple[Recorded, Collection[str]]],
) -> Iterator[tuple[Recorded, bytes]]:
    """Those that hold a text, with what they will hold instead."""
    for recorded, fields in found:
        before = msgspec.json.decode(recorded.data)
        after = without_texts(before, fields)
        if after != before:
            yield recorded, msgspec.json.encode(after)


def _counted(changed: list[Recorded]) -> dict[str, int]:
    names = [recorded.type for recorded in changed]
    return {name: names.count(name) for name in sorted(set(names))}


def _need_readable(tx: Transaction, vocabulary: Vocabulary, going: Forgetting) -> None:
    try:
        state = vocabulary.start()
        for stream in (going.workshop, going.team):
            for recorded in tx.read(streams=[stream]):
                state = workshop.evolve(state, vocabulary.read_event(recorded))
    except Exception as problem:
        raise LogError(
            f"Nothing was erased: without its texts the workshop {going.workshop} could not be "
            f"read any more ({type(problem).__name__})."
        ) from problem
