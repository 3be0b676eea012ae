"""Tables show what a view holds, with the same columns and dtypes when it holds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from tests.analysis.views import listing, poll_view, retro_view, room_view, several_view, voted_view
from workshopkit.analysis import tables

EMPTY = listing({})


def test_cards_carry_their_column_kind_and_group() -> None:
    cards = tables.cards_table(retro_view())
    assert cards["card"].tolist() == ["c1", "c2", "c3", "c4"]
    assert cards["column"].tolist() == ["Stop", "Stop", "Continue", "Start"]
    assert cards["kind"].tolist() == ["change", "change", "keep", "wonder"]
    assert cards["group_title"].fillna("").tolist() == ["Sign-off", "Sign-off", "", ""]


def test_an_anonymous_board_has_no_author_column() -> None:
    assert "author" not in tables.cards_table(retro_view())


def test_an_author_in_the_view_of_an_anonymous_board_would_still_not_be_shown() -> None:
    leaky = listing({"c1": {"text": "x", "column": "stop", "author": "Ada"}})
    assert "Ada" not in tables.cards_table(retro_view(cards=leaky)).to_string()


def test_a_named_board_has_authors() -> None:
    named = listing({"c1": {"text": "x", "column": "stop", "author": "Ada"}})
    table = tables.cards_table(retro_view(anonymous=False, cards=named))
    assert table["author"].tolist() == ["Ada"]


def test_columns_are_in_the_language_asked_for_and_fall_back_to_english() -> None:
    column = tables.cards_table(retro_view(), lang="cy")["column"]
    assert list(column.cat.categories) == ["Dechrau", "Stop", "Continue"]


def test_votes_are_ranked_with_the_number_of_cards_together() -> None:
    votes = tables.votes_table(voted_view())
    assert votes["text"].tolist() == ["Sign-off", "Playbacks with the call centre", "Pairing"]
    assert votes["votes"].tolist() == [6, 1, 0]
    assert votes["cards"].tolist() == [2, 1, 1]
    assert votes["rank"].tolist() == [1, 2, 3]


def test_cards_say_which_of_them_come_from_the_room() -> None:
    cards = retro_view()["cards"]
    cards["items"]["c3"] = {**cards["items"]["c3"], "from_room": True}
    table = tables.cards_table(retro_view(cards=cards))
    assert table["from_room"].tolist() == [False, False, True, False]


def test_votes_say_how_many_are_the_rooms_where_the_view_does() -> None:
    told = {"g1": {"votes": 6, "voters": 4, "from_room": 2}}
    assert tables.votes_table(voted_view(tallies=told))["from_room"].tolist() == [2, 0, 0]
    untold = {"g1": {"votes": 6, "voters": 4}}
    missing = tables.votes_table(voted_view(tallies=untold))["from_room"]
    assert missing.isna().tolist() == [True, False, False]


def test_hidden_tallies_leave_the_votes_empty() -> None:
    assert tables.votes_table(retro_view(phase="vote")).empty


def test_actions_have_dates_and_gaps() -> None:
    actions = tables.actions_table(room_view())
    assert actions["due"][0] == pd.Timestamp("2026-12-04")
    assert actions["owner"].isna().tolist() == [False, True]
    assert actions["due"].isna().tolist() == [False, True]


def test_an_action_is_something_to_do_or_to_keep_doing_and_open_until_it_is_reviewed() -> None:
    actions = tables.actions_table(room_view())
    assert actions["kind"].tolist() == ["do", "keep"]
    assert actions["likely"].fillna(0).tolist() == [0, 4]
    assert (set(actions["status"]), set(actions["reviewed"])) == ({"open"}, {0})
    closed = {"text": "x", "status": "done", "outcome": "Out", "reviewed": 2}
    after = tables.actions_table(room_view(actions=listing({"a1": closed})))
    assert list(after.loc[0, ["status", "outcome", "reviewed"]]) == ["done", "Out", 2]


def test_people_stand_by_name_and_the_nameless_last() -> None:
    people = tables.people_table(room_view())
    assert people["name"].fillna("").tolist() == ["Ada", "Zoë", ""]


def test_a_perspective_that_is_no_longer_offered_is_kept() -> None:
    people = {"count": 1, "items": {"p": {"name": "Ada", "perspective": "client"}}}
    assert tables.people_table(room_view(people=people))["perspective"].tolist() == ["client"]


def test_people_are_empty_for_who_may_only_count_them() -> None:
    assert tables.people_table(room_view(people={"count": 3})).empty


def test_a_scale_shows_all_its_options_with_shares() -> None:
    answers = tables.poll_table(poll_view())
    assert answers["answers"].tolist() == [0, 1, 0, 3, 0]
    assert answers["share"].sum() == 1


def test_words_that_differ_in_capitals_are_counted_together() -> None:
    words = [("calm", 1), ("Calm", 1), ("busy", 1), ("Calm ", 1)]
    shown = [{"text": text, "count": count} for text, count in words]
    results = {"round": 1, "answered": 4, "words": shown}
    answers = tables.poll_table(poll_view(form="words", results=results))
    assert answers["label"].tolist() == ["Calm", "busy"]
    assert answers["answers"].tolist() == [3, 1]


def test_of_several_options_each_share_is_of_the_people() -> None:
    answers = tables.poll_table(several_view())
    assert answers["answers"].tolist() == [4, 1]
    assert answers["share"].tolist() == [1, 0.25]


def test_nobody_having_answered_is_no_division_by_nothing() -> None:
    results = {"round": 1, "answered": 0, "counts": {}}
    assert tables.poll_table(poll_view(results=results))["share"].sum() == 0


@pytest.mark.parametrize(
    ("table", "full", "empty"),
    [
        (tables.cards_table, retro_view(), retro_view(cards=EMPTY, groups=EMPTY)),
        (tables.votes_table, voted_view(), retro_view()),
        (tables.actions_table, room_view(), room_view(actions=EMPTY)),
        (tables.poll_table, poll_view(), {**poll_view(), "results": None}),
    ],
)
def test_an_empty_table_has_the_same_dtypes_as_a_full_one(
    table: Callable[[Any], pd.DataFrame], full: Any, empty: Any
) -> None:
    assert table(empty).empty
    pd.testing.assert_series_equal(table(empty).dtypes, table(full).dtypes)


def test_the_dtypes_are_those_that_are_documented() -> None:
    assert tables.votes_table(retro_view()).dtypes.astype(str).to_dict() == {
        "rank": "Int64",
        "target": "string",
        "text": "string",
        "column": "category",
        "kind": "category",
        "cards": "Int64",
        "votes": "Int64",
        "voters": "Int64",
        "from_room": "Int64",
    }
