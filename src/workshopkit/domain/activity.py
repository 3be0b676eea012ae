"""The activity contract: what a retro board, a poll and any activity to come have in common.

An activity is one module that reads in one order: state, commands, events, `decide`,
`evolve`, `view`, `me`. It ends by naming them in an `ActivityKind`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Generic, Protocol, TypeVar

from msgspec import Meta, Struct

from workshopkit.domain.people import pseudonym
from workshopkit.errors import Refused

Words = dict[str, Annotated[str, Meta(max_length=500)]]
"""Authored text by language code: ``{"en": "Went well", "cy": "…"}``."""

Id = Annotated[str, Meta(min_length=1, max_length=64)]
View = dict[str, Any]
"""What a role may see, ready for JSON: lists are ``{"order": […], "items": {id: …}}``."""


class Role(StrEnum):
    """What a session may do: lead, take part, or only look."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    OBSERVER = "observer"


class Command(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    """A wish. Its tag is ``<room>.<imperative>``, as ``retro.add_card``."""


class ActivityCommand(Command, frozen=True):
    """A wish to one activity of the agenda."""

    activity: Id


class Event(Struct, frozen=True, tag_field="type"):
    """A past fact in a log. Its tag is ``<room>.<past tense>``, as ``retro.card_added``."""

    stream: ClassVar[str] = "workshop"
    """Which log keeps it: the ``workshop``'s or the ``team``'s."""
    free_text: ClassVar[tuple[str, ...]] = ()
    """The fields that people wrote, which forgetting blanks; ``plan.belief`` is inside another."""
    personal: ClassVar[bool] = False
    """Whether it changes what is one's own for nobody but who caused it."""
    withholds: ClassVar[bool] = False
    """Whether it takes words out of sight or brings them back: actions that repeat them follow."""


class ActivityEvent(Event, frozen=True):
    """A past fact of one activity."""

    activity: str


class Actor(Struct, frozen=True):
    """Who wishes: a role, and what each activity may know its owner by."""

    role: Role
    secret: str = ""
    """The browser's own random bits; no activity ever gets them."""
    person: str = ""
    authors: Mapping[str, str] = {}
    """Author keys by purpose (``cards``, ``ballots``): pseudonyms where it is anonymous."""
    perspective: str = ""
    """What they speak as, if they said so."""
    perspectives: Mapping[str, int] = {}
    """How many of those who joined speak as each; as nothing, under ``""``."""
    ticket: str = ""
    """The hash of a lent ticket that they came with: it can be taken back."""

    @property
    def leads(self) -> bool:
        return self.role is Role.FACILITATOR

    def author(self, purpose: str) -> str:
        """The key that owns what this actor makes for `purpose`; refuses who only looks."""
        if self.role is Role.OBSERVER or purpose not in self.authors:
            raise not_allowed("Join the workshop to take part.")
        return self.authors[purpose]

    def within(self, activity: str, purposes: Sequence[str], signed: Collection[str]) -> Actor:
        """The same actor as one activity knows them: no secret, an author key per purpose.

        What is `signed` is owned by the person; all else by a pseudonym of its own.
        """
        authors = {purpose: self._key(activity, purpose, signed) for purpose in purposes}
        return Actor(
            self.role,
            authors={key: owner for key, owner in authors.items() if owner},
            perspective=self.perspective,
            perspectives=self.perspectives,
        )

    def _key(self, activity: str, purpose: str, signed: Collection[str]) -> str:
        if purpose in signed and self.person:
            return self.person
        return pseudonym(self.secret, activity, purpose) if self.secret else ""


class Viewer(Struct, frozen=True):
    """Who looks: a role for `view`; author keys as well for `me`."""

    role: Role
    authors: Mapping[str, str] = {}
    names: Mapping[str, str] = {}
    """Names by person id, for boards that are not anonymous."""


class Context(Protocol):
    """What `decide` may know of the world; its results are stored in the events."""

    @property
    def now(self) -> datetime:
        """This moment, with a time zone."""

    def new_id(self) -> str:
        """A fresh random id of 128 bits."""

    def new_code(self) -> str:
        """A fresh join code."""

    def shuffled(self, items: Sequence[str]) -> tuple[str, ...]:
        """The same items in a random order."""


class Contributions(Struct, frozen=True):
    """How much people contributed to one part of an activity, without saying who."""

    counts: tuple[int, ...]
    """One number for each person who contributed, the lowest first."""
    round: int = 1

    @classmethod
    def of(cls, counts: Iterable[int], *, round: int = 1) -> Contributions:
        return cls(tuple(sorted(count for count in counts if count)), round)


class Draw(Protocol):
    """Chance for a rehearsal: the part of `random.Random` that simulated people use."""

    def random(self) -> float: ...
    def choice(self, seq: Sequence[Any], /) -> Any: ...


S = TypeVar("S")


@dataclass(frozen=True)
class Rehearsal:
    """How simulated people behave: each returns commands as JSON values, without the activity."""

    participant: Callable[[View, View, Draw], Sequence[View]]
    """From the activity's view and the person's own `me`: what they do next, if anything.

    Never what would change nothing: it would be acknowledged and leave no trace to look for.
    """
    secret_fields: tuple[str, ...] = ()
    """The fields of those commands that must stay unseen while the phase is private."""


@dataclass(frozen=True)
class ActivityKind(Generic[S]):
    """One kind of activity, as the registry holds it."""

    name: str
    options: type[Struct]
    """What a notebook sets: stored when the activity is added or changed."""
    commands: tuple[type[ActivityCommand], ...]
    events: tuple[type[ActivityEvent], ...]
    start: Callable[[Any], S]
    """From options to the first state; refuses options that contradict themselves."""
    adopt: Callable[[S, Any], S]
    """Takes changed options; refuses what would lose answers."""
    decide: Callable[[S, Any, Actor, Context], list[Event]]
    evolve: Callable[[S, Any], S]
    view: Callable[[S, Viewer], View]
    me: Callable[[S, Viewer], View]
    phase: Callable[[S], str]
    rehearsal: Rehearsal
    purposes: tuple[str, ...] = ("answers",)
    """What a person owns here, each under an author key of its own."""
    signed: Callable[[S], Collection[str]] = lambda state: ()
    """The purposes that bear a person's name, where an activity is not anonymous."""
    actions_in: frozenset[str] = field(default_factory=frozenset)
    """Phases in which participants may add and change actions."""
    name_of: Callable[[S, str], str | None] = lambda state, target: None
    """The text of a card, group … that an action is about, once everyone may see it."""
    contributed: Callable[[S], Mapping[str, Contributions]] = lambda state: {}
    """What people contributed to the parts (``cards``, ``dots``) that are closed in this phase."""
    follow: Callable[[S, Any], S] = lambda state, team: state
    """Takes in the `TeamState`, at first and after each of the team's events: for activities
    about what belongs to the team. Their `decide` may give events of the team's stream."""
    still_about: Callable[[S, str, str], str] = lambda state, target, about: about
    """What an action about this target says that it is about, after an event that withholds."""


_CONTROLS = {code: None for code in range(32) if chr(code) not in "\n\t"}

Kinds = Mapping[str, ActivityKind[Any]]


def not_allowed(remedy: str = "Ask the facilitator.") -> Refused:
    return Refused("not_allowed", "You cannot do that here.", remedy)


def need_facilitator(actor: Actor) -> None:
    if not actor.leads:
        raise not_allowed("Only the facilitator can do this.")


def need_text(text: str, limit: int) -> str:
    """The text without the space around it; refuses what is empty or too long."""
    stripped = text.translate(_CONTROLS).strip()
    if not stripped:
        raise Refused("empty_text", "There is nothing written here.", "Write something first.")
    if len(stripped) > limit:
        raise Refused(
            "too_long",
            f"That is {len(stripped)} characters; the limit is {limit}.",
            "Make it shorter, or split it in two.",
        )
    return stripped


def listing(items: Mapping[str, View]) -> View:
    """A list as views carry it: by id, with an order."""
    return {"order": list(items), "items": dict(items)}
