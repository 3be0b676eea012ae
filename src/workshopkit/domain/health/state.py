"""The health check's state: what people say of each topic, and the team's checks before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from workshopkit.domain.activity import Id, Words
from workshopkit.domain.checks import Check, Light, Tally, Trend
from workshopkit.domain.team import TeamState
from workshopkit.errors import Refused

Phase = Literal["answer", "results"]
PHASES: tuple[Phase, ...] = ("answer", "results")
TOPICS_LIMIT = 20
COMMENT_LIMIT = 300
"""Characters a comment."""
PEOPLE_LIMIT = 5000


class Topic(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to look at, with what it is like when it goes well and when it does not."""

    id: Id
    title: Words
    good: Words = {}
    bad: Words = {}


class HealthOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """What a notebook sets."""

    topics: Annotated[tuple[Topic, ...], Meta(min_length=1, max_length=TOPICS_LIMIT)]


class Rating(Struct, frozen=True):
    """What one person says of one topic; either may be left open."""

    light: Light = ""
    trend: Trend = ""


class Comment(Struct, frozen=True):
    """What one person wrote about one topic."""

    id: str
    text: str


class Round(Struct, frozen=True):
    """The frozen answers of one round."""

    answered: int
    topics: Mapping[str, Tally] = {}
    comments: Mapping[str, tuple[str, ...]] = {}
    """Texts by topic, shuffled."""


class HealthState(Struct, frozen=True):
    """A health check at one moment."""

    options: HealthOptions
    phase: Phase = "answer"
    ratings: Mapping[str, Mapping[str, Rating]] = {}
    """This round's, by author and topic."""
    comments: Mapping[str, Mapping[str, Comment]] = {}
    """This round's, by author and topic."""
    rounds: tuple[Round, ...] = ()
    focus: str | None = None
    activity: str = ""
    """Its own id, known once it was shown."""
    workshop: str = ""
    """The id of the workshop that it is part of."""
    checks: Mapping[str, Check] = {}
    """The team's, by activity, the first first; this one's own among them once it was shown."""


def start(options: HealthOptions) -> HealthState:
    ids = [topic.id for topic in options.topics]
    if len(set(ids)) < len(ids):
        raise Refused("bad_options", "Two topics have the same id.", "Give each its own.")
    if not all(any(topic.title.values()) for topic in options.topics):
        raise Refused("bad_options", "A topic has no title.", "Give it one.")
    return HealthState(options=options)


def adopt(state: HealthState, options: HealthOptions) -> HealthState:
    """The check under changed options; refuses to lose a topic that people spoke about."""
    start(options)
    kept = {topic.id for topic in options.topics}
    if not set(_spoken_about(state)) <= kept:
        raise Refused(
            "would_lose_answers",
            "People have answered about a topic that would go.",
            "Leave the topic as it was, or make another health check.",
        )
    return replace(state, options=options, focus=state.focus if state.focus in kept else None)


def follow(state: HealthState, team: TeamState) -> HealthState:
    return replace(state, checks=team.checks, workshop=team.here)


def earlier(state: HealthState) -> list[Check]:
    """The team's checks before this one, the first first.

    Those that came after it do not count: a workshop that is looked at again shows what was
    then the last time.
    """
    before = takewhile(lambda known: known[0] != state.activity, state.checks.items())
    return [check for _, check in before]


def name_of(state: HealthState, target: str) -> str | None:
    """What a topic is called, in English where there is one."""
    titles = (topic.title for topic in state.options.topics if topic.id == target)
    return next((title.get("en") or next(iter(title.values()), "") for title in titles), None)


def _spoken_about(state: HealthState) -> Iterator[str]:
    for own in (*state.ratings.values(), *state.comments.values()):
        yield from own
    for frozen in state.rounds:
        yield from frozen.comments
        yield from (
            topic
            for topic, tally in frozen.topics.items()
            if any((*tally.lights.values(), *tally.trends.values()))
        )
