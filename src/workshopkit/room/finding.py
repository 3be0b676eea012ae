"""Finding a workshop by whatever somebody knows of it: its id, its code, or its title."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from workshopkit.domain.workshop.create import CODE_LENGTH, clean_code
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk
from workshopkit.room.directory import Directory, Entry, read_directory
from workshopkit.room.vocabulary import Vocabulary, load_kinds


def find(directory: Directory, wanted: str, *, team: str | None = None) -> Entry:
    """The one workshop of this id or join code, else of this title, and of this team if named.

    Raises `UnknownName` with the nearest title where there is none, and `WorkshopkitError` with
    the candidates where there are several.
    """
    entries, wanted = directory.entries, wanted.strip()
    known = wanted if wanted in entries else _by_code(directory, wanted)
    if known is not None:
        return entries[known]
    among = [one for one in entries.values() if team is None or _same(one.team, team)]
    found = [one for one in among if _same(one.title, wanted)]
    if not found:
        raise _unknown(wanted, team, among, entries.values())
    if len(found) > 1:
        raise WorkshopkitError(_which(wanted, found))
    return found[0]


def open_found(log: EventLog, wanted: str, *, team: str | None = None) -> Desk:
    """The desk of the workshop that `find` finds in a log."""
    vocabulary = Vocabulary(load_kinds())
    work = log.transact(lambda tx: read_directory(tx, vocabulary, Directory()), write=False)
    entry = find(work.result(), wanted, team=team)
    return Desk(log, title=entry.title, team=entry.team, workshop=entry.id)


def listed(entry: Entry) -> str:
    """A workshop in one line: its id, its day, its team, its title."""
    state = "finished" if entry.finished else "open"
    return f"{entry.id}  {entry.begun}  {entry.team}: {entry.title} ({state})"


def _by_code(directory: Directory, wanted: str) -> str | None:
    code = clean_code(wanted)
    return directory.by_code(code) if len(code) == CODE_LENGTH else None


def _unknown(
    wanted: str, team: str | None, among: Sequence[Entry], everything: Collection[Entry]
) -> WorkshopkitError:
    if not everything:
        return WorkshopkitError("There is no workshop in this database.")
    if not among:
        return UnknownName("team", team or "", {one.team for one in everything})
    return UnknownName("workshop", wanted, {one.title for one in among})


def _which(wanted: str, found: Sequence[Entry]) -> str:
    lines = "".join(f"\n  {listed(one)}" for one in found)
    return f"{len(found)} workshops are called {wanted!r}. Say which by its id:{lines}"


def _same(name: str, other: str) -> bool:
    return name.strip().casefold() == other.strip().casefold()
