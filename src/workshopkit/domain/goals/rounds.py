"""A round of ratings: ballots while it is open, distributions once it is frozen."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

Answers = Mapping[str, Mapping[str, str]]
"""By goal and question: ``"1"`` to ``"5"``, or ``"cannot_say"``."""


class Ballot(Struct, frozen=True):
    """All that one person answered in a round."""

    answers: Answers = {}
    perspective: str = ""
    """Empty where too few people share it to keep it."""


class Part(Struct, frozen=True):
    """What the people of one perspective answered to one question about one goal."""

    counts: list[int]
    """How many gave 1, 2, 3, 4 and 5."""
    cannot_say: int


class Cell(Struct, frozen=True, omit_defaults=True):
    """What everyone answered to one question about one goal.

    What cannot be said of so few answers is absent.
    """

    counts: list[int]
    cannot_say: int
    median: float | None = None
    quartiles: list[float] | None = None
    agreement: float | None = None
    consensus: float | None = None
    by: Mapping[str, Part] = {}
    """The perspectives that may be shown apart."""


class Concordance(Struct, frozen=True):
    """Whether people put the goals into the same order of what matters."""

    w: float
    raters: int
    """Whole ballots."""
    goals: int


class Round(Struct, frozen=True):
    """A frozen round. All that is shown of it is worked out once, when it freezes."""

    raters: int
    goals: Mapping[str, Mapping[str, Cell]] = {}
    order: tuple[str, ...] = ()
    """Its goals, the most mixed first."""
    concordance: Concordance | None = None
    ballots: Mapping[str, Ballot] = {}
    """By author; nobody is shown any but their own."""
