"""Dots: how many there are, where they count, and what becomes of them when their place goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from workshopkit.domain.retro.state import RetroState

Ballots = Mapping[str, Mapping[str, int]]
ROOM = "room"
"""The voter that stands for everyone in the room without a device."""


def all_ballots(state: RetroState) -> Ballots:
    """Everyone's dots, the room's as well."""
    return {**state.ballots, ROOM: state.room.ballot}


def ballot_of(state: RetroState, voter: str) -> Mapping[str, int]:
    return state.room.ballot if voter == ROOM else state.ballots.get(voter, {})


def budget(state: RetroState, voter: str) -> int:
    """Dots that someone has; the room has those of all its people."""
    return state.options.votes * (state.room.people if voter == ROOM else 1)


def cap(state: RetroState, voter: str) -> int:
    """Dots that someone may give to one card or group."""
    each = state.options.votes_per_card
    if each is None:
        return budget(state, voter)
    return each * (state.room.people if voter == ROOM else 1)


def left(state: RetroState, voter: str) -> int:
    """Dots that someone can still give."""
    return budget(state, voter) - sum(ballot_of(state, voter).values())


def fits(state: RetroState) -> bool:
    """Whether nobody has given more dots than there are, nor more in one place than may be.

    The cap is looked at when a dot is given: cards grouped later bring theirs along.
    """
    return all(
        left(state, voter) >= 0 and max(ballot.values(), default=0) <= cap(state, voter)
        for voter, ballot in all_ballots(state).items()
    )


def dots_by_item(state: RetroState, ballot: Mapping[str, int]) -> dict[str, int]:
    """A ballot as people see it: a group's dots are its own and its cards'."""
    dots: dict[str, int] = {}
    for target, count in ballot.items():
        card = state.cards.get(target)
        item = card.group if card is not None and card.group else target
        dots[item] = dots.get(item, 0) + count
    return dots


def voters_of(state: RetroState, voter: str, dots: int) -> int:
    """How many people one ballot's dots on an item count for.

    Who gave the room's is not known: it counts as the fewest people who could have given them.
    """
    if voter != ROOM:
        return 1
    each = min(state.options.votes, state.options.votes_per_card or state.options.votes)
    return -(-dots // each)


def voted(state: RetroState) -> int:
    """How many people have given a dot: never the room."""
    return len(dots_of_people(state))


def dots_of_people(state: RetroState) -> dict[str, int]:
    """How many dots each person gave, also to what has been hidden since: never the room's.

    So that hiding a card tells nothing of who had given it dots.
    """
    hidden = {*state.hidden, *state.groups}
    given_away = {author: sum(ballot.values()) for author, ballot in state.ballots.items()}
    for key, dots in state.aside.items():
        for author, count in dots.items() if key in hidden else ():
            given_away[author] = min(state.options.votes, given_away.get(author, 0) + count)
    return {author: count for author, count in given_away.items() if author != ROOM}


def given(state: RetroState, voter: str, target: str, dots: int) -> RetroState:
    """The board once so many dots more are there, or fewer."""
    ballot = dict(ballot_of(state, voter))
    ballot[target] = ballot.get(target, 0) + dots
    return _with_ballots(state, {**all_ballots(state), voter: ballot})


def set_aside(state: RetroState, *, keep: Collection[str]) -> RetroState:
    """Dots anywhere but there are their owners' again. They are remembered: see `brought_back`."""
    aside = {key: dict(dots) for key, dots in state.aside.items()}
    for voter, ballot in all_ballots(state).items():
        for target in ballot.keys() - keep:
            aside.setdefault(target, {})[voter] = ballot[target]
    kept = {
        voter: {target: n for target, n in ballot.items() if target in keep}
        for voter, ballot in all_ballots(state).items()
    }
    return replace(_with_ballots(state, kept), aside=aside)


def brought_back(state: RetroState, targets: Iterable[str]) -> RetroState:
    """What comes back to the board gets the dots that their owners have not given elsewhere."""
    for target in targets:
        for voter, dots in state.aside.get(target, {}).items():
            fit = min(dots, left(state, voter), cap(state, voter))
            state = given(state, voter, target, max(0, fit))
        state = forgotten(state, target)
    return state


def forgotten(state: RetroState, target: str) -> RetroState:
    """Nothing is set aside for what never comes back."""
    aside = {key: dots for key, dots in state.aside.items() if key != target}
    return replace(state, aside=aside)


def _with_ballots(state: RetroState, ballots: Ballots) -> RetroState:
    filled = {voter: _without_none(ballot) for voter, ballot in ballots.items()}
    room = replace(state.room, ballot=filled.pop(ROOM))
    people = {voter: ballot for voter, ballot in filled.items() if ballot}
    return replace(state, ballots=people, room=room)


def _without_none(ballot: Mapping[str, int]) -> Mapping[str, int]:
    return {target: dots for target, dots in ballot.items() if dots > 0}
