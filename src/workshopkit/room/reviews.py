"""Reviews: which experiments of which team run, and when each is due. For the home page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.activity import Event
from workshopkit.domain.experiments import ledger
from workshopkit.domain.experiments.events import (
    TEAM_EVENTS,
    ExperimentEvent,
    ReadingCorrected,
    ReadingsRecorded,
    ReadingWithdrawn,
)
from workshopkit.domain.experiments.record import STARTED, Experiment
from workshopkit.domain.team import TeamFormed
from workshopkit.log.base import Transaction
from workshopkit.room.vocabulary import Vocabulary, tag_of

_READINGS = (ReadingsRecorded, ReadingCorrected, ReadingWithdrawn)
"""There may be thousands, and none of them moves a review."""
_EVENTS: tuple[type[Event], ...] = (TeamFormed, *TEAM_EVENTS)
TYPES = tuple(tag_of(event) for event in _EVENTS if event not in _READINGS)


class Review(Struct, frozen=True):
    """An experiment that runs."""

    team: str
    title: str
    due: str
    """A date as ``YYYY-MM-DD``."""
    owner: str = ""


class Tried(Struct, frozen=True):
    """What a team has tried, without readings."""

    team: str = ""
    experiments: Mapping[str, Experiment] = {}


class Reviews(Struct, frozen=True):
    """What was read so far of all teams' experiments."""

    teams: Mapping[str, Tried] = {}
    """By stream."""
    position: int = 0

    def running(self) -> list[Review]:
        """Those that run, the one that is due first before the others."""
        return sorted(self._running(), key=lambda review: (review.due, review.team, review.title))

    def _running(self) -> Iterator[Review]:
        for tried in self.teams.values():
            for each in tried.experiments.values():
                if each.stage in STARTED:
                    yield Review(tried.team, each.title, each.plan.review, each.owner)


def read_reviews(tx: Transaction, vocabulary: Vocabulary, known: Reviews) -> Reviews:
    """The reviews with what has come since they were read."""
    teams, position = dict(known.teams), known.position
    for recorded in tx.read(types=TYPES, after=known.position):
        position = recorded.position
        tried = teams.get(recorded.stream, Tried())
        event = vocabulary.read_event(recorded)
        if isinstance(event, TeamFormed):
            tried = replace(tried, team=event.name)
        elif isinstance(event, ExperimentEvent):
            tried = replace(tried, experiments=ledger.evolve(tried.experiments, event))
        teams[recorded.stream] = tried
    return Reviews(teams, position)
