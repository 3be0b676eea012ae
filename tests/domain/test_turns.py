"""Taking turns to talk: everyone with a name once, in a chance order that the log does not tell."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.scenario import Scenario
from tests.domain.workshops import LEAD, SCREEN, empty, joined
from workshopkit.domain import workshop
from workshopkit.domain.activity import Actor, Role
from workshopkit.domain.people import Person, hash_secret
from workshopkit.domain.turns import Turns, in_turn
from workshopkit.domain.workshop import commands as c
from workshopkit.domain.workshop import events as e

ADA = Actor(Role.PARTICIPANT, "a" * 64, "person-a")


def meeting(*names: str) -> Scenario:
    """People of these names have come; "" is somebody without one."""
    scenario = empty()
    for letter, name in zip("abcdefgh", names, strict=False):
        scenario.state, _ = joined(scenario.state, letter * 64, name)
    return scenario


def turns(scenario: Scenario) -> dict[str, Any]:
    return dict(workshop.view(scenario.state, Role.FACILITATOR)["people"]["turns"])


def test_everyone_with_a_name_is_in_the_order_once() -> None:
    mixed = meeting("Ada", "Ben", "", "Dev").when(c.MixTurns(), LEAD).then(e.TurnsSet("new-1"))
    assert sorted(turns(mixed)["order"]) == ["person-a", "person-b", "person-d"]
    assert turns(mixed)["heard"] == 0


def test_the_turn_goes_on_and_back_and_the_order_stays() -> None:
    mixed = meeting("Ada", "Ben").given(e.TurnsSet("key"))
    on = mixed.when(c.PassTurn(1), LEAD).then(e.TurnsSet("key", 1))
    assert turns(on) == {"order": turns(mixed)["order"], "heard": 1}
    on.when(c.PassTurn(1), LEAD).then_nothing()
    assert turns(on.when(c.PassTurn(0), LEAD).accepted()) == turns(mixed)
    over = on.when(c.PassTurn(9), LEAD).accepted()
    assert turns(over)["heard"] == 2


def test_a_new_order_begins_from_the_start_and_an_ended_one_is_gone() -> None:
    spoken = meeting("Ada", "Ben").given(e.TurnsSet("key", 2))
    assert turns(spoken.when(c.MixTurns(), LEAD).accepted())["heard"] == 0
    ended = spoken.when(c.EndTurns(), LEAD).then(e.TurnsSet())
    assert "turns" not in workshop.view(ended.state, Role.FACILITATOR)["people"]
    ended.when(c.EndTurns(), LEAD).then_nothing()
    ended.when(c.PassTurn(1), LEAD).refused("no_turns")


def test_who_comes_meanwhile_comes_last_and_who_is_talking_goes_on() -> None:
    """Whatever the key says of them."""
    for number in range(20):
        mixed = meeting("Ada", "Ben", "").given(e.TurnsSet(f"key {number}", 1))
        before = turns(mixed)
        for letter, name in (("d", "Dev"), ("e", "Ed")):
            mixed.state, _ = joined(mixed.state, letter * 64, name)
        late = ["person-d", "person-e"]
        assert turns(mixed) == {"order": [*before["order"], *late], "heard": 1}
        on = mixed.when(c.PassTurn(3), LEAD).then(e.TurnsSet(f"key {number}", 3))
        assert turns(on)["order"] == [*before["order"], *late]


def test_who_gives_a_name_only_then_comes_last_as_well() -> None:
    mixed = meeting("", "Ben", "Cleo").given(e.TurnsSet("key", 2))
    ada = next(one for one in mixed.state.people.values() if one.id == "person-a")
    mixed.state = workshop.with_beside(mixed.state, Person(ada.id, ada.secret_hash, "Ada"))
    assert turns(mixed)["order"][2:] == ["person-a"]


def test_those_who_were_there_when_a_room_opens_are_not_late_and_a_new_order_is_for_all() -> None:
    opened = empty().given(e.TurnsSet("key", 1))
    people = [Person(f"id-{name}", hash_secret(name), name) for name in "abcd"]
    opened.state = workshop.with_people(opened.state, people)
    assert turns(opened)["order"] == in_turn(Turns("key"), people)
    opened.state, _ = joined(opened.state, "e" * 64, "Ed")
    assert turns(opened)["order"][-1] == "person-e"
    again = opened.given(e.TurnsSet("other"))
    everyone = list(again.state.people.values())
    assert turns(again)["order"] == in_turn(Turns("other"), everyone)


@pytest.mark.parametrize("who", [ADA, SCREEN])
@pytest.mark.parametrize("command", [c.MixTurns(), c.PassTurn(1), c.EndTurns()])
def test_the_facilitator_alone_says_whose_turn_it_is(who: Actor, command: object) -> None:
    meeting("Ada").given(e.TurnsSet("key")).when(command, who).refused("not_allowed")


def test_nobody_else_sees_the_order() -> None:
    """PR5."""
    mixed = meeting("Ada", "Ben").given(e.TurnsSet("key", 1))
    for role in (Role.PARTICIPANT, Role.OBSERVER):
        seen = json.dumps(workshop.view(mixed.state, role))
        assert "turns" not in seen
        assert "person-" not in seen


def test_the_log_does_not_tell_who_was_there() -> None:
    """PR2: it would say who had come by then."""
    attempts = [meeting("Ada", "Ben").when(c.MixTurns(), LEAD), meeting().when(c.MixTurns(), LEAD)]
    assert attempts[0].events == attempts[1].events


@given(st.sets(st.text("abcdef", min_size=1, max_size=4), max_size=20), st.text(min_size=1))
def test_the_order_is_the_same_for_whoever_works_it_out(names: set[str], key: str) -> None:
    people = [Person(f"id-{name}", hash_secret(name), name) for name in sorted(names)]
    found = in_turn(Turns(key), people)
    assert sorted(found) == [person.id for person in people]
    assert in_turn(Turns(key, heard=3), reversed(people)) == found
    if len(people) > 1:
        assert in_turn(Turns(key), people[1:]) == [one for one in found if one != people[0].id]


def test_every_order_comes_up() -> None:
    people = [Person(name, hash_secret(name), name) for name in "abc"]
    found = {tuple(in_turn(Turns(f"key {number}"), people)) for number in range(200)}
    assert len(found) == 6
