"""What the handlers share: the log, its rooms, the notebooks and the built front end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from workshopkit.log.base import EventLog
from workshopkit.resources import data_folder, static_folder
from workshopkit.server.bundle import Bundle
from workshopkit.server.misses import Misses
from workshopkit.server.notebooks import NotebookFolder
from workshopkit.server.origins import Origins
from workshopkit.server.words import Catalogues

if TYPE_CHECKING:
    from workshopkit.room.rooms import Rooms

SETTING = "workshopkit"


def _page_words() -> Catalogues:
    return Catalogues(data_folder() / "words" / "pages")


@dataclass
class Venue:
    """One server's own part; tornado's settings carry it to the handlers."""

    log: EventLog
    open_rooms: Callable[[], Rooms]
    """Called when the first request comes: rooms live on the loop that answers it."""
    notebooks: NotebookFolder
    origins: Origins
    touched: Callable[[], None] = lambda: None
    """Called when a person does something, so that a host does not think us idle."""
    bundle: Bundle = field(default_factory=lambda: Bundle(static_folder()))
    catalogues: Catalogues = field(default_factory=_page_words)
    misses: Misses = field(default_factory=Misses)

    @cached_property
    def rooms(self) -> Rooms:
        return self.open_rooms()

    def close(self) -> None:
        if "rooms" in vars(self):
            self.rooms.close()
        self.log.close()
