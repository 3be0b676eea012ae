"""An experiment board's state: the step it is at, what people said, and the team's experiments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from workshopkit.domain.actions import Action
from workshopkit.domain.experiments.record import Choice, Experiment

Phase = Literal["plan", "expect", "look", "vote", "decide"]
PHASES: tuple[Phase, ...] = ("plan", "expect", "look", "vote", "decide")
PRIVATE: tuple[Phase, ...] = ("expect", "vote")
SHOWING: tuple[Phase, ...] = ("look", "vote", "decide")
"""Where people see what was expected."""


class ExperimentsOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """What a notebook sets."""

    screen: bool = True
    """Whether outlying moving ranges are left out of a run chart's limits."""


class Expectation(Struct, frozen=True):
    """What one person expected or saw."""

    outcome: str
    note: str = ""


class Shown(Struct, frozen=True):
    """What people expected, once it is shown: for good."""

    counts: Mapping[str, int]
    notes: tuple[str, ...]
    """Shuffled."""


class ExperimentsState(Struct, frozen=True):
    """An experiment board at one moment. Everything by experiment id."""

    options: ExperimentsOptions
    phase: Phase = "plan"
    focus: str | None = None
    expectations: Mapping[str, Mapping[str, Expectation]] = {}
    """By experiment and author."""
    shown: Mapping[str, Shown] = {}
    votes: Mapping[str, Mapping[str, Choice]] = {}
    counted: Mapping[str, Mapping[str, int]] = {}
    """Votes by choice, once voting has closed."""
    asked: int = 0
    """How many rounds of expecting have been shown."""
    voted_on: frozenset[str] = frozenset()
    """The experiments whose votes were ever counted."""
    experiments: Mapping[str, Experiment] = {}
    """The team's."""
    actions: Mapping[str, Action] = {}
    """The team's: an experiment may come from one."""

    @property
    def at(self) -> str | None:
        """The experiment that everyone looks at, unless it is gone."""
        return self.focus if self.focus in self.experiments else None


def start(options: ExperimentsOptions) -> ExperimentsState:
    return ExperimentsState(options=options)


def adopt(state: ExperimentsState, options: ExperimentsOptions) -> ExperimentsState:
    return replace(state, options=options)


def follow(state: ExperimentsState, team: Any) -> ExperimentsState:
    """The board with what the team has by now."""
    return replace(state, experiments=team.experiments, actions=team.actions)


def name_of(state: ExperimentsState, target: str) -> str | None:
    """What an experiment is called."""
    experiment = state.experiments.get(target)
    return None if experiment is None else experiment.title
