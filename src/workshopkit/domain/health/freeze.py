"""Freezing a round: from what each person said to what may be shown of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from workshopkit.domain.checks import LIGHTS, TRENDS, Tally
from workshopkit.domain.health.state import HealthState, Round, Topic


def frozen_round(state: HealthState, order: Sequence[str]) -> Round:
    """What the open round comes to; comments in this order of their ids."""
    return Round(len(state.ratings), tallies(state), _comments(state, order))


def tallies(state: HealthState) -> dict[str, Tally]:
    """How many people said what of each topic."""
    return {topic.id: _tally(state, topic) for topic in state.options.topics}


def comment_ids(state: HealthState) -> list[str]:
    return [comment.id for own in state.comments.values() for comment in own.values()]


def _tally(state: HealthState, topic: Topic) -> Tally:
    given = [own[topic.id] for own in state.ratings.values() if topic.id in own]
    lights = Counter(rating.light for rating in given)
    trends = Counter(rating.trend for rating in given)
    return Tally(
        title=topic.title,
        lights={each: lights[each] for each in LIGHTS},
        trends={each: trends[each] for each in TRENDS},
    )


def _comments(state: HealthState, order: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    written = {
        comment.id: (topic, comment.text)
        for own in state.comments.values()
        for topic, comment in own.items()
    }
    texts: dict[str, tuple[str, ...]] = {}
    for topic, text in (written[key] for key in order):
        texts[topic] = (*texts.get(topic, ()), text)
    return texts
