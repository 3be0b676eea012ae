"""A retro board for the tests: two columns, cards of Ada's, Ben and the facilitator beside her."""

from __future__ import annotations

from tests.domain.scenario import Rules, Scenario, actor
from workshopkit.domain.activity import Actor, Event, Role, View, Viewer
from workshopkit.domain.retro import RETRO, Column, RetroOptions, RetroState
from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.state import Phase

A = "board"
COLUMNS = (
    Column("glad", {"en": "Glad"}, kind="keep"),
    Column("sad", {"en": "Sad"}, kind="change"),
)
OPTIONS = RetroOptions(COLUMNS, votes=3)
LEAD = actor(Role.FACILITATOR, "lead", "cards", "ballots")
ADA = actor(Role.PARTICIPANT, "ada", "cards", "ballots")
BEN = actor(Role.PARTICIPANT, "ben", "cards", "ballots")
SCREEN = Actor(Role.OBSERVER)
KERNEL = Actor(Role.FACILITATOR)
"""A facilitator without a browser: nothing can be her own."""


def board(options: RetroOptions = OPTIONS) -> Scenario:
    return Scenario(Rules(RETRO.decide, RETRO.evolve), RETRO.start(options))


def card(key: str, by: Actor = ADA, column: str = "glad") -> Event:
    return e.CardAdded(A, key, column, f"text of {key}", by.authors["cards"])


def revealed(*cards: str) -> Event:
    return e.CardsRevealed(A, cards)


def moved(phase: Phase) -> Event:
    return e.PhaseMoved(A, phase)


def grouped(group: str, *cards: str) -> Event:
    return e.CardsGrouped(A, group, cards, f"title of {group}")


def dot(target: str, by: Actor = ADA) -> Event:
    return e.VoteGiven(A, by.authors["ballots"], target)


def full(phase: Phase, options: RetroOptions = OPTIONS) -> Scenario:
    """Two cards of Ada's in a group, two alone; one of the facilitator's; a dot each on ``c3``."""
    cards = [card("c1"), card("c2"), card("c3"), card("c4"), card("f1", LEAD)]
    shown = revealed("c1", "c2", "c3", "c4", "f1")
    there = [grouped("g", "c1", "c2"), dot("c3"), dot("c3", LEAD)]
    return board(options).given(*cards, shown, *there, moved(phase))


def view(state: RetroState, role: Role = Role.PARTICIPANT) -> View:
    return RETRO.view(state, Viewer(role))


def me(state: RetroState, who: Actor) -> View:
    return RETRO.me(state, Viewer(who.role, who.authors))


def dots(state: RetroState) -> dict[str, int]:
    """What each item has once voting has closed."""
    shown = view(RETRO.evolve(state, moved("discuss")))
    return {key: tally["votes"] for key, tally in shown["tallies"].items()}


def voting(*events: Event) -> Scenario:
    cards = [card(key) for key in ("c1", "c2", "c3")]
    return board().given(*cards, revealed("c1", "c2", "c3"), moved("vote"), *events)
