"""Live workshops for teams, led from a notebook.

    from workshopkit import Poll, RetroBoard, Workshop

    workshop = Workshop("Sprint 12 retrospective", team="Benefits service")
    retro = RetroBoard(workshop, format="start-stop-continue")

Each name is loaded when it is first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workshopkit.widgets.action_review import ActionReview
    from workshopkit.widgets.experiments import ExperimentBoard
    from workshopkit.widgets.goals import GoalMap
    from workshopkit.widgets.health import HealthCheck
    from workshopkit.widgets.poll import Poll
    from workshopkit.widgets.retro import RetroBoard
    from workshopkit.widgets.team import Team
    from workshopkit.widgets.workshop import Workshop

__all__ = [
    "ActionReview",
    "ExperimentBoard",
    "GoalMap",
    "HealthCheck",
    "Poll",
    "RetroBoard",
    "Team",
    "Workshop",
]

_HOMES = {
    "ActionReview": "workshopkit.widgets.action_review",
    "ExperimentBoard": "workshopkit.widgets.experiments",
    "GoalMap": "workshopkit.widgets.goals",
    "HealthCheck": "workshopkit.widgets.health",
    "Poll": "workshopkit.widgets.poll",
    "RetroBoard": "workshopkit.widgets.retro",
    "Team": "workshopkit.widgets.team",
    "Workshop": "workshopkit.widgets.workshop",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
