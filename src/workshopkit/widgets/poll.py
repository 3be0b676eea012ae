"""A poll in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, Self, TypedDict, Unpack

from msgspec.structs import replace

from workshopkit.analysis.charts import poll_chart
from workshopkit.analysis.summary import poll_summary
from workshopkit.analysis.tables import poll_table
from workshopkit.domain.activity import Words
from workshopkit.domain.poll import PHASES, MovePhase, Option, PollOptions
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.polls import load_poll
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

OPTIONS = ("scale", "steps", "options", "several", "words", "title", "key")


class Changes(TypedDict, total=False):
    """What can be changed in a poll that comes along; the rest is as it is known."""

    question: Text
    title: Text
    key: str


class Poll(ActivityWidget):
    """One question, answered privately and shown together. Always anonymous.

    Some polls come along, each asked in English and Welsh: ``Poll.check_in(workshop)``,
    ``Poll.esvp``, ``Poll.safety``, ``Poll.fist_of_five``, ``Poll.confidence``, ``Poll.roti``.

    Args:
        workshop: The workshop it is part of.
        question: What people are asked; or the whole of a poll, as `PollOptions`.
        scale: What the lowest and the highest step mean: ``("Rough", "Great")``. A poll
            with neither options nor words is a scale.
        steps: How many steps a scale has, from 2 to 10.
        options: Answers to choose from, 2 to 20.
        several: Whether people may choose as many of the options as they like.
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
        question: Text | PollOptions,
        *,
        scale: tuple[Text, Text] | None = None,
        steps: int = 5,
        options: Sequence[Text] | None = None,
        several: bool = False,
        words: bool = False,
        title: Text | None = None,
        key: str | None = None,
        **unknown: Any,
    ) -> None:
        refuse_unknown(unknown, OPTIONS)
        whole = question if isinstance(question, PollOptions) else None
        need_at_most_one(question=whole, scale=scale, options=options, words=words)
        if several and options is None:
            raise WorkshopkitError("several=True needs options to choose from.")
        if isinstance(question, PollOptions):
            own = question
        elif options is not None:
            form: Literal["choice", "several"] = "several" if several else "choice"
            own = PollOptions(words_from(question), form, tuple(map(_option, options)))
        elif words:
            own = PollOptions(words_from(question), "words")
        else:
            own = _scale(words_from(question), scale, steps)
        named = own.question if title is None else words_from(title)
        super().__init__(workshop, kind="poll", title=named, options=own, key=key)

    @classmethod
    def check_in(cls, workshop: Workshop, **changes: Unpack[Changes]) -> Self:
        """How people arrive, in a word of their own."""
        return cls._known("check-in", workshop, changes)

    @classmethod
    def esvp(cls, workshop: Workshop, **changes: Unpack[Changes]) -> Self:
        """Who is here as an explorer, a shopper, a vacationer or a prisoner.

        From Esther Derby and Diana Larsen (2006), Agile Retrospectives.
        """
        return cls._known("esvp", workshop, changes)

    @classmethod
    def safety(cls, workshop: Workshop, **changes: Unpack[Changes]) -> Self:
        """How freely people can talk here, from 1 to 5, before they are asked to.

        After Norman L. Kerth (2001), Project Retrospectives. Shown as how many gave each
        answer, like every poll; nobody learns who.
        """
        return cls._known("safety", workshop, changes)

    @classmethod
    def fist_of_five(cls, workshop: Workshop, **changes: Unpack[Changes]) -> Self:
        """How far people stand behind a decision, from a fist (0) to five fingers.

        Put what is decided into the question. As in Jean Tabaka (2006), Collaboration Explained.
        """
        return cls._known("fist-of-five", workshop, changes)

    @classmethod
    def confidence(cls, workshop: Workshop, **changes: Unpack[Changes]) -> Self:
        """How sure people are that it will work out, from 1 to 5."""
        return cls._known("confidence", workshop, changes)

    @classmethod
    def roti(cls, workshop: Workshop, **changes: Unpack[Changes]) -> Self:
        """The return on time invested, from 1 to 5: whether it was worth coming.

        From Esther Derby and Diana Larsen (2006), Agile Retrospectives.

        >>> roti = Poll.roti(workshop, question="Was this playback worth your time?")
        """
        return cls._known("roti", workshop, changes)

    @classmethod
    def _known(cls, name: str, workshop: Workshop, changes: Changes) -> Self:
        """A poll that came along. It is found by its name, so that its texts may be improved."""
        known = Changes.__annotations__
        refuse_unknown(changes.keys() - known.keys(), known)
        found = load_poll(name)
        asked = found.options
        if "question" in changes:
            asked = replace(asked, question=words_from(changes["question"]))
        key = None if "title" in changes else f"poll: {name}"
        return cls(
            workshop,
            asked,
            title=changes.get("title", found.title),
            key=changes.get("key", key),
        )

    @property
    def answers(self) -> pd.DataFrame:
        """The revealed answers: see `workshopkit.analysis.tables.poll_table` for the columns."""
        return poll_table(self._fresh())

    def chart(self, *, lang: str = "en", theme: str = "light") -> alt.Chart:
        """The answers as an Altair chart, shown without any network; `theme` is light or dark."""
        return poll_chart(self._fresh(), lang=lang, theme=theme)

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


def _scale(question: Words, ends: tuple[Text, Text] | None, steps: int) -> PollOptions:
    if not 2 <= steps <= 10:
        raise WorkshopkitError(f"A scale has 2 to 10 steps, not {steps}.")
    low, high = ends or ({}, {})
    numbers = tuple(Option(str(n), {"en": str(n)}) for n in range(1, steps + 1))
    return PollOptions(question, "scale", numbers, words_from(low), words_from(high))
