"""Hiding a card: its words are in no view any more, and everything comes back when it is shown."""

from __future__ import annotations

import pytest

from tests.domain.retro import (
    ADA,
    BEN,
    COLUMNS,
    LEAD,
    A,
    board,
    card,
    dot,
    dots,
    full,
    grouped,
    me,
    view,
    voting,
)
from tests.domain.scenario import Scenario
from tests.domain.workshops import LEAD as LEADER
from tests.domain.workshops import agenda, empty
from workshopkit.domain import workshop
from workshopkit.domain.actions import ActionAboutChanged, AddAction
from workshopkit.domain.activity import Event, Role
from workshopkit.domain.retro import RETRO, RetroOptions
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.state import PHASES, Phase


def hidden(key: str) -> Event:
    return e.CardHidden(A, key)


def shown(key: str) -> Event:
    return e.CardShown(A, key)


@pytest.mark.parametrize("phase", PHASES)
def test_a_hidden_card_is_in_nobodys_view(phase: Phase) -> None:
    """PR12."""
    after = full(phase).when(c.HideCard(A, "c3"), LEAD).then(hidden("c3"))
    for role in Role:
        assert "c3" not in str(view(after.state, role))
    assert RETRO.name_of(after.state, "c3") is None


def test_its_owner_sees_that_it_is_hidden_and_the_facilitator_what_she_hid() -> None:
    state = full("discuss").given(hidden("c3")).state
    words = {"text": "text of c3", "column": "glad", "hidden": True}
    assert me(state, ADA)["cards"]["items"]["c3"] == words
    assert me(state, LEAD)["hidden_cards"] == {"order": ["c3"], "items": {"c3": words}}
    assert "c3" not in str(me(state, BEN))
    assert "hidden_cards" not in me(state, ADA)


def test_hiding_and_showing_twice_change_nothing_more() -> None:
    there = full("group")
    there.when(c.ShowCard(A, "c3"), LEAD).then_nothing()
    away = there.when(c.HideCard(A, "c3"), LEAD).accepted()
    away.when(c.HideCard(A, "c3"), LEAD).then_nothing()
    back = away.when(c.ShowCard(A, "c3"), LEAD).then(shown("c3"))
    assert back.state == there.state


def test_only_a_revealed_card_can_be_hidden() -> None:
    """PR1: one that is not is as if it were not there."""
    unrevealed = board().given(card("c1"))
    unrevealed.when(c.HideCard(A, "c1"), LEAD).refused("unknown_card")
    unrevealed.when(c.ShowCard(A, "c1"), LEAD).refused("unknown_card")
    unrevealed.when(c.HideCard(A, "gone"), LEAD).refused("unknown_card")


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (c.MoveCard(A, "c3", "sad"), "unknown_card"),
        (c.GroupCards(A, ("c3", "c4")), "unknown_card"),
        (c.TakeOut(A, "c3"), "unknown_card"),
        (c.EditCard(A, "c3", "Mine"), "unknown_card"),
        (c.DeleteCard(A, "c3"), "unknown_card"),
    ],
)
def test_to_others_it_is_as_if_it_were_not_there(wish: object, code: str) -> None:
    away = full("group").given(hidden("c3"))
    away.when(wish, BEN).refused(code)
    gone = full("group").given(e.CardDeleted(A, "c3")).when(wish, BEN)
    assert str(gone.refusal) == str(away.when(wish, BEN).refusal)


def test_no_dot_and_no_talk_goes_to_it() -> None:
    away = full("vote").given(hidden("c3"))
    away.when(c.GiveVote(A, "c3"), BEN).refused("unknown_target")
    away.when(c.TakeVoteBack(A, "c3"), ADA).refused("no_vote_there")
    talk = full("discuss").given(e.FocusMoved(A, "c3"), hidden("c3"))
    assert "focus" not in view(talk.state)
    talk.when(c.Focus(A, "c3"), LEAD).refused("unknown_target")


def test_hiding_changes_nothing_of_how_people_took_part() -> None:
    """PR10: whose dots were on it alone has still given them."""
    voted = voting(dot("c1"), dot("c2", BEN)).given(e.PhaseMoved(A, "discuss"))
    before = RETRO.contributed(voted.state)
    assert RETRO.contributed(voted.given(hidden("c1")).state) == before
    assert RETRO.contributed(voted.given(hidden("c1"), shown("c1")).state) == before


def test_its_owner_may_still_change_it_and_take_it_away() -> None:
    away = full("group").given(hidden("c3"))
    edited = away.when(c.EditCard(A, "c3", "Kinder"), ADA).accepted()
    assert "Kinder" not in str(view(edited.state))
    assert me(edited.state, LEAD)["hidden_cards"]["items"]["c3"]["text"] == "Kinder"
    deleted = edited.when(c.DeleteCard(A, "c3"), ADA).accepted()
    assert me(deleted.state, LEAD)["hidden_cards"]["order"] == []
    away.when(c.DeleteCard(A, "c3"), LEAD).accepted()


# Groups


def test_a_group_that_was_called_after_it_is_called_after_another() -> None:
    named = full("group").given(e.CardsGrouped(A, "h", ("c3", "c4"), "text of c3"), hidden("c3"))
    assert view(named.state)["groups"]["items"]["h"]["title"] == "text of c4"


def test_so_is_one_that_it_has_left_or_whose_words_have_been_edited_since() -> None:
    made = e.CardsGrouped(A, "h", ("c3", "c4", "f1"), "text of c3")
    left = full("group").given(made, e.CardTakenOut(A, "c3"))
    edited = left.given(e.CardEdited(A, "c3", "Other words"), hidden("c3"))
    assert view(edited.state)["groups"]["items"]["h"]["title"] == "text of c4"


def test_a_group_keeps_the_name_that_somebody_gave_it() -> None:
    assert "title of g" in str(view(full("group").given(hidden("c1")).state))


def test_a_group_stays_with_its_dots_while_one_of_its_cards_is_seen() -> None:
    talk = voting(dot("c2"), grouped("g", "c1", "c2"), dot("g"), hidden("c1"))
    assert dots(talk.state) == {"g": 2}
    alone = talk.given(hidden("c2"))
    assert view(alone.state)["groups"]["order"] == []
    assert dots(alone.state) == {}
    alone.when(c.GiveVote(A, "g"), ADA).refused("unknown_target")
    back = alone.given(shown("c2"), shown("c1"))
    assert dots(back.state) == {"g": 2}


def test_a_group_whose_cards_were_all_hidden_is_called_after_the_first_that_is_back() -> None:
    made = e.CardsGrouped(A, "h", ("c3", "c4"), "text of c3")
    away = full("group").given(made, hidden("c4"), hidden("c3"))
    back = away.given(shown("c4"))
    assert view(back.state)["groups"]["items"]["h"]["title"] == "text of c4"


# Dots


def test_its_dots_go_back_to_their_owners_and_return_with_it() -> None:
    away = voting(dot("c1"), dot("c1"), dot("c1", BEN), hidden("c1"))
    assert (me(away.state, ADA)["votes_left"], me(away.state, BEN)["votes_left"]) == (3, 3)
    assert dots(away.state) == {}
    back = away.given(shown("c1"))
    assert dots(back.state) == {"c1": 3}


def test_dots_given_elsewhere_meanwhile_stay_there() -> None:
    elsewhere = voting(dot("c1"), dot("c1"), hidden("c1"), dot("c2"), dot("c2"))
    back = elsewhere.given(shown("c1"))
    assert dots(back.state) == {"c1": 1, "c2": 2}
    assert me(back.state, ADA)["votes_left"] == 0


def test_a_lower_cap_holds_for_dots_that_return_too() -> None:
    away = voting(dot("c1"), dot("c1"), hidden("c1")).state
    capped = RETRO.adopt(away, RetroOptions(COLUMNS, votes=3, votes_per_card=1))
    assert dots(RETRO.evolve(capped, shown("c1"))) == {"c1": 1}


def test_how_many_have_voted_does_not_tell_who_had_voted_for_it() -> None:
    """PR3: the count stays, however many of them gave a dot to nothing else."""
    there = voting(dot("c1"), dot("c2", BEN), hidden("c1"))
    assert view(there.state)["voted"] == 2
    assert view(there.given(e.CardDeleted(A, "c1")).state)["voted"] == 1


# Actions


def test_an_action_no_longer_says_what_it_came_from_until_that_is_shown_again() -> None:
    there = _retro_with_an_action("c1")
    away = there.when(c.HideCard("board", "c1"), LEADER).then(
        e.CardHidden("board", "c1"), ActionAboutChanged("new-1", "")
    )
    assert "Blame" not in str([workshop.view(away.state, role) for role in Role])
    back = away.when(c.ShowCard("board", "c1"), LEADER).then(
        e.CardShown("board", "c1"), ActionAboutChanged("new-1", "Blame")
    )
    assert back.state.team.actions["new-1"].about == "Blame"


def test_nor_what_its_group_was_called_after_it() -> None:
    there = _retro_with_an_action("g")
    away = there.when(c.HideCard("board", "c1"), LEADER).then(
        e.CardHidden("board", "c1"), ActionAboutChanged("new-1", "Praise")
    )
    assert "Blame" not in str([workshop.view(away.state, role) for role in Role])


def test_actions_about_other_things_stay_as_they_are() -> None:
    there = _retro_with_an_action("c3")
    there.when(c.HideCard("board", "c1"), LEADER).then(e.CardHidden("board", "c1"))


def _retro_with_an_action(target: str) -> Scenario:
    texts = {"c1": "Blame", "c2": "Praise", "c3": "Letters"}
    cards = [e.CardAdded("board", key, "glad", text, "x") for key, text in texts.items()]
    there = empty().given(*agenda(), *cards, e.CardsRevealed("board", tuple(texts)))
    if target == "g":
        there = there.given(e.CardsGrouped("board", "g", ("c1", "c2"), "Blame"))
    about = AddAction("Talk", activity="board", target=target)
    return there.given(e.PhaseMoved("board", "act")).when(about, LEADER).accepted()
