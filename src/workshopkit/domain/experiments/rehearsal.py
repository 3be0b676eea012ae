"""How simulated people behave at an experiment board."""

from __future__ import annotations

from collections.abc import Sequence

from workshopkit.domain.activity import Draw, Rehearsal, View
from workshopkit.domain.experiments.decide import OUTCOMES
from workshopkit.domain.experiments.record import CHOICES

IDEAS = (
    "Call people before the letter",
    "One page instead of four",
    "Pair on the first case of the day",
    "Text a reminder the day before",
    "Show the waiting time at the start",
    "Half-hour stand-up on Mondays only",
)
NOTES = (
    "Fewer people rang last week",
    "I saw no difference at my desk",
    "It worked well until the system went down",
    "The new letter is easier to explain",
)


def participant(view: View, me: View, draw: Draw) -> Sequence[View]:
    """Have an idea now and then; say what one saw; vote."""
    match view["phase"]:
        case "plan" if not view["experiments"]["order"] or draw.random() < 0.2:
            return [{"kind": "experiments.add_experiment", "title": draw.choice(IDEAS)}]
        case "expect" if "focus" in view and "expected" not in me:
            return [_expectation(view["focus"], draw)]
        case "vote" if "focus" in view and "vote" not in me:
            choice = draw.choice(CHOICES)
            return [
                {"kind": "experiments.give_vote", "experiment": view["focus"], "choice": choice}
            ]
    return []


def _expectation(experiment: str, draw: Draw) -> View:
    return {
        "kind": "experiments.expect",
        "experiment": experiment,
        "outcome": draw.choice(OUTCOMES),
        "note": draw.choice(NOTES),
    }


REHEARSAL = Rehearsal(participant=participant, secret_fields=("note",))
