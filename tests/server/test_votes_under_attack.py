"""One person with fifty sockets gives no more dots than anybody else (RM2, RM12)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from tests.server.serving import SECRET, Served, heard, hello
from workshopkit.domain.workshop.commands import AddActivity, MakeLive
from workshopkit.log import open_log
from workshopkit.log.base import EventLog
from workshopkit.room.desk import Desk

pytestmark = pytest.mark.slow

SOCKETS = 50
VOTES, CAP, PEOPLE = 5, 2, 3
CARDS = 4
OPTIONS = {
    "columns": [{"id": "start", "title": {"en": "Start"}}],
    "votes": VOTES,
    "votes_per_card": CAP,
}


class Voting:
    """A board that is open for dots, and the id of each of its cards."""

    def __init__(self, server: Served) -> None:
        self.server = server
        self._title = f"Attacked {secrets.token_hex(4)}"
        self.workshop = server.workshop(self._title)
        log = open_log(str(server.database))
        try:
            desk = self.desk(log)
            desk.perform(AddActivity("retro", "retro", {"en": "Retro"}, OPTIONS))
            self.activity = desk.view()["agenda"]["order"][0]
            desk.perform(MakeLive(self.activity))
        finally:
            log.close()
        self._open()

    def desk(self, log: EventLog) -> Desk:
        return Desk(log, title=self._title, team="Red", workshop=self.workshop.id)

    def command(self, kind: str, **fields: Any) -> str:
        command = {"kind": f"retro.{kind}", "activity": self.activity, **fields}
        return json.dumps({"type": "command", "id": secrets.token_hex(16), "command": command})

    def give(self, **more: Any) -> list[str]:
        """A dot for each card, more often than any card takes."""
        return [self.command("give_vote", target=card, **more) for card in self.cards * CAP]

    def _open(self) -> None:
        with self.server.socket(self.workshop.code) as socket:
            socket.send(hello(ticket=self.workshop.ticket, secret="f" * 64))
            heard(socket, "welcome")
            wishes = [self.command("add_card", column="start", text=f"{n}") for n in range(CARDS)]
            wishes.append(self.command("count_room", people=PEOPLE))
            wishes.append(self.command("move_phase", phase="vote"))
            for wish in wishes:
                socket.send(wish)
                heard(socket, "ack")
        with self.server.socket(self.workshop.code) as socket:
            socket.send(hello(observe=True))
            view = heard(socket, "welcome")["view"]
            self.cards = view["activities"][self.activity]["cards"]["order"]


@pytest.fixture
def voting(server: Served) -> Voting:
    return Voting(server)


def test_fifty_sockets_of_one_person_never_exceed_the_budget(voting: Voting) -> None:
    shared = voting.give()
    answers = attack(voting, {"secret": SECRET}, shared)
    accepted = {answer["id"] for answer in answers if answer["type"] == "ack"}
    refusals = {answer["code"] for answer in answers if answer["type"] == "refused"}
    assert len(accepted) == VOTES
    assert refusals <= {"no_votes_left", "cap_reached"}
    assert any(json.loads(wish)["id"] in accepted for wish in shared)
    check(voting, own=VOTES, room=0)


def test_nor_do_fifty_sockets_of_facilitators_with_the_rooms(voting: Voting) -> None:
    said = {"ticket": voting.workshop.ticket, "secret": SECRET}
    answers = attack(voting, said, voting.give(from_room=True), from_room=True)
    accepted = {answer["id"] for answer in answers if answer["type"] == "ack"}
    assert len(accepted) == VOTES * PEOPLE
    check(voting, own=0, room=VOTES * PEOPLE)


def attack(
    voting: Voting, said: dict[str, str], shared: Sequence[str], **more: Any
) -> list[dict[str, Any]]:
    """All at once, each sends the shared commands, which count once, and its own."""
    together = Barrier(SOCKETS)

    def tab(number: int) -> list[dict[str, Any]]:
        with voting.server.socket(voting.workshop.code) as socket:
            socket.send(hello(**said))
            heard(socket, "welcome")
            mixed = [*shared, *voting.give(**more)]
            together.wait()
            for wish in mixed[number % len(mixed) :] + mixed[: number % len(mixed)]:
                socket.send(wish)
            return [answer(socket) for _ in mixed]

    with ThreadPoolExecutor(SOCKETS) as tabs:
        return [answer for answers in tabs.map(tab, range(SOCKETS)) for answer in answers]


def answer(socket: Any) -> dict[str, Any]:
    """The next answer to a command."""
    while True:
        message: dict[str, Any] = json.loads(socket.recv(timeout=120))
        if message["type"] in ("ack", "refused"):
            return message


def check(voting: Voting, *, own: int, room: int) -> None:
    """What another process reads in the log."""
    log = open_log(str(voting.server.database))
    try:
        board = voting.desk(log)._caught_up().state.agenda[voting.activity].state
    finally:
        log.close()
    dots = [dots for ballot in board.ballots.values() for dots in ballot.values()]
    assert sum(dots) == own
    assert max(dots, default=0) <= CAP
    assert sum(board.room.ballot.values()) == room
    assert max(board.room.ballot.values(), default=0) <= CAP * PEOPLE
