"""The retro board in a notebook."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins
from msgspec.structs import replace

from workshopkit.analysis.charts import retro_chart
from workshopkit.analysis.summary import retro_summary
from workshopkit.analysis.tables import cards_table, votes_table
from workshopkit.analysis.themes import ALIKE, cards_of, suggest, themes_table
from workshopkit.domain.retro import PHASES, Column
from workshopkit.domain.retro.commands import MovePhase
from workshopkit.errors import UnknownName
from workshopkit.formats import DEFAULT_FORMAT, load_format
from workshopkit.publish.cards_in import ImportReport, import_cards
from workshopkit.widgets.activity import ActivityWidget
from workshopkit.widgets.options import Text, id_from, refuse_unknown, words_from
from workshopkit.widgets.results import Results

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from workshopkit.widgets.workshop import Workshop

logger = logging.getLogger(__name__)

OPTIONS = ("format", "columns", "votes", "votes_per_card", "anonymous", "title", "key")
Columns = Sequence[str | Column] | Mapping[str, str]


class RetroBoard(ActivityWidget):
    """A retro: people write cards, group them, vote, talk, and decide what to do.

    Args:
        workshop: The workshop it is part of.
        format: The name of a retro format, as `workshopkit.formats.formats` lists them; or a
            TOML file of your own: a path, or a text that ends in ``.toml``. It sets the columns
            with their questions, the dots, and the minutes that the timer offers.
        columns: Columns of your own instead: titles, or titles with their kind
            (``{"Proud": "keep", "Sorry": "change", "Puzzled": "wonder"}``).
        votes: Dots for each person, from 1 to 20; as the format says unless given.
        votes_per_card: Dots that one person may give to the same card or group, from 1 to 20;
            as the format says unless given, which mostly is as many as they have.
        anonymous: Whether nobody can ever tell who wrote what. Fixed at the first card.
        title: What people see; the format's title unless given.
        key: How the board is found when the cell runs again; its kind and title unless given.

    Raises:
        UnknownName: There is no such format, kind or option; it names the nearest.
        UnsoundFile: Something in your own file is wrong; it names the line.
        Refused: A change would lose answers, or two boards are alike.

    >>> retro = RetroBoard(workshop, format="sailboat", votes=3)
    >>> retro.votes.head()
    """

    def __init__(
        self,
        workshop: Workshop,
        *,
        format: str | PathLike[str] = DEFAULT_FORMAT,
        columns: Columns | None = None,
        votes: int | None = None,
        votes_per_card: int | None = None,
        anonymous: bool = True,
        title: Text | None = None,
        key: str | None = None,
        **unknown: Any,
    ) -> None:
        refuse_unknown(unknown, OPTIONS)
        known = load_format(format)
        options = replace(known.options, anonymous=anonymous)
        if columns is not None:
            options = replace(options, columns=tuple(columns_from(columns)))
        if votes is not None:
            options = replace(options, votes=votes)
        if votes_per_card is not None:
            options = replace(options, votes_per_card=votes_per_card)
        named = known.title if columns is None else {"en": "Retrospective"}
        words = named if title is None else words_from(title)
        super().__init__(workshop, kind="retro", title=words, options=options, key=key)

    @property
    def cards(self) -> pd.DataFrame:
        """The revealed cards: see `workshopkit.analysis.tables.cards_table` for the columns."""
        return cards_table(self._fresh())

    @property
    def votes(self) -> pd.DataFrame:
        """The dots when voting has closed: see `workshopkit.analysis.tables.votes_table`."""
        return votes_table(self._fresh())

    def suggest_themes(self, *, alike: float = ALIKE, lang: str = "en") -> pd.DataFrame:
        """Cards that may belong together, by their spelling; nothing on the board changes.

        Args:
            alike: How alike cards have to be on average, from above 0 to 1; more gives fewer
                suggestions, and surer ones.
            lang: The language of columns' titles, ``en`` or ``cy``.

        See `workshopkit.analysis.themes` for the method, what it cannot see, and the columns
        (`themes_table`). Raises `WorkshopkitError` for another `alike`.

        >>> retro.suggest_themes()[["theme", "text", "shared", "alike"]]
        """
        return themes_table(self._fresh(), alike=alike, lang=lang)

    def import_csv(
        self,
        path: str | Path,
        *,
        columns: Mapping[str, str] | None = None,
        with_actions: bool = False,
    ) -> ImportReport:
        """Put the cards of a CSV on the board; what was taken, and of each row that was not why.

        Args:
            path: A CSV with columns ``text`` and ``column``, and ``group_title`` or ``group``
                where there are groups, as `publish` writes it; or one that Parabol exported.
            columns: Which column of this board one of the file's is, by title:
                ``{"What went well?": "Continue"}``.
            with_actions: Whether tasks in Parabol's file become actions.

        Cards come in while people write or group; groups only while they group. Votes and, on an
        anonymous board, names are never taken. Raises `UnknownName` and `WorkshopkitError`.

        >>> report = retro.import_csv("last-time.csv")
        >>> report.refused_rows
        """
        report = import_cards(
            self._desk.desk, self._activity, path, columns=columns, with_actions=with_actions
        )
        self._desk.refresh()
        return report

    def chart(self, *, lang: str = "en", theme: str = "light") -> alt.Chart:
        """The dots as an Altair chart, shown without any network; `theme` is light or dark."""
        return retro_chart(self._fresh(), lang=lang, theme=theme)

    def results(self, *, lang: str = "en") -> Results:
        """A table and a chart that follow the board: cards once revealed, dots once counted."""
        return Results(
            self._desk,
            of=repr(self),
            view=lambda: self.view,
            summary=retro_summary,
            chart=retro_chart,
            lang=lang,
        )

    def move_to(self, phase: str) -> None:
        """Go to write, group, vote, discuss or act, forwards or back.

        Leaving ``write`` reveals the cards, which cannot be undone. Going back to ``vote`` opens
        voting again and loses no dot. Raises `UnknownName`.
        """
        if phase not in PHASES:
            raise UnknownName("phase", phase, PHASES)
        self._desk.perform(MovePhase(self._activity, phase))

    def _heard(self, widget: object, content: Any, buffers: object) -> None:
        """Pages ask for suggested themes; the rest is as for every widget."""
        match content:
            case {"type": "suggest_themes", "ask": str(ask)}:
                self.send({"type": "themes", "ask": ask, **self._suggested()})
            case _:
                super()._heard(widget, content, buffers)

    def _suggested(self) -> dict[str, Any]:
        """For the page that asks and for no trait: traits are saved in notebooks."""
        try:
            return {"themes": to_builtins(suggest(cards_of(self._fresh())))}
        except Exception:
            logger.exception("No themes could be suggested")
            return {"failed": True}


def columns_from(columns: Columns) -> list[Column]:
    """Columns from their titles, with a kind each or without."""
    if isinstance(columns, Mapping):
        return [_column(title, kind) for title, kind in columns.items()]
    return [
        column if isinstance(column, Column) else _column(column, "wonder") for column in columns
    ]


def _column(title: str, kind: str) -> Column:
    match kind:
        case "keep" | "change" | "wonder":
            return Column(id_from(title), {"en": title}, {}, kind)
    raise UnknownName("kind of column", kind, ("keep", "change", "wonder"))
