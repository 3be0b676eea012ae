"""The action review in a notebook."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.reviews import notes_table, review_summary, review_table
from workshopkit.analysis.team import action_reviews_table
from workshopkit.analysis.team_chart import done_chart
from workshopkit.domain.action_review import PHASES, ReviewOptions
from workshopkit.domain.action_review.commands import Decide, MovePhase
from workshopkit.domain.actions import DECISIONS
from workshopkit.errors import UnknownName
from workshopkit.room.teams import read_team
from workshopkit.room.vocabulary import Vocabulary, load_kinds
from workshopkit.widgets.activity import ActivityWidget
from workshopkit.widgets.options import Text, refuse_unknown, words_from
from workshopkit.widgets.results import Results

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from workshopkit.widgets.workshop import Workshop

OPTIONS = ("title", "key")
TITLE = {"en": "What came of it", "cy": "Beth ddaeth ohono"}


class ActionReview(ActivityWidget):
    """A look back at what the team promised in its earlier workshops and has not closed yet.

    People mark in private how each action went; then the facilitator writes down, one action
    after another, what came of it, and whether it is done, goes on or is dropped. What the team
    keeps doing comes back in each review until it is stopped. What this workshop itself takes
    on is for the next one's review.

    Args:
        workshop: The workshop it is part of; the team is its own.
        title: What people see.
        key: How the review is found when the cell runs again; its kind and title unless given.

    Raises:
        UnknownName: There is no such option; it names the nearest.
        Refused: Two reviews are alike.

    >>> review = ActionReview(workshop)
    >>> review.actions.query("decision == 'keep'")
    """

    def __init__(
        self,
        workshop: Workshop,
        *,
        title: Text = TITLE,
        key: str | None = None,
        **unknown: Any,
    ) -> None:
        refuse_unknown(unknown, OPTIONS)
        words = words_from(title)
        super().__init__(
            workshop, kind="action_review", title=words, options=ReviewOptions(), key=key
        )

    @property
    def actions(self) -> pd.DataFrame:
        """What is reviewed: see `workshopkit.analysis.reviews.review_table` for the columns."""
        self._desk.refresh()
        return review_table(self.view)

    @property
    def notes(self) -> pd.DataFrame:
        """What people wrote, once looking has ended: `workshopkit.analysis.reviews.notes_table`."""
        self._desk.refresh()
        return notes_table(self.view)

    def chart(self, *, lang: str = "en", theme: str = "light") -> alt.Chart:
        """How much of what each of the team's last 10 workshops reviewed was done, this one too.

        An Altair chart, shown without any network; `theme` is light or dark.
        """
        vocabulary, team = Vocabulary(load_kinds()), self._workshop.team
        reading = self._desk.log.transact(lambda tx: read_team(tx, vocabulary, team), write=False)
        found = reading.result()
        return done_chart(action_reviews_table(found.team, found.workshops), lang=lang, theme=theme)

    def results(self, *, lang: str = "en") -> Results:
        """A table that follows the review: how each action went, what was decided, what came."""
        return Results(
            self._desk,
            of=repr(self),
            view=lambda: self.view,
            summary=review_summary,
            lang=lang,
        )

    def decide(
        self,
        action: str,
        decision: str,
        *,
        outcome: str = "",
        owner: str = "",
        due: date | str = "",
    ) -> None:
        """Say what came of an action (its id is in `actions`), and how it goes on.

        `decision` is done, keep or drop. `owner` and `due` are those of what goes on; left out,
        nobody has it and it has no day. Raises `UnknownName`; `Refused` while people still look.
        """
        if decision not in DECISIONS:
            raise UnknownName("decision", decision, DECISIONS)
        day = due.isoformat() if isinstance(due, date) else due
        self._desk.perform(Decide(self._activity, action, decision, outcome, owner, day))

    def move_to(self, phase: str) -> None:
        """Go to look or decide. Leaving ``look`` shows how people marked. Raises `UnknownName`."""
        if phase not in PHASES:
            raise UnknownName("phase", phase, PHASES)
        self._desk.perform(MovePhase(self._activity, phase))
