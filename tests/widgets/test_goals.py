"""A goal map in Python: from a list or a file, private until it is shown, and out again."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from tests.widgets.test_results import shown
from workshopkit import GoalMap, Workshop
from workshopkit.domain.activity import Actor
from workshopkit.domain.goals.commands import AddItem, Rate
from workshopkit.errors import Refused, UnknownName, WorkshopkitError
from workshopkit.resources import data_folder
from workshopkit.room.commit import Admitted, Done, Entrance, Wish
from workshopkit.room.protocol import Hello

SAMPLE = data_folder() / "samples" / "goals.csv"
GOALS = ("Same day", "Right first time")


@pytest.fixture
def workshop() -> Workshop:
    return Workshop("Sprint 12", team="Benefits service", perspectives=["leaders", "team"])


@pytest.fixture
def goals(workshop: Workshop) -> GoalMap:
    made = GoalMap(workshop, vision="Nobody waits", goals=GOALS)
    made.make_live()
    return made


def people(workshop: Workshop, count: int, perspective: str) -> list[Actor]:
    """So many join and speak as that."""
    hellos = [
        Hello(protocol=1, secret=secrets.token_hex(32), perspective=perspective)
        for _ in range(count)
    ]
    outcomes = workshop._desk._desk._commit([Entrance(hello) for hello in hellos]).outcomes
    return [outcome.actor for outcome in outcomes if isinstance(outcome, Admitted)]


def rate(
    goals: GoalMap, actors: Sequence[Actor], answer: Callable[[int], str], goal: str = "same-day"
) -> None:
    """Each of them answers the first question about one goal."""
    wishes = [
        Wish(Rate(goals._activity, goal, "clear", answer(n)), actor)  # type: ignore[arg-type]
        for n, actor in enumerate(actors)
    ]
    outcomes = goals._desk._desk._commit(wishes).outcomes
    assert all(isinstance(outcome, Done) for outcome in outcomes)


def test_goals_are_texts_or_say_more(workshop: Workshop) -> None:
    goal = {"text": "Same day", "owner": "Claims", "measure": "Calls", "target": 300, "work": ["A"]}
    goals = GoalMap(workshop, vision="Nobody waits", goals=[goal, "Right first time"])
    items = goals.items.set_index("item")
    assert items["level"].tolist() == ["vision", "goal", "work", "goal"]
    said = items.loc[["same-day"], ["owner", "measure", "target"]]
    assert said.to_numpy().tolist() == [["Claims", "Calls", 300]]
    assert set(goals.links["child"]) == {"same-day", "right-first-time", "a"}
    assert repr(goals) == "GoalMap('Our goals')"


def test_running_the_cell_again_finds_the_same(workshop: Workshop, goals: GoalMap) -> None:
    again = GoalMap(workshop, vision="Nobody waits", goals=GOALS)
    assert again._activity == goals._activity
    assert len(again.items) == 3


def test_a_goal_that_people_rated_cannot_go(workshop: Workshop, goals: GoalMap) -> None:
    goals.move_to("rate")
    rate(goals, people(workshop, 1, "team"), lambda _: "5")
    with pytest.raises(Refused, match="have rated"):
        GoalMap(workshop, vision="Nobody waits", goals=GOALS[1:])


def test_questions_of_ones_own_keep_their_ids(workshop: Workshop) -> None:
    by_id = GoalMap(workshop, goals=GOALS, questions={"sure": "Are we sure?"}, key="a")
    assert by_id.view["questions"]["order"] == ["sure"]
    listed = GoalMap(workshop, goals=GOALS, questions=["Are we sure?", {"cy": "Pam?"}], key="b")
    assert len(listed.view["questions"]["order"]) == 2
    with pytest.raises(UnknownName, match="no question 'clear'"):
        listed.chart(question="clear")


def test_ratings_come_into_the_tables_only_when_they_are_shown(
    workshop: Workshop, goals: GoalMap
) -> None:
    goals.move_to("rate")
    rate(goals, people(workshop, 2, "team"), lambda _: "4")
    assert goals.ratings.empty
    assert goals.agreement().empty
    assert "private" in str(goals.chart().description)
    goals.move_to("reveal")
    found = goals.agreement().query("goal == 'same-day' and question == 'clear'")
    assert found[["raters", "median", "agreement"]].to_numpy().tolist() == [[2, 4, 1]]
    goals.move_to("re-rate")
    assert goals.ratings.empty


def test_two_perspectives_are_compared_where_there_are_enough_people(
    workshop: Workshop, goals: GoalMap
) -> None:
    leaders, team = people(workshop, 5, "leaders"), people(workshop, 6, "team")
    goals.move_to("rate")
    rate(goals, leaders, lambda _: "5")
    rate(goals, team, lambda _: "2")
    goals.move_to("reveal")
    gap = goals.gap("leaders", "team")
    assert gap[["goal", "delta"]].to_numpy().tolist() == [["same-day", 1.0]]
    assert gap["p_value"][0] == pytest.approx(1 / 462)
    assert "Same day" in str(goals.gap_chart("leaders", "team").description)
    assert goals.conversations()["conversation"].tolist() == ["mixed", "gap", "unserved"]


def test_two_leaders_are_nowhere_shown_apart(workshop: Workshop, goals: GoalMap) -> None:
    leaders, team = people(workshop, 2, "leaders"), people(workshop, 6, "team")
    goals.move_to("rate")
    rate(goals, leaders, lambda _: "1")
    rate(goals, team, lambda _: "5")
    goals.move_to("reveal")
    assert goals.ratings["perspective"].isna().all()
    assert goals.gap("leaders", "team").empty
    assert "Too few people" in str(goals.gap_chart("leaders", "team").description)
    assert "gap" not in goals.conversations()["conversation"].tolist()


def test_a_second_round_is_compared_with_the_first(workshop: Workshop, goals: GoalMap) -> None:
    team = people(workshop, 3, "team")
    for phase, answer in (("rate", "2"), ("re-rate", "4")):
        goals.move_to(phase)
        rate(goals, team, lambda _, answer=answer: answer)  # type: ignore[misc]
    goals.move_to("agree")
    medians = goals.agreement().query("goal == 'same-day' and question == 'clear'")
    assert medians["median"].tolist() == [2, 4]
    assert "Same day – round 1" in str(goals.change_chart(question="clear").description)


def test_a_name_that_is_not_there_is_refused_with_the_nearest(goals: GoalMap) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'leaders'"):
        goals.gap("leader", "team")
    with pytest.raises(UnknownName, match="Did you mean 'reveal'"):
        goals.move_to("revael")
    with pytest.raises(UnknownName, match="Did you mean 'map'"):
        goals.results("maps")
    with pytest.raises(UnknownName, match="Did you mean 'vision'"):
        GoalMap(goals._workshop, visions="x")
    with pytest.raises(WorkshopkitError, match="nothing written"):
        GoalMap(goals._workshop, goals=[" "], key="other")


def test_a_csv_of_samples_comes_in_without_a_complaint(workshop: Workshop) -> None:
    goals = GoalMap.from_csv(workshop, SAMPLE, title="Benefits", smallest=3)
    assert goals.refused_rows.empty
    assert goals.title == "Benefits"
    assert "Made up" in goals.items["text"][0]
    assert set(goals.line_of_sight()["finding"].cat.categories) == set(
        goals.line_of_sight()["finding"]
    )


def test_bad_rows_are_reported_and_the_others_come_in(workshop: Workshop) -> None:
    rows = [("goal", "Same day", None), ("gaol", "Right", None), ("work", "Texts", "nowhere")]
    goals = GoalMap.from_frame(workshop, pd.DataFrame(rows, columns=["level", "text", "parents"]))
    assert goals.items["text"].tolist() == ["Same day", "Texts"]
    assert goals.refused_rows["row"].tolist() == [3, 4]
    assert goals.refused_rows.dtypes.astype(str).to_dict() == {"row": "Int64", "reason": "string"}


def test_numbers_in_a_frame_are_ids_and_parents_too(workshop: Workshop) -> None:
    frame = pd.DataFrame(
        {"id": [1, 2], "level": ["goal", "work"], "text": ["A", "B"], "parents": [None, 1]}
    )
    goals = GoalMap.from_frame(workshop, frame)
    assert goals.links[["child", "parent"]].to_numpy().tolist() == [["2", "1"]]


def test_a_table_of_other_columns_is_refused(workshop: Workshop) -> None:
    with pytest.raises(UnknownName, match="no column 'level'"):
        GoalMap.from_frame(workshop, pd.DataFrame({"goal": ["A"]}))


def test_out_to_a_csv_and_in_again_is_the_same_map(workshop: Workshop, tmp_path: Path) -> None:
    goals = GoalMap.from_csv(workshop, SAMPLE)
    goals.move_to("link")
    command = AddItem(goals._activity, "work", '=1+1; "so"\n-', "@Ŵyn", None, "'=x")
    goals._desk.perform(command)
    path = tmp_path / "goals.csv"
    goals.to_csv(path)
    again = GoalMap.from_csv(workshop, path, key="again")
    assert again.refused_rows.empty
    pd.testing.assert_frame_equal(sorted_by_id(again.items), sorted_by_id(goals.items))
    assert set(again.view["links"]["items"]) == set(goals.view["links"]["items"])
    assert again.to_csv() == goals.to_csv()


def sorted_by_id(items: pd.DataFrame) -> pd.DataFrame:
    return items.sort_values("item", ignore_index=True)


def test_the_map_goes_out_as_an_outline_and_a_diagram(goals: GoalMap) -> None:
    assert "  - **Goal:** Same day" in goals.to_markdown()
    assert "**Nod:**" in goals.to_markdown(lang="cy")
    assert goals.to_mermaid().startswith("flowchart BT")


def test_results_follow_each_in_its_way(workshop: Workshop, goals: GoalMap) -> None:
    agreement, sight, talks = (
        shown(goals.results(show)) for show in ("agreement", "map", "conversations")
    )
    assert agreement.table["rows"] == []
    assert "alt" in sight.get_state()["_chart"]
    assert [row[1] for row in talks.table["rows"]] == ["Same day"]
    goals.move_to("rate")
    rate(goals, people(workshop, 2, "team"), lambda n: "15"[n], goal="right-first-time")
    goals.move_to("reveal")
    assert agreement.table["rows"][0][0] == "Right first time"
    assert "alt" in agreement.get_state()["_chart"]
    assert [row[1] for row in talks.table["rows"]] == ["Right first time", "Same day"]
    assert repr(sight) == "Results(GoalMap('Our goals'), 'map')"


def test_hidden_items_are_in_no_table_file_or_chart(workshop: Workshop, goals: GoalMap) -> None:
    actor = people(workshop, 1, "team")[0]
    secret = AddItem(goals._activity, "work", "Planted secret")
    assert isinstance(workshop._desk._desk._commit([Wish(secret, actor)]).outcomes[0], Done)
    workshop._desk.refresh()
    seen = [goals.items.to_string(), goals.to_csv(), goals.to_markdown(), goals.to_mermaid()]
    seen += [str(goals.map_chart().to_dict()), str(goals.results("map").get_state())]
    assert not [each for each in seen if "Planted" in each]
    goals.move_to("link")
    assert "Planted secret" in goals.to_markdown()
