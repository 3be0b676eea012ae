"""Records that are there already: of a workshop in a database, or in a JSON file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from workshopkit.log import open_existing
from workshopkit.publish.document import document
from workshopkit.publish.from_view import record
from workshopkit.publish.importing import need_sound
from workshopkit.publish.json_file import read_json
from workshopkit.publish.record import Record
from workshopkit.room.finding import open_found

if TYPE_CHECKING:
    import pandas as pd


def load(workshop: str | Path, *, team: str | None = None, database: str | None = None) -> Record:
    """The record of a workshop, also of one that was held elsewhere and imported.

    Args:
        workshop: Its id, its join code or its title; or the path of a ``.json`` record.
        team: Whose it is, where several have that title.
        database: A file, or ``sqlite:///path``; unless given, the server's or your own.

    Raises:
        UnknownName: There is no such workshop; it names the nearest title.
        WorkshopkitError: Several fit, or the file is no record.
        LogUnavailable: There is no such database, or it cannot be opened.

    >>> load("Sprint 12 retrospective", team="Benefits service").people
    12
    """
    if str(workshop).casefold().endswith(".json"):
        found = read_json(workshop)
        need_sound(found)
        return found
    with closing(open_existing(database)) as log:
        return record(open_found(log, str(workshop), team=team).public())


def tables(found: Record, *, lang: str = "en") -> dict[str, pd.DataFrame]:
    """The tables of a record by name, the same as a notebook has of the workshop itself.

    Columns and dtypes are those of `workshopkit.analysis`: a retro's ``…-cards`` are
    `tables.cards_table`, its ``…-dots`` `tables.votes_table`, and so on; ``…-actions`` come last.

    >>> list(tables(load("record.json")))
    ['01-look-back-dots', '01-look-back-cards', '02-what-we-will-do-actions']
    """
    return {name: table.data for name, table in document(found, lang).named_tables()}
