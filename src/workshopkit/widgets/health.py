"""The health check in a notebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any

from workshopkit.analysis import health as tables
from workshopkit.analysis.health_charts import health_chart, history_chart
from workshopkit.domain.health import PHASES, HealthOptions, Topic
from workshopkit.domain.health.commands import Focus, MovePhase
from workshopkit.errors import UnknownName
from workshopkit.topics import DEFAULT_TOPICS, load_topics
from workshopkit.widgets.activity import ActivityWidget
from workshopkit.widgets.options import Text, english, id_from, refuse_unknown, words_from
from workshopkit.widgets.results import Results

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from workshopkit.widgets.workshop import Workshop

OPTIONS = ("topics", "title", "key")
TITLE = {"en": "Health check", "cy": "Gwiriad iechyd"}
FIELDS = ("title", "good", "bad", "id")
Given = str | Topic | Mapping[str, Text]


class HealthCheck(ActivityWidget):
    """How things are and where they go: green, amber or red for each topic, and an arrow.

    People answer privately, and may write a comment. Shown together, the most worrying topic
    comes first, beside what the team said the last time. Always anonymous. The team keeps the
    counts, so that its next health check, in whichever workshop, has them too.

    Args:
        workshop: The workshop it is part of.
        topics: The name of a set of topics (``"delivery-team"``, ``"service"``), or a TOML
            file of your own: a path, or a text that ends in ``.toml``. Or up to 20 topics:
            texts, or dicts with a ``title``, what it is like when it goes ``good`` and when it
            goes ``bad``, and an ``id``, by which it is compared with the last time (made of its
            title unless given).
        title: What people see; the set's title unless given.
        key: How it is found when the cell runs again; its kind and title unless given.

    Raises:
        UnknownName: There is no such set, field or option; it names the nearest.
        UnsoundFile: Something in your own file is wrong; it names the line.
        Refused: A change would lose answers, or two checks are alike.

    >>> health = HealthCheck(workshop, topics=["Letters", {"title": "Pace", "bad": "Worn out"}])
    >>> health.ratings.set_index("title")[["red", "before_red"]]
    """

    def __init__(
        self,
        workshop: Workshop,
        *,
        topics: str | PathLike[str] | Sequence[Given] = DEFAULT_TOPICS,
        title: Text | None = None,
        key: str | None = None,
        **unknown: Any,
    ) -> None:
        refuse_unknown(unknown, OPTIONS)
        if isinstance(topics, str | PathLike):
            known = load_topics(topics)
            named, options = known.title, known.options
        else:
            named, options = TITLE, HealthOptions(tuple(map(_topic, topics)))
        words = named if title is None else words_from(title)
        super().__init__(workshop, kind="health", title=words, options=options, key=key)

    @property
    def ratings(self) -> pd.DataFrame:
        """What people said: see `workshopkit.analysis.health.health_table` for the columns."""
        return tables.health_table(self._fresh())

    @property
    def comments(self) -> pd.DataFrame:
        """What people wrote: see `workshopkit.analysis.health.comments_table`."""
        return tables.comments_table(self._fresh())

    def history(self) -> pd.DataFrame:
        """All health checks of the team: see `workshopkit.analysis.health.history_table`."""
        return tables.history_table(self._fresh())

    def chart(self, *, lang: str = "en", theme: str = "light") -> alt.Chart:
        """The colours of each topic, above those of the last time; `theme` is light or dark."""
        return health_chart(self._fresh(), lang=lang, theme=theme)

    def history_chart(self, *, lang: str = "en", theme: str = "light") -> alt.Chart:
        """The team's last four checks side by side; `theme` is light or dark."""
        return history_chart(self._fresh(), lang=lang, theme=theme)

    def results(self, *, history: bool = False, lang: str = "en") -> Results:
        """A table and a chart that follow the health check, once its results are shown.

        Of this check, with the last time beside it; or with `history` of the team's last four.
        """
        return Results(
            self._desk,
            of=f"{self!r}, history" if history else repr(self),
            view=lambda: self.view,
            summary=tables.history_summary if history else tables.health_summary,
            chart=history_chart if history else health_chart,
            lang=lang,
        )

    def show_results(self) -> None:
        """Reveal and freeze the answers of this round; the team keeps the counts."""
        self.move_to("results")

    def ask_again(self) -> None:
        """Begin the next round, which starts empty; its counts then take the last one's place."""
        self.move_to("answer")

    def look_at(self, topic: str | None) -> None:
        """Bring everyone to one topic, by its id or title, or with None to all of them.

        Raises `UnknownName`.
        """
        target = None if topic is None else self._topic_id(topic)
        self._desk.perform(Focus(self._activity, target))

    def move_to(self, phase: str) -> None:
        """Go to answer or results. Raises `UnknownName`."""
        if phase not in PHASES:
            raise UnknownName("phase", phase, PHASES)
        self._desk.perform(MovePhase(self._activity, phase))

    def _topic_id(self, name: str) -> str:
        topics = self.view["topics"]["items"]
        titles = {text: id_ for id_, topic in topics.items() for text in topic["title"].values()}
        known: dict[str, str] = {**titles, **{id_: id_ for id_ in topics}}
        if name not in known:
            raise UnknownName("topic", name, known)
        return known[name]


def _topic(given: Given) -> Topic:
    if isinstance(given, Topic):
        return given
    fields: Mapping[str, Text] = {"title": given} if isinstance(given, str) else given
    refuse_unknown([name for name in fields if name not in FIELDS], FIELDS)
    words = {name: words_from(text) for name, text in fields.items() if name != "id"}
    title = words.pop("title", {})
    own = fields.get("id")
    return Topic(id=str(own) if own else id_from(english(title)), title=title, **words)
