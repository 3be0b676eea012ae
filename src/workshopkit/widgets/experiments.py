"""The experiment board in a notebook."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from workshopkit.analysis import experiments as tables
from workshopkit.analysis import experiments_charts, experiments_summary
from workshopkit.domain.experiments import PHASES, ExperimentsOptions
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.experiments.record import CHOICES, OPEN, Governance, Learning, Plan
from workshopkit.errors import UnknownName
from workshopkit.widgets import reading_rows
from workshopkit.widgets.activity import ActivityWidget
from workshopkit.widgets.options import Text, refuse_unknown, words_from
from workshopkit.widgets.results import Results
from workshopkit.widgets.trial_card import Day, day_text, experiment_of, plan_from, plan_of

if TYPE_CHECKING:
    from datetime import date

    import altair as alt
    import pandas as pd

    from workshopkit.widgets.workshop import Workshop

OPTIONS = ("screen", "title", "key")
TITLE = {"en": "Our experiments", "cy": "Ein harbrofion"}
WORDS = ("owner", "serves")
GOVERNANCE = Governance.__struct_fields__


class ExperimentBoard(ActivityWidget):
    """The team's experiments: what it believes, how it will know, what it saw and decided.

    They are the team's, so the next workshop of the team has them too. Starting an experiment
    locks its test card; after that it changes only as a new version, with its reason shown.
    What people expect and vote in a review is private until it is shown, and anonymous.

    Args:
        workshop: The workshop it is part of.
        screen: Whether a run chart's limits leave outlying changes out.
        title: What people see.
        key: How the board is found when the cell runs again; its kind and title unless given.

    Raises:
        UnknownName: There is no such option; it names the nearest.

    >>> board = ExperimentBoard(workshop)
    >>> board.verdicts()[["title", "verdict", "low", "high"]]
    """

    def __init__(
        self,
        workshop: Workshop,
        *,
        screen: bool = True,
        title: Text | None = None,
        key: str | None = None,
        **unknown: Any,
    ) -> None:
        refuse_unknown(unknown, OPTIONS)
        words = TITLE if title is None else words_from(title)
        options = ExperimentsOptions(screen=screen)
        super().__init__(workshop, kind="experiments", title=words, options=options, key=key)

    def plan(self, title: str, *, action: str = "", **card: Any) -> str:
        """Write an experiment down, or write it anew while it has not started; its id.

        It is found by its title, so running the cell again never makes a second.

        Args:
            title: What it is called, up to 120 characters.
            action: The text of the team's action that it comes from.
            card: Of the test card ``believe`` ("We believe that …"), ``verify`` ("To verify
                that, we will …"), ``measure`` and ``unit``, ``counted`` (whether readings are
                so many of so many), ``at_least`` or ``at_most`` (when you are right; shares
                from 0 to 1), ``change`` (whether that is the change from before), ``readings``
                (how many are planned: values, or cases counted), ``review`` (a day),
                ``baseline``, ``guardrails`` (``{"calls a week": ("at_most", 100)}``). Beside
                it ``owner``, ``serves`` (a goal or outcome), ``approved_by``, ``risks``,
                ``personal_data`` ("yes", "no"), ``stop_if``.

        Raises:
            UnknownName: There is no such field.
            Refused: It has started, and its card says otherwise (``locked``).

        >>> board.plan("Call first", believe="Calling saves letters", measure="settled by phone",
        ...            counted=True, at_least=0.5, readings=40, review="2026-09-01")
        """
        view = self._fresh()
        words = {name: card.pop(name) for name in (*WORDS, *GOVERNANCE) if name in card}
        plan = plan_from(Plan(), card)
        known = self._named(view, title)
        if known is None:
            self._desk.perform(
                c.AddExperiment(self._activity, title, plan, action=_action(view, action))
            )
            known = tables.find_experiment(self.view, title)
        else:
            self._plan_anew(known, plan)
        self._edit(known, words)
        return known

    def start(self, experiment: str, *, on: Day = "") -> None:
        """Lock the test card and run: from today on, or from the day that is given.

        Readings from that day on belong to the trial. Does nothing where it runs already.
        """
        id_, item = self._item(experiment)
        if item["stage"] in OPEN:
            self._desk.perform(c.StartExperiment(self._activity, id_, day_text(on)))

    def amend(self, experiment: str, *, reason: str, **card: Any) -> None:
        """Change a locked test card, as a new version with a reason that stays beside the verdict.

        The fields are those of `plan`; what is not given stays as it is.
        """
        id_, item = self._item(experiment)
        plan = plan_from(plan_of(item), card)
        self._desk.perform(c.AmendPlan(self._activity, id_, plan, reason))

    def preview(self, source: Any, *, experiment: str) -> pd.DataFrame:
        """What `record` would make of each row, without recording any of it."""
        return reading_rows.report(self._read(source, experiment)[1])

    def record(self, source: Any, *, experiment: str) -> pd.DataFrame:
        """Record the readings of a DataFrame, or of a CSV; what became of each row.

        Columns ``date`` and ``value``; ``of`` where it is a count; where there are any ``arm``
        (trial, control; days before the start are the control unless it says otherwise) and
        ``guardrail``. Rows that are recorded already are left out, so running the cell again
        adds none twice. See `workshopkit.widgets.reading_rows.report` for the columns.

        >>> report = board.record("readings.csv", experiment="Call first")
        >>> report.query("not taken")[["row", "reason"]]
        """
        id_, rows = self._read(source, experiment)
        readings = [row.reading for row in rows if row.reading is not None]
        for first in range(0, len(readings), c.BATCH):
            batch = tuple(readings[first : first + c.BATCH])
            self._desk.perform(c.RecordReadings(self._activity, id_, batch))
        return reading_rows.report(rows)

    def decide(
        self,
        experiment: str,
        choice: str,
        *,
        believed: str = "",
        observed: str = "",
        learned: str = "",
        therefore: str = "",
        review: Day = "",
        readings: int = 0,
    ) -> None:
        """Write down the decision and the learning card.

        Args:
            experiment: Its id or title.
            choice: adopt, adapt, abandon or keep_testing.
            believed, observed, learned, therefore: The sentences of the learning card.
            review: With keep_testing, the day of the next review.
            readings: With keep_testing, how many readings in all; as before unless given.
        """
        known = next((each for each in CHOICES if each == choice), None)
        if known is None:
            raise UnknownName("choice", choice, CHOICES)
        id_, item = self._item(experiment)
        learning = Learning(believed, observed, learned, therefore)
        if _is_decided(item, choice, learning):
            return
        review = day_text(review)
        self._desk.perform(
            c.DecideExperiment(self._activity, id_, known, learning, review, readings)
        )

    def look_at(self, experiment: str | None) -> None:
        """Bring everyone to one experiment, or with None to the whole board."""
        target = None if experiment is None else self._item(experiment)[0]
        self._desk.perform(c.Focus(self._activity, target))

    def move_to(self, phase: str) -> None:
        """Go to plan, expect, look, vote or decide, forwards or back.

        Leaving ``expect`` shows what people expected, leaving ``vote`` counts the votes.
        Raises `UnknownName`.
        """
        if phase not in PHASES:
            raise UnknownName("phase", phase, PHASES)
        self._desk.perform(c.MovePhase(self._activity, phase))

    @property
    def experiments(self) -> pd.DataFrame:
        """The team's: see `workshopkit.analysis.experiments.experiments_table`."""
        return tables.experiments_table(self._fresh())

    @property
    def readings(self) -> pd.DataFrame:
        """All readings: see `workshopkit.analysis.experiments.readings_table`."""
        return tables.readings_table(self._fresh())

    def verdicts(self) -> pd.DataFrame:
        """What the readings say: see `workshopkit.analysis.experiments.verdicts_table`."""
        return tables.verdicts_table(self._fresh())

    def portfolio(self, *, today: date | None = None) -> pd.DataFrame:
        """How they stand: see `workshopkit.analysis.experiments.portfolio_table`."""
        return tables.portfolio_table(self._fresh(), today=today)

    def chart(self, experiment: str, *, lang: str = "en", theme: str = "light") -> alt.Chart:
        """The run chart of an experiment, shown without any network; `theme` is light or dark."""
        id_, _ = self._item(experiment)
        return experiments_charts.experiment_chart(self.view, id_, lang=lang, theme=theme)

    def timeline(self, *, lang: str = "en", theme: str = "light") -> alt.Chart:
        """When each experiment ran, and what was decided."""
        return experiments_charts.timeline_chart(self._fresh(), lang=lang, theme=theme)

    def results(self, experiment: str | None = None, *, lang: str = "en") -> Results:
        """A table and a chart that follow the board.

        Verdicts and a timeline of all experiments; or the readings and the run chart of one,
        by its id or title.
        """
        of = repr(self)
        summary: Any = experiments_summary.verdicts_summary
        chart: Any = experiments_charts.timeline_chart
        if experiment is not None:
            id_, of = self._item(experiment)[0], f"{of}, {experiment!r}"
            summary = partial(experiments_summary.readings_summary, experiment=id_)
            chart = partial(experiments_charts.experiment_chart, experiment=id_)
        return Results(
            self._desk, of=of, view=lambda: self.view, summary=summary, chart=chart, lang=lang
        )

    def _item(self, name: str) -> tuple[str, Mapping[str, Any]]:
        view = self._fresh()
        id_ = tables.find_experiment(view, name)
        return id_, view["experiments"]["items"][id_]

    def _named(self, view: Mapping[str, Any], title: str) -> str | None:
        try:
            return tables.find_experiment(view, title)
        except UnknownName:
            return None

    def _plan_anew(self, id_: str, plan: Plan) -> None:
        """Change what has not started; a started one has to have had this very card."""
        item = self.view["experiments"]["items"][id_]
        if plan not in [plan_of(item), *map(plan_of, item["versions"])]:
            self._desk.perform(c.ChangePlan(self._activity, id_, plan))

    def _edit(self, id_: str, words: Mapping[str, str]) -> None:
        item = self.view["experiments"]["items"][id_]
        if not words or item["stage"] == "decided":
            return
        governance = {key: words.get(key, item["governance"].get(key, "")) for key in GOVERNANCE}
        owner, serves = (words.get(key, item.get(key, "")) for key in WORDS)
        changed = msgspec.convert(governance, Governance)
        self._desk.perform(
            c.EditExperiment(self._activity, id_, item["title"], owner, serves, changed)
        )

    def _read(self, source: Any, experiment: str) -> tuple[str, list[reading_rows.ReadingRow]]:
        id_, item = self._item(experiment)
        rows = reading_rows.checked(reading_rows.read_rows(source), experiment_of(item))
        known = item["readings"]["items"].values()
        return id_, list(reading_rows.without_known(rows, known))


def _action(view: Mapping[str, Any], text: str) -> str:
    """The id of the team's action of this text."""
    if not text:
        return ""
    for id_, action in view["actions"]["items"].items():
        if text in (id_, action["text"]):
            return str(id_)
    raise UnknownName("action", text, [each["text"] for each in view["actions"]["items"].values()])


def _is_decided(item: Mapping[str, Any], choice: str, learning: Learning) -> bool:
    """Whether the very same was decided last."""
    last = item.get("decision", {})
    said = {key: text for key in Learning.__struct_fields__ if (text := getattr(learning, key))}
    return bool(last.get("choice") == choice and last.get("learning", {}) == said)
