"""The goal map's state: items on four levels, links between them, ratings and frozen rounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from workshopkit.domain.activity import Id, Words
from workshopkit.domain.goals.rounds import Ballot, Round

Phase = Literal["draft", "link", "rate", "reveal", "discuss", "re-rate", "agree"]
PHASES: tuple[Phase, ...] = ("draft", "link", "rate", "reveal", "discuss", "re-rate", "agree")
RATING: frozenset[str] = frozenset({"rate", "re-rate"})
"""Where people rate; leaving one of these freezes the round."""
SHOWING: frozenset[str] = frozenset({"reveal", "discuss", "agree"})
"""Where everyone sees the frozen rounds."""
Level = Literal["vision", "goal", "outcome", "work"]
LEVELS: tuple[Level, ...] = ("vision", "goal", "outcome", "work")
"""From the top of the map to the bottom."""


class Measure(Struct, frozen=True, forbid_unknown_fields=True):
    """How anybody would notice: a name, and from where to where."""

    name: str
    unit: str = ""
    baseline: float | None = None
    target: float | None = None


class GivenItem(Struct, frozen=True, forbid_unknown_fields=True):
    """An item that a notebook sets: on the map from the start, for all to see."""

    id: Id
    level: Level
    text: str
    owner: str = ""
    measure: Measure | None = None
    assumption: str = ""


class Link(Struct, frozen=True, forbid_unknown_fields=True):
    """The child serves the parent."""

    child: Id
    parent: Id

    @property
    def key(self) -> str:
        return f"{self.child}~{self.parent}"


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """What people are asked about each goal, on a scale from 1 to 5."""

    id: Id
    title: Words


QUESTIONS = (
    Question(
        "clear", {"en": "I know what this means", "cy": "Rwy’n gwybod beth mae hyn yn ei olygu"}
    ),
    Question("matters", {"en": "This matters", "cy": "Mae hyn yn bwysig"}),
    Question(
        "my_work", {"en": "My work moves it", "cy": "Mae fy ngwaith i yn ei symud yn ei flaen"}
    ),
)


class GoalsOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """What a notebook sets."""

    questions: Annotated[tuple[Question, ...], Meta(min_length=1, max_length=10)] = QUESTIONS
    items: Annotated[tuple[GivenItem, ...], Meta(max_length=500)] = ()
    links: Annotated[tuple[Link, ...], Meta(max_length=3000)] = ()
    smallest: Annotated[int, Meta(ge=3, le=50)] = 5
    """People that a perspective needs before it is shown apart, and the rest as well."""


class Item(Struct, frozen=True):
    """A vision, a goal, an outcome or a piece of work."""

    level: Level
    text: str
    owner: str = ""
    """A team or a role, as written."""
    measure: Measure | None = None
    assumption: str = ""
    author: str = ""
    """Nobody for what the notebook set."""
    revealed: bool = False


class GoalsState(Struct, frozen=True):
    """A goal map at one moment."""

    options: GoalsOptions
    phase: Phase = "draft"
    items: Mapping[str, Item] = {}
    written: Mapping[str, tuple[str, ...]] = {}
    """Item ids by author: an index of `items`."""
    order: tuple[str, ...] = ()
    """The items that all may see, shuffled at each reveal."""
    links: Mapping[str, Link] = {}
    """Between revealed items alone, by `Link.key`."""
    ratings: Mapping[str, Ballot] = {}
    """This round's, by author."""
    rounds: tuple[Round, ...] = ()
    """The frozen ones, the first first."""
    focus: str | None = None

    @property
    def goals(self) -> list[str]:
        """What is rated: the goals that all may see."""
        return [key for key in self.order if self.items[key].level == "goal"]


def name_of(state: GoalsState, target: str) -> str | None:
    """The words of an item that all may see."""
    item = state.items.get(target)
    return item.text if item is not None and item.revealed else None
