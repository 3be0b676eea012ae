"""The rules of dots: each person's, and the room's, which the facilitator gives."""

from __future__ import annotations

from msgspec.structs import replace

from workshopkit.domain.activity import Actor, Event, need_facilitator
from workshopkit.domain.phases import need_phase
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as e
from workshopkit.domain.retro.board import items, members
from workshopkit.domain.retro.check import unknown_target
from workshopkit.domain.retro.state import RetroState
from workshopkit.domain.retro.votes import ROOM, ballot_of, cap, dots_by_item, fits, left
from workshopkit.errors import Refused


def give_vote(state: RetroState, command: c.GiveVote, actor: Actor) -> list[Event]:
    voter = _voter(command, actor)
    need_phase(state.phase, actor, ("vote",))
    if command.target not in items(state):
        raise unknown_target()
    if left(state, voter) <= 0:
        raise Refused("no_votes_left", "You have given all your dots.", "Take one back first.")
    there = dots_by_item(state, ballot_of(state, voter)).get(command.target, 0)
    if there >= cap(state, voter):
        raise Refused(
            "cap_reached", "You have given all the dots that it may get.", "Choose another card."
        )
    if voter == ROOM:
        return [e.RoomVoteGiven(command.activity, command.target)]
    return [e.VoteGiven(command.activity, voter, command.target)]


def take_vote_back(state: RetroState, command: c.TakeVoteBack, actor: Actor) -> list[Event]:
    voter = _voter(command, actor)
    need_phase(state.phase, actor, ("vote",))
    ballot = ballot_of(state, voter)
    places = (command.target, *members(state, command.target))
    given_to = next((place for place in places if ballot.get(place)), None)
    if given_to is None:
        raise Refused("no_vote_there", "None of your dots is there.", "Look where your dots are.")
    if voter == ROOM:
        return [e.RoomVoteTakenBack(command.activity, given_to)]
    return [e.VoteTakenBack(command.activity, voter, given_to)]


def count_room(state: RetroState, command: c.CountRoom, actor: Actor) -> list[Event]:
    need_facilitator(actor)
    if command.people == state.room.people:
        return []
    if not fits(replace(state, room=replace(state.room, people=command.people))):
        raise Refused(
            "room_has_voted",
            "The room has given more dots than so few people have.",
            "Take some of the room's dots back first.",
        )
    return [e.RoomCounted(command.activity, command.people)]


def _voter(command: c.GiveVote | c.TakeVoteBack, actor: Actor) -> str:
    if command.from_room:
        need_facilitator(actor)
        return ROOM
    return actor.author("ballots")
