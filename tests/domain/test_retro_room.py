"""Hybrid rooms: cards and dots of people who have no device, shown as such."""

from __future__ import annotations

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
    full,
    grouped,
    me,
    moved,
    revealed,
    view,
    voting,
)
from workshopkit.domain.activity import Actor, Contributions, Event, Role, Viewer
from workshopkit.domain.retro import RETRO, RetroOptions, RetroState
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.state import Room
from workshopkit.domain.retro.votes import ROOM, all_ballots
from workshopkit.errors import Refused

CAPPED = RetroOptions(COLUMNS, votes=5, votes_per_card=2)


def counted(people: int) -> Event:
    return e.RoomCounted(A, people)


def room_dot(target: str) -> Event:
    return e.RoomVoteGiven(A, target)


def tally(state: RetroState, target: str, role: Role = Role.FACILITATOR) -> object:
    return view(RETRO.evolve(state, moved("discuss")), role)["tallies"][target]


# Cards


def test_the_room_s_cards_are_nobody_s_share_of_taking_part() -> None:
    """Who wrote them down may stand for many."""
    for_the_room = [
        e.CardAdded(A, key, "glad", f"text of {key}", LEAD.authors["cards"], from_room=True)
        for key in ("r1", "r2")
    ]
    shown = board().given(card("c1"), *for_the_room, moved("group")).state
    assert RETRO.contributed(shown) == {"cards": Contributions((1,))}
    own = board().given(card("f1", LEAD), *for_the_room, moved("group")).state
    assert RETRO.contributed(own) == {"cards": Contributions((1,))}


def test_a_card_from_the_room_is_hidden_like_any_other_until_the_reveal() -> None:
    after = (
        board()
        .when(c.AddCard(A, "glad", "Said aloud", from_room=True), LEAD)
        .then(e.CardAdded(A, "new-1", "glad", "Said aloud", "lead-cards", from_room=True))
    )
    for role in Role:
        assert "Said aloud" not in str(view(after.state, role))
    assert me(after.state, LEAD)["cards"]["items"]["new-1"] == {
        "text": "Said aloud",
        "column": "glad",
        "from_room": True,
    }
    assert me(after.state, ADA)["cards"]["order"] == []
    shown = after.given(revealed("new-1"), moved("group")).state
    for role in Role:
        assert view(shown, role)["cards"]["items"]["new-1"]["from_room"] is True


@pytest.mark.parametrize("who", [ADA, SCREEN, KERNEL], ids=["participant", "screen", "kernel"])
def test_only_a_facilitator_with_a_browser_writes_for_the_room(who: Actor) -> None:
    board().when(c.AddCard(A, "glad", "Text", from_room=True), who).refused("not_allowed")


def test_a_card_from_the_room_is_hers_to_correct_and_bears_nobodys_name() -> None:
    named = RetroOptions(COLUMNS, anonymous=False)
    written = e.CardAdded(A, "r", "glad", "Said aloud", "lead-cards", from_room=True)
    there = board(named).given(written, revealed("r"), moved("group"))
    there.when(c.EditCard(A, "r", "Said better"), LEAD).accepted()
    seen = RETRO.view(there.state, Viewer(Role.PARTICIPANT, names={"lead-cards": "Gwen"}))
    assert "Gwen" not in str(seen)


def test_other_cards_say_nothing_of_the_room() -> None:
    assert "from_room" not in str(view(full("group").state))


# Dots


def test_the_room_has_the_dots_of_all_its_people_and_no_more() -> None:
    spent = voting(counted(2), *[room_dot("c1")] * 5)
    assert me(spent.state, LEAD)["room"] == {"people": 2, "votes": {"c1": 5}, "votes_left": 1}
    last = spent.when(c.GiveVote(A, "c2", from_room=True), LEAD).then(room_dot("c2"))
    last.when(c.GiveVote(A, "c2", from_room=True), LEAD).refused("no_votes_left")
    back = last.when(c.TakeVoteBack(A, "c1", from_room=True), LEAD)
    back.then(e.RoomVoteTakenBack(A, "c1")).when(
        c.GiveVote(A, "c3", from_room=True), LEAD
    ).accepted()


def test_a_room_of_nobody_has_no_dots() -> None:
    voting().when(c.GiveVote(A, "c1", from_room=True), LEAD).refused("no_votes_left")
    voting().when(c.TakeVoteBack(A, "c1", from_room=True), LEAD).refused("no_vote_there")


def test_a_cap_is_so_many_for_each_of_the_room() -> None:
    four = full("vote", CAPPED).given(counted(2), *[room_dot("c4")] * 4)
    four.when(c.GiveVote(A, "c4", from_room=True), LEAD).refused("cap_reached")
    four.when(c.GiveVote(A, "g", from_room=True), LEAD).accepted()


@pytest.mark.parametrize("who", [ADA, SCREEN], ids=["participant", "screen"])
def test_only_a_facilitator_gives_the_rooms_dots(who: Actor) -> None:
    there = voting(counted(2), room_dot("c1"))
    there.when(c.GiveVote(A, "c1", from_room=True), who).refused("not_allowed")
    there.when(c.TakeVoteBack(A, "c1", from_room=True), who).refused("not_allowed")
    there.when(c.CountRoom(A, 3), who).refused("not_allowed")


def test_a_kernel_gives_them_too() -> None:
    voting(counted(1)).when(c.GiveVote(A, "c1", from_room=True), KERNEL).then(room_dot("c1"))


def test_the_rooms_dots_are_not_the_facilitators_own() -> None:
    there = voting(counted(2), room_dot("c1"), dot("c2", LEAD))
    assert me(there.state, LEAD)["votes"] == {"c2": 1}
    there.when(c.TakeVoteBack(A, "c1"), LEAD).refused("no_vote_there")
    assert view(there.state)["voted"] == 1


def test_the_room_cannot_shrink_below_the_dots_that_it_gave() -> None:
    there = voting(counted(2), *[room_dot("c1")] * 4)
    there.when(c.CountRoom(A, 1), LEAD).refused("room_has_voted")
    there.when(c.CountRoom(A, 2), LEAD).then_nothing()
    there.when(c.CountRoom(A, 3), LEAD).then(counted(3))


def test_fewer_dots_for_each_are_refused_where_the_room_has_given_more() -> None:
    state = voting(counted(2), *[room_dot("c1")] * 5).state
    with pytest.raises(Refused, match="more dots"):
        RETRO.adopt(state, RetroOptions(COLUMNS, votes=2))


def test_only_facilitators_see_the_rooms_dots_apart() -> None:
    """PR3: while people vote in nobody's view; afterwards the room may be one person."""
    there = voting(counted(2), room_dot("c1"), dot("c1"))
    for role in Role:
        assert "from_room" not in str(view(there.state, role))
    assert "room" not in me(there.state, ADA)
    assert tally(there.state, "c1") == {"votes": 2, "voters": 2, "from_room": 1}
    for role in (Role.PARTICIPANT, Role.OBSERVER):
        assert tally(there.state, "c1", role) == {"votes": 2, "voters": 2}


@pytest.mark.parametrize(("given", "voters"), [(1, 1), (3, 1), (4, 2), (6, 2)])
def test_the_room_counts_as_the_fewest_people_who_can_have_given_its_dots(
    given: int, voters: int
) -> None:
    there = voting(counted(2), *[room_dot("c1")] * given)
    assert tally(there.state, "c1") == {"votes": given, "voters": voters, "from_room": given}


def test_with_a_cap_it_takes_more_people_to_give_as_many() -> None:
    there = full("vote", CAPPED).given(counted(3), *[room_dot("c4")] * 5)
    assert tally(there.state, "c4") == {"votes": 5, "voters": 3, "from_room": 5}


def test_the_rooms_dots_follow_groups_like_anybodys() -> None:
    there = voting(counted(2), room_dot("c1"), room_dot("c2"), grouped("g", "c1", "c2"))
    there = there.given(room_dot("g"))
    assert me(there.state, LEAD)["room"]["votes"] == {"g": 3}
    back = there.when(c.TakeVoteBack(A, "g", from_room=True), LEAD)
    back.then(e.RoomVoteTakenBack(A, "g"))
    apart = there.given(e.GroupTakenApart(A, "g"))
    assert me(apart.state, LEAD)["room"]["votes_left"] == 4


def test_the_room_is_one_voter_more_among_all_ballots() -> None:
    state = voting(counted(1), room_dot("c1"), dot("c2", BEN)).state
    assert all_ballots(state) == {"ben-ballots": {"c2": 1}, ROOM: {"c1": 1}}
    assert state.room == Room(1, {"c1": 1})
