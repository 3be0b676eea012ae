"""A room for the tests, on a real log, without a loop: wires, browsers, a shell."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import count
from typing import Any

from tests.domain.workshops import KINDS, POLL_OPTIONS, RETRO_OPTIONS, TITLE
from workshopkit.domain import workshop
from workshopkit.domain.activity import Actor, Command, Role, View
from workshopkit.domain.workshop import commands as c
from workshopkit.errors import LogError, Refused
from workshopkit.log.base import EventLog
from workshopkit.room.commit import Held, commit
from workshopkit.room.desk import Desk
from workshopkit.room.patch import merge
from workshopkit.room.protocol import JoinAddress
from workshopkit.room.room import Room
from workshopkit.room.vocabulary import Vocabulary

NOW = datetime(2026, 1, 1, 10, 0, tzinfo=UTC)
VOCABULARY = Vocabulary(KINDS)
ADA, BEN, CLEO = "a" * 64, "b" * 64, "c" * 64
_ids = count(1)


def command_id() -> str:
    return f"{next(_ids):032x}"


class FakeWire:
    """Keeps what is sent. `queued` is what a slow network would not have taken yet."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.queued = 0
        self.closed: tuple[int, str] | None = None

    def send(self, data: bytes) -> None:
        self.sent.append(data)

    def close(self, code: int, reason: str) -> None:
        self.closed = (code, reason)

    def backlog(self) -> int:
        return self.queued

    @property
    def messages(self) -> list[View]:
        return [json.loads(data) for data in self.sent]

    def of(self, kind: str) -> list[View]:
        return [message for message in self.messages if message["type"] == kind]


class Browser:
    """What a browser makes of its messages: a view, what is its own, a version."""

    def __init__(self, wire: FakeWire) -> None:
        self.wire = wire
        self._heard = 0
        self._welcome: View = {}
        self._view: View = {}
        self._me: View = {}
        self._version = -1

    def hear(self) -> Browser:
        """Take in what has arrived since."""
        for message in self.wire.messages[self._heard :]:
            self._take(message)
        self._heard = len(self.wire.sent)
        return self

    @property
    def view(self) -> View:
        return self.hear()._view

    @property
    def me(self) -> View:
        return self.hear()._me

    @property
    def version(self) -> int:
        return self.hear()._version

    def _take(self, message: View) -> None:
        match message["type"]:
            case "welcome":
                self._view, self._me = message["view"], message["me"]
                self._version = message["version"]
            case "patch":
                assert message["version"] >= self._version
                self._version = message["version"]
                self._view = merge(self._view, message["view"])
            case "me":
                self._me = merge(self._me, message["me"])


class Client:
    """A browser tab: a wire, its session, and what the tab makes of it."""

    def __init__(self, house: House, code: str | None = None) -> None:
        self.house = house
        self.wire = FakeWire()
        self.browser = Browser(self.wire)
        self.session = house.room.connect(self.wire, code)

    def say(self, **message: Any) -> None:
        self.say_raw(json.dumps(message))

    def say_raw(self, data: str | bytes) -> None:
        self.house.room.receive(self.session, data, NOW)

    def hello(self, **said: Any) -> None:
        self.say(type="hello", protocol=1, **said)

    def wish(self, kind: str, *, id: str | None = None, **fields: Any) -> str:
        """Send a command; returns its id."""
        sent = id or command_id()
        self.say(type="command", id=sent, command={"kind": kind, **fields})
        return sent

    def refusal(self) -> str:
        """The code of the one refusal so far, which says why and what to do."""
        (refused,) = self.wire.of("refused")
        assert refused["message"].endswith(".")
        assert refused["remedy"].endswith(".")
        return str(refused["code"])


class House:
    """One process: a room on a log, and the commits that its loop would run."""

    def __init__(self, log: EventLog, identity: str, join: JoinAddress | None = None) -> None:
        self.log = log
        held = Held(identity, VOCABULARY.start())
        opened = log.transact(lambda tx: commit(tx, held, (), VOCABULARY), write=False).result()
        self.room = Room(opened.held, VOCABULARY, join)

    def client(self, **said: Any) -> Client:
        """Someone who says hello and is let in, if they may."""
        client = Client(self)
        client.hello(**said)
        self.work()
        return client

    def commit(self, *, people: bool = False) -> None:
        """One batch, in one transaction."""
        held, requests = self.room.held, self.room.take()
        work = self.log.transact(
            lambda tx: commit(tx, held, requests, VOCABULARY, people=people),
            write=bool(requests),
        )
        try:
            self.room.settle(work.result(), NOW)
        except LogError:
            self.room.fail(Refused("try_again", "Not saved just now.", "Try again."))

    def work(self) -> None:
        """Commit all that waits, and tell everyone."""
        while self.room.waits:
            self.commit()
        self.room.flush(NOW)

    def catch_up(self) -> None:
        """Follow the log: others have written."""
        self.commit(people=True)
        self.room.flush(NOW)

    def shown(self, role: Role) -> View:
        view: View = json.loads(json.dumps(workshop.view(self.room.held.state, role)))
        return view

    def own(self, actor: Actor) -> View:
        person = next(
            (each for each in self.room.held.state.people.values() if each.id == actor.person), None
        )
        own: View = json.loads(json.dumps(workshop.me(self.room.held.state, actor, person)))
        return own


def desk(log: EventLog, title: str = "Friday") -> Desk:
    """A workshop with a live board and a poll, as a notebook makes it."""
    led = Desk(log, title=title, team="Payments", kinds=KINDS)
    for command in _agenda():
        led.perform(command)
    led.perform(c.MakeLive(ids_by_key(led)["retro"]))
    return led


def ids_by_key(led: Desk) -> dict[str, str]:
    agenda = led.view()["agenda"]["items"]
    return {item["key"]: activity for activity, item in agenda.items()}


def _agenda() -> list[Command]:
    return [
        c.AddActivity("retro", "retro", TITLE, RETRO_OPTIONS),
        c.AddActivity("poll", "check-in", {"en": "Check-in"}, POLL_OPTIONS),
    ]
