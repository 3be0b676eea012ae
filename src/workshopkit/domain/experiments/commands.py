"""What people may wish of a team's experiments."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from workshopkit.domain.activity import ActivityCommand, Id
from workshopkit.domain.experiments.record import (
    Arm,
    Choice,
    Governance,
    Learning,
    Outcome,
    Plan,
    Stage,
)

BATCH = 500
"""Readings in one wish: more go in pieces, so that they hold up nobody."""


class NewReading(Struct, frozen=True, forbid_unknown_fields=True):
    """One reading on its way in. Without an arm, days before the start are the control."""

    date: str
    value: float
    of: Annotated[int, Meta(ge=0, le=1_000_000_000)] | None = None
    arm: Arm | None = None
    guardrail: str = ""


class MovePhase(ActivityCommand, frozen=True, tag="experiments.move_phase"):
    """Go to a phase, any way.

    Leaving ``expect`` shows what people expected; leaving ``vote`` counts the votes.
    """

    phase: str


class Focus(ActivityCommand, frozen=True, tag="experiments.focus"):
    """Bring everyone to one experiment, or to the whole board."""

    experiment: Id | None = None


class AddExperiment(ActivityCommand, frozen=True, tag="experiments.add_experiment"):
    """Note an idea of what to try, on its own or from one of the team's actions."""

    title: str
    plan: Plan = Plan()
    owner: str = ""
    serves: str = ""
    action: str = ""


class EditExperiment(ActivityCommand, frozen=True, tag="experiments.edit_experiment"):
    """Say anew what is never locked: the whole of title, owner, goal and governance."""

    experiment: Id
    title: str
    owner: str = ""
    serves: str = ""
    governance: Governance = Governance()


class RemoveExperiment(ActivityCommand, frozen=True, tag="experiments.remove_experiment"):
    """Take away what was never started."""

    experiment: Id


class ChangePlan(ActivityCommand, frozen=True, tag="experiments.change_plan"):
    """Write the test card anew, before the start."""

    experiment: Id
    plan: Plan


class MoveExperiment(ActivityCommand, frozen=True, tag="experiments.move_experiment"):
    """Between idea and planned, and between running and review."""

    experiment: Id
    stage: Stage


class StartExperiment(ActivityCommand, frozen=True, tag="experiments.start_experiment"):
    """Lock the test card and run; from today on, or from another day."""

    experiment: Id
    start: str = ""


class AmendPlan(ActivityCommand, frozen=True, tag="experiments.amend_plan"):
    """Change a locked test card: as a new version, with a reason that stays beside the verdict."""

    experiment: Id
    plan: Plan
    reason: str


class RecordReadings(ActivityCommand, frozen=True, tag="experiments.record_readings"):
    """Add readings."""

    experiment: Id
    readings: Annotated[tuple[NewReading, ...], Meta(min_length=1, max_length=BATCH)]


class CorrectReading(ActivityCommand, frozen=True, tag="experiments.correct_reading"):
    """Put a reading right; the log keeps what it was."""

    experiment: Id
    reading: Id
    corrected: NewReading


class WithdrawReading(ActivityCommand, frozen=True, tag="experiments.withdraw_reading"):
    """Take a reading out of the count; the log keeps it."""

    experiment: Id
    reading: Id


class Expect(ActivityCommand, frozen=True, tag="experiments.expect"):
    """Say privately how one thinks that it went, and what one saw."""

    experiment: Id
    outcome: Outcome | Literal["cannot_say"] = "cannot_say"
    note: str = ""


class GiveVote(ActivityCommand, frozen=True, tag="experiments.give_vote"):
    """Vote for what to do next, or for something else instead."""

    experiment: Id
    choice: Choice


class TakeVoteBack(ActivityCommand, frozen=True, tag="experiments.take_vote_back"):
    """Take one's vote back."""

    experiment: Id


class DecideExperiment(ActivityCommand, frozen=True, tag="experiments.decide_experiment"):
    """Write down what the team decided and learned. To keep testing needs a new review date."""

    experiment: Id
    choice: Choice
    learning: Learning = Learning()
    review: str = ""
    planned: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    """With ``keep_testing``: how many readings in all; as many as before unless given."""


COMMANDS: tuple[type[ActivityCommand], ...] = (
    MovePhase,
    Focus,
    AddExperiment,
    EditExperiment,
    RemoveExperiment,
    ChangePlan,
    MoveExperiment,
    StartExperiment,
    AmendPlan,
    RecordReadings,
    CorrectReading,
    WithdrawReading,
    Expect,
    GiveVote,
    TakeVoteBack,
    DecideExperiment,
)
