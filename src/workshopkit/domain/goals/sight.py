"""Line of sight: what the links say of the work and the goals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workshopkit.domain.activity import View
from workshopkit.domain.goals.state import LEVELS, GoalsState


def line_of_sight(state: GoalsState) -> View:
    """Goals without work, work without a goal, outcomes without a measure, what is assumed."""
    parents, goals = _parents(state), state.goals
    above = _above(state, parents)
    work = [key for key in state.order if state.items[key].level == "work"]
    serves = {key: [goal for goal in goals if goal in above[key]] for key in work}
    served = set().union(*serves.values())
    return {
        "unserved": [goal for goal in goals if goal not in served],
        "aimless": [key for key in work if not serves[key]],
        "unmeasured": [key for key in state.order if _is_unmeasured(state, key)],
        "assumptions": _assumptions(state, parents),
        "share": _share(goals, serves),
    }


def _parents(state: GoalsState) -> Mapping[str, Sequence[str]]:
    parents: dict[str, list[str]] = {key: [] for key in state.order}
    for link in state.links.values():
        parents[link.child].append(link.parent)
    return parents


def _above(state: GoalsState, parents: Mapping[str, Sequence[str]]) -> Mapping[str, set[str]]:
    """Everything that each item serves, straight or through others."""
    above: dict[str, set[str]] = {}
    for key in _downwards(state):
        above[key] = set(parents[key]).union(*(above[parent] for parent in parents[key]))
    return above


def _downwards(state: GoalsState) -> Iterator[str]:
    """Level by level, so that each item comes after all that it serves."""
    for level in LEVELS:
        yield from (key for key in state.order if state.items[key].level == level)


def _is_unmeasured(state: GoalsState, key: str) -> bool:
    item = state.items[key]
    return item.level == "outcome" and item.measure is None


def _assumptions(state: GoalsState, parents: Mapping[str, Sequence[str]]) -> list[str]:
    """The assumptions on the path upwards that has the most of them, the lowest item first."""
    chains: dict[str, list[str]] = {}
    for key in _downwards(state):
        longest = max((chains[parent] for parent in parents[key]), key=len, default=[])
        chains[key] = [key, *longest] if state.items[key].assumption else longest
    return max(chains.values(), key=len, default=[])


def _share(goals: Sequence[str], serves: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """How much of the work goes to each goal; work for two goals is half for each."""
    if not serves:
        return {}
    parts = dict.fromkeys(goals, 0.0)
    for served in serves.values():
        for goal in served:
            parts[goal] += 1 / len(served)
    return {goal: part / len(serves) for goal, part in parts.items()}
