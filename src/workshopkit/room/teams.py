"""A team as it stands now, with the workshops that it has held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from workshopkit.domain import team as team_rules
from workshopkit.domain.team import TeamState
from workshopkit.errors import UnknownName
from workshopkit.log.base import Transaction
from workshopkit.room.directory import Directory, Entry, read_directory, same_team, team_ids
from workshopkit.room.vocabulary import Vocabulary


class TeamRecord(Struct, frozen=True):
    """All that a database holds of one team."""

    team: TeamState
    workshops: Mapping[str, Entry]
    """Its workshops by id, oldest first."""


def read_team(tx: Transaction, vocabulary: Vocabulary, name: str) -> TeamRecord:
    """The team of this name, in capitals or not. Raises `UnknownName` with the nearest one."""
    known = team_ids(tx, vocabulary)
    found = next((each for each in known if same_team(each, name.strip())), None)
    if found is None:
        raise UnknownName("team", name, known)
    state = TeamState()
    for recorded in tx.read(streams=[known[found]]):
        event: Any = vocabulary.read_event(recorded)
        state = team_rules.evolve(state, event)
    entries = read_directory(tx, vocabulary, Directory()).entries
    held = {key: each for key, each in entries.items() if same_team(each.team, found)}
    return TeamRecord(state, held)
