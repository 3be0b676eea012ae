"""The goal map in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from workshopkit.analysis import goals as tables
from workshopkit.analysis import (
    goals_charts,
    goals_export,
    goals_gap,
    goals_map,
    goals_sight,
    goals_summary,
)
from workshopkit.analysis.spreadsheet import ENCODING, csv_rows
from workshopkit.analysis.tables import COUNT, TEXT, frame
from workshopkit.domain.goals import PHASES, GoalsOptions, Question
from workshopkit.domain.goals.commands import MovePhase
from workshopkit.errors import UnknownName
from workshopkit.widgets.activity import ActivityWidget
from workshopkit.widgets.goal_list import Given, own_list
from workshopkit.widgets.goal_rows import Sheet, need_columns, read_rows
from workshopkit.widgets.options import Text, english, id_from, refuse_unknown, words_from
from workshopkit.widgets.results import Results

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from workshopkit.widgets.workshop import Workshop

OPTIONS = ("vision", "goals", "items", "links", "questions", "smallest", "title", "key")
TITLE = {"en": "Our goals", "cy": "Ein nodau"}
Questions = Sequence[Text | Question] | Mapping[str, Text]


class GoalMap(ActivityWidget):
    """A goal map: what serves what, whether people agree on the goals, and where they differ.

    People add what is missing, link work to goals, rate each goal privately, see how the
    answers are spread, talk, and rate again. Always anonymous.

    Args:
        workshop: The workshop it is part of. Its perspectives are what people rate as.
        vision: What all goals serve.
        goals: Texts; or dicts of a text with what else is known: ``owner``, ``measure``,
            ``unit``, ``baseline``, ``target``, ``assumption``, ``id``, and what serves the goal
            in lists under ``outcomes`` and ``work``. The same text in two lists is one item.
        items: More, as dicts with a ``level`` (vision, goal, outcome, work) and ``parents``.
        links: Pairs of child and parent more, by id or text.
        questions: What is asked of each goal instead of the three that come along: texts, or
            texts by id.
        smallest: People that a perspective needs to be shown apart, and the rest too; 3 to 50.
        title: What people see.
        key: How the map is found when the cell runs again; its kind and title unless given.

    Raises:
        UnknownName: There is no such option, level or field; it names the nearest.
        WorkshopkitError: Something on the list cannot be, such as a goal that serves itself.
        Refused: A change would lose answers, or two maps are alike.

    >>> goals = GoalMap(workshop, vision="Nobody waits in the dark", goals=["Answers in a day"])
    >>> goals.agreement().head()
    """

    _refused: Sequence[tuple[int, str]] = ()

    def __init__(
        self,
        workshop: Workshop,
        *,
        vision: Given | None = None,
        goals: Iterable[Given] = (),
        items: Iterable[Mapping[str, Any]] | None = None,
        links: Iterable[tuple[str, str]] | None = None,
        questions: Questions | None = None,
        smallest: int = 5,
        title: Text | None = None,
        key: str | None = None,
        **unknown: Any,
    ) -> None:
        refuse_unknown(unknown, OPTIONS)
        sheet = own_list(vision=vision, goals=goals, items=items or (), links=links or ())
        options = _options(sheet, questions, smallest)
        words = TITLE if title is None else words_from(title)
        super().__init__(workshop, kind="goals", title=words, options=options, key=key)

    @classmethod
    def from_frame(cls, workshop: Workshop, df: pd.DataFrame, **options: Any) -> Self:
        """A map of the rows of a DataFrame; options as for `GoalMap`.

        Columns ``level`` and ``text``; where there are any ``id``, ``parents`` (ids with ``;``
        or ``|`` between), ``owner``, ``measure``, ``unit``, ``baseline``, ``target`` and
        ``assumption``. Bad rows are left out: see `refused_rows`.
        """
        need_columns(df.columns)
        return cls._of(workshop, read_rows(df.to_dict("records")), options)

    @classmethod
    def from_csv(cls, workshop: Workshop, path: str | Path, **options: Any) -> Self:
        """A map of the rows of a CSV, as `to_csv` writes it; otherwise as `from_frame`."""
        headings, rows = csv_rows(path)
        need_columns(headings)
        return cls._of(workshop, read_rows(rows), options)

    @classmethod
    def _of(cls, workshop: Workshop, sheet: Sheet, options: Mapping[str, Any]) -> Self:
        made = cls(workshop, items=sheet.rows(), **options)
        made._refused = sheet.refused
        return made

    @property
    def refused_rows(self) -> pd.DataFrame:
        """What could not be used of a DataFrame or CSV: ``row`` Int64, ``reason`` string.

        Rows are numbered as a spreadsheet does: the headings are row 1.
        """
        rows = ({"row": row, "reason": reason} for row, reason in self._refused)
        return frame(rows, {"row": COUNT, "reason": TEXT})

    @property
    def items(self) -> pd.DataFrame:
        """What is on the map: see `workshopkit.analysis.goals.items_table` for the columns."""
        return tables.items_table(self._fresh())

    @property
    def links(self) -> pd.DataFrame:
        """What serves what: see `workshopkit.analysis.goals.links_table` for the columns."""
        return tables.links_table(self._fresh())

    @property
    def ratings(self) -> pd.DataFrame:
        """How many gave each answer: see `workshopkit.analysis.goals.ratings_table`."""
        return tables.ratings_table(self._fresh())

    def agreement(self) -> pd.DataFrame:
        """How far people agree: see `workshopkit.analysis.goals.agreement_table`."""
        return tables.agreement_table(self._fresh())

    def gap(self, a: str, b: str, *, round: int | None = None) -> pd.DataFrame:
        """How two perspectives differ: see `workshopkit.analysis.goals.gap_table`.

        Raises `UnknownName` for a perspective that the workshop does not have.
        """
        view = self._fresh()
        self._need_perspectives(view, a, b)
        return tables.gap_table(view, a, b, round=round)

    def line_of_sight(self) -> pd.DataFrame:
        """What the links say: see `workshopkit.analysis.goals_sight.sight_table`."""
        return goals_sight.sight_table(self._fresh())

    def conversations(self, *, lang: str = "en") -> pd.DataFrame:
        """What to talk about: see `workshopkit.analysis.goals_summary.conversations_table`."""
        return goals_summary.conversations_table(self._fresh(), lang=lang)

    def chart(
        self, *, question: str | None = None, lang: str = "en", theme: str = "light"
    ) -> alt.Chart:
        """How the answers are spread, the most mixed goal on top; `theme` is light or dark."""
        view = self._fresh()
        _need_question(view, question)
        return goals_charts.goals_chart(view, question=question, lang=lang, theme=theme)

    def gap_chart(
        self,
        a: str,
        b: str,
        *,
        question: str | None = None,
        lang: str = "en",
        theme: str = "light",
    ) -> alt.Chart:
        """Where the medians of two perspectives lie, the widest gap on top."""
        view = self._fresh()
        self._need_perspectives(view, a, b)
        _need_question(view, question)
        return goals_gap.gap_chart(view, a, b, question=question, lang=lang, theme=theme)

    def change_chart(
        self, *, question: str | None = None, lang: str = "en", theme: str = "light"
    ) -> alt.Chart:
        """The first round and the last one, before and after people talked."""
        view = self._fresh()
        _need_question(view, question)
        return goals_charts.change_chart(view, question=question, lang=lang, theme=theme)

    def map_chart(self, *, lang: str = "en", theme: str = "light") -> alt.Chart:
        """The line of sight from the vision to the work."""
        return goals_map.map_chart(self._fresh(), lang=lang, theme=theme)

    def results(self, show: str = "agreement", *, lang: str = "en") -> Results:
        """A table and a chart that follow the map; nothing that is still hidden.

        Args:
            show: ``agreement``, how the answers are spread; ``map``, the line of sight; or
                ``conversations``, what is worth talking about.
            lang: The language of headings, ``en`` or ``cy``.
        """
        if show not in _SHOWN:
            raise UnknownName("result", show, _SHOWN)
        summary, chart = _SHOWN[show]
        return Results(
            self._desk,
            of=f"{self!r}, {show!r}",
            view=lambda: self.view,
            summary=summary,
            chart=chart,
            lang=lang,
        )

    def to_csv(self, path: str | Path | None = None) -> str:
        """Items and links as CSV, safe to open in a spreadsheet; written to `path` if given.

        `from_csv` makes the same items and links of it.
        """
        text = goals_export.to_csv(self._fresh())
        if path is not None:
            Path(path).write_text(text, ENCODING, newline="")
        return text

    def to_markdown(self, *, lang: str = "en") -> str:
        """The map as an outline in Markdown."""
        return goals_export.to_markdown(self._fresh(), lang=lang)

    def to_mermaid(self) -> str:
        """The map as a Mermaid flowchart."""
        return goals_export.to_mermaid(self._fresh())

    def move_to(self, phase: str) -> None:
        """Go to draft, link, rate, reveal, discuss, re-rate or agree, forwards or back.

        Leaving ``draft`` reveals what people added; leaving ``rate`` or ``re-rate`` freezes the
        round. Neither can be undone. Raises `UnknownName`.
        """
        if phase not in PHASES:
            raise UnknownName("phase", phase, PHASES)
        self._desk.perform(MovePhase(self._activity, phase))

    def _need_perspectives(self, view: Mapping[str, Any], *names: str) -> None:
        offered = self._desk.view["workshop"].get("perspectives", ())
        known = [*offered, *tables.shown_perspectives(view)]
        for name in names:
            if name not in known:
                raise UnknownName("perspective", name, known)


_SHOWN: Mapping[str, tuple[Any, Any]] = {
    "agreement": (goals_summary.agreement_summary, goals_charts.goals_chart),
    "map": (goals_summary.sight_summary, goals_map.map_chart),
    "conversations": (goals_summary.conversations_summary, None),
}


def _options(sheet: Sheet, questions: Questions | None, smallest: int) -> GoalsOptions:
    items, links = tuple(sheet.items.values()), tuple(sheet.links.values())
    if questions is None:
        return GoalsOptions(items=items, links=links, smallest=smallest)
    return GoalsOptions(tuple(_questions(questions)), items, links, smallest)


def _questions(questions: Questions) -> list[Question]:
    if isinstance(questions, Mapping):
        return [Question(id_, words_from(text)) for id_, text in questions.items()]
    return [each if isinstance(each, Question) else _question(each) for each in questions]


def _question(text: Text) -> Question:
    words = words_from(text)
    return Question(id_from(english(words)), words)


def _need_question(view: Mapping[str, Any], question: str | None) -> None:
    known = view["questions"]["order"]
    if question is not None and question not in known:
        raise UnknownName("question", question, known)
