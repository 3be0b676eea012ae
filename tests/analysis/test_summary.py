"""A summary follows the phase: nothing, then the cards, then the dots."""

from __future__ import annotations

from tests.analysis.views import listing, poll_view, retro_view, room_view, several_view, voted_view
from workshopkit.analysis.summary import actions_summary, poll_summary, retro_summary


def test_before_the_reveal_there_is_only_a_reason() -> None:
    summary = retro_summary(retro_view(cards=listing({}), groups=listing({})))
    assert summary.rows == []
    assert summary.empty == "No card has been revealed yet."


def test_after_the_reveal_come_the_cards() -> None:
    summary = retro_summary(retro_view())
    assert summary.rows[0] == ["Waiting for sign-off", "△ Stop", "Sign-off"]


def test_after_the_vote_come_the_dots() -> None:
    summary = retro_summary(voted_view())
    assert summary.rows[0] == ["Sign-off", "△ Stop", "2", "6", "4"]
    assert [heading.number for heading in summary.headings] == [False, False, True, True, True]


def test_headings_are_in_the_language_asked_for() -> None:
    assert retro_summary(retro_view(), lang="cy").headings[0].text == "Cerdyn"


def test_a_private_poll_says_that_it_is_private() -> None:
    view = poll_view(phase="answer")
    del view["results"]
    assert (poll_summary(view).rows, "private" in poll_summary(view).empty) == ([], True)


def test_a_poll_has_counts_and_shares() -> None:
    assert poll_summary(poll_view()).rows[3] == ["4", "3", "75%"]


def test_a_choice_of_several_has_shares_of_people() -> None:
    summary = poll_summary(several_view())
    assert [heading.text for heading in summary.headings] == ["Answer", "People", "Share of people"]
    assert summary.rows == [["Cardiff", "4", "100%"], ["Bangor", "1", "25%"]]


def test_an_action_without_owner_or_date_leaves_them_blank() -> None:
    assert actions_summary(room_view()).rows == [
        ["Ask Legal", "to do", "Priya", "2026-12-04", "", "x"],
        ["Keep the playbacks", "keep doing", "", "", "4", ""],
    ]


def test_what_goes_on_from_earlier_workshops_comes_first() -> None:
    carried = listing({"old": {"text": "Fix letters", "reviewed": 1}})
    rows = actions_summary(room_view(carried=carried)).rows
    assert [row[0] for row in rows] == ["Fix letters", "Ask Legal", "Keep the playbacks"]


def test_no_actions_is_said_in_words() -> None:
    summary = actions_summary(room_view(actions=listing({})))
    assert (summary.rows, summary.empty) == ([], "No actions yet.")
