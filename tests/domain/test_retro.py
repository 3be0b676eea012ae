"""The retro board: who may do what in which phase, and what follows."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.domain.retro import (
    ADA,
    BEN,
    COLUMNS,
    KERNEL,
    LEAD,
    SCREEN,
    A,
    board,
    card,
    dot,
    dots,
    full,
    grouped,
    me,
    moved,
    revealed,
    view,
    voting,
)
from workshopkit.domain.activity import Actor, Role, Viewer
from workshopkit.domain.retro import RETRO, Column, RetroOptions, RetroState
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.board import items
from workshopkit.domain.retro.state import PHASES, Phase
from workshopkit.errors import Refused

RULES = import_module("workshopkit.domain.retro.decide")


def own(who: Actor) -> str:
    return "f1" if who is LEAD else "c3"


PHASES_OF = {
    "add_card": (lambda who: c.AddCard(A, "glad", "New"), "write", "write group"),
    "edit_card": (lambda who: c.EditCard(A, own(who), "New"), "write group", "write group"),
    "delete_card": (
        lambda who: c.DeleteCard(A, own(who)),
        "write group",
        "write group vote discuss act",
    ),
    "move_card": (
        lambda who: c.MoveCard(A, own(who), "sad"),
        "write group",
        "write group vote discuss act",
    ),
    "group_cards": (lambda who: c.GroupCards(A, ("c3", "c4")), "group", "group vote discuss act"),
    "ungroup": (lambda who: c.Ungroup(A, "g"), "group", "group vote discuss act"),
    "take_out": (lambda who: c.TakeOut(A, "c1"), "group", "group vote discuss act"),
    "rename_group": (lambda who: c.RenameGroup(A, "g", "New"), "group", "group vote discuss act"),
    "give_vote": (lambda who: c.GiveVote(A, "g"), "vote", "vote"),
    "take_vote_back": (lambda who: c.TakeVoteBack(A, "c3"), "vote", "vote"),
    "focus": (lambda who: c.Focus(A, "g"), "", "discuss act"),
    "hide_card": (lambda who: c.HideCard(A, "c3"), "", "write group vote discuss act"),
    "show_card": (lambda who: c.ShowCard(A, "c3"), "", "write group vote discuss act"),
    "count_room": (lambda who: c.CountRoom(A, 3), "", "write group vote discuss act"),
    "add_room_card": (lambda who: c.AddCard(A, "glad", "New", True), "", "write group"),
}


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("who", [ADA, LEAD], ids=["participant", "facilitator"])
@pytest.mark.parametrize("name", PHASES_OF)
def test_each_wish_has_its_phases_for_each_role(name: str, who: Actor, phase: Phase) -> None:
    make, participants, facilitators = PHASES_OF[name]
    allowed = (facilitators if who.leads else participants).split()
    attempt = full(phase).when(make(who), who)
    if phase in allowed:
        attempt.accepted()
    elif not allowed:
        attempt.refused("not_allowed")
    else:
        attempt.refused("wrong_phase")


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("name", PHASES_OF)
def test_an_observer_can_only_look(name: str, phase: Phase) -> None:
    full(phase).when(PHASES_OF[name][0](SCREEN), SCREEN).refused("not_allowed")


@pytest.mark.parametrize("who", [ADA, SCREEN], ids=["participant", "observer"])
def test_only_the_facilitator_moves_the_phase(who: Actor) -> None:
    board().when(c.MovePhase(A, "group"), who).refused("not_allowed")


# Writing


def test_a_card_is_hidden_until_the_reveal() -> None:
    after = (
        board()
        .when(c.AddCard(A, "glad", "  Pairing\x00 "), ADA)
        .then(e.CardAdded(A, "new-1", "glad", "Pairing", "ada-cards"))
    )
    seen = view(after.state, Role.FACILITATOR)
    assert (seen["written"], seen["hidden"], seen["cards"]) == (1, 1, {"order": [], "items": {}})
    assert me(after.state, ADA)["cards"] == {
        "order": ["new-1"],
        "items": {"new-1": {"text": "Pairing", "column": "glad"}},
    }
    assert me(after.state, BEN)["cards"] == {"order": [], "items": {}}


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty_text"), (" \n\x07 ", "empty_text"), ("x" * 501, "too_long")],
)
def test_a_card_holds_some_text_and_not_too_much(text: str, code: str) -> None:
    board().when(c.AddCard(A, "glad", text), ADA).refused(code)
    full("write").when(c.EditCard(A, "c3", text), ADA).refused(code)


def test_a_card_may_be_as_long_as_its_limit() -> None:
    board().when(c.AddCard(A, "glad", "x" * 500), ADA).accepted()


def test_a_card_goes_to_a_column_of_the_board() -> None:
    board().when(c.AddCard(A, "mad", "Text"), ADA).refused("unknown_column")
    full("group").when(c.MoveCard(A, "c3", "mad"), ADA).refused("unknown_column")


def test_nobody_fills_the_board_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES, "CARDS_EACH", 2)
    two = board().given(card("c1"), card("c2"))
    two.when(c.AddCard(A, "glad", "Text"), ADA).refused("too_many")
    two.when(c.AddCard(A, "glad", "Text"), BEN).accepted()
    two.given(e.CardDeleted(A, "c1")).when(c.AddCard(A, "glad", "Text"), ADA).accepted()


def test_a_board_takes_only_so_many_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES, "CARDS_LIMIT", 2)
    two = board().given(card("c1"), card("c2"))
    two.when(c.AddCard(A, "glad", "Text"), BEN).refused("too_many")


def test_only_its_owner_changes_a_card() -> None:
    shown = full("group")
    shown.when(c.EditCard(A, "c3", "Mine now"), BEN).refused("not_allowed")
    shown.when(c.EditCard(A, "c3", "Mine now"), LEAD).refused("not_allowed")
    shown.when(c.DeleteCard(A, "c3"), BEN).refused("not_allowed")
    shown.when(c.EditCard(A, "c3", "Better"), ADA).then(e.CardEdited(A, "c3", "Better"))


def test_the_same_text_again_changes_nothing() -> None:
    full("write").when(c.EditCard(A, "c3", " text of c3 "), ADA).then_nothing()


@pytest.mark.parametrize("who", [BEN, LEAD], ids=["participant", "facilitator"])
@pytest.mark.parametrize(
    "wish",
    [
        c.EditCard(A, "c1", "x"),
        c.DeleteCard(A, "c1"),
        c.MoveCard(A, "c1", "sad"),
    ],
)
def test_a_hidden_card_of_someone_else_is_as_if_it_were_not_there(who: Actor, wish: object) -> None:
    """PR1: the refusal is the same as for a card that does not exist."""
    nowhere = board().when(wish, who)
    hidden = board().given(card("c1")).when(wish, who)
    hidden.refused("unknown_card")
    nowhere.refused("unknown_card")
    assert str(hidden.refusal) == str(nowhere.refusal)


def test_an_owner_moves_their_own_card_while_writing_and_nobody_elses() -> None:
    shown = full("write")
    shown.when(c.MoveCard(A, "c3", "sad"), ADA).then(e.CardMoved(A, "c3", "sad"))
    shown.when(c.MoveCard(A, "c3", "glad"), ADA).then_nothing()
    shown.when(c.MoveCard(A, "c3", "sad"), BEN).refused("not_allowed")
    full("group").when(c.MoveCard(A, "c3", "sad"), BEN).then(e.CardMoved(A, "c3", "sad"))


def test_the_facilitator_deletes_any_card_that_everyone_sees() -> None:
    for phase in PHASES:
        full(phase).when(c.DeleteCard(A, "c3"), LEAD).then(e.CardDeleted(A, "c3"))


# Phases


def test_leaving_write_reveals_the_cards_in_a_random_order() -> None:
    board().given(card("c1"), card("c2", BEN)).when(c.MovePhase(A, "vote"), LEAD).then(
        revealed("c2", "c1"), moved("vote")
    )


def test_an_empty_board_moves_on_without_a_reveal() -> None:
    board().when(c.MovePhase(A, "group"), LEAD).then(moved("group"))


def test_moving_to_the_same_phase_changes_nothing() -> None:
    board().given(card("c1")).when(c.MovePhase(A, "write"), LEAD).then_nothing()


def test_there_is_no_other_phase() -> None:
    board().when(c.MovePhase(A, "party"), LEAD).refused("unknown_phase")


def test_back_in_write_what_was_shown_stays_and_what_is_new_is_hidden_until_the_next_reveal() -> (
    None
):
    back = board().given(card("c1"), revealed("c1"), moved("group"), moved("write"), card("c2"))
    seen = view(back.state)
    assert seen["private"] is True
    assert seen["cards"]["order"] == ["c1"]
    back.when(c.MovePhase(A, "group"), LEAD).then(revealed("c2"), moved("group"))


@pytest.mark.parametrize("phase", PHASES)
def test_going_back_loses_nothing(phase: Phase) -> None:
    state = full("act").when(c.MovePhase(A, phase), LEAD)
    after = state.scenario.given(*state.events).state
    assert (len(after.cards), len(after.groups), len(after.ballots)) == (5, 1, 2)


def test_a_card_that_the_facilitator_adds_while_grouping_is_seen_at_once() -> None:
    board().given(moved("group")).when(c.AddCard(A, "glad", "Heard in the room"), LEAD).then(
        e.CardAdded(A, "new-1", "glad", "Heard in the room", "lead-cards"), revealed("new-1")
    )


# Grouping


def test_two_cards_make_a_group_named_after_the_first() -> None:
    after = (
        full("group")
        .when(c.GroupCards(A, ("c3", "c4")), BEN)
        .then(e.CardsGrouped(A, "new-1", ("c3", "c4"), "text of c3"))
    )
    assert view(after.state)["groups"]["items"]["new-1"] == {
        "title": "text of c3",
        "column": "glad",
    }


def test_a_group_may_get_its_title_at_once() -> None:
    full("group").when(c.GroupCards(A, ("c3", "c4"), title=" Letters "), BEN).then(
        e.CardsGrouped(A, "new-1", ("c3", "c4"), "Letters")
    )
    full("group").when(c.GroupCards(A, ("c3", "c4"), title="x" * 121), BEN).refused("too_long")


def test_one_card_is_no_group_however_often_it_is_named() -> None:
    full("group").when(c.GroupCards(A, ("c3", "c3")), BEN).refused("too_few")


def test_one_card_can_join_a_group() -> None:
    full("group").when(c.GroupCards(A, ("c3", "c1"), into="g"), BEN).then(
        e.CardsGrouped(A, "g", ("c3",), "")
    )
    full("group").when(c.GroupCards(A, ("c1",), into="g"), BEN).then_nothing()


def test_only_what_is_on_the_board_can_be_grouped() -> None:
    shown = full("group")
    shown.when(c.GroupCards(A, ("c3", "gone")), BEN).refused("unknown_card")
    shown.when(c.GroupCards(A, ("c3",), into="gone"), BEN).refused("unknown_group")
    shown.when(c.Ungroup(A, "gone"), BEN).refused("unknown_group")
    shown.when(c.RenameGroup(A, "gone", "x"), BEN).refused("unknown_group")
    shown.when(c.TakeOut(A, "gone"), BEN).refused("unknown_card")
    shown.when(c.TakeOut(A, "c3"), BEN).then_nothing()
    shown.when(c.RenameGroup(A, "g", "title of g"), BEN).then_nothing()


def test_cards_taken_into_another_group_leave_a_group_of_one_that_dissolves() -> None:
    after = full("group").when(c.GroupCards(A, ("c1", "c3")), BEN).accepted()
    assert set(view(after.state)["groups"]["items"]) == {"new-1"}
    assert after.state.cards["c2"].group is None


def test_a_facilitator_without_a_browser_of_her_own_can_tidy_the_board() -> None:
    shown = full("group")
    shown.when(c.GroupCards(A, ("c3", "c4")), KERNEL).accepted()
    shown.when(c.Ungroup(A, "g"), KERNEL).accepted()
    shown.when(c.MoveCard(A, "c3", "sad"), KERNEL).accepted()
    shown.when(c.AddCard(A, "glad", "Text"), KERNEL).refused("not_allowed")


# Dots


def test_a_dot_goes_to_a_card_or_a_group() -> None:
    full("vote").when(c.GiveVote(A, "g"), ADA).then(dot("g"))
    full("vote").when(c.GiveVote(A, "c4"), ADA).then(dot("c4"))


@pytest.mark.parametrize("target", ["gone", "c1"])
def test_a_dot_goes_to_nothing_else(target: str) -> None:
    full("vote").when(c.GiveVote(A, target), ADA).refused("unknown_target")


def test_everyone_has_so_many_dots_and_no_more() -> None:
    spent = voting(dot("c1"), dot("c1"), dot("c2"))
    spent.when(c.GiveVote(A, "c3"), ADA).refused("no_votes_left")
    spent.when(c.GiveVote(A, "c3"), BEN).accepted()
    back = spent.when(c.TakeVoteBack(A, "c1"), ADA).then(e.VoteTakenBack(A, "ada-ballots", "c1"))
    assert me(back.state, ADA)["votes_left"] == 1
    back.when(c.GiveVote(A, "c3"), ADA).accepted()


def test_only_ones_own_dots_can_be_taken_back() -> None:
    voting(dot("c1")).when(c.TakeVoteBack(A, "c1"), BEN).refused("no_vote_there")
    voting(dot("c1")).when(c.TakeVoteBack(A, "gone"), ADA).refused("no_vote_there")


def test_grouping_adds_dots_up() -> None:
    state = voting(dot("c1"), dot("c2", BEN), dot("c2")).given(grouped("g", "c1", "c2")).state
    assert dots(state) == {"g": 3}
    assert me(state, ADA)["votes"] == {"g": 2}


def test_a_dot_on_a_card_can_be_taken_back_from_its_group() -> None:
    voting(dot("c2"), grouped("g", "c1", "c2")).when(c.TakeVoteBack(A, "g"), ADA).then(
        e.VoteTakenBack(A, "ada-ballots", "c2")
    )


def test_ungrouping_gives_back_the_groups_own_dots_and_leaves_the_cards_theirs() -> None:
    grown = voting(dot("c1"), grouped("g", "c1", "c2"), dot("g"), dot("g", BEN))
    state = grown.given(e.GroupTakenApart(A, "g")).state
    assert dots(state) == {"c1": 1}
    assert (me(state, ADA)["votes_left"], me(state, BEN)["votes_left"]) == (2, 3)


def test_a_group_that_shrinks_to_one_card_gives_its_dots_back() -> None:
    grown = voting(grouped("g", "c1", "c2"), dot("g"))
    assert me(grown.given(e.CardTakenOut(A, "c1")).state, ADA)["votes_left"] == 3
    assert me(grown.given(e.CardDeleted(A, "c1")).state, ADA)["votes_left"] == 3


def test_deleting_a_card_gives_its_dots_back() -> None:
    state = voting(dot("c1"), dot("c1", BEN)).given(e.CardDeleted(A, "c1")).state
    assert (me(state, ADA)["votes_left"], me(state, BEN)["votes_left"]) == (3, 3)
    assert view(state)["voted"] == 0


@pytest.mark.parametrize("phase", ["write", "group", "vote"])
def test_dots_are_nobodys_to_see_until_voting_has_closed(phase: Phase) -> None:
    """PR3."""
    for role in Role:
        seen = view(full(phase).state, role)
        assert "tallies" not in seen
        assert "ranking" not in seen


def test_the_ranking_is_by_dots_then_by_voters() -> None:
    state = voting(dot("c1"), dot("c1"), dot("c2"), dot("c2", BEN), dot("c3", BEN)).state
    seen = view(RETRO.evolve(state, moved("discuss")))
    assert seen["ranking"] == ["c2", "c1", "c3"]
    assert seen["tallies"]["c2"] == {"votes": 2, "voters": 2}


def test_with_as_many_dots_and_voters_the_older_comes_first() -> None:
    """Older is what was revealed earlier: who wrote first is nobody's to know."""
    late = [card("a0", BEN), revealed("a0"), dot("a0"), dot("c3", BEN), dot("c2"), dot("c2")]
    state = voting(*late).given(grouped("g", "a0", "c1"), moved("discuss")).state
    assert view(state)["ranking"] == ["c2", "g", "c3"]


def test_voting_can_be_opened_again_and_loses_nothing() -> None:
    closed = voting(dot("c1"), dot("c1"), dot("c2", BEN)).given(moved("discuss"))
    again = closed.when(c.MovePhase(A, "vote"), LEAD).then(moved("vote"))
    assert again.state.ballots == closed.state.ballots
    assert "tallies" not in view(again.state)
    assert (me(again.state, ADA)["votes_left"], me(again.state, BEN)["votes_left"]) == (1, 2)
    more = again.when(c.GiveVote(A, "c2"), ADA).accepted()
    more.when(c.GiveVote(A, "c2"), ADA).refused("no_votes_left")
    assert dots(more.state) == {"c1": 2, "c2": 2}


CAPPED = RetroOptions(COLUMNS, votes=5, votes_per_card=2)


def test_one_card_takes_only_so_many_dots_of_one_person() -> None:
    given = full("vote", CAPPED).given(dot("c4"), dot("c4"))
    given.when(c.GiveVote(A, "c4"), ADA).refused("cap_reached")
    given.when(c.GiveVote(A, "c4"), BEN).accepted()
    given.when(c.GiveVote(A, "g"), ADA).accepted()
    back = given.when(c.TakeVoteBack(A, "c4"), ADA).accepted()
    back.when(c.GiveVote(A, "c4"), ADA).accepted()


def test_dots_on_the_cards_of_a_group_count_for_its_cap_and_grouping_them_loses_none() -> None:
    given = full("vote", CAPPED).given(dot("c4"), dot("c4"), dot("f1"), grouped("h", "c4", "f1"))
    assert dots(given.state)["h"] == 3
    given.when(c.GiveVote(A, "h"), ADA).refused("cap_reached")


def test_a_board_without_a_cap_says_nothing_of_one() -> None:
    assert "votes_per_card" not in view(full("vote").state)
    assert view(full("vote", CAPPED).state)["votes_per_card"] == 2


# Focus


def test_the_facilitator_brings_everyone_to_one_thing() -> None:
    talk = full("discuss")
    on = talk.when(c.Focus(A, "g"), LEAD).then(e.FocusMoved(A, "g"))
    assert view(on.state)["focus"] == "g"
    on.when(c.Focus(A, "g"), LEAD).then_nothing()
    off = on.when(c.Focus(A), LEAD).then(e.FocusMoved(A, None))
    assert "focus" not in view(off.state)
    talk.when(c.Focus(A, "c1"), LEAD).refused("unknown_target")


def test_the_focus_ends_with_what_it_was_on() -> None:
    on = full("discuss").given(e.FocusMoved(A, "g"))
    assert "focus" not in view(on.given(e.GroupTakenApart(A, "g")).state)


# Names


def test_an_anonymous_board_names_nobody_even_where_it_could() -> None:
    """PR2."""
    shown = full("group").state
    seen = RETRO.view(shown, Viewer(Role.FACILITATOR, names={"ada-cards": "Ada"}))
    assert "Ada" not in repr(seen)
    assert seen["anonymous"] is True


def test_a_named_board_says_who_wrote_what() -> None:
    shown = full("group", RetroOptions(COLUMNS, anonymous=False)).state
    seen = RETRO.view(shown, Viewer(Role.PARTICIPANT, names={"ada-cards": "Ada"}))
    assert seen["cards"]["items"]["c1"]["author"] == "Ada"
    assert "author" not in seen["cards"]["items"]["f1"]


# Options


def test_two_columns_need_two_ids() -> None:
    with pytest.raises(Refused, match="same id") as refused:
        RETRO.start(RetroOptions((COLUMNS[0], COLUMNS[0])))
    assert refused.value.code == "bad_options"


def adopted(state: RetroState, options: RetroOptions) -> RetroState:
    return RETRO.adopt(state, options)


def test_new_options_keep_what_is_there() -> None:
    state = full("vote").state
    more = (*COLUMNS, Column("mad", {"en": "Mad"}))
    assert adopted(state, RetroOptions(more, votes=9)).cards == state.cards


def test_how_long_a_phase_usually_takes_is_for_everyone_to_see_and_may_change() -> None:
    assert "minutes" not in view(board().state)
    timed = RetroOptions(COLUMNS, votes=3, minutes={"write": 8, "vote": 4})
    state = RETRO.adopt(full("discuss").state, timed)
    assert view(state, Role.FACILITATOR)["minutes"] == {"write": 8, "vote": 4}


@pytest.mark.parametrize(
    "options",
    [
        RetroOptions(COLUMNS[1:]),
        RetroOptions(COLUMNS, anonymous=False),
    ],
    ids=["a column with cards goes", "names are asked for later"],
)
def test_options_that_would_lose_something_are_refused(options: RetroOptions) -> None:
    with pytest.raises(Refused) as refused:
        adopted(full("vote").state, options)
    assert refused.value.code == "would_lose_answers"


def test_nobody_ends_up_with_more_dots_given_than_there_are() -> None:
    state = voting(dot("c1"), dot("c2")).state
    adopted(state, RetroOptions(COLUMNS, votes=2))
    with pytest.raises(Refused, match="more dots"):
        adopted(state, RetroOptions(COLUMNS, votes=1))


def test_a_cap_below_what_somebody_gave_one_card_is_refused() -> None:
    state = voting(dot("c1"), dot("c1"), dot("c2")).state
    assert adopted(state, RetroOptions(COLUMNS, votes=3, votes_per_card=2)) != state
    with pytest.raises(Refused, match="more dots"):
        adopted(state, RetroOptions(COLUMNS, votes=3, votes_per_card=1))


def test_the_same_options_are_never_refused_however_cards_were_grouped() -> None:
    state = full("vote", CAPPED).given(dot("c4"), dot("c4"), dot("f1")).state
    state = RETRO.evolve(state, grouped("h", "c4", "f1"))
    assert adopted(state, CAPPED) is state
    assert adopted(state, RetroOptions(COLUMNS, votes=6, votes_per_card=2)) != state


def test_a_column_that_a_group_stands_in_stays() -> None:
    state = voting(grouped("g", "c1", "c2")).state
    for key in ("c1", "c2", "c3"):
        state = RETRO.evolve(state, e.CardMoved(A, key, "sad"))
    with pytest.raises(Refused, match="column"):
        adopted(state, RetroOptions(COLUMNS[1:], votes=3))


def test_before_the_first_card_the_promise_about_names_may_change() -> None:
    assert adopted(board().state, RetroOptions(COLUMNS, anonymous=False)).options.anonymous is False


def test_what_an_action_is_about_is_named_only_once_everyone_may_see_it() -> None:
    """PR1."""
    hidden = board().given(card("c1")).state
    assert RETRO.name_of(hidden, "c1") is None
    assert RETRO.name_of(full("act").state, "c1") == "text of c1"
    assert RETRO.name_of(full("act").state, "g") == "title of g"
    assert RETRO.name_of(full("act").state, "gone") is None


def test_the_boards_items_are_its_groups_and_the_cards_outside_them() -> None:
    assert items(full("vote").state) == ["g", "c3", "c4", "f1"]
