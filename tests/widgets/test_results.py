"""Results follow what everyone may see, and say a text as a text."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET

import pytest

from tests.widgets.test_retro import as_participant
from workshopkit import Poll, RetroBoard, Workshop
from workshopkit.domain.retro.commands import AddCard, GiveVote
from workshopkit.errors import UnknownName
from workshopkit.widgets import results as module
from workshopkit.widgets.results import Results

HOSTILE = "<img src=x onerror=alert(1)>"


def shown(results: Results) -> Results:
    """As if a page had begun to show it."""
    results._heard(results, {"type": "shown"}, [])
    return results


@pytest.fixture
def retro(workshop: Workshop) -> RetroBoard:
    board = RetroBoard(workshop)
    board.make_live()
    as_participant(workshop, AddCard(board._activity, "stop", HOSTILE))
    return board


def test_they_follow_the_phases(workshop: Workshop, retro: RetroBoard) -> None:
    results = shown(retro.results())
    assert results.table["rows"] == []
    retro.move_to("vote")
    assert results.table["rows"] == [[HOSTILE, "△ Stop", ""]]
    assert results.get_state()["_chart"] == {}
    as_participant(workshop, GiveVote(retro._activity, retro.cards["card"][0]))
    retro.move_to("discuss")
    assert results.table["rows"] == [[HOSTILE, "△ Stop", "1", "1", "1"]]


def test_the_picture_has_a_light_and_a_dark_side_and_words(
    workshop: Workshop, retro: RetroBoard
) -> None:
    retro.move_to("vote")
    as_participant(workshop, GiveVote(retro._activity, retro.cards["card"][0]))
    retro.move_to("discuss")
    chart = retro.results().get_state()["_chart"]
    assert chart["alt"] == f"Start, stop, continue. △ {HOSTILE}: 1 dot."
    for theme in ("light", "dark"):
        svg = base64.b64decode(chart[theme].removeprefix("data:image/svg+xml;base64,"))
        assert not [e for e in ET.fromstring(svg).iter() if e.tag.endswith("}img")]
    assert chart["light"] != chart["dark"]


def test_they_draw_nothing_while_no_page_shows_them(retro: RetroBoard) -> None:
    results = shown(retro.results())
    results._heard(results, {"type": "gone"}, [])
    retro.move_to("group")
    assert results.table["rows"] == []
    assert shown(results).table["rows"] != []


def test_messages_that_mean_nothing_do_nothing(retro: RetroBoard) -> None:
    results = retro.results()
    for content in (None, "shown", {"type": ["shown"]}, {}):
        results._heard(results, content, [])
    retro.move_to("group")
    assert results.table["rows"] == []


def test_actions_follow_too(workshop: Workshop) -> None:
    results = shown(workshop.results())
    assert results.table["empty"] == "No actions yet."
    workshop.add_action(HOSTILE)
    assert results.table["rows"] == [[HOSTILE, "to do", "", "", "", ""]]


def test_a_poll_has_results_as_well(workshop: Workshop) -> None:
    results = Poll(workshop, "How are you?").results(lang="cy")
    assert "breifat" in results.table["empty"]
    assert repr(results) == "Results(Poll('How are you?'))"


def test_a_language_that_nobody_wrote_down_is_refused(workshop: Workshop) -> None:
    with pytest.raises(UnknownName, match="no language 'fr'"):
        workshop.results(lang="fr")


def test_the_page_sets_people_s_words_as_text_nodes_only() -> None:
    source = (module.HERE / "results.js").read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", source)


def test_closed_results_stop_following(retro: RetroBoard) -> None:
    results = shown(retro.results())
    results.close()
    retro.move_to("group")
    assert results.table["rows"] == []
