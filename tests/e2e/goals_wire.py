"""What wires said of a map while answers were private."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

MAY_CHANGE = {"phase", "private", "round", "raters", "focus"}
"""What everyone may hear of a map while people rate: how many answered, not what."""


def told_too_much(frames: Iterable[str]) -> list[str]:
    """The fields of a map that changed and should not have, with what they said."""
    return [
        f"{field}: {value}"
        for seen in _parts(frames, "view")
        for field, value in seen.items()
        if field not in MAY_CHANGE and value is not None
    ]


def ratings(frames: Iterable[str]) -> set[tuple[str, str, str]]:
    """The goals, questions and answers that somebody was told as their own."""
    return {
        (goal, question, answer)
        for mine in _parts(frames, "me")
        for goal, given in (mine.get("ratings") or {}).items()
        for question, answer in (given or {}).items()
    }


def sent_ratings(commands: Iterable[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """The same, of what somebody sent."""
    return {
        (wish["item"], wish["question"], wish["answer"])
        for wish in commands
        if wish["kind"] == "goals.rate"
    }


def about_activities(frames: Sequence[str]) -> str:
    """All that was said of activities, to look for words in."""
    return json.dumps(list(_parts(frames, "view")), ensure_ascii=False)


def _parts(frames: Iterable[str], part: str) -> Iterator[dict[str, Any]]:
    for frame in frames:
        activities = (json.loads(frame).get(part) or {}).get("activities") or {}
        yield from (seen for seen in activities.values() if seen)
