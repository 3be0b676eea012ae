"""A team across its workshops: what it promised, what came of it, and how much of it was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from workshopkit.analysis.charts import describe, to_svg
from workshopkit.analysis.team import action_reviews_table, team_actions_table
from workshopkit.analysis.team_chart import done_chart
from workshopkit.domain.actions import Action, Decision, Review
from workshopkit.domain.team import TeamState

TODAY = date(2026, 12, 4)
HOSTILE = "<img src=x onerror=alert(1)>"


@dataclass(frozen=True)
class Held:
    title: str
    begun: str


WORKSHOPS = {
    "w1": Held("Sprint 11", "2026-11-06"),
    "w2": Held("Sprint 12", "2026-11-20"),
    "w3": Held(HOSTILE, "2026-12-04"),
}


def action(text: str, *reviews: tuple[str, Decision], due: str = "", keep: bool = False) -> Action:
    looked = tuple(Review(workshop, decision, f"So: {decision}") for workshop, decision in reviews)
    return Action(text, due=due, workshop="w1", keep_doing=keep, likely=3, reviews=looked)


TEAM = TeamState(
    actions={
        "a1": action("Ask Legal", ("w2", "keep"), ("w3", "done"), due="2026-12-01"),
        "a2": action("Fix letters", ("w2", "drop"), due="2026-11-01"),
        "a3": action("Call weekly", due="2026-12-03"),
        "a4": action("Write it down", due="2026-12-04"),
        "a5": action("Hear two calls", ("w2", "keep"), ("w3", "keep"), keep=True),
    }
)


def test_every_action_says_where_it_came_from_and_how_it_stands() -> None:
    table = team_actions_table(TEAM, WORKSHOPS, today=TODAY).set_index("text")
    assert set(table["workshop"]) == {"Sprint 11"}
    assert set(table["made"]) == {pd.Timestamp("2026-11-06")}
    assert table["status"].tolist() == ["done", "dropped", "open", "open", "open"]
    assert table["reviewed"].tolist() == [2, 1, 0, 0, 2]
    assert table["kind"].tolist() == ["do"] * 4 + ["keep"]
    assert table.loc["Ask Legal", "outcome"] == "So: done"
    assert table.loc["Ask Legal", "last_reviewed"] == pd.Timestamp("2026-12-04")
    assert table["last_reviewed"].isna().tolist() == [False, False, True, True, False]


def test_overdue_is_what_is_open_and_was_due_before_today() -> None:
    table = team_actions_table(TEAM, WORKSHOPS, today=TODAY)
    assert table.query("overdue")["text"].tolist() == ["Call weekly"]
    assert not team_actions_table(TEAM, WORKSHOPS, today=date(2026, 10, 1))["overdue"].any()


def test_reviews_are_told_workshop_by_workshop() -> None:
    table = action_reviews_table(TEAM, WORKSHOPS)
    assert table["title"].tolist() == ["Sprint 12"] * 3 + [HOSTILE] * 2
    assert table["text"].tolist()[:3] == ["Ask Legal", "Fix letters", "Hear two calls"]
    assert table["decision"].tolist() == ["keep", "drop", "keep", "done", "keep"]


def test_empty_tables_have_the_same_dtypes_as_full_ones() -> None:
    nothing = TeamState()
    for full, empty in (
        (action_reviews_table(TEAM, WORKSHOPS), action_reviews_table(nothing, WORKSHOPS)),
        (
            team_actions_table(TEAM, WORKSHOPS, today=TODAY),
            team_actions_table(nothing, WORKSHOPS, today=TODAY),
        ),
    ):
        assert empty.empty
        pd.testing.assert_series_equal(empty.dtypes, full.dtypes)


def test_a_chart_counts_what_each_workshop_reviewed_and_nothing_that_is_never_done() -> None:
    chart = done_chart(action_reviews_table(TEAM, WORKSHOPS))
    assert describe(chart) == (
        f"How much of what we looked back on was done. Sprint 12: 0 of 2; {HOSTILE}: 1 of 1."
    )
    assert "<img" not in to_svg(chart)


def test_a_chart_of_a_team_that_never_looked_back_says_so() -> None:
    chart = done_chart(action_reviews_table(TeamState(), WORKSHOPS), lang="en", theme="dark")
    assert "No workshop has looked back" in describe(chart)


def test_a_chart_shows_the_last_ten_workshops() -> None:
    many = {f"w{n}": Held(f"Sprint {n}", f"2026-01-{n:02}") for n in range(1, 15)}
    reviews: list[tuple[str, Decision]] = [(workshop, "keep") for workshop in many]
    team = TeamState(actions={"a": action("Ask Legal", *reviews)})
    described = describe(done_chart(action_reviews_table(team, many)))
    assert "Sprint 4:" not in described
    assert "Sprint 5: 0 of 1; " in described
