"""An experiment as the team keeps it: its test card, its readings, what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from workshopkit.domain.activity import Id

Stage = Literal["idea", "planned", "running", "review", "decided"]
STAGES: tuple[Stage, ...] = ("idea", "planned", "running", "review", "decided")
OPEN: tuple[Stage, ...] = ("idea", "planned")
"""Before the start: the test card can still change."""
STARTED: tuple[Stage, ...] = ("running", "review")
"""Locked, and not yet decided."""
Form = Literal["value", "count"]
Arm = Literal["trial", "control"]
Outcome = Literal["met", "not_met", "inconclusive"]
Choice = Literal["adopt", "adapt", "abandon", "keep_testing"]
CHOICES: tuple[Choice, ...] = ("adopt", "adapt", "abandon", "keep_testing")


class Measure(Struct, frozen=True, forbid_unknown_fields=True):
    """What is read: a number each time, or how many of how many."""

    name: str
    unit: str = ""
    form: Form = "value"


class Criterion(Struct, frozen=True, forbid_unknown_fields=True):
    """When the team is right. Shares go from 0 to 1."""

    threshold: float
    direction: Literal["at_least", "at_most"] = "at_least"
    compare: Literal["level", "change"] = "level"
    """Against the trial's own level, or its change from the control."""


class Guardrail(Struct, frozen=True, forbid_unknown_fields=True):
    """What must not get worse meanwhile."""

    id: Id
    name: str
    limit: float
    direction: Literal["at_least", "at_most"] = "at_most"
    unit: str = ""


class Plan(Struct, frozen=True, forbid_unknown_fields=True):
    """The test card: everything that starting locks.

    The sentences are those of Strategyzer's test card (David J. Bland and Alexander Osterwalder
    (2019), Testing business ideas): we believe that, to verify that we will, and measure, we are
    right if.
    """

    belief: str = ""
    test: str = ""
    measure: Measure | None = None
    criterion: Criterion | None = None
    planned: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    """How many readings: values of the trial, or cases counted in it."""
    review: str = ""
    """A date as ``YYYY-MM-DD``."""
    baseline: float | None = None
    """The level as it was known before, to draw."""
    guardrails: Annotated[tuple[Guardrail, ...], Meta(max_length=5)] = ()


class Governance(Struct, frozen=True, forbid_unknown_fields=True):
    """Who stands behind it, and when to stop. As short as it can be."""

    approved_by: str = ""
    risks: str = ""
    personal_data: Literal["", "yes", "no"] = ""
    stop_if: str = ""


class Version(Struct, frozen=True):
    """A test card that was in force from a day on, with the reason for it."""

    plan: Plan
    on: str
    reason: str = ""
    """Nothing for the first one."""
    seen: int = 0
    """Readings of the trial that were known by then."""


class Reading(Struct, frozen=True):
    """One dated value, or one count: `value` of `of`."""

    date: str
    value: float
    of: int | None = None
    arm: Arm = "trial"
    guardrail: str = ""
    """Which guardrail it is of; none for the measure itself."""
    corrected: int = 0
    """How often it was put right."""


class Learning(Struct, frozen=True, forbid_unknown_fields=True):
    """The learning card: we believed, we observed, so we learned, therefore we will."""

    believed: str = ""
    observed: str = ""
    learned: str = ""
    therefore: str = ""


class Decision(Struct, frozen=True):
    """What the team decided, and what it knew then."""

    choice: Choice
    on: str
    learning: Learning
    outcome: str = ""
    """The verdict of that day; nothing where it was never started."""
    readings: int = 0
    planned: int = 0
    version: int = 0
    """Which test card was in force, from 1; 0 where it was never started."""

    @property
    def stopped_early(self) -> bool:
        return self.version > 0 and self.readings < self.planned


class Experiment(Struct, frozen=True):
    """One thing that the team tries out."""

    title: str
    owner: str = ""
    """A name as written, or nobody yet."""
    serves: str = ""
    """The goal or outcome that it is for, as written."""
    action: str = ""
    """The action that it came from."""
    about: str = ""
    """What the card said that the action came from."""
    activity: str = ""
    """The board on which it was thought of."""
    stage: Stage = "idea"
    plan: Plan = Plan()
    """The test card in force."""
    governance: Governance = Governance()
    started: str = ""
    """The first day whose readings count for the trial."""
    locked: str = ""
    """The day on which the test card was locked."""
    versions: tuple[Version, ...] = ()
    readings: Mapping[str, Reading] = {}
    decisions: tuple[Decision, ...] = ()
