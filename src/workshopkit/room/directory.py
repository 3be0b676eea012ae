"""The directory: every workshop of a database, found by its code, or by team and title."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.activity import Event
from workshopkit.domain.people import hash_secret
from workshopkit.domain.team import TeamFormed
from workshopkit.domain.tickets import TICKET_LIFE, Ticket
from workshopkit.domain.workshop.create import cleaned_names, create
from workshopkit.domain.workshop.events import CodeRenewed, Finished, WorkshopCreated
from workshopkit.errors import Refused
from workshopkit.log.base import Recorded, Transaction
from workshopkit.room.context import LiveContext
from workshopkit.room.vocabulary import Vocabulary

WORKSHOP_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")
TYPES = ("workshop.created", "workshop.code_renewed", "workshop.finished")


class Entry(Struct, frozen=True):
    """A workshop as a list shows it."""

    id: str
    title: str
    team: str
    code: str
    begun: str
    """The date it was made, as ``YYYY-MM-DD``."""
    finished: bool = False
    former: tuple[str, ...] = ()
    """Codes that it had before: they let nobody new in, but those who are in come by them."""


class Directory(Struct, frozen=True):
    """What was read so far of the workshops in a database."""

    entries: Mapping[str, Entry] = {}
    position: int = 0

    def by_code(self, code: str) -> str | None:
        """The workshop whose code this is, or was. Compared as hashes: timing tells nothing."""
        wanted = hashlib.sha256(code.encode()).digest()
        for entry in self.entries.values():
            for known in (entry.code, *entry.former):
                if hashlib.sha256(known.encode()).digest() == wanted:
                    return entry.id
        return None


def read_directory(tx: Transaction, vocabulary: Vocabulary, known: Directory) -> Directory:
    """The directory with what has come since it was read."""
    entries, position = dict(known.entries), known.position
    for recorded in tx.read(types=TYPES, after=known.position):
        position = recorded.position
        entry = _entry(entries.get(recorded.stream), vocabulary.read_event(recorded), recorded)
        if entry is not None:
            entries[entry.id] = entry
    return Directory(entries, position)


def _entry(known: Entry | None, event: Event, recorded: Recorded) -> Entry | None:
    """A workshop's entry after one more event."""
    match event, known:
        case WorkshopCreated(), _:
            begun = recorded.at.date().isoformat()
            return Entry(event.workshop, event.title, event.team_name, event.code, begun)
        case CodeRenewed(), Entry():
            return replace(known, code=event.code, former=(*known.former, known.code))
        case Finished(), Entry():
            return replace(known, finished=True)
    return None


def find_or_create(
    tx: Transaction, vocabulary: Vocabulary, *, title: str, team: str, workshop: str | None = None
) -> str:
    """The workshop of this id; else the unfinished one of that team and title; else a new one."""
    title, team = cleaned_names(title, team)
    directory = read_directory(tx, vocabulary, Directory())
    if workshop is not None:
        if workshop in directory.entries:
            return workshop
        _need_workshop_id(workshop)
    else:
        for entry in reversed(list(directory.entries.values())):
            if entry.title == title and same_team(entry.team, team) and not entry.finished:
                return entry.id
    return _create(tx, vocabulary, workshop, title, team)


def make_ticket(tx: Transaction, workshop: str) -> str:
    """A ticket for the facilitator's own page: 256 random bits, kept as a hash until it expires."""
    ticket = secrets.token_hex(32)
    expires = LiveContext.current().now + TICKET_LIFE
    tx.put_ticket(Ticket(hash_secret(ticket), workshop, expires))
    return ticket


def _create(
    tx: Transaction, vocabulary: Vocabulary, workshop: str | None, title: str, team: str
) -> str:
    context = LiveContext.current()
    identity = workshop or context.new_id()
    known = _team_id(tx, vocabulary, team)
    events = create(identity, title, known, team, context.new_code(), context)
    streams = {"workshop": identity, "team": next(_team_of(event) for event in events)}
    new = [vocabulary.write_event(event, streams[event.stream]) for event in events]
    tx.append(new, at=context.now)
    return identity


def _team_of(event: object) -> str:
    assert isinstance(event, TeamFormed | WorkshopCreated)
    return event.team


def team_ids(tx: Transaction, vocabulary: Vocabulary) -> dict[str, str]:
    """The id of every team of the database by its name, oldest first."""
    formed = (vocabulary.read_event(recorded) for recorded in tx.read(types=("team.formed",)))
    return {event.name: event.team for event in formed if isinstance(event, TeamFormed)}


def _team_id(tx: Transaction, vocabulary: Vocabulary, name: str) -> str | None:
    known = team_ids(tx, vocabulary)
    return next((team for each, team in known.items() if same_team(each, name)), None)


def same_team(team: str, other: str) -> bool:
    """Whether two names are one team's: capitals do not make another."""
    return team.casefold() == other.casefold()


def _need_workshop_id(workshop: str) -> None:
    if not WORKSHOP_ID.fullmatch(workshop):
        raise Refused(
            "unknown_workshop", "That is no workshop's address.", "Open it from the home page."
        )
