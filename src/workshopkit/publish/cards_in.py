"""Putting the cards of a CSV on a retro board, and saying what was taken and what was not."""

from __future__ import annotations

import secrets
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workshopkit.analysis.tables import COUNT, TEXT, frame
from workshopkit.domain.actions import AddAction
from workshopkit.domain.activity import View
from workshopkit.domain.retro.commands import AddCard, GroupCards
from workshopkit.domain.retro.state import CARDS_EACH, TITLE_LIMIT
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.publish.card_rows import Row, columns_by_name, read_cards
from workshopkit.room.desk import Desk

if TYPE_CHECKING:
    import pandas as pd

WHEN = ("write", "group")
"""The phases in which a board takes cards."""
NO_VOTES = "Votes were not taken: a count does not say who gave them."
NO_GROUPS = (
    "Groups were not made: cards are private while people write. Import in the phase group, "
    "or group them there."
)


@dataclass(frozen=True)
class ImportReport:
    """What was taken of a file, and what was not."""

    cards: int
    groups: int
    actions: int
    refused: Sequence[tuple[int, str]]
    """Numbers of rows as a spreadsheet has them, each with the reason."""
    notes: Sequence[str]
    """What holds for the whole file."""

    @property
    def refused_rows(self) -> pd.DataFrame:
        """What was not taken: ``row`` Int64, ``reason`` string."""
        rows = ({"row": row, "reason": reason} for row, reason in self.refused)
        return frame(rows, {"row": COUNT, "reason": TEXT})

    def __str__(self) -> str:
        counts = {"cards": self.cards, "groups": self.groups, "actions": self.actions}
        taken = ", ".join(
            f"{n} {name.removesuffix('s') if n == 1 else name}"
            for name, n in counts.items()
            if n or name == "cards"
        )
        rows = [f"Row {row} was not taken. {reason}" for row, reason in self.refused]
        return "\n".join([f"Taken: {taken}.", *self.notes, *rows])

    __repr__ = __str__


def import_cards(
    desk: Desk,
    activity: str,
    path: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    with_actions: bool = False,
) -> ImportReport:
    """Put the cards of a CSV on a board, and into groups where the board has come to that.

    They are the facilitator's, as if she had written them down for the room; the limits of a
    board hold. A name is kept only where cards bear names and somebody of that name has joined.
    `columns` says which column of the board one of the file's is. Tasks in Parabol's file become
    actions if so wished.

    Raises `UnknownName` for a file without the columns of cards, or a column that the board lacks;
    `WorkshopkitError` where the board takes no cards any more.
    """
    board = _Board(desk, activity, columns or {})
    return board.take(read_cards(path), with_actions=with_actions)


class _Board:
    """One import: what is taken, what is refused, and why."""

    def __init__(self, desk: Desk, activity: str, columns: Mapping[str, str]) -> None:
        self._desk = desk
        self._activity = activity
        self._view: View = desk.view()["activities"][activity]
        self._columns = _named_columns(self._view, columns)
        self._refused: list[tuple[int, str]] = []
        self._added: dict[str, list[str]] = {}
        """Ids of the cards that were taken, by group."""
        if self._view["phase"] not in WHEN:
            raise WorkshopkitError(
                f"The board is at {self._view['phase']!r}: cards can be imported in "
                f"{' and '.join(WHEN)}."
            )

    def take(self, rows: Sequence[Row], *, with_actions: bool) -> ImportReport:
        cards = [row for row in rows if row.kind == "card" and self._fits(row)]
        others = [row for row in rows if row.kind != "card"]
        taken = sum(self._add(some, person) for some, person in self._by_owner(cards))
        actions = self._promise([row for row in others if row.kind == "task"], with_actions)
        self._refuse_talk(row for row in others if row.kind != "task")
        groups = self._group()
        notes = tuple(self._notes(rows))
        return ImportReport(taken, groups, actions, sorted(self._refused), notes)

    def _fits(self, row: Row) -> bool:
        if row.column.casefold() in self._columns:
            return True
        known = ", ".join(repr(name) for name in _titles(self._view))
        self._refused.append((row.number, f"The board has no column {row.column!r}, only {known}."))
        return False

    def _by_owner(self, rows: Sequence[Row]) -> Iterable[tuple[Sequence[Row], str]]:
        """The rows of each person whose name may stay, and all others; as many as one may have."""
        people = self._people()
        by_person: dict[str, list[Row]] = {}
        for row in rows:
            by_person.setdefault(people.get(row.author, ""), []).append(row)
        for person, own in by_person.items():
            for first in range(0, len(own), CARDS_EACH):
                yield own[first : first + CARDS_EACH], person

    def _people(self) -> dict[str, str]:
        """Who joined, by name, where cards bear names and no two have the same."""
        if self._view["anonymous"]:
            return {}
        people = self._desk.view()["people"]["items"]
        names = [person.get("name", "") for person in people.values()]
        return {
            person["name"]: id_
            for id_, person in people.items()
            if names.count(person.get("name", "")) == 1 and person.get("name")
        }

    def _add(self, rows: Sequence[Row], person: str) -> int:
        """Add cards that have one owner; how many were taken."""
        secret = secrets.token_hex(32)
        before = self._own(secret, person)
        commands = [
            AddCard(self._activity, self._columns[row.column.casefold()], row.text) for row in rows
        ]
        refused = self._desk.perform_all(commands, secret=secret, person=person)
        self._refused += [
            (row.number, str(why)) for row, why in zip(rows, refused, strict=True) if why
        ]
        taken = [row for row, why in zip(rows, refused, strict=True) if why is None]
        new = [card for card in self._own(secret, person) if card not in before]
        # A person may write one more at this very moment.
        for row, card in zip(taken, new, strict=False):
            self._added.setdefault(row.group, []).append(card)
        return len(taken)

    def _own(self, secret: str, person: str) -> list[str]:
        """The cards of an owner, in the order in which they were written."""
        own: list[str] = self._desk.own(secret, person)["activities"][self._activity]["cards"][
            "order"
        ]
        return own

    def _group(self) -> int:
        """Put together what the file has together; how many groups that made."""
        if self._view["phase"] == "write":
            return 0
        commands = [
            GroupCards(
                self._activity,
                tuple(cards),
                title=textwrap.shorten(title, TITLE_LIMIT, placeholder=" …"),
            )
            for title, cards in self._shared().items()
        ]
        refused = self._desk.perform_all(commands, secret=secrets.token_hex(32))
        return sum(why is None for why in refused)

    def _shared(self) -> dict[str, list[str]]:
        """The groups of two cards or more."""
        return {title: ids for title, ids in self._added.items() if title and len(ids) > 1}

    def _promise(self, rows: Sequence[Row], wished: bool) -> int:
        if not wished:
            self._refused += [
                (row.number, "It is a task and no card. With actions it becomes one.")
                for row in rows
            ]
            return 0
        commands = [AddAction(row.text) for row in rows]
        refused = self._desk.perform_all(commands, secret=secrets.token_hex(32))
        self._refused += [
            (row.number, str(why)) for row, why in zip(rows, refused, strict=True) if why
        ]
        return sum(why is None for why in refused)

    def _refuse_talk(self, rows: Iterable[Row]) -> None:
        self._refused += [(row.number, f"It is a {row.kind} and no card.") for row in rows]

    def _notes(self, rows: Sequence[Row]) -> Iterable[str]:
        if any(row.votes for row in rows):
            yield NO_VOTES
        cards = [row for row in rows if row.kind == "card"]
        left = {row.author for row in cards if row.author} - self._people().keys()
        if left and self._view["anonymous"]:
            yield "Names were not taken: nobody can tell who wrote what on this board."
        elif left:
            yield f"Without the names of who has not joined: {', '.join(sorted(left))}."
        if self._view["phase"] == "write" and self._shared():
            yield NO_GROUPS


def _named_columns(view: View, columns: Mapping[str, str]) -> dict[str, str]:
    """The ids of the board's columns by all that the file may call them, in small letters."""
    known = columns_by_name(view["columns"]["items"])
    names = dict(known)
    for theirs, ours in columns.items():
        if ours.casefold() not in known:
            raise UnknownName("column", ours, _titles(view))
        names[theirs.strip().casefold()] = known[ours.casefold()]
    return names


def _titles(view: View) -> list[str]:
    return [
        next(iter(each["title"].values()), id_) for id_, each in view["columns"]["items"].items()
    ]
