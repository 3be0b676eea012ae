"""One simulated browser, without any IO."""

from __future__ import annotations

import msgspec
from msgspec import Raw

from workshopkit.rehearsal.screen import Screen, observer_hello, participant_hello
from workshopkit.room.protocol import (
    Ack,
    MeMessage,
    PatchMessage,
    RefusedMessage,
    ServerMessage,
    Welcome,
    encode_message,
)

VIEW = {"workshop": {"live": "a1"}, "activities": {}}


def hear(screen: Screen, message: ServerMessage, *, now: float = 1.0) -> None:
    screen.hear(encode_message(message), now)


def welcome(screen: Screen, version: int) -> None:
    view = Raw(msgspec.json.encode(VIEW))
    hear(screen, Welcome(1, "participant", version, "", view, Raw(b'{"activities":{}}')))


def joined() -> Screen:
    screen = Screen(participant_hello("Ada"))
    welcome(screen, 3)
    return screen


def test_a_view_is_kept_up_by_merge_patches() -> None:
    screen = joined()
    hear(screen, PatchMessage(4, {"workshop": {"live": None}, "people": {"count": 2}}))
    assert screen.view == {"workshop": {}, "activities": {}, "people": {"count": 2}}


def test_what_is_ones_own_is_kept_beside_the_view() -> None:
    screen = joined()
    hear(screen, MeMessage(4, {"activities": {"a1": {"votes_left": 5}}}))
    assert screen.me == {"activities": {"a1": {"votes_left": 5}}}


def test_a_command_is_pending_until_the_view_has_reached_its_version() -> None:
    screen = joined()
    sent = screen.wish({"kind": "poll.withdraw"}, 1.0)
    assert not screen.settled
    hear(screen, Ack(sent.id, 4))
    assert not screen.settled
    hear(screen, PatchMessage(4, {}))
    assert screen.settled


def test_a_refused_command_is_settled_at_once() -> None:
    screen = joined()
    sent = screen.wish({"kind": "poll.withdraw"}, 1.0)
    hear(screen, RefusedMessage("wrong_phase", "Not now.", "Wait.", sent.id))
    assert screen.settled
    assert sent.refused == "wrong_phase"


def test_a_snapshot_replaces_everything_and_settles_what_it_contains() -> None:
    screen = joined()
    sent = screen.wish({"kind": "poll.withdraw"}, 1.0)
    hear(screen, Ack(sent.id, 9))
    hear(screen, PatchMessage(4, {"people": {"count": 2}}))
    welcome(screen, 9)
    assert screen.settled
    assert screen.view == VIEW


def test_only_what_stayed_unanswered_is_sent_again() -> None:
    screen = joined()
    first, second = (screen.wish({"kind": "poll.withdraw"}, 1.0) for _ in range(2))
    hear(screen, Ack(first.id, 4))
    assert screen.unanswered == [second]


def test_a_refusal_before_the_welcome_is_a_shut_door() -> None:
    screen = Screen(observer_hello())
    hear(screen, RefusedMessage("door_locked", "Locked.", "Ask."))
    assert screen.turned_away == "door_locked"
