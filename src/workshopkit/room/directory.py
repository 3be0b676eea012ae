"""The directory: every workshop of a database, found by its code, or by team and title."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping
from datetime import timedelta

import msgspec
from msgspec import Struct

from workshopkit.domain.people import hash_secret
from workshopkit.domain.team import TeamFormed
from workshopkit.domain.workshop.create import cleaned_names, create
from workshopkit.domain.workshop.events import Finished, WorkshopCreated
from workshopkit.errors import Refused
from workshopkit.log.base import Ticket, Transaction
from workshopkit.room.context import LiveContext, new_code
from workshopkit.room.vocabulary import Vocabulary

WORKSHOP_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")
TICKET_LIFE = timedelta(hours=24)


class Entry(Struct, frozen=True):
    """A workshop as a list shows it."""

    id: str
    title: str
    team: str
    code: str
    begun: str
    """The date it was made, as ``YYYY-MM-DD``."""
    finished: bool = False


class Directory(Struct, frozen=True):
    """What was read so far of the workshops in a database."""

    entries: Mapping[str, Entry] = {}
    position: int = 0

    def by_code(self, code: str) -> str | None:
        """The workshop that a code opens. Compared as hashes, so that timing tells nothing."""
        wanted = hashlib.sha256(code.encode()).digest()
        for entry in self.entries.values():
            if hashlib.sha256(entry.code.encode()).digest() == wanted:
                return entry.id
        return None


def read_directory(tx: Transaction, vocabulary: Vocabulary, known: Directory) -> Directory:
    """The directory with what has come since it was read."""
    entries, position = dict(known.entries), known.position
    types = ("workshop.created", "workshop.finished")
    for recorded in tx.read(types=types, after=known.position):
        position = recorded.position
        event = vocabulary.read_event(recorded)
        if isinstance(event, WorkshopCreated):
            entries[event.workshop] = Entry(
                id=event.workshop,
                title=event.title,
                team=event.team_name,
                code=event.code,
                begun=recorded.at.date().isoformat(),
            )
        elif isinstance(event, Finished) and recorded.stream in entries:
            ended = msgspec.structs.replace(entries[recorded.stream], finished=True)
            entries[recorded.stream] = ended
    return Directory(entries, position)


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
    """A facilitator's ticket, 256 random bits; the database keeps its hash until it expires."""
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
    events = create(identity, title, known, team, new_code(), context)
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
