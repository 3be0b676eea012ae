"""Between structs and JSON: every command and event that the registered activities know."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from importlib.metadata import entry_points
from operator import or_
from typing import Any

import msgspec
from msgspec import Raw

from workshopkit.domain import workshop
from workshopkit.domain.actions import (
    ActionAboutChanged,
    ActionAdded,
    ActionChanged,
    ActionRemoved,
    ActionReviewed,
    AddAction,
    ChangeAction,
    RemoveAction,
)
from workshopkit.domain.activity import ActivityKind, Command, Event, Kinds
from workshopkit.domain.checks import HealthChecked
from workshopkit.domain.experiments.events import TEAM_EVENTS as EXPERIMENT_EVENTS
from workshopkit.domain.team import TeamFormed
from workshopkit.domain.workshop.commands import COMMANDS as WORKSHOP_COMMANDS
from workshopkit.domain.workshop.events import EVENTS as WORKSHOP_EVENTS
from workshopkit.errors import LogTooNew, Refused
from workshopkit.log.base import NewEvent, Recorded
from workshopkit.room.protocol import UNREADABLE, malformed

TEAM_COMMANDS: tuple[type[Command], ...] = (AddAction, ChangeAction, RemoveAction)
TEAM_EVENTS: tuple[type[Event], ...] = (
    TeamFormed,
    ActionAdded,
    ActionChanged,
    ActionAboutChanged,
    ActionRemoved,
    ActionReviewed,
    *EXPERIMENT_EVENTS,
    HealthChecked,
)


def load_kinds() -> Kinds:
    """Every kind of activity that an installed package registers."""
    found: list[ActivityKind[Any]] = [
        entry.load() for entry in entry_points(group="workshopkit.activities")
    ]
    return {kind.name: kind for kind in found}


class Vocabulary:
    """Reads and writes commands and events under their stable names."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        commands = [*WORKSHOP_COMMANDS, *TEAM_COMMANDS]
        events = [*WORKSHOP_EVENTS, *TEAM_EVENTS]
        for kind in kinds.values():
            commands += kind.commands
            events += kind.events
        self.commands: Mapping[str, type[Command]] = {tag_of(each): each for each in commands}
        self.events: Mapping[str, type[Event]] = {tag_of(each): each for each in events}
        self._command = msgspec.json.Decoder(reduce(or_, commands))
        self._events = {name: msgspec.json.Decoder(each) for name, each in self.events.items()}

    def start(self) -> workshop.WorkshopState:
        """A workshop before its first event."""
        return workshop.WorkshopState(kinds=self.kinds)

    def read_command(self, raw: Raw | bytes) -> Command:
        """A command from its JSON; refuses what is none."""
        try:
            command: Command = self._command.decode(raw)
        except UNREADABLE as error:
            raise self._why(raw, error) from error
        return command

    def read_event(self, recorded: Recorded) -> Event:
        """An event from the log; one of an unknown name needs a newer workshopkit."""
        if recorded.type not in self._events:
            raise LogTooNew(
                f"The database holds a {recorded.type!r}, which this workshopkit does not know. "
                "Update workshopkit, or install the package that made it."
            )
        event: Event = self._events[recorded.type].decode(recorded.data)
        return event

    def write_event(self, event: Event, stream: str) -> NewEvent:
        return NewEvent(stream, tag_of(type(event)), msgspec.json.encode(event))

    def _why(self, raw: Raw | bytes, error: Exception) -> Refused:
        """Tell a command that nobody knows from one that is badly made."""
        try:
            kind = msgspec.json.decode(raw, type=dict[str, Any]).get("kind")
        except UNREADABLE:
            kind = None
        if isinstance(kind, str) and kind not in self.commands:
            return Refused("unknown_command", "There is no such command.", "Reload the page.")
        return malformed(str(error))


def tag_of(struct: type[msgspec.Struct]) -> str:
    """The stable name that a command or an event is stored under."""
    tag = struct.__struct_config__.tag
    assert isinstance(tag, str)
    return tag
