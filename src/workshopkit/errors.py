"""Everything that workshopkit raises on purpose.

WorkshopkitError
├── Refused            a command or request that the rules turn down
├── UnknownName        an option, format or column that does not exist (names the nearest)
├── UnsoundFile        a format or poll of one's own that cannot be used (names the line)
├── NotebookProblem    a notebook that cannot be found, read or run
└── LogError
    ├── LogUnavailable the database cannot be opened, read or written
    └── LogTooNew      the database was written by a newer workshopkit
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class WorkshopkitError(Exception):
    """The root of the tree: catch it to catch all of ours."""


class Refused(WorkshopkitError):
    """A wish that the rules turn down, with what went wrong and what to do next."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.code = code
        self.message = message
        self.remedy = remedy


class UnknownName(WorkshopkitError, ValueError):
    """A name that is not among those known, with the nearest one that is."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        folded = {each.casefold(): each for each in names}
        found = get_close_matches(name.casefold(), folded, n=1, cutoff=0.4)
        nearest = [folded[each] for each in found]
        hint = f"Did you mean {nearest[0]!r}? " if nearest else ""
        super().__init__(f"There is no {what} {name!r}. {hint}Known: {', '.join(names)}.")
        self.name = name
        self.nearest = nearest[0] if nearest else None


class UnsoundFile(WorkshopkitError):
    """A file of one's own that cannot be used, with what is wrong and on which line."""

    def __init__(self, name: str, message: str, line: int | None = None) -> None:
        place = name if line is None else f"{name}, line {line}"
        super().__init__(f"{place}: {message}")
        self.line = line


class NotebookProblem(WorkshopkitError):
    """A notebook that cannot be found, read or run."""


class LogError(WorkshopkitError):
    """Something about the event log."""


class LogUnavailable(LogError):
    """The database cannot be opened, read or written."""


class LogTooNew(LogError):
    """The database was written by a newer workshopkit: update before opening it."""
