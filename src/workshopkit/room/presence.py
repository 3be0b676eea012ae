"""Presence: how many are here, how many say they are done. Never in the log, never names."""

from __future__ import annotations

from collections.abc import Iterable

from workshopkit.domain.activity import Role
from workshopkit.domain.workshop import WorkshopState
from workshopkit.room.protocol import PresenceMessage
from workshopkit.room.session import Session


def presence(sessions: Iterable[Session]) -> PresenceMessage:
    """Count people, not tabs: one who has two is here once, and done if either says so."""
    people = [session for session in sessions if session.role is Role.PARTICIPANT]
    here = {session.owner for session in people}
    ready = {session.owner for session in people if session.ready}
    return PresenceMessage(here=len(here), ready=len(ready))


def step(state: WorkshopState) -> tuple[str, str]:
    """What "done" is about: the live activity and its phase."""
    if state.live is None:
        return ("", "")
    return (state.live, state.agenda[state.live].phase)
