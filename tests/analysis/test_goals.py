"""Tables of a goal map hold what the view holds, and have the same dtypes when it holds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from tests.analysis.goal_views import ROUND, SECOND, cell, empty_view, goals_view, rated_view
from workshopkit.analysis import goals
from workshopkit.analysis.goals_sight import sight_table
from workshopkit.analysis.goals_summary import conversations_table


def leaders_and_team(view: Any) -> pd.DataFrame:
    return goals.gap_table(view, "leaders", "team")


def test_items_carry_their_measure_in_columns_of_its_own() -> None:
    items = goals.items_table(goals_view()).set_index("item")
    said = items.loc[["g1"], ["owner", "measure", "unit", "baseline", "target"]]
    assert said.to_numpy().tolist() == [["Claims", "calls", "a week", 900, 300]]
    assert items["like_output"].sum() == 1
    assert items["assumption"].isna().sum() == len(items) - 1


def test_links_name_both_ends_in_words() -> None:
    links = goals.links_table(goals_view())
    assert links.iloc[3].tolist() == [
        *("o1", "Fewer calls", "outcome"),
        *("g1", "People know what happens next", "goal"),
    ]


def test_ratings_are_counts_of_everybody_and_of_those_shown_apart() -> None:
    ratings = goals.ratings_table(rated_view())
    everybody = ratings[ratings["perspective"].isna()]
    assert everybody.groupby(["goal", "question"], observed=True)["people"].sum().eq(11).all()
    apart = ratings.query("goal == 'g2' and question == 'clear' and perspective == 'team'")
    assert apart["people"].tolist() == [5, 0, 0, 0, 1, 0]
    assert sorted(ratings["perspective"].dropna().unique()) == ["leaders", "team"]


def test_no_table_has_a_row_or_a_column_for_a_person() -> None:
    for table in (goals.ratings_table, goals.agreement_table, leaders_and_team):
        assert not {"rater", "author", "person", "name"} & set(table(rated_view()).columns)


def test_nothing_is_rated_while_a_round_is_open() -> None:
    view = rated_view(phase="rate")
    del view["rounds"]
    for table in (goals.ratings_table, goals.agreement_table, leaders_and_team):
        assert table(view).empty


def test_agreement_has_a_row_for_each_round_goal_and_question_most_mixed_first() -> None:
    table = goals.agreement_table(rated_view(rounds=[ROUND, SECOND]))
    assert len(table) == 12
    assert table["goal"][:2].tolist() == ["g2", "g2"]
    assert table["round"].tolist() == [1] * 6 + [2] * 6
    first = table.iloc[0]
    assert (first["raters"], first["iqr"], first["agreement"]) == (11, 4, first["agreement"])
    assert first["polarisation"] == pytest.approx((1 - first["agreement"]) / 2)


def test_where_nobody_could_say_the_statistics_are_missing() -> None:
    table = goals.agreement_table(rated_view()).query("goal == 'g3' and question == 'clear'")
    assert table[["raters", "cannot_say"]].to_numpy().tolist() == [[0, 11]]
    statistics = ["median", "iqr", "agreement", "polarisation", "consensus"]
    assert table[statistics].isna().all().all()


def test_the_widest_gap_comes_first() -> None:
    gap = leaders_and_team(rated_view())
    assert gap["question"].tolist() == ["clear", "matters"]
    assert gap["delta"].tolist() == pytest.approx([25 / 30, 24 / 30])
    assert gap["median_a"].tolist() == [5, 4]
    assert gap["p_value"].between(0, 1).all()


def test_the_other_way_round_the_gap_has_the_other_sign() -> None:
    there, back = leaders_and_team(rated_view()), goals.gap_table(rated_view(), "team", "leaders")
    assert there["delta"].tolist() == [-delta for delta in back["delta"]]
    assert there["p_value"].tolist() == pytest.approx(back["p_value"].tolist())


def test_a_perspective_that_is_not_shown_apart_has_no_gap() -> None:
    assert goals.gap_table(rated_view(), "leaders", "client").empty


def test_the_gap_is_of_the_last_round_unless_another_is_asked_for() -> None:
    alike = {"clear": cell([0, 0, 0, 0, 11], leaders=[0, 0, 0, 0, 5], team=[0, 0, 0, 0, 6])}
    view = rated_view(rounds=[ROUND, SECOND | {"goals": {"g2": alike}}])
    assert leaders_and_team(view)["delta"].tolist() == [0]
    assert len(goals.gap_table(view, "leaders", "team", round=1)) == 2


def test_the_line_of_sight_has_a_row_for_each_finding() -> None:
    table = sight_table(goals_view())
    assert table["finding"].tolist() == [
        *("unserved", "aimless", "unmeasured", "assumption"),
        *("share", "share", "share"),
    ]
    assert table["item"].tolist()[:4] == ["g3", "w2", "o1", "o1"]
    assert table["share"].sum() == 0.5


def test_the_conversations_are_the_most_mixed_the_widest_gap_and_the_goal_without_work() -> None:
    table = conversations_table(rated_view())
    assert table["conversation"].tolist() == ["mixed", "gap", "unserved"]
    assert table["goal"].tolist() == ["g2", "g2", "g3"]
    assert "leaders: 0, 0, 0, 0, 5" in table["why"][1]


def test_there_is_no_conversation_where_all_agree() -> None:
    same = {"matters": cell([0, 0, 0, 0, 9], leaders=[0, 0, 0, 0, 4], team=[0, 0, 0, 0, 5])}
    alike = ROUND | {"goals": {"g1": same}, "order": ["g1"]}
    assert conversations_table(rated_view(rounds=[alike]))["goal"].tolist() == ["g3"]
    assert conversations_table(empty_view()).empty


@pytest.mark.parametrize(
    "table",
    [
        goals.items_table,
        goals.links_table,
        goals.ratings_table,
        goals.agreement_table,
        leaders_and_team,
        sight_table,
        conversations_table,
    ],
)
def test_an_empty_table_has_the_same_dtypes_as_a_full_one(
    table: Callable[[Any], pd.DataFrame],
) -> None:
    full, empty = table(rated_view()), table(empty_view())
    assert empty.empty
    assert not full.empty
    assert full.dtypes.astype(str).to_dict() == empty.dtypes.astype(str).to_dict()


def test_the_dtypes_are_those_that_are_documented() -> None:
    assert goals.agreement_table(empty_view()).dtypes.astype(str).to_dict() == {
        "round": "Int64",
        "goal": "string",
        "text": "string",
        "question": "category",
        "raters": "Int64",
        "cannot_say": "Int64",
        "median": "Float64",
        "iqr": "Float64",
        "agreement": "Float64",
        "polarisation": "Float64",
        "consensus": "Float64",
    }
