"""Every kind of activity has its part, whatever phase it is in; an unknown one is told whole."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.goal_views import SECOND, empty_view, goals_view, rated_view
from tests.analysis.health_views import asking_view, shown_view
from tests.analysis.test_experiments import portfolio, seen
from tests.analysis.views import listing, poll_view, retro_view, review_view, voted_view
from tests.publish.records import CARRIED, made, words_view
from workshopkit.errors import WorkshopkitError
from workshopkit.publish.document import document
from workshopkit.publish.part import Part


def part(view: Any, lang: str = "en") -> Part:
    return document(made(activities={"it": view}), lang).parts[0]


def captions(view: Any) -> list[str]:
    return [table.reading.caption for table in part(view).tables]


def test_a_board_shows_cards_and_once_they_are_counted_dots() -> None:
    assert captions(retro_view()) == ["Cards"]
    assert captions(voted_view(voted=5)) == ["Dots", "Cards"]
    assert part(voted_view(voted=5, hidden=1)).said == (
        "4 cards were revealed.",
        "1 card was never revealed and is not here.",
        "5 people gave dots.",
    )


def test_a_board_without_dots_has_no_chart() -> None:
    assert part(voted_view(tallies={})).tables[0].draw is None
    assert part(voted_view()).tables[0].draw is not None


def test_a_poll_says_how_many_answered_and_what_once_it_was_shown() -> None:
    assert part(poll_view()).said == ("4 people answered.",)
    unshown = poll_view(phase="answer", answered=3)
    del unshown["results"]
    (table,) = part(unshown).tables
    assert part(unshown).said == ("3 people answered.",)
    assert table.reading.rows == []
    assert table.reading.empty == "The answers are private until they are shown."
    assert table.draw is None


def test_a_map_shows_each_round_and_perspectives_only_where_they_are_shown() -> None:
    assert captions(goals_view()) == ["On the map", "What serves what", "What is found"]
    two = rated_view(rounds=[*rated_view()["rounds"], SECOND])
    assert captions(two)[3:] == [
        "Agreement – round 1",
        "Agreement – round 2",
        "Answers by perspective",
    ]
    assert [table.draw is not None for table in part(two).tables] == [
        True,
        False,
        False,
        False,
        True,
        False,
    ]
    assert part(two).said == ("Round 1: 11 people rated.", "Round 2: 11 people rated.")
    assert {row[3] for row in part(two).tables[-1].reading.rows} == {"leaders", "team"}


def test_an_empty_map_has_a_part_as_well() -> None:
    assert all(table.reading.rows == [] for table in part(empty_view()).tables)


def test_experiments_say_all_that_their_cards_say() -> None:
    view = {"kind": "experiments", **seen(portfolio())}
    tables = {table.reading.caption: table.reading for table in part(view).tables}
    assert [row[:2] for row in tables["The team’s experiments"].rows] == [
        ["Call first", "decided"],
        ["Never run", "decided"],
        ["Shorter letters", "running"],
        ["An idea", "idea"],
    ]
    said = tables["What the cards say"].rows
    assert ["Shorter letters", "Must not get worse", "calls a week: at most 100"] in said
    assert ["Call first", "So we learned", "calling first works"] in said
    assert len(tables["Readings – Shorter letters"].rows) == 3


def test_a_review_says_what_was_decided_and_once_it_was_shown_what_people_wrote() -> None:
    tables = {table.reading.caption: table.reading for table in part(review_view()).tables}
    assert tables["What came of it"].rows[0][:2] == ["Ask Legal", "Priya"]
    assert ["Ask Legal", "One call"] in tables["What people wrote"].rows
    looking = {key: value for key, value in review_view().items() if key not in ("notes", "marks")}
    assert "What people wrote" not in [t.reading.caption for t in part(looking).tables]


def test_a_health_check_says_what_people_said_and_wrote_once_it_is_shown() -> None:
    shown = part(shown_view())
    assert [table.name for table in shown.tables] == ["health", "comments"]
    assert shown.tables[0].draw is not None
    (asking,) = part(asking_view()).tables
    assert (asking.reading.rows, asking.draw) == ([], None)


def test_what_goes_on_from_earlier_workshops_stands_with_the_actions() -> None:
    actions = document(made(carried=CARRIED)).parts[-1]
    assert [row[0] for row in actions.tables[0].reading.rows] == [
        "Ask Legal",
        "Keep the playbacks",
    ]
    assert [row[0] for row in actions.tables[1].reading.rows] == ["Hear two calls a week"]
    assert [table.name for table in actions.tables] == ["actions", "carried", "became"]
    assert actions.tables[2].reading.rows == [
        ["Hear two calls a week", "Goes on", "Heard one so far"]
    ]
    assert [day.date for day in actions.days] == ["2026-12-11", "2026-12-04"]


def test_what_is_done_is_no_longer_due() -> None:
    done = listing({"a": {"text": "Done", "due": "2026-12-04", "status": "done", "reviewed": 1}})
    assert document(made(actions=done)).days == []


def test_a_kind_that_nobody_here_knows_is_told_whole() -> None:
    view = {
        "kind": "chess",
        "title": {"en": "Chess", "cy": "Gwyddbwyll"},
        "phase": "play",
        "moves": listing({"m1": {"text": "e4", "takes": 0}, "m2": {"text": "e5", "by_hand": True}}),
        "rules": {"en": "As usual", "cy": "Fel arfer"},
        "clock": {"white": {"left": 3}, "black": {"left": 5}},
        "players": ["Ada", "Ben"],
        "board": [["r", "n"], ["p", "p"]],
    }
    found = part(view, "cy")
    assert found.title == "Gwyddbwyll"
    moves, facts = found.tables
    assert [heading.text for heading in moves.reading.headings] == ["Text", "Takes", "By hand"]
    assert moves.reading.rows == [["e4", "0", ""], ["e5", "", "True"]]
    assert facts.reading.rows == [
        ["rules", "Fel arfer"],
        ["clock · white · left", "3"],
        ["clock · black · left", "5"],
        ["players", "Ada; Ben"],
        ["board · 1", "r; n"],
        ["board · 2", "p; p"],
    ]


@pytest.mark.parametrize(
    "kind", ["retro", "poll", "goals", "experiments", "action_review", "health"]
)
def test_a_part_that_cannot_be_read_is_told_in_one_line(kind: str) -> None:
    with pytest.raises(WorkshopkitError, match="activity 'it' of the record cannot be read"):
        part({"kind": kind, "title": {"en": "Broken"}})


def test_words_of_a_poll_are_counted_as_everywhere() -> None:
    (table,) = part(words_view()).tables
    assert [row[:2] for row in table.reading.rows] == [["hopeful", "4"], ["tired", "2"]]
