"""Given these events, when someone wishes this, then that follows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec import Struct

from workshopkit.domain.activity import Actor, Context, Event, Role
from workshopkit.errors import Refused

NOW = datetime(2026, 1, 1, 10, 0, tzinfo=UTC)


class FixedContext:
    """A world without chance: ids are counted, shuffling turns around, time stands still."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now
        self._count = 0

    def new_id(self) -> str:
        self._count += 1
        return f"new-{self._count}"

    def new_code(self) -> str:
        self._count += 1
        return f"NEW{self._count:05}"

    def shuffled(self, items: Sequence[str]) -> tuple[str, ...]:
        return tuple(reversed(items))


class Rules(Struct, frozen=True):
    """An activity's `decide` and `evolve`, or a workshop's."""

    decide: Any
    evolve: Any


class Scenario:
    """A state on which wishes are tried."""

    def __init__(self, rules: Rules, state: Any, context: Context | None = None) -> None:
        self.rules = rules
        self.state = state
        self.context = context or FixedContext()

    def given(self, *events: Event) -> Scenario:
        state = self.state
        for event in events:
            state = self.rules.evolve(state, event)
        return Scenario(self.rules, state, self.context)

    def when(self, command: object, actor: Actor) -> Attempt:
        try:
            events = self.rules.decide(self.state, command, actor, self.context)
        except Refused as refused:
            return Attempt(self, (), refused)
        return Attempt(self, tuple(events), None)


class Attempt:
    """What came of a wish."""

    def __init__(
        self, scenario: Scenario, events: tuple[Event, ...], refused: Refused | None
    ) -> None:
        self.scenario = scenario
        self.events = events
        self.refusal = refused

    def then(self, *events: Event) -> Scenario:
        """Exactly these events follow; returns what they lead to."""
        assert self.refusal is None, f"refused: {self.refusal!r}"
        assert self.events == events
        return self.scenario.given(*events)

    def then_nothing(self) -> None:
        """It is accepted, and changes nothing."""
        self.then()

    def accepted(self) -> Scenario:
        assert self.refusal is None, f"refused: {self.refusal!r}"
        return self.scenario.given(*self.events)

    def refused(self, code: str) -> None:
        """It is turned down, with a reason and a remedy for a person to read."""
        if self.refusal is None:
            pytest.fail(f"accepted: {self.events!r}")
        assert self.refusal.code == code
        assert self.refusal.message.endswith(".")
        assert self.refusal.remedy.endswith(".")


def actor(role: Role, name: str, *purposes: str) -> Actor:
    """Someone as an activity knows them: an author key for each purpose."""
    return Actor(role, authors={purpose: f"{name}-{purpose}" for purpose in purposes})
