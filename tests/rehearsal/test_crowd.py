"""Who simulated people are, and what they wish."""

from __future__ import annotations

from workshopkit.domain.activity import View
from workshopkit.rehearsal.crowd import Participant, names
from workshopkit.room.vocabulary import load_kinds

POLL = {"kind": "poll", "phase": "answer", "form": "words"}
VIEW: View = {
    "workshop": {"live": "a1"},
    "agenda": {"order": ["a1"], "items": {"a1": {"key": "mood"}}},
    "activities": {"a1": POLL},
}


def at_the_poll(name: str = "Ada", *, seed: int = 7) -> Participant:
    person = Participant(name, "ws://nowhere", load_kinds(), seed=seed)
    person.visitor.screen.view = VIEW
    person.visitor.screen.me = {"activities": {"a1": {}}}
    return person


def test_everyone_has_a_name_of_their_own() -> None:
    assert len(set(names(500))) == 500


def test_a_wish_goes_to_the_live_activity() -> None:
    (wish,) = at_the_poll().wishes()
    assert (wish["kind"], wish["activity"]) == ("poll.answer", "a1")


def test_the_seed_and_the_name_decide_what_someone_wishes() -> None:
    assert at_the_poll().wishes() == at_the_poll().wishes()
    assert at_the_poll().wishes() != at_the_poll(seed=8).wishes()
    assert at_the_poll().wishes() != at_the_poll("Bryn").wishes()


def test_nobody_wishes_anything_in_the_lobby() -> None:
    person = at_the_poll()
    person.visitor.screen.view = {"workshop": {}, "activities": {}}
    assert person.wishes() == []
