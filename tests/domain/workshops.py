"""A workshop for the tests: a retro board and a poll in words, three people, a facilitator."""

from __future__ import annotations

from typing import Any

from tests.domain.scenario import FixedContext, Rules, Scenario
from workshopkit.domain import workshop
from workshopkit.domain.action_review import ACTION_REVIEW
from workshopkit.domain.activity import Actor, Event, Kinds, Role
from workshopkit.domain.experiments import EXPERIMENTS
from workshopkit.domain.goals import GOALS
from workshopkit.domain.health import HEALTH
from workshopkit.domain.poll import POLL
from workshopkit.domain.retro import RETRO
from workshopkit.domain.workshop import WorkshopState
from workshopkit.domain.workshop import events as e
from workshopkit.domain.workshop.create import create

KINDS: Kinds = {
    kind.name: kind for kind in (RETRO, POLL, GOALS, EXPERIMENTS, ACTION_REVIEW, HEALTH)
}
TITLE = {"en": "Retro"}
RETRO_OPTIONS: dict[str, Any] = {
    "columns": [
        {"id": "glad", "title": {"en": "Glad"}, "kind": "keep"},
        {"id": "sad", "title": {"en": "Sad"}},
    ],
    "votes": 3,
}
POLL_OPTIONS: dict[str, Any] = {"question": {"en": "One word?"}, "form": "words"}

LEAD = Actor(Role.FACILITATOR, "f" * 64)
KERNEL = Actor(Role.FACILITATOR)
SCREEN = Actor(Role.OBSERVER)


def created() -> list[Event]:
    return create("w", "Friday", None, "Payments", "7F4KQH2M", FixedContext())


def agenda(*, anonymous: bool = True) -> list[Event]:
    """A board ``board`` and a poll ``poll``, the board live."""
    options = {**RETRO_OPTIONS, "anonymous": anonymous}
    return [
        e.ActivityAdded("board", "retro", "retro", TITLE, options),
        e.ActivityAdded("poll", "poll", "check-in", {"en": "Check-in"}, POLL_OPTIONS),
        e.MadeLive("board"),
    ]


def empty() -> Scenario:
    rules = Rules(workshop.decide, workshop.evolve)
    return Scenario(rules, WorkshopState(kinds=KINDS)).given(*created())


def joined(state: WorkshopState, secret: str, name: str = "") -> tuple[WorkshopState, Actor]:
    """The workshop once someone came in, and that someone."""
    person = workshop.decide_join(state, secret, name or None, None, FixedContext())
    person_id = f"person-{secret[:1]}"
    known = [*state.people.values(), type(person)(person_id, person.secret_hash, person.name)]
    return workshop.with_people(state, known), Actor(Role.PARTICIPANT, secret, person_id)
