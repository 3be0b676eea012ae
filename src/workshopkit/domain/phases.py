"""Phases: what every activity asks of the one that it is in."""

from __future__ import annotations

from typing import TypeVar

from workshopkit.domain.activity import Actor
from workshopkit.errors import Refused

P = TypeVar("P", bound=str)


def known_phase(name: str, phases: tuple[P, ...]) -> P:
    """The phase of this name; refuses any other."""
    for phase in phases:
        if phase == name:
            return phase
    raise Refused("unknown_phase", "There is no such phase.", f"Use {', '.join(phases)}.")


def need_phase(
    phase: str, actor: Actor, allowed: tuple[str, ...], *, leading: tuple[str, ...] = ()
) -> None:
    """Refuses what this phase does not allow; `leading` is what it allows a facilitator instead."""
    here = leading if actor.leads and leading else allowed
    if phase not in here:
        raise Refused(
            "wrong_phase",
            f"That cannot be done in this phase ({phase}).",
            f"It can be done in: {', '.join(here)}.",
        )
