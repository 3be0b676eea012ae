"""`workshopkit forget`: erase the names and texts of a workshop for good, after asking."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime

from workshopkit.commands.shared import WORKSHOP, add_place, arguments, told
from workshopkit.errors import WorkshopkitError
from workshopkit.log import open_existing
from workshopkit.log.base import EventLog
from workshopkit.room.directory import Directory, Entry, read_directory
from workshopkit.room.finding import find, listed
from workshopkit.room.forget import Forgetting, forget, look
from workshopkit.room.vocabulary import Vocabulary, load_kinds

STAYS = (
    "What stays: days, counts of votes and answers, the team's name, and the agenda as the "
    "notebook wrote it (titles, questions, columns, goals set there). Notebooks, and records that "
    "were published before, are files of their own: delete those yourself."
)
YES = "yes"


def main(argv: Sequence[str] | None = None) -> int:
    """0 when it is done or there was nothing to do, 1 when nobody said yes, 2 for a problem."""
    options = _parser().parse_args(arguments(argv))
    return told(lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    with closing(open_existing(options.database)) as log:
        return _Eraser(log).run(options)


class _Eraser:
    """Looks, says what would go, asks, and does it."""

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._vocabulary = Vocabulary(load_kinds())

    def run(self, options: argparse.Namespace) -> int:
        chosen = self._due() if options.due else [self._one(options)]
        if not chosen:
            print("No workshop is due to be forgotten.")
            # One that was forgotten before may have left traces, if others were reading then.
            self._log.compact().result()
            return 0
        for entry, going in chosen:
            print(_told(entry, going))
        print(STAYS)
        if not (options.yes or _agreed()):
            print("Nothing was erased.")
            return 1
        return self._erase(chosen)

    def _erase(self, chosen: list[tuple[Entry, Forgetting]]) -> int:
        for entry, _ in chosen:
            identity = entry.id
            self._log.transact(lambda tx, i=identity: forget(tx, self._vocabulary, i)).result()  # type: ignore[misc]
        self._log.compact().result()
        print(f"Erased for good: {len(chosen)} workshop{'s' if len(chosen) > 1 else ''}.")
        return 0

    def _one(self, options: argparse.Namespace) -> tuple[Entry, Forgetting]:
        entry = find(self._directory(), options.workshop, team=options.team)
        return entry, self._look(entry)

    def _due(self) -> list[tuple[Entry, Forgetting]]:
        """Those whose date has come and that still hold something."""
        today = datetime.now(UTC).date().isoformat()
        found = [(entry, self._look(entry)) for entry in self._directory().entries.values()]
        return [
            (entry, going)
            for entry, going in found
            if going.due <= today and (going.people or going.data)
        ]

    def _directory(self) -> Directory:
        work = self._log.transact(
            lambda tx: read_directory(tx, self._vocabulary, Directory()), write=False
        )
        return work.result()

    def _look(self, entry: Entry) -> Forgetting:
        work = self._log.transact(lambda tx: look(tx, self._vocabulary, entry.id), write=False)
        return work.result()


def _told(entry: Entry, going: Forgetting) -> str:
    """What would go, for somebody to agree to."""
    texts = sum(going.texts.values())
    lines = [
        listed(entry),
        f"  may be forgotten from {going.due}",
        f"  would go: {going.people} people's names, {texts} texts",
        *(f"    {count} × {name}" for name, count in going.texts.items()),
    ]
    if not entry.finished:
        lines.append("  It has not finished yet.")
    return "\n".join(lines)


def _agreed() -> bool:
    """Whether somebody types yes; where nobody can be asked, say how to agree."""
    if not sys.stdin.isatty():
        raise WorkshopkitError("Nobody is here to ask. Say --yes to erase this for good.")
    return input(f"This cannot be undone. Type {YES} to erase it: ").strip().casefold() == YES


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="workshopkit forget",
        description="Erase the names and what people wrote in a workshop, for good: cards, "
        "answers in words, actions and owners, purpose and decisions. It says what will go, and "
        "asks first.",
    )
    add = parser.add_argument
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("workshop", nargs="?", metavar="WORKSHOP", help=WORKSHOP)
    which.add_argument(
        "--due",
        action="store_true",
        help="all whose date has come: the one that was set, else a year after the workshop",
    )
    add("--yes", action="store_true", help="do not ask")
    add_place(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
