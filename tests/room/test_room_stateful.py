"""Whatever happens in whatever order, what browsers were told adds up to the view (RM5–RM7).

Who is taken out meanwhile is shown out, and nobody else is (RM14).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.room.house import ADA, BEN, CLEO, Client, House, desk, ids_by_key
from workshopkit.domain import workshop
from workshopkit.domain.activity import Role
from workshopkit.domain.retro import commands as rc
from workshopkit.domain.retro.state import PHASES
from workshopkit.domain.workshop import commands as c
from workshopkit.log.base import EventLog
from workshopkit.log.sqlite import SqliteLog
from workshopkit.room.desk import Desk
from workshopkit.room.session import BACKLOG_LIMIT, Attached

ROLES = ("ada", "ada", "ben", "screen", "lead")
WHAT = (
    *("come", "come", "leave", "slow", "calm"),
    *("card", "card", "dot", "answer", "phase", "live", "remove", "renew"),
    *("flush", "commit", "follow"),
)
steps = st.lists(
    st.tuples(
        st.sampled_from(WHAT),
        st.integers(0, 9),
        st.booleans(),
    ),
    min_size=10,
    max_size=40,
)
Step = tuple[str, int, bool]
examples = count(1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EventLog]:
    """One log for all examples; each has a workshop of its own."""
    log = SqliteLog(tmp_path_factory.mktemp("log") / "log.db")
    yield log
    log.close()


class Town:
    """Two processes with a room on the same workshop, and browsers in both."""

    def __init__(self, log: EventLog, title: str) -> None:
        self.led: Desk = desk(log, title)
        self.ids = ids_by_key(self.led)
        self.houses = [House(log, self.led.workshop), House(log, self.led.workshop)]
        self.leads = [house.client(ticket=self.led.ticket(), secret=CLEO) for house in self.houses]
        self.clients = [house.client(secret=ADA) for house in self.houses]

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
            case _ if self.clients:
                self._by(self.clients[number % len(self.clients)], what, number)

    def settle(self) -> None:
        """Everything arrives, everyone is calm."""
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
        match what:
            case "leave":
                client.house.room.disconnect(client.session)
                self.clients.remove(client)
            case "slow" | "calm":
                client.wire.queued = BACKLOG_LIMIT + 1 if what == "slow" else 0
            case "card":
                client.wish("retro.add_card", activity=retro, column="glad", text=f"no. {number}")
            case "dot":
                cards = client.house.shown(Role.FACILITATOR)["activities"][retro]["cards"]["order"]
                target = cards[number % len(cards)] if cards else "gone"
                client.wish("retro.give_vote", activity=retro, target=target)
            case "answer":
                client.wish("poll.answer", activity=poll, answer=f"word {number}")


def _check(client: Client) -> None:
    state = client.session.state
    if isinstance(state, Attached) and state.me is not None:
        workshop.need_right(client.house.room.held.state, state.actor)
        assert client.browser.view == client.house.shown(state.actor.role)
        assert client.browser.me == client.house.own(state.actor)
        assert client.browser.version == client.house.room.held.version


@given(steps)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    for client in (*town.clients, *town.leads):
        if client.wire.closed == (4403, "removed"):
            continue
        assert isinstance(client.session.state, Attached)
        assert client.session.state.me is not None
        assert client.session.waiting == 0
        _check(client)
