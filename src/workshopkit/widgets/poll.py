"""A poll in a notebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workshopkit.analysis.charts import poll_chart
from workshopkit.analysis.summary import poll_summary
from workshopkit.analysis.tables import poll_table
from workshopkit.domain.poll import PHASES, MovePhase, Option, PollOptions
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.widgets.activity import ActivityWidget
from workshopkit.widgets.options import (
    Text,
    id_from,
    need_at_most_one,
    refuse_unknown,
    words_from,
)
from workshopkit.widgets.results import Results

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from workshopkit.widgets.workshop import Workshop

OPTIONS = ("scale", "steps", "options", "words", "title", "key")


class Poll(ActivityWidget):
    """One question, answered privately and shown together. Always anonymous.

    Args:
        workshop: The workshop it is part of.
        question: What people are asked.
        scale: What the lowest and the highest step mean: ``("Rough", "Great")``. A poll
            with neither options nor words is a scale.
        steps: How many steps a scale has, from 2 to 10.
        options: Answers to choose from, 2 to 20.
        words: Whether people answer in their own words, up to 60 characters.
        title: What the agenda says; the question unless given.
        key: How the poll is found when the cell runs again; its kind and title unless given.

    Raises:
        UnknownName: There is no such option; it names the nearest.
        WorkshopkitError: Options that contradict each other.
        Refused: A change would lose answers, or two polls are alike.

    >>> poll = Poll(workshop, "How do you arrive today?", scale=("Rough", "Great"))
    >>> poll.answers.set_index("label")["answers"]
    """

    def __init__(
        self,
        workshop: Workshop,
        question: Text,
        *,
        scale: tuple[Text, Text] | None = None,
        steps: int = 5,
        options: Sequence[Text] | None = None,
        words: bool = False,
        title: Text | None = None,
        key: str | None = None,
        **unknown: Any,
    ) -> None:
        refuse_unknown(unknown, OPTIONS)
        need_at_most_one(scale=scale, options=options, words=words)
        asked = words_from(question)
        if options is not None:
            own = PollOptions(asked, "choice", tuple(map(_option, options)))
        elif words:
            own = PollOptions(asked, "words")
        else:
            own = _scale(asked, scale, steps)
        named = asked if title is None else words_from(title)
        super().__init__(workshop, kind="poll", title=named, options=own, key=key)

    @property
    def answers(self) -> pd.DataFrame:
        """The revealed answers: see `workshopkit.analysis.tables.poll_table` for the columns."""
        self._desk.refresh()
        return poll_table(self.view)

    def chart(self, *, lang: str = "en", theme: str = "light") -> alt.Chart:
        """The answers as an Altair chart, shown without any network; `theme` is light or dark."""
        self._desk.refresh()
        return poll_chart(self.view, lang=lang, theme=theme)

    def results(self, *, lang: str = "en") -> Results:
        """A table and a chart that follow the poll, once its results are shown."""
        return Results(
            self._desk,
            of=repr(self),
            view=lambda: self.view,
            summary=poll_summary,
            chart=poll_chart,
            lang=lang,
        )

    def show_results(self) -> None:
        """Reveal and freeze the answers of this round."""
        self.move_to("results")

    def ask_again(self) -> None:
        """Begin the next round; the last one's results stay in the log."""
        self.move_to("answer")

    def move_to(self, phase: str) -> None:
        """Go to answer or results. Raises `UnknownName`."""
        if phase not in PHASES:
            raise UnknownName("phase", phase, PHASES)
        self._desk.perform(MovePhase(self._activity, phase))


def _option(label: Text) -> Option:
    words = words_from(label)
    return Option(id_from(words.get("en") or next(iter(words.values()), "")), words)


def _scale(question: Mapping[str, str], ends: tuple[Text, Text] | None, steps: int) -> PollOptions:
    if not 2 <= steps <= 10:
        raise WorkshopkitError(f"A scale has 2 to 10 steps, not {steps}.")
    low, high = ends or ({}, {})
    numbers = tuple(Option(str(n), {"en": str(n)}) for n in range(1, steps + 1))
    return PollOptions(dict(question), "scale", numbers, words_from(low), words_from(high))
