"""The workshop in a notebook: its lobby, its people, its actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.participation import participation_table
from workshopkit.analysis.summary import actions_summary
from workshopkit.analysis.tables import actions_table, people_table
from workshopkit.domain.actions import AddAction
from workshopkit.domain.workshop import commands
from workshopkit.publish import record, redacted, write
from workshopkit.widgets.address import workshop_in_address
from workshopkit.widgets.base import LiveWidget
from workshopkit.widgets.cells import Cells
from workshopkit.widgets.live_desk import open_desk
from workshopkit.widgets.open_record import OpenRecord
from workshopkit.widgets.options import governance_from, refuse_unknown
from workshopkit.widgets.people import person_called
from workshopkit.widgets.results import Results

if TYPE_CHECKING:
    import pandas as pd

    from workshopkit.widgets.activity import ActivityWidget

OPTIONS = ("team", "perspectives", "governance", "database")


class Workshop(LiveWidget):
    """One meeting of people. In a cell it shows the lobby: how to join, who is here, the agenda.

    It is the workshop that the page's address names, else the unfinished one of this team
    and title, else a new one: running the cell again never makes a second.

    Args:
        title: What the meeting is called, up to 200 characters.
        team: Whose it is; the team keeps its actions from one workshop to the next.
        perspectives: What people may speak as, such as leaders and users; up to 12. Left out,
            the workshop keeps those it has.
        governance: What an organisation wants to find again, all of it optional: ``purpose``,
            ``decisions`` (a list), ``decided_by``, ``risks`` (a list), and ``retention``, the day
            (``2027-03-01``) from which names and texts may be erased; a year later unless said.
        database: A file, or ``sqlite:///path``; unless given, the server's or your own.

    Raises:
        UnknownName: There is no such option; it names the nearest.
        LogUnavailable: The database cannot be opened.

    To observe: ``phase`` is "lobby", the phase of the live activity, or "finished";
    ``live`` says whether an activity is live.

    >>> workshop = Workshop("Sprint 12 retrospective", team="Benefits service")
    """

    def __init__(
        self,
        title: str,
        *,
        team: str,
        perspectives: Sequence[str] | None = None,
        governance: Mapping[str, Any] | None = None,
        database: str | None = None,
        **unknown: Any,
    ) -> None:
        refuse_unknown(unknown, OPTIONS)
        desk = open_desk(title=title, team=team, workshop=workshop_in_address(), database=database)
        self._cells = Cells()
        super().__init__(desk, component="lobby")
        if perspectives is not None and not self.finished:
            desk.perform(commands.SetPerspectives(tuple(perspectives)))
        if governance is not None and "record" not in desk.desk.public():
            self.set_governance(**governance)

    @property
    def title(self) -> str:
        """What the meeting is called."""
        return str(self._desk.view["workshop"]["title"])

    @property
    def team(self) -> str:
        """Whose it is: the name of a `Team`."""
        return str(self._desk.view["workshop"]["team"])

    @property
    def code(self) -> str:
        """What people type to join."""
        return str(self._desk.view["workshop"]["code"])

    @property
    def finished(self) -> bool:
        """Whether it has ended; then nothing in it can change any more."""
        return bool(self._desk.view["workshop"]["state"] == "finished")

    @property
    def actions(self) -> pd.DataFrame:
        """What was promised here: see `workshopkit.analysis.tables.actions_table` for the columns.

        `Team.actions` has those of all the team's workshops.
        """
        self._desk.refresh()
        return actions_table(self._desk.view)

    @property
    def people(self) -> pd.DataFrame:
        """Who joined: see `workshopkit.analysis.tables.people_table` for the columns."""
        self._desk.refresh()
        return people_table(self._desk.view)

    def participation(self) -> pd.DataFrame:
        """How people took part in each activity, without anybody's name.

        See `workshopkit.analysis.participation.participation_table` for the columns.
        """
        self._desk.refresh()
        return participation_table(self._desk.view)

    def results(self, *, lang: str = "en") -> Results:
        """The actions as a table that follows the workshop."""
        return Results(
            self._desk,
            of=repr(self),
            view=lambda: self._desk.view,
            summary=actions_summary,
            lang=lang,
        )

    def make_live(self, activity: ActivityWidget | None) -> None:
        """Bring everyone's screen to an activity, or with None back to the lobby."""
        target = None if activity is None else activity._activity
        self._desk.perform(commands.MakeLive(target))

    def start_timer(self, *, minutes: float) -> None:
        """Start the timer that everyone sees: more than 0 minutes, and at most 480."""
        self._desk.perform(commands.StartTimer(seconds=minutes * 60))

    def stop_timer(self) -> None:
        """Take the timer away."""
        self._desk.perform(commands.StopTimer())

    def lock_door(self) -> None:
        """Let nobody new in; who is in can still come back."""
        self._desk.perform(commands.LockDoor())

    def unlock_door(self) -> None:
        """Let people in again."""
        self._desk.perform(commands.UnlockDoor())

    def renew_code(self) -> str:
        """Give the workshop another join code, and return it.

        The one before lets nobody new in any more; who is in stays, and can still come back.
        QR codes and links on the screens follow by themselves.

        >>> workshop.renew_code()
        """
        self._desk.perform(commands.RenewCode())
        return self.code

    def remove(self, person: str, *, lock_door: bool = False) -> None:
        """Take someone out of the workshop for good.

        Their pages are closed and their device cannot come back as the same person; what they
        wrote stays, without their name. Someone new may still join, so lock the door where they
        should not come in anew.

        Args:
            person: A name, in any case, or an ``id`` of `people`: some have no name.
            lock_door: Let nobody new in from now on.

        Raises:
            UnknownName: Nobody here is called that; it names the nearest.
            WorkshopkitError: Several are: say which by their id.

        >>> workshop.remove("Robin", lock_door=True)
        """
        self._desk.refresh()
        identity = person_called(self._desk.view, person)
        self._desk.perform(commands.RemovePerson(identity, lock_door))

    def add_action(
        self,
        text: str,
        *,
        owner: str = "",
        due: date | str = "",
        likely: int = 0,
        keep_doing: bool = False,
    ) -> None:
        """Write down what will be done, by whom, and by which day (``2026-12-04``).

        `likely` is how likely it is to be done, from 1 to 5; 0 says nothing of it. What the
        team wants to `keep_doing` comes back in each `ActionReview` until it is stopped.
        """
        day = due.isoformat() if isinstance(due, date) else due
        self._desk.perform(
            AddAction(text=text, owner=owner, due=day, likely=likely, keep_doing=keep_doing)
        )

    def set_governance(self, **said: Any) -> None:
        """Say what it was for, what was decided and by whom, the risks, and how long it is kept.

        The fields are those of `Workshop`'s ``governance``; what is left out is emptied. It can be
        said after the workshop has finished as well. Raises `UnknownName` and `Refused`.

        >>> workshop.set_governance(purpose="Faster letters", decisions=["Write plainly"])
        """
        self._desk.perform(commands.SetGovernance(governance_from(said)))

    def publish(
        self,
        to: str | Path,
        *,
        formats: Sequence[str] = (),
        drop_names: bool = False,
        drop: Sequence[str] = (),
        lang: str = "en",
    ) -> list[Path]:
        """Write the open record: what everyone in the workshop could see. Returns the files.

        Args:
            to: A folder, a ``.zip``, or a file of one format.
            formats: Of md, html, csv, json and ics; all of them unless given.
            drop_names: Whether to leave out owners, who signed cards and who decided.
            drop: Things to leave out, by the short ids that `record` and ``workshopkit publish
                --preview`` show.
            lang: The language of headings: en or cy.

        Raises:
            UnknownName: There is no such format or language.
            WorkshopkitError: There is no such thing to leave out, or the place cannot be written.

        >>> workshop.publish("public", formats=["html", "json"], drop_names=True)
        """
        public = redacted(record(self._desk.desk.public()), drop_names=drop_names, drop=drop)
        return write(public, to, formats, lang=lang)

    def record(self, *, lang: str = "en") -> OpenRecord:
        """The open record with a preview: choose what to leave out, look, and save files."""
        return OpenRecord(self._desk, of=repr(self), lang=lang)

    def finish(self) -> None:
        """End the workshop for good: people keep the actions, nobody can change anything."""
        self._desk.perform(commands.Finish())

    def _seen(self) -> tuple[str, bool]:
        view = self._desk.view
        live = view["workshop"].get("live")
        if self.finished:
            return "finished", False
        return (view["agenda"]["items"][live]["phase"], True) if live else ("lobby", False)

    def __repr__(self) -> str:
        return f"Workshop({self.title!r}, team={self.team!r})"
