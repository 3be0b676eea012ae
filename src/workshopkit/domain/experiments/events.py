"""What happened on an experiment board, and to the team's experiments."""

from __future__ import annotations

from collections.abc import Mapping

from workshopkit.domain.activity import ActivityEvent, Event
from workshopkit.domain.experiments.record import Choice, Decision, Governance, Plan, Reading, Stage
from workshopkit.domain.experiments.state import Phase

_PLAN = ("plan.belief", "plan.test", "plan.measure.name")


class PhaseMoved(ActivityEvent, frozen=True, tag="experiments.phase_moved"):
    """The facilitator moved the board to a phase."""

    phase: Phase
    closed: str | None = None
    """The experiment about which people had been asked until then, if they had."""
    notes: tuple[str, ...] = ()
    """On leaving ``expect``: what they had written about it, shuffled."""
    free_text = ("notes",)


class FocusMoved(ActivityEvent, frozen=True, tag="experiments.focus_moved"):
    """The talk turned to an experiment, or to the whole board."""

    experiment: str | None


class Expected(ActivityEvent, frozen=True, tag="experiments.expected"):
    """Someone said how they think that it went."""

    personal = True
    free_text = ("note",)
    author: str
    experiment: str
    outcome: str
    note: str


class VoteGiven(ActivityEvent, frozen=True, tag="experiments.vote_given"):
    """Someone voted for what to do next."""

    personal = True
    author: str
    experiment: str
    choice: Choice


class VoteTakenBack(ActivityEvent, frozen=True, tag="experiments.vote_taken_back"):
    """Someone took their vote back."""

    personal = True
    author: str
    experiment: str


EVENTS: tuple[type[ActivityEvent], ...] = (
    PhaseMoved,
    FocusMoved,
    Expected,
    VoteGiven,
    VoteTakenBack,
)


class ExperimentEvent(Event, frozen=True):
    """A past fact about one of the team's experiments."""

    stream = "team"
    experiment: str


class ExperimentAdded(ExperimentEvent, frozen=True, tag="team.experiment_added"):
    """Someone had an idea of what to try."""

    free_text = ("title", "owner", "serves", "about", *_PLAN)
    title: str
    plan: Plan
    owner: str = ""
    serves: str = ""
    action: str = ""
    about: str = ""
    activity: str = ""
    """The board on which it was thought of."""


class ExperimentEdited(ExperimentEvent, frozen=True, tag="team.experiment_edited"):
    """What is never locked was said anew."""

    free_text = (
        "title",
        "owner",
        "serves",
        "governance.approved_by",
        "governance.risks",
        "governance.stop_if",
    )
    title: str
    owner: str
    serves: str
    governance: Governance


class ExperimentRemoved(ExperimentEvent, frozen=True, tag="team.experiment_removed"):
    """What was never started was taken away."""


class PlanChanged(ExperimentEvent, frozen=True, tag="team.experiment_plan_changed"):
    """The test card was written anew before the start."""

    free_text = _PLAN
    plan: Plan


class ExperimentMoved(ExperimentEvent, frozen=True, tag="team.experiment_moved"):
    """It went to another stage."""

    stage: Stage


class ExperimentStarted(ExperimentEvent, frozen=True, tag="team.experiment_started"):
    """The test card was locked, as it stands here."""

    free_text = _PLAN
    plan: Plan
    start: str
    on: str
    """The day of the lock."""


class PlanAmended(ExperimentEvent, frozen=True, tag="team.experiment_plan_amended"):
    """A new version of a locked test card came into force."""

    free_text = ("reason", *_PLAN)
    plan: Plan
    reason: str
    on: str


class ReadingsRecorded(ExperimentEvent, frozen=True, tag="team.readings_recorded"):
    """Readings came in, by their ids."""

    readings: Mapping[str, Reading]


class ReadingCorrected(ExperimentEvent, frozen=True, tag="team.reading_corrected"):
    """A reading was put right."""

    reading: str
    corrected: Reading


class ReadingWithdrawn(ExperimentEvent, frozen=True, tag="team.reading_withdrawn"):
    """A reading was taken out of the count."""

    reading: str


class ExperimentDecided(ExperimentEvent, frozen=True, tag="team.experiment_decided"):
    """The team decided. To keep testing brings a new version of the test card into force."""

    free_text = (
        "decision.learning.believed",
        "decision.learning.observed",
        "decision.learning.learned",
        "decision.learning.therefore",
    )
    decision: Decision
    plan: Plan | None = None
    """With ``keep_testing``: the test card that goes on, with its new review date."""


TEAM_EVENTS: tuple[type[ExperimentEvent], ...] = (
    ExperimentAdded,
    ExperimentEdited,
    ExperimentRemoved,
    PlanChanged,
    ExperimentMoved,
    ExperimentStarted,
    PlanAmended,
    ReadingsRecorded,
    ReadingCorrected,
    ReadingWithdrawn,
    ExperimentDecided,
)
