"""Tables, summaries and charts of experiments, from the facilitator's view."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.lab import (
    CARD,
    LAB,
    LEARNED,
    TIMES,
    board,
    counts,
    does,
    experiments,
    lab,
    planned,
    record,
    running,
    values,
)
from tests.domain.scenario import Scenario
from workshopkit.analysis.charts import describe, to_svg
from workshopkit.analysis.experiments import (
    experiments_table,
    find_experiment,
    portfolio_table,
    readings_table,
    verdicts_table,
)
from workshopkit.analysis.experiments_charts import experiment_chart, timeline_chart
from workshopkit.analysis.experiments_summary import verdicts_summary
from workshopkit.domain.activity import Role
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.experiments.record import Criterion
from workshopkit.domain.intervals import wilson
from workshopkit.errors import UnknownName


def seen(scenario: Scenario) -> dict[str, Any]:
    """The facilitator's view as it comes out of JSON."""
    view: dict[str, Any] = json.loads(json.dumps(board(scenario, Role.FACILITATOR)))
    return view


def portfolio() -> Scenario:
    """One adopted, one abandoned before its start, one running, one idea."""
    scenario, key = running()
    scenario = does(
        scenario,
        record(key, counts((36, 40))),
        c.DecideExperiment(LAB, key, "adopt", LEARNED),
        c.AddExperiment(LAB, "Never run"),
        c.AddExperiment(LAB, "Shorter letters", TIMES),
        c.AddExperiment(LAB, "An idea"),
    )
    ids = list(experiments(scenario))
    return does(
        scenario,
        c.DecideExperiment(LAB, ids[1], "abandon"),
        c.StartExperiment(LAB, ids[2]),
        record(ids[2], values([9.0, 8.0, 9.5])),
    )


def test_every_table_has_its_columns_also_without_rows() -> None:
    empty, full = seen(lab()), seen(portfolio())
    for table in (experiments_table, readings_table, verdicts_table, portfolio_table):
        assert table(empty).dtypes.to_dict() == table(full).dtypes.to_dict()
        assert list(table(empty).columns) == list(table(full).columns)


def test_experiments_say_what_is_on_their_cards() -> None:
    table = experiments_table(seen(portfolio())).set_index("title")
    assert [str(stage) for stage in table["stage"]] == ["decided", "decided", "running", "idea"]
    card = table.loc[["Call first"], ["threshold", "planned", "readings"]]
    assert card.to_numpy().tolist() == [[0.5, 40, 40]]
    assert table["versions"].tolist() == [1, 0, 1, 0]
    assert table["start"].isna().tolist() == [False, True, False, True]


def test_readings_are_levels_too() -> None:
    view = seen(portfolio())
    table = readings_table(view)
    assert table["level"].tolist() == [0.9, 9.0, 8.0, 9.5]
    assert set(table["arm"]) == {"trial"}
    one = readings_table(view, find_experiment(view, "shorter letters"))
    assert one["value"].tolist() == [9.0, 8.0, 9.5]


def test_verdicts_come_with_the_interval_they_came_from() -> None:
    table = verdicts_table(seen(portfolio())).set_index("title")
    interval = wilson(36, 40)
    assert interval is not None
    assert table["verdict"].tolist() == ["met", "never_run", "inconclusive"]
    assert table.loc["Call first", "low"] == pytest.approx(interval.low)
    assert table["so_far"].tolist() == [False, False, True]
    assert table["stopped_early"].tolist() == [False, False, False]
    assert table.loc["Call first", "learned"] == "calling first works"


def test_a_verdict_that_was_stopped_early_or_changed_says_so() -> None:
    scenario, key = running()
    scenario = does(
        scenario,
        record(key, counts((9, 10))),
        c.AmendPlan(LAB, key, replace(CARD, criterion=Criterion(0.6)), "Half was too easy"),
        c.DecideExperiment(LAB, key, "adapt", LEARNED),
    )
    row = verdicts_table(seen(scenario)).iloc[0]
    assert (row["stopped_early"], row["version"]) == (True, 2)
    assert row["why_changed"] == "Half was too easy"
    assert "stopped early" in verdicts_summary(seen(scenario)).rows[0][3]


def test_the_portfolio_counts_and_divides() -> None:
    figures = portfolio_table(seen(portfolio()), today=date(2026, 2, 1))["value"]
    assert figures["experiments"] == 4
    assert figures["running"] == 1
    assert figures["due_for_review"] == 1
    assert figures["learned_this_quarter"] == 1
    assert figures["share_decided"] == 0.5
    assert figures["share_inconclusive"] == 0
    assert figures["median_days_to_decision"] == 0
    before = portfolio_table(seen(portfolio()), today=date(2025, 12, 31))["value"]
    assert (before["due_for_review"], before["learned_this_quarter"]) == (0, 0)
    assert portfolio_table(seen(lab()))["value"].isna().sum() == 3


def test_an_experiment_is_found_by_its_title_or_the_nearest_is_named() -> None:
    view = seen(portfolio())
    assert find_experiment(view, " call FIRST ") == view["experiments"]["order"][0]
    with pytest.raises(UnknownName, match="Call first"):
        find_experiment(view, "Call frist")


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_the_summary_says_verdicts_in_words(lang: str) -> None:
    summary = verdicts_summary(seen(portfolio()), lang=lang)
    assert len(summary.rows) == 3
    assert summary.rows[0][:3] == [
        "Call first",
        "at least 50 %" if lang == "en" else "o leiaf 50 %",
        "76.9 % to 96 %" if lang == "en" else "76.9 % i 96 %",
    ]
    assert verdicts_summary(seen(lab()), lang=lang).empty


def test_charts_say_what_they_show() -> None:
    view = seen(portfolio())
    said = describe(timeline_chart(view))
    assert "Call first: adopt, from 2026-01-01 to 2026-01-01" in said
    assert "Shorter letters: running, from 2026-01-01 to 2026-02-01" in said
    assert "△" in to_svg(timeline_chart(view, theme="dark"))
    run = describe(experiment_chart(view, find_experiment(view, "Shorter letters")))
    assert run.startswith("Shorter letters. Readings: 3")
    assert "no readings yet" in describe(
        experiment_chart(view, find_experiment(view, "An idea"), lang="en")
    )
    assert "No experiment has started" in describe(timeline_chart(seen(lab())))


def test_a_control_that_runs_beside_the_trial_is_not_in_its_chart() -> None:
    scenario, key = planned(TIMES)
    scenario = does(
        scenario,
        record(key, values([12.0, 13.0], day="2025-12-01")),
        c.StartExperiment(LAB, key),
        record(key, values([9.0])),
        record(key, [replace(each, arm="control") for each in values([14.0])]),
    )
    assert "Readings: 3," in describe(experiment_chart(seen(scenario), key))
