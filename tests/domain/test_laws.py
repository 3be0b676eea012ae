"""What holds whatever people wish, in whatever order: several actors, random commands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.domain.scenario import FixedContext
from tests.domain.workshops import KINDS, LEAD, SCREEN, agenda, created, joined
from workshopkit.domain import poll, workshop
from workshopkit.domain.actions import AddAction
from workshopkit.domain.activity import Actor, Command, Event, Role
from workshopkit.domain.people import pseudonym
from workshopkit.domain.retro import RetroState
from workshopkit.domain.retro import commands as c
from workshopkit.domain.retro import events as re_
from workshopkit.domain.retro.board import items, shown
from workshopkit.domain.retro.state import PHASES
from workshopkit.domain.retro.votes import ROOM, all_ballots, dots_by_item, fits, left
from workshopkit.domain.workshop import WorkshopState
from workshopkit.domain.workshop import commands as wc
from workshopkit.errors import Refused
from workshopkit.log.base import Recorded
from workshopkit.room.vocabulary import Vocabulary

VOCABULARY = Vocabulary(KINDS)
PEOPLE = tuple(Actor(Role.PARTICIPANT, name * 64, f"person-{name}") for name in "abc")
ACTORS = (LEAD, *PEOPLE, SCREEN)
LEADS = Role.FACILITATOR
PLANTED = re.compile(r"planted-\d{4}")
Make = Callable[["Meeting", int, int], Command]
GROUPING_WISHES: Mapping[str, Make] = {
    "move_card": lambda on, first, second: c.MoveCard(
        "board", on.card(first), _column(second), on.act()
    ),
    "group_cards": lambda on, first, second: c.GroupCards(
        "board", (on.card(first), on.card(second)), act=on.act()
    ),
    "join_group": lambda on, first, second: c.GroupCards(
        "board", (on.card(first),), into=on.group(second), act=on.act()
    ),
    "ungroup": lambda on, first, _: c.Ungroup("board", on.group(first), on.act()),
    "take_out": lambda on, first, _: c.TakeOut("board", on.card(first), on.act()),
    "rename_group": lambda on, first, second: c.RenameGroup(
        "board", on.group(first), f"Title {second}", on.act()
    ),
}
BOARD_WISHES: Mapping[str, Make] = {
    **GROUPING_WISHES,
    "undo": lambda on, first, _: c.Undo("board", _pick(on.acts[-4:], first)),
    "add_card": lambda on, first, second: c.AddCard(
        "board", _column(second), on.plant(), from_room=first > 7
    ),
    "edit_card": lambda on, first, _: c.EditCard("board", on.card(first), on.plant()),
    "delete_card": lambda on, first, _: c.DeleteCard("board", on.card(first)),
    "hide_card": lambda on, first, _: c.HideCard("board", on.card(first)),
    "show_card": lambda on, first, _: c.ShowCard("board", _pick(sorted(on.board.hidden), first)),
    "give_vote": lambda on, first, _: c.GiveVote("board", on.target(first)),
    "take_vote_back": lambda on, first, _: c.TakeVoteBack("board", on.target(first)),
    "give_room_vote": lambda on, first, _: c.GiveVote("board", on.target(first), True),
    "take_room_vote_back": lambda on, first, _: c.TakeVoteBack("board", on.target(first), True),
    "count_room": lambda on, first, _: c.CountRoom("board", first % 4),
    "focus": lambda on, first, _: c.Focus("board", on.target(first)),
    "retro_phase": lambda on, first, _: c.MovePhase("board", PHASES[first % len(PHASES)]),
}
OTHER_WISHES: Mapping[str, Make] = {
    "answer": lambda on, *_: poll.Answer("poll", on.plant()),
    "withdraw": lambda *_: poll.Withdraw("poll"),
    "ask": lambda on, first, _: poll.MovePhase("poll", poll.PHASES[first % 2]),
    "live": lambda on, first, _: wc.MakeLive(("board", "poll", "board", None, "gone")[first % 5]),
    "action": lambda on, first, _: AddAction("Do it", activity="board", target=on.target(first)),
    "timer": lambda on, first, _: wc.StartTimer(first),
    "options": lambda on, first, second: wc.ChangeActivity("board", {}, _options(first, second)),
}
WISHES = {**BOARD_WISHES, **OTHER_WISHES}
FREQUENT = ("add_card", "give_vote", "give_room_vote", "group_cards", "hide_card", "undo")
LED = {"hide_card", "show_card", "give_room_vote", "take_room_vote_back", "count_room", "focus"}
"""Only she may: others try now and then."""
wishes = st.tuples(
    st.sampled_from([*BOARD_WISHES, *BOARD_WISHES, *FREQUENT, *OTHER_WISHES]),
    st.sampled_from([LEAD, LEAD, LEAD, *PEOPLE, *PEOPLE, SCREEN]),
    st.integers(0, 9),
    st.integers(0, 9),
)
Wish = tuple[str, Actor, int, int]


class Meeting:
    """A workshop that wishes are thrown at, and every event that came of them."""

    def __init__(self, *, anonymous: bool, phase: int = 0) -> None:
        self.context = FixedContext()
        self.events: list[Event] = []
        self.state = WorkshopState(kinds=KINDS)
        self._carry([*created(), *agenda(anonymous=anonymous)])
        for person in PEOPLE:
            self.state, _ = joined(self.state, person.secret, f"Name {person.secret[0]}")
        self.planted = 0
        self.acts: list[str] = []
        self.said: dict[str, set[str]] = {}
        """All that each card has ever said."""
        for actor in (*PEOPLE, *PEOPLE):
            self.wish(("add_card", actor, 0, 0))
            self.wish(("answer", LEAD, 0, 0))
        if phase:
            self._come_this_far()
        self.wish(("retro_phase", LEAD, phase, 0))

    def _come_this_far(self) -> None:
        """A group, dots on it and on what is in it, and actions about both."""
        for step in (("retro_phase", 2, 0), ("count_room", 2, 0), ("give_room_vote", 0, 0)):
            self.wish((step[0], LEAD, *step[1:]))
        for person, target in zip(PEOPLE, range(3), strict=True):
            self.wish(("give_vote", person, target, 0))
        self.wish(("group_cards", LEAD, 0, 1))
        for person in PEOPLE:
            self.wish(("give_vote", person, 0, 0))
        for target in range(2):
            self.wish(("action", LEAD, target, 0))

    @property
    def board(self) -> RetroState:
        return self.state.agenda["board"].state  # type: ignore[no-any-return]

    @property
    def poll(self) -> poll.PollState:
        return self.state.agenda["poll"].state  # type: ignore[no-any-return]

    def wish(self, wish: Wish) -> None:
        """Try it. Neither deciding nor evolving may change the state that it was given."""
        name, actor, first, second = wish
        if name in LED and second < 8:
            actor = LEAD
        command = WISHES[name](self, first, second)
        before, shown = self.state, repr(self.state)
        try:
            self._carry(workshop.decide(before, command, actor, self.context))
        except Refused:
            assert self.state is before
        assert repr(before) == shown

    def replayed(self, events: Sequence[Event]) -> WorkshopState:
        """The state that these events lead to once the log has written and read them."""
        state = workshop.with_people(WorkshopState(kinds=KINDS), self.state.people.values())
        for event in events:
            state = workshop.evolve(state, VOCABULARY.read_event(_through_the_log(event)))
        return state

    def _carry(self, events: Sequence[Event]) -> None:
        for event in events:
            self.state = workshop.evolve(self.state, event)
            if isinstance(event, re_.CardAdded | re_.CardEdited):
                self.said.setdefault(event.card, set()).add(event.text)
        self.events += events

    def plant(self) -> str:
        self.planted += 1
        return f"planted-{self.planted:04}"

    def act(self) -> str:
        self.acts.append(f"act-{len(self.acts)}")
        return self.acts[-1]

    def card(self, number: int) -> str:
        return _pick([*self.board.cards], number)

    def group(self, number: int) -> str:
        return _pick([*self.board.groups], number)

    def target(self, number: int) -> str:
        return _pick([*items(self.board), *self.board.cards], number)


def _column(number: int) -> str:
    return ("glad", "sad", "mad")[number % 3]


def _options(first: int, second: int) -> dict[str, Any]:
    columns = [{"id": _column(number), "title": {}} for number in range(1 + second % 3)]
    return {"columns": columns, "votes": 2 + first, "votes_per_card": (None, 1, 3)[second % 3]}


def _pick(known: Sequence[str], number: int) -> str:
    """One of them, or now and then one that is not there."""
    return known[number % len(known)] if known and number < 9 else "gone"


def _through_the_log(event: Event) -> Recorded:
    new = VOCABULARY.write_event(event, event.stream)
    return Recorded(0, new.stream, new.type, new.data, FixedContext().now)


def _planted_in(view: object) -> set[str]:
    return set(PLANTED.findall(json.dumps(view)))


def _shown_to_all(meeting: Meeting) -> set[str]:
    """What everyone may see: revealed cards, groups' titles, results, actions."""
    board = meeting.board
    shown: set[str] = {board.cards[key].text for key in board.order if key not in board.hidden}
    shown |= {board.groups[key].title for key in items(board) if key in board.groups}
    shown |= {action.about for action in meeting.state.team.actions.values()}
    if meeting.poll.phase == "results":
        shown |= set(meeting.poll.rounds[-1].counts)
    return shown


def _shown_to(meeting: Meeting, actor: Actor, *, anonymous: bool) -> set[str]:
    """What is a person's own: their cards, and their answer of this round."""
    named = actor.person and not anonymous
    author = actor.person if named else pseudonym(actor.secret, "board", "cards")
    answers = meeting.poll.answers.get(pseudonym(actor.secret, "poll", "answers"), ())
    own = {card.text for card in meeting.board.cards.values() if card.author == author}
    hidden = {meeting.board.cards[key].text for key in meeting.board.hidden if actor.role is LEADS}
    return own | hidden | set(answers)


def _holds_null(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_null, value.values()))
    return value is None or (isinstance(value, list) and any(map(_holds_null, value)))


def _check_votes(board: RetroState) -> None:
    there = set(items(board))
    assert fits(board)
    assert left(board, ROOM) >= 0
    for ballot in all_ballots(board).values():
        assert min(ballot.values(), default=1) > 0
        dots = dots_by_item(board, ballot)
        assert sum(dots.values()) == sum(ballot.values())
        assert set(dots) <= there
    for ballot in board.ballots.values():
        assert 0 < sum(ballot.values()) <= board.options.votes
        assert max(ballot.values()) <= (board.options.votes_per_card or board.options.votes)
    assert sum(board.room.ballot.values()) <= board.options.votes * board.room.people
    assert not {*shown(board), *there} & set(board.aside)


def _check_board(board: RetroState) -> None:
    assert set(board.order) == {key for key, card in board.cards.items() if card.revealed}
    assert len(board.order) == len(set(board.order))
    assert board.hidden <= set(board.order)
    in_groups = [card.group for card in board.cards.values() if card.group]
    assert set(in_groups) == set(board.groups)
    assert all(in_groups.count(group) >= 2 for group in board.groups)
    assert board.focus is None or board.focus in items(board)
    columns = {column.id for column in board.options.columns}
    assert {card.column for card in board.cards.values()} <= columns
    assert {group.column for group in board.groups.values()} <= columns


def _check_views(meeting: Meeting) -> None:
    for role in Role:
        view = workshop.view(meeting.state, role)
        assert _planted_in(view) <= _shown_to_all(meeting)
        for hidden in meeting.board.hidden:
            assert not _planted_in(view) & meeting.said[hidden]
        assert not _holds_null(view)
        board = view["activities"].get("board", {})
        if board.get("phase") in ("discuss", "act"):
            dots = sum(tally["votes"] for tally in board["tallies"].values())
            ballots = all_ballots(meeting.board).values()
            assert dots == sum(sum(ballot.values()) for ballot in ballots)
            assert role is LEADS or "from_room" not in json.dumps(board["tallies"])
        else:
            assert not {"tallies", "ranking"} & set(board)


def _check_own(meeting: Meeting, *, anonymous: bool) -> None:
    for actor in ACTORS:
        me = workshop.me(meeting.state, actor, None)
        assert _planted_in(me) <= _shown_to(meeting, actor, anonymous=anonymous)
        assert not _holds_null(me)
        own = me["activities"].get("board", {})
        assert own.get("votes_left", 0) >= 0
        assert actor.role is LEADS or not {"room", "hidden_cards"} & set(own)


@given(st.booleans(), st.integers(0, 4), st.lists(wishes, min_size=25, max_size=60))
@settings(max_examples=200)
def test_whatever_people_wish(anonymous: bool, phase: int, steps: list[Wish]) -> None:
    """PR1, PR3, PR4: nobody sees what is hidden, nobody overspends, nothing else is lost."""
    meeting = Meeting(anonymous=anonymous, phase=phase)
    for step in steps:
        meeting.wish(step)
        _check_votes(meeting.board)
        _check_board(meeting.board)
        _check_views(meeting)
        _check_own(meeting, anonymous=anonymous)


@given(
    st.sampled_from(["group", "discuss", "act"]),
    st.lists(wishes, max_size=40),
    st.lists(st.tuples(st.sampled_from([*GROUPING_WISHES]), st.integers(0, 9), st.integers(0, 9))),
)
@settings(max_examples=200)
def test_an_act_of_grouping_that_is_taken_back_leaves_no_trace(
    phase: str, steps: list[Wish], acts: list[tuple[str, int, int]]
) -> None:
    meeting = Meeting(anonymous=True)
    for step in steps:
        meeting.wish(step)
    meeting.wish(("retro_phase", LEAD, PHASES.index(phase), 0))
    for name, first, second in acts:
        before = meeting.board
        meeting.wish((name, LEAD, first, second))
        if meeting.board != before:
            meeting.wish(("undo", LEAD, len(meeting.acts[-4:]) - 1, 0))
            after = replace(meeting.board, acts=before.acts, focus=before.focus)
            assert after == before


@given(st.booleans(), st.integers(0, 4), st.lists(wishes, min_size=30, max_size=80))
@settings(max_examples=200)
def test_the_log_tells_the_same_story_again(anonymous: bool, phase: int, steps: list[Wish]) -> None:
    """Read back as it was committed, or stream after stream as a room that opens does."""
    meeting = Meeting(anonymous=anonymous, phase=phase)
    for step in steps:
        meeting.wish(step)
    by_stream = sorted(meeting.events, key=lambda event: event.stream, reverse=True)
    assert meeting.replayed(meeting.events) == meeting.state
    assert meeting.replayed(by_stream) == meeting.state


@given(st.integers(0, 4), st.lists(wishes, min_size=10, max_size=40))
@settings(max_examples=60)
def test_an_anonymous_log_names_neither_people_nor_secrets(phase: int, steps: list[Wish]) -> None:
    """PR2."""
    meeting = Meeting(anonymous=True, phase=phase)
    for step in steps:
        meeting.wish(step)
    written = b"".join(_through_the_log(event).data for event in meeting.events).decode()
    for person in PEOPLE:
        for trace in (person.secret, person.person, f"Name {person.secret[0]}"):
            assert trace not in written
    assert not any(known.secret_hash in written for known in meeting.state.people.values())
