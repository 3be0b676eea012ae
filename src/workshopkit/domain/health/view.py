"""What each role sees of a health check, and what is a person's own."""

from __future__ import annotations

from workshopkit.domain.activity import Contributions, Role, View, Viewer, Words, listing
from workshopkit.domain.checks import Check, Tally, worry
from workshopkit.domain.health.state import PHASES, HealthState, Rating, Round, Topic, earlier


def view(state: HealthState, viewer: Viewer) -> View:
    """The topics, how many answered, and the last frozen round while results are shown.

    What came of the team's checks before stands beside it, and not before: it would sway
    people. The facilitator gets all of the team's checks, for tables.
    """
    seen: View = {
        "phase": state.phase,
        "phases": list(PHASES),
        "private": state.phase == "answer",
        "round": max(1, len(state.rounds) + (state.phase == "answer")),
        "topics": listing({topic.id: _topic(topic) for topic in state.options.topics}),
        "answered": len(state.ratings),
    }
    if state.phase == "results":
        seen["results"] = _results(state, state.rounds[-1])
    if state.focus is not None:
        seen["focus"] = state.focus
    if viewer.role is Role.FACILITATOR:
        seen["history"] = [
            {"own": key == state.activity, **_check(check)} for key, check in state.checks.items()
        ]
    return seen


def me(state: HealthState, viewer: Viewer) -> View:
    """One's own answers and comments of this round."""
    ratings = state.ratings.get(viewer.authors.get("answers", ""), {})
    comments = state.comments.get(viewer.authors.get("comments", ""), {})
    return {
        "ratings": {topic: _rating(rating) for topic, rating in ratings.items()},
        "comments": {topic: comment.text for topic, comment in comments.items()},
    }


def contributed(state: HealthState) -> dict[str, Contributions]:
    """How many topics people answered and wrote about, once the results are shown."""
    if state.phase != "results":
        return {}
    parts = {"answers": state.ratings, "comments": state.comments}
    round = len(state.rounds)
    return {
        part: Contributions.of(map(len, given.values()), round=round)
        for part, given in parts.items()
    }


def _topic(topic: Topic) -> View:
    more: dict[str, Words] = {"good": topic.good, "bad": topic.bad}
    return {"title": topic.title, **{key: words for key, words in more.items() if words}}


def _rating(rating: Rating) -> View:
    fields = {"light": rating.light, "trend": rating.trend}
    return {name: value for name, value in fields.items() if value}


def _results(state: HealthState, frozen: Round) -> View:
    """The most worrying topic first; those that came onto the list later are not in it."""
    topics = [topic.id for topic in state.options.topics if topic.id in frozen.topics]
    topics.sort(key=lambda topic: -worry(frozen.topics[topic]))
    return {
        "round": len(state.rounds),
        "answered": frozen.answered,
        "topics": listing({topic: _result(state, frozen, topic) for topic in topics}),
    }


def _result(state: HealthState, frozen: Round, topic: str) -> View:
    seen: View = {**_counts(frozen.topics[topic])}
    if written := [text for text in frozen.comments.get(topic, ()) if text]:
        seen["comments"] = written
    before = [check for check in earlier(state) if _was_said(check, topic)]
    if before:
        seen["before"] = {"day": before[-1].day, **_counts(before[-1].topics[topic])}
    return seen


def _was_said(check: Check, topic: str) -> bool:
    return topic in check.topics and worry(check.topics[topic]) >= 0


def _check(check: Check) -> View:
    return {
        "day": check.day,
        "workshop": check.workshop,
        "answered": check.answered,
        "topics": [
            {"topic": key, "title": tally.title, **_counts(tally)}
            for key, tally in check.topics.items()
        ],
    }


def _counts(tally: Tally) -> View:
    return {"lights": dict(tally.lights), "trends": dict(tally.trends)}
