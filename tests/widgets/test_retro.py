"""A retro board in Python: found by its key, changed with care, and never ahead of the reveal."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.widgets.conftest import OtherKernel
from workshopkit import Poll, RetroBoard, Workshop
from workshopkit.domain.activity import Actor, Command, Role
from workshopkit.domain.retro import Column
from workshopkit.domain.retro.commands import AddCard, CountRoom, GiveVote, HideCard
from workshopkit.errors import Refused, UnknownName, UnsoundFile
from workshopkit.room.commit import Wish
from workshopkit.widgets import retro as widget

OWN_FORMAT = """\
title.en = "Ours"
minutes.write = 3
[[columns]]
id = "a"
title.en = "A"
prompt.en = "What?"
"""


def as_participant(workshop: Workshop, *commands: Command) -> None:
    """Somebody with a secret of their own does these things."""
    perform(workshop, Actor(Role.PARTICIPANT, secrets.token_hex(32)), *commands)


def perform(workshop: Workshop, actor: Actor, *commands: Command) -> None:
    desk = workshop._desk._desk
    outcomes = desk._commit([Wish(command, actor) for command in commands]).outcomes
    assert not [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    workshop._desk.refresh()


@pytest.fixture
def retro(workshop: Workshop) -> RetroBoard:
    board = RetroBoard(workshop)
    board.make_live()
    return board


def test_the_default_is_start_stop_continue(retro: RetroBoard) -> None:
    assert list(retro.view["columns"]["items"]) == ["start", "stop", "continue"]
    assert repr(retro) == "RetroBoard('Start, stop, continue')"


def test_phase_and_live_can_be_observed(retro: RetroBoard) -> None:
    assert (retro.phase, retro.live) == ("write", True)
    version = retro.version
    retro.move_to("group")
    assert retro.phase == "group"
    assert retro.version > version


def test_what_can_be_observed_cannot_be_set(retro: RetroBoard) -> None:
    with pytest.raises(Exception, match="read-only"):
        retro.phase = "act"


def test_running_the_cell_again_finds_the_same(workshop: Workshop, retro: RetroBoard) -> None:
    again = RetroBoard(workshop)
    assert again._activity == retro._activity
    assert len(workshop._desk.view["agenda"]["order"]) == 1


def test_another_kernel_finds_the_same(
    workshop: Workshop, retro: RetroBoard, other_kernel: OtherKernel
) -> None:
    with other_kernel():
        there = RetroBoard(Workshop("Sprint 12", team="Benefits service"))
        assert (there._activity, there.live) == (retro._activity, True)


def test_cards_come_into_the_table_only_when_they_are_revealed(
    workshop: Workshop, retro: RetroBoard
) -> None:
    as_participant(workshop, AddCard(retro._activity, "stop", "Waiting for sign-off"))
    assert retro.cards.empty
    assert "sign-off" not in str(retro.results().get_state())
    retro.move_to("group")
    assert retro.cards["text"].tolist() == ["Waiting for sign-off"]


def test_dots_come_into_the_table_only_when_voting_has_closed(
    workshop: Workshop, retro: RetroBoard
) -> None:
    as_participant(workshop, AddCard(retro._activity, "stop", "Waiting for sign-off"))
    retro.move_to("vote")
    as_participant(workshop, GiveVote(retro._activity, retro.cards["card"][0]))
    assert retro.votes.empty
    retro.move_to("discuss")
    assert retro.votes["votes"].tolist() == [1]
    assert "△ Waiting for sign-off: 1 dot" in str(retro.chart().description)


def test_a_changed_option_changes_the_board(workshop: Workshop, retro: RetroBoard) -> None:
    RetroBoard(workshop, votes=3)
    assert retro.view["votes_each"] == 3


def test_one_card_takes_only_so_many_dots_of_one_person(
    workshop: Workshop, retro: RetroBoard
) -> None:
    assert "votes_per_card" not in retro.view
    RetroBoard(workshop, votes_per_card=2)
    assert retro.view["votes_per_card"] == 2


def test_a_format_may_bring_a_cap_which_the_notebook_may_change(
    workshop: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(f"votes_per_card = 1\n{OWN_FORMAT}", "utf-8")
    assert RetroBoard(workshop, format=path).view["votes_per_card"] == 1
    assert RetroBoard(workshop, format=path, votes_per_card=3).view["votes_per_card"] == 3


def test_cards_and_dots_from_the_room_are_shown_as_such(
    workshop: Workshop, retro: RetroBoard
) -> None:
    lead = Actor(Role.FACILITATOR, secrets.token_hex(32))
    perform(workshop, lead, AddCard(retro._activity, "stop", "Said aloud", from_room=True))
    as_participant(workshop, AddCard(retro._activity, "stop", "Typed"))
    retro.move_to("vote")
    cards = retro.cards.sort_values("text")
    assert cards["from_room"].tolist() == [True, False]
    target = cards["card"].tolist()[1]
    perform(workshop, lead, CountRoom(retro._activity, 2))
    perform(workshop, lead, *[GiveVote(retro._activity, target, from_room=True)] * 2)
    as_participant(workshop, GiveVote(retro._activity, target))
    retro.move_to("discuss")
    first = retro.votes.to_dict("records")[0]
    assert (first["votes"], first["voters"], first["from_room"]) == (3, 2, 2)


def test_a_hidden_card_leaves_the_tables(workshop: Workshop, retro: RetroBoard) -> None:
    as_participant(workshop, AddCard(retro._activity, "stop", "Blame"))
    retro.move_to("group")
    lead = Actor(Role.FACILITATOR, secrets.token_hex(32))
    perform(workshop, lead, HideCard(retro._activity, retro.cards["card"][0]))
    assert retro.cards.empty
    assert "Blame" not in str(retro.view) + str(retro.results().get_state())


def test_a_change_that_would_lose_cards_is_refused(workshop: Workshop, retro: RetroBoard) -> None:
    as_participant(workshop, AddCard(retro._activity, "stop", "Waiting for sign-off"))
    with pytest.raises(Refused, match="column that has cards"):
        RetroBoard(workshop, format="sailboat", key=retro.key)
    assert list(retro.view["columns"]["items"]) == ["start", "stop", "continue"]


def test_another_kind_with_the_same_key_is_refused(workshop: Workshop, retro: RetroBoard) -> None:
    with pytest.raises(Refused, match="a key of its own"):
        Poll(workshop, "How are you?", key=retro.key)


def test_a_key_makes_a_second_board(workshop: Workshop, retro: RetroBoard) -> None:
    second = RetroBoard(workshop, key="second")
    assert second._activity != retro._activity


def test_a_finished_workshop_still_shows_its_board(workshop: Workshop, retro: RetroBoard) -> None:
    retro.move_to("group")
    workshop.finish()
    again = RetroBoard(workshop, votes=9)
    assert (again.phase, again.live, again.view["votes_each"]) == ("group", False, 5)


def test_columns_of_ones_own(workshop: Workshop) -> None:
    kinds = {"Proud": "keep", "Sorry": "change", "Wedi drysu?": "wonder"}
    items = RetroBoard(workshop, columns=kinds, key="a").view["columns"]["items"]
    assert [(item["title"]["en"], item["kind"]) for item in items.values()] == list(kinds.items())
    assert list(RetroBoard(workshop, columns=["Mad", "Glad"], key="b").view["columns"]["items"])
    whole = Column("x", {"cy": "Balch"}, {"cy": "Beth?"}, "keep")
    items = RetroBoard(workshop, columns=[whole], key="c").view["columns"]["items"]
    assert items["x"]["title"] == {"cy": "Balch"}


def test_a_format_sets_the_dots_and_offers_its_minutes(workshop: Workshop) -> None:
    retro = RetroBoard(workshop, format="plus-delta")
    assert (retro.view["votes_each"], retro.view["minutes"]["discuss"]) == (3, 10)
    assert RetroBoard(workshop, format="plus-delta", votes=7).view["votes_each"] == 7


@pytest.mark.parametrize("as_written", [str, Path])
def test_a_format_of_ones_own_comes_from_a_file(
    workshop: Workshop, tmp_path: Path, as_written: Callable[[Path], str | Path]
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(OWN_FORMAT, "utf-8")
    retro = RetroBoard(workshop, format=as_written(path))
    assert repr(retro) == "RetroBoard('Ours')"
    assert retro.view["columns"]["items"]["a"]["prompt"] == {"en": "What?"}
    assert (retro.view["minutes"], retro.view["votes_each"]) == ({"write": 3}, 5)
    path.write_text(OWN_FORMAT.replace("write = 3", "write = 0"), "utf-8")
    with pytest.raises(UnsoundFile, match=r"mine.toml, line 2: minutes.write is 0\."):
        RetroBoard(workshop, format=as_written(path))


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        ({"vote": 3}, "Did you mean 'votes'"),
        ({"format": "sailboot"}, "Did you mean 'sailboat'"),
        ({"columns": {"Proud": "kept"}}, "Did you mean 'keep'"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(
    workshop: Workshop, options: dict[str, object], advice: str
) -> None:
    with pytest.raises(UnknownName, match=advice):
        RetroBoard(workshop, **options)  # type: ignore[arg-type]


def test_an_unknown_phase_is_refused_with_the_nearest(retro: RetroBoard) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'discuss'"):
        retro.move_to("discus")


@pytest.mark.parametrize("votes", [0, 21, "many"])
def test_dots_out_of_range_are_refused(workshop: Workshop, votes: object) -> None:
    with pytest.raises(Refused, match="do not fit"):
        RetroBoard(workshop, votes=votes)  # type: ignore[arg-type]


def test_cards_come_in_from_a_csv(workshop: Workshop, tmp_path: Path) -> None:
    retro = RetroBoard(workshop)
    retro.move_to("group")
    path = tmp_path / "cards.csv"
    path.write_text("text,column,group\nPairing,Start,A\nMobbing,Start,A\nx,Gone,\n", "utf-8")
    report = retro.import_csv(path, columns={"Never": "Stop"})
    assert (report.cards, report.groups) == (2, 1)
    assert report.refused_rows["row"].tolist() == [4]
    assert set(retro.cards["text"]) == {"Pairing", "Mobbing"}
    assert retro.cards["group_title"].tolist() == ["A", "A"]


@pytest.fixture
def alike(workshop: Workshop, retro: RetroBoard) -> RetroBoard:
    """A board on which two of three cards say much the same."""
    texts = ("Waiting for sign-off", "Sign-off, and waiting", "Tea")
    as_participant(workshop, *[AddCard(retro._activity, "stop", text) for text in texts])
    return retro


def asked_for_themes(board: RetroBoard, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a page gets that asks."""
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(board, "send", lambda content, buffers=None: sent.append(content))
    board._heard(board, {"type": "suggest_themes", "ask": "q"}, [])
    (answer,) = sent
    return answer


def test_themes_are_suggested_of_revealed_cards_alone(
    alike: RetroBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert alike.suggest_themes().empty
    assert asked_for_themes(alike, monkeypatch) == {"type": "themes", "ask": "q", "themes": []}
    alike.move_to("group")
    assert set(alike.suggest_themes()["text"]) == {"Waiting for sign-off", "Sign-off, and waiting"}
    assert alike.suggest_themes(alike=0.99).empty


def test_a_page_that_asks_gets_cards_and_reasons_and_no_trait_has_them(
    alike: RetroBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike.move_to("group")
    before, view = alike.get_state(), alike.view
    answer = asked_for_themes(alike, monkeypatch)
    (theme,) = answer["themes"]
    assert {card["text"] for card in theme["cards"]} == set(alike.suggest_themes()["text"])
    assert {shared["part"].lower() for shared in theme["shared"]} == {"waiting", "sign-off"}
    assert 0.15 < theme["alike"] < 1
    assert json.dumps(answer)
    assert (alike.get_state(), alike.view) == (before, view)


def test_a_hidden_card_is_in_no_suggestion(
    workshop: Workshop, alike: RetroBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike.move_to("group")
    lead = Actor(Role.FACILITATOR, secrets.token_hex(32))
    hidden = alike.cards.query("text == 'Waiting for sign-off'")["card"].tolist()[0]
    perform(workshop, lead, HideCard(alike._activity, hidden))
    assert asked_for_themes(alike, monkeypatch)["themes"] == []


def test_a_page_is_told_when_no_themes_could_be_suggested(
    alike: RetroBoard, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(cards: object) -> None:
        raise ImportError("No module named 'sklearn'")

    alike.move_to("group")
    monkeypatch.setattr(widget, "suggest", broken)
    assert asked_for_themes(alike, monkeypatch) == {"type": "themes", "ask": "q", "failed": True}
    assert "sign-off" not in caplog.text
