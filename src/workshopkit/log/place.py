"""Where logs are kept, and how an address names one."""

from __future__ import annotations

import os
import re
from pathlib import Path

import platformdirs

from workshopkit.errors import LogUnavailable
from workshopkit.log.base import EventLog
from workshopkit.log.sqlite import SqliteLog

VARIABLE = "WORKSHOPKIT_DATABASE"
_ADVICE = "Give a path or sqlite:///path."


def open_log(address: str | None = None) -> EventLog:
    """Open the log at a path or ``sqlite:///path``; it is made if there is none yet.

    Without an address it is the one that WORKSHOPKIT_DATABASE names, else a file in the
    user's own folder. As elsewhere, three slashes begin a relative path and four an
    absolute one.
    """
    return SqliteLog(find_database(address))


def open_existing(address: str | None = None) -> EventLog:
    """The same, for what is there already: `LogUnavailable` where there is no such file."""
    path = find_database(address)
    if not path.exists():
        raise LogUnavailable(
            f"There is no database {path}. Say which with --database or {VARIABLE}."
        )
    return SqliteLog(path)


def find_database(address: str | None = None) -> Path:
    """The file that an address means, whether it is there or not."""
    address = address or os.environ.get(VARIABLE)
    if not address:
        return user_folder() / "workshops.db"
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]+):/", address)
    path = address.removeprefix("sqlite:///")
    if scheme and path == address:
        # Never the whole address: one of a database server may hold a password.
        raise LogUnavailable(f"A log cannot be kept in {scheme[1]!r}. {_ADVICE}")
    if not path:
        raise LogUnavailable(f"The address of the log names no file. {_ADVICE}")
    return Path(path).expanduser().absolute()


def user_folder() -> Path:
    """Our folder in the user's data, for this user alone: made when first asked for."""
    folder = platformdirs.user_data_path("workshopkit", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise LogUnavailable(
            f"The folder {folder} cannot be made: {problem.strerror}. "
            f"Make it yourself, or choose a file with --database or {VARIABLE}."
        ) from problem
    return folder
