"""Whatever happens in whatever order, what browsers were told adds up to the view (RM5–RM7).

Commands race in two processes, are held up and overtaken, and come back again and again: the log
read anew leads to the live state, and nobody has given more dots than there are (RM2, RM3, RM12).
Who is taken out meanwhile is shown out, and nobody else is (RM14).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.room.house import ADA, BEN, CLEO, Client, House, command_id, desk, ids_by_key
from workshopkit.domain import workshop
from workshopkit.domain.retro import commands as rc
from workshopkit.domain.retro.state import PHASES
from workshopkit.domain.retro.votes import ROOM, fits, left
from workshopkit.domain.workshop import commands as c
from workshopkit.log.base import EventLog
from workshopkit.log.sqlite import SqliteLog
from workshopkit.room.desk import Desk
from workshopkit.room.session import BACKLOG_LIMIT, Attached

ROLES = ("ada", "ada", "ben", "screen", "lead")
WHAT = (
    *("come", "come", "leave", "slow", "calm"),
    *("card", "card", "answer", "phase", "live", "remove", "renew"),
    *("dot", "dot", "dot", "dot", "dot", "dot"),
    *("group", "undo", "hide", "room", "count"),
    *("again", "again", "hold", "release"),
    *("flush", "commit", "follow"),
)
steps = st.lists(
    st.tuples(
        st.sampled_from(WHAT),
        st.integers(0, 9),
        st.booleans(),
    ),
    min_size=20,
    max_size=80,
)
Step = tuple[str, int, bool]
examples = count(1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EventLog]:
    """One log for all examples; each has a workshop of its own."""
    log = SqliteLog(tmp_path_factory.mktemp("log") / "log.db")
    yield log
    log.close()


class Said(NamedTuple):
    """A command that was sent, and may come again."""

    client: Client
    id: str
    kind: str
    fields: Mapping[str, object]


class Town:
    """Two processes with a room on the same workshop, and browsers in both."""

    def __init__(self, log: EventLog, title: str) -> None:
        self.led: Desk = desk(log, title)
        self.ids = ids_by_key(self.led)
        self.houses = [House(log, self.led.workshop), House(log, self.led.workshop)]
        self.leads = [house.client(ticket=self.led.ticket(), secret=CLEO) for house in self.houses]
        self.clients = [house.client(secret=ADA) for house in self.houses]
        self.said: list[Said] = []
        self.held: list[Said] = []
        for number in range(3):
            self._by(self.clients[0], "card", number)
        self.houses[0].work()
        self.led.perform(rc.MovePhase(self.ids["retro"], "vote"))
        for house in self.houses:
            house.catch_up()

    def do(self, step: Step) -> None:
        what, number, second = step
        house = self.houses[second]
        match what:
            case "come":
                self.clients.append(house.client(**self._said(number)))
            case "phase":
                self.led.perform(rc.MovePhase(self.ids["retro"], PHASES[number % 5]))
            case "live":
                live = (self.ids["retro"], self.ids["check-in"], None)[number % 3]
                self.leads[second].wish("workshop.make_live", activity=live)
            case "renew":
                self.led.perform(c.RenewCode())
            case "remove":
                self._remove(number)
            case "commit" if house.room.waits:
                house.commit()
            case "flush":
                house.work()
            case "follow":
                house.catch_up()
            case _:
                self._wished(what, number, second)

    def _wished(self, what: str, number: int, second: bool) -> None:
        match what:
            case "again" | "hold" if self.said:
                self._repeat(self.said[-1 - number % len(self.said)], second, what == "hold")
            case "release" if self.held:
                self._send(self.held.pop(number % len(self.held)))
            case "hide" | "room" | "count":
                self._led(self.leads[second], what, number)
            case _ if self.clients:
                self._by(self.clients[number % len(self.clients)], what, number)

    def settle(self) -> None:
        """Everything arrives, everyone is calm."""
        for said in self.held:
            self._send(said)
        for client in (*self.clients, *self.leads):
            client.wire.queued = 0
        for _ in range(2):
            for house in self.houses:
                house.work()
                house.catch_up()
        for house in self.houses:
            house.work()

    def _remove(self, number: int) -> None:
        people = list(self.led.view()["people"]["items"])
        if people:
            self.led.perform(c.RemovePerson(people[number % len(people)]))

    def _said(self, number: int) -> dict[str, object]:
        role = ROLES[number % len(ROLES)]
        if role == "lead":
            return {"ticket": self.led.ticket(), "secret": CLEO}
        if role == "screen":
            return {"observe": True}
        return {"secret": ADA if role == "ada" else BEN, "name": f"{role} {number}"}

    def _by(self, client: Client, what: str, number: int) -> None:
        retro, poll = self.ids["retro"], self.ids["check-in"]
        cards = self._cards(client)
        card, other = cards[number % len(cards)], cards[number // 2 % len(cards)]
        match what:
            case "leave":
                client.house.room.disconnect(client.session)
                self.clients.remove(client)
            case "slow" | "calm":
                client.wire.queued = BACKLOG_LIMIT + 1 if what == "slow" else 0
            case "card":
                text = f"no. {number}"
                self._wish(client, "retro.add_card", activity=retro, column="glad", text=text)
            case "dot":
                kind = "retro.take_vote_back" if number > 7 else "retro.give_vote"
                self._wish(client, kind, activity=retro, target=card)
            case "group":
                act = {"cards": [card, other], "act": f"act {number}"}
                self._wish(client, "retro.group_cards", activity=retro, **act)
            case "undo":
                self._wish(client, "retro.undo", activity=retro, act=f"act {number}")
            case "answer":
                self._wish(client, "poll.answer", activity=poll, answer=f"word {number}")

    def _led(self, lead: Client, what: str, number: int) -> None:
        """What only a facilitator may, in either process."""
        retro = self.ids["retro"]
        cards = self._cards(lead)
        match what:
            case "hide":
                kind = "retro.show_card" if number > 5 else "retro.hide_card"
                self._wish(lead, kind, activity=retro, card=cards[number % len(cards)])
            case "room":
                card = {"target": cards[number % len(cards)], "from_room": True}
                self._wish(lead, "retro.give_vote", activity=retro, **card)
            case "count":
                self._wish(lead, "retro.count_room", activity=retro, people=number % 3)

    def _wish(self, client: Client, kind: str, **fields: object) -> None:
        said = Said(client, command_id(), kind, fields)
        self.said.append(said)
        self._send(said)

    def _send(self, said: Said) -> None:
        said.client.wish(said.kind, id=said.id, **said.fields)

    def _repeat(self, said: Said, second: bool, later: bool) -> None:
        """The same command again, by another tab of anybody's: now, or after others."""
        tabs = self.leads if said.client in self.leads else self.clients
        tab = tabs[second % len(tabs)] if tabs else said.client
        again = Said(tab, said.id, said.kind, said.fields)
        self.held.append(again) if later else self._send(again)

    def _cards(self, client: Client) -> list[str]:
        """Every card that there ever was to see, also those that are not on the board now."""
        board = client.house.room.held.state.agenda[self.ids["retro"]].state
        return [*board.order, "gone"]


def _check(client: Client) -> None:
    state = client.session.state
    if isinstance(state, Attached) and state.me is not None:
        workshop.need_right(client.house.room.held.state, state.actor)
        assert client.browser.view == client.house.shown(state.actor.role)
        assert client.browser.me == client.house.own(state.actor)
        assert client.browser.version == client.house.room.held.version


@given(steps)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_snapshots_and_patches_add_up_to_the_view(shared: EventLog, steps: list[Step]) -> None:
    town = Town(shared, title=f"Example {next(examples)}")
    for step in steps:
        town.do(step)
        if step[0] in ("flush", "follow"):
            for client in town.clients:
                if client.house is town.houses[step[2]] and not client.wire.queued:
                    _check(client)
    town.settle()
    shown = [house.room.held.state for house in town.houses]
    assert shown[0] == shown[1]
    replayed = House(shared, town.led.workshop).room.held.state
    assert replayed == shown[0]
    board = replayed.agenda[town.ids["retro"]].state
    assert fits(board)
    for voter in (*board.ballots, ROOM):
        assert left(board, voter) >= 0
    for client in (*town.clients, *town.leads):
        if client.wire.closed == (4403, "removed"):
            continue
        assert isinstance(client.session.state, Attached)
        assert client.session.state.me is not None
        assert client.session.waiting == 0
        _check(client)
