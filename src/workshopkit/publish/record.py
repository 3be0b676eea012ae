"""The open record: what a workshop came to, as everyone in it could see.

It keeps each activity as its view, so that every table and chart of a notebook can be made of
it again, in either language, years later and elsewhere.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from workshopkit.domain.governance import WorkshopGovernance

VERSION = 1
"""Of the record's shape. A reader refuses a higher one; a lower one stays readable."""


class About(Struct, frozen=True, forbid_unknown_fields=True):
    """Which workshop it was."""

    title: str
    team: str
    date: str
    """The day it was held, as ``YYYY-MM-DD``; empty where nobody knows."""
    finished: bool
    """Whether it had finished when the record was made."""


class Activity(Struct, frozen=True, forbid_unknown_fields=True):
    """One item of the agenda, with what it came to."""

    id: str
    view: dict[str, Any]
    """What everyone could see of it, with its ``kind`` and its ``title`` by language."""

    @property
    def kind(self) -> str:
        return str(self.view["kind"])


class LeftOut(Struct, frozen=True, forbid_unknown_fields=True):
    """What was taken out of the record before it was published."""

    names: bool = False
    things: int = 0
    """How many cards, answers, actions or activities."""


class Record(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="format",
    tag="workshopkit-record",
):
    """What may be public of one workshop."""

    version: int = VERSION
    workshop: About
    people: int
    """How many joined."""
    agenda: tuple[Activity, ...]
    actions: dict[str, Any]
    """Its actions as views list them: ``{"order": […], "items": {…}}``."""
    carried: dict[str, Any]
    """Actions of earlier workshops that it decided to go on with, listed likewise."""
    governance: WorkshopGovernance | None = None
    left_out: LeftOut = LeftOut()

    @property
    def title(self) -> str:
        return self.workshop.title
