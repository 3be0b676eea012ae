"""A goal map as people read it follows the phase, and claims nothing."""

from __future__ import annotations

from tests.analysis.goal_views import empty_view, goals_view, rated_view
from tests.analysis.views import View
from workshopkit.analysis.goals_summary import (
    agreement_summary,
    conversations_summary,
    sight_summary,
)


def test_ratings_are_private_until_they_are_shown() -> None:
    summary = agreement_summary(goals_view(phase="rate"))
    assert (summary.rows, summary.charted) == ([], False)
    assert "private" in summary.empty


def test_shown_ratings_have_their_counts_and_how_far_people_agree() -> None:
    summary = agreement_summary(rated_view())
    assert summary.caption == "Our goals – round 1"
    assert summary.rows[1][:-1] == ["Launch the portal", "This matters", *"12332", "0", "3"]
    assert summary.rows[4][2:] == ["0", "0", "0", "0", "0", "11", "", ""]
    assert len({len(row) for row in [*summary.rows, summary.headings]}) == 1


def test_the_line_of_sight_is_said_in_words() -> None:
    rows = sight_summary(goals_view()).rows
    assert rows[0] == ["Staff trust the data", "Goal", "no work serves it"]
    assert rows[3] == ["Fewer calls", "Outcome", "assumption: People read texts"]
    assert rows[4] == ["People know what happens next", "Goal", "its part of the work: 25%"]


def test_an_empty_map_draws_nothing() -> None:
    summary = sight_summary(empty_view())
    assert (summary.rows, summary.charted) == ([], False)
    assert "Nothing" in summary.empty


def test_a_map_where_nothing_is_missing_is_still_drawn() -> None:
    sight: View = {"unserved": [], "aimless": [], "unmeasured": [], "assumptions": [], "share": {}}
    summary = sight_summary(goals_view(sight=sight))
    assert summary.charted
    assert summary.empty.startswith("Every goal has work")


def test_conversations_wait_for_something_to_talk_about() -> None:
    assert conversations_summary(empty_view()).rows == []
    assert [row[1] for row in conversations_summary(rated_view()).rows] == [
        *("Launch the portal", "Launch the portal", "Staff trust the data")
    ]


def test_welsh_headings_and_questions() -> None:
    summary = agreement_summary(rated_view(), lang="cy")
    assert summary.headings[0].text == "Nod"
    assert summary.rows[0][1] == "Rwy’n gwybod"
