"""An action review in tables: how it went, what was decided, what came of it."""

from __future__ import annotations

import pandas as pd

from tests.analysis.views import listing, review_view
from workshopkit.analysis.reviews import notes_table, review_summary, review_table

PRIVATE = {
    key: value for key, value in review_view().items() if key not in ("marks", "notes", "focus")
}
NOTHING = review_view(actions=listing({}), marks={}, notes={})


def test_each_action_has_its_counts_and_what_was_decided() -> None:
    table = review_table(review_view()).set_index("text")
    assert list(table.loc["Ask Legal", ["done", "partly", "not_yet"]]) == [2, 1, 0]
    assert list(table.loc["Ask Legal", ["decision", "outcome"]]) == ["done", "Approved"]
    assert table["kind"].tolist() == ["do", "keep"]
    assert table["reviewed"].tolist() == [1, 0]
    assert table["decision"].isna().tolist() == [False, True]


def test_while_people_look_there_are_no_counts_and_no_notes() -> None:
    table = review_table(PRIVATE)
    assert table[["done", "partly", "not_yet"]].isna().all(axis=None)
    assert notes_table(PRIVATE).empty


def test_notes_stand_beside_their_action() -> None:
    notes = notes_table(review_view())
    assert notes["text"].tolist() == ["Ask Legal", "Ask Legal"]
    assert notes["note"].tolist() == ["One call", "It took a while"]


def test_empty_tables_have_the_same_dtypes_as_full_ones() -> None:
    for table in (review_table, notes_table):
        pd.testing.assert_series_equal(table(NOTHING).dtypes, table(review_view()).dtypes)


def test_a_summary_says_what_was_decided_in_words_for_its_kind() -> None:
    going_on = {"text": "Hear two calls", "keep_doing": True, "decision": "drop"}
    view = review_view(actions=listing({**review_view()["actions"]["items"], "a2": going_on}))
    assert review_summary(view).rows == [
        ["Ask Legal", "Priya", "2", "1", "0", "Done", "Approved"],
        ["Hear two calls", "", "0", "0", "0", "Stopped", ""],
    ]
    assert review_summary(view, lang="cy").caption == "Beth ddaeth ohono"


def test_a_summary_of_nothing_says_why() -> None:
    assert review_summary(NOTHING).rows == []
    assert "nothing to review" in review_summary(NOTHING).empty
