"""A team in a notebook: what it has promised in all of its workshops, and what came of it."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.team import action_reviews_table, team_actions_table
from workshopkit.log import open_log
from workshopkit.room.teams import TeamRecord, read_team
from workshopkit.room.vocabulary import Vocabulary, load_kinds
from workshopkit.widgets.options import refuse_unknown

if TYPE_CHECKING:
    import pandas as pd


class Team:
    """A team across all of its workshops. It is no widget: it reads the database when asked.

    A team comes to be with its first `Workshop`; `Workshop.team` is its name.

    Args:
        name: Its name; capitals make no difference.
        database: A file, or ``sqlite:///path``; unless given, the server's or your own.

    Raises:
        UnknownName: There is no such team, or no such option; it names the nearest.
        LogUnavailable: The database cannot be opened.

    >>> team = Team("Benefits service")
    >>> team.actions.query("overdue")[["text", "owner", "due"]]
    """

    def __init__(self, name: str, *, database: str | None = None, **unknown: Any) -> None:
        refuse_unknown(unknown, ("database",))
        self._database = database
        self.name = name
        self.name = self._read().team.name

    @property
    def actions(self) -> pd.DataFrame:
        """Everything that it promised: see `workshopkit.analysis.team.team_actions_table`.

        Whether something is overdue is asked of today.
        """
        found = self._read()
        return team_actions_table(found.team, found.workshops, today=date.today())

    @property
    def action_reviews(self) -> pd.DataFrame:
        """What each workshop decided: see `workshopkit.analysis.team.action_reviews_table`."""
        found = self._read()
        return action_reviews_table(found.team, found.workshops)

    def _read(self) -> TeamRecord:
        vocabulary = Vocabulary(load_kinds())
        with closing(open_log(self._database)) as log:
            work = log.transact(lambda tx: read_team(tx, vocabulary, self.name), write=False)
            return work.result()

    def __repr__(self) -> str:
        return f"Team({self.name!r})"
