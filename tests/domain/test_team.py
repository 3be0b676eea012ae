"""The team's actions: added, changed, removed, reviewed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import msgspec
import pytest

from tests.domain.scenario import FixedContext
from workshopkit.domain import team
from workshopkit.domain.actions import (
    ActionAdded,
    ActionChanged,
    ActionRemoved,
    ActionReviewed,
    AddAction,
    ChangeAction,
    RemoveAction,
)
from workshopkit.domain.activity import Event
from workshopkit.domain.checks import Check, HealthChecked, Tally, worry
from workshopkit.domain.team import ActionOrigin, TeamFormed, TeamState
from workshopkit.errors import Refused

ADDED = ActionAdded("a1", "Fix letters", "Ada", "2026-02-01", "w", "board", "c1", "Letters")


def after(*events: Event) -> TeamState:
    state = TeamState()
    for event in (TeamFormed("t", "Payments"), *events):
        state = team.evolve(state, event)  # type: ignore[arg-type]  # the test's events are a team's
    return state


def decided(state: TeamState, command: Any, origin: ActionOrigin | None = None) -> list[Event]:
    return team.decide(state, command, origin or ActionOrigin(), FixedContext())


def refusal(state: TeamState, command: Any) -> str:
    with pytest.raises(Refused) as refused:
        decided(state, command)
    return refused.value.code


def test_a_team_has_an_id_and_a_name() -> None:
    assert (after().id, after().name) == ("t", "Payments")


def test_an_action_keeps_where_it_came_from() -> None:
    origin = ActionOrigin("w", "board", "c1", "Letters")
    command = AddAction(" Fix letters ", "Ada ", "20260201")
    assert decided(after(), command, origin) == [
        ActionAdded("new-1", "Fix letters", "Ada", "2026-02-01", "w", "board", "c1", "Letters")
    ]


def test_an_action_needs_neither_owner_nor_date() -> None:
    (event,) = decided(after(), AddAction("Fix letters", " "))
    assert isinstance(event, ActionAdded)
    assert (event.owner, event.due) == ("", "")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AddAction(" "), "empty_text"),
        (AddAction("x" * 301), "too_long"),
        (AddAction("x", owner="y" * 81), "too_long"),
        (AddAction("x", due="soon"), "bad_date"),
        (AddAction("x", due="2026-02-30"), "bad_date"),
        (ChangeAction("gone", "x"), "unknown_action"),
        (RemoveAction("gone"), "unknown_action"),
        (ChangeAction("a1", ""), "empty_text"),
        (ChangeAction("a1", "x", due="x" * 1000), "bad_date"),
        (AddAction("x", likely=6), "unknown_option"),
        (ChangeAction("a1", "x", likely=-1), "unknown_option"),
    ],
)
def test_what_makes_no_action_is_refused(command: Any, code: str) -> None:
    assert refusal(after(ADDED), command) == code


def test_a_change_says_the_whole_and_keeps_the_origin() -> None:
    state = after(ADDED)
    (changed,) = decided(state, ChangeAction("a1", "Fix all letters"))
    assert changed == ActionChanged("a1", "Fix all letters", "", "")
    action = team.evolve(state, changed).actions["a1"]
    assert (action.text, action.owner, action.due) == ("Fix all letters", "", "")
    assert (action.workshop, action.about) == ("w", "Letters")


def test_an_action_says_how_likely_it_is_and_whether_it_goes_on_and_on() -> None:
    (event,) = decided(after(), AddAction("Hear two calls", likely=4, keep_doing=True))
    action = team.evolve(after(), event).actions["new-1"]  # type: ignore[arg-type]
    assert (action.likely, action.keep_doing) == (4, True)
    (changed,) = decided(after(ADDED), ChangeAction("a1", "Fix letters", "Ada", "2026-02-01", 5))
    assert team.evolve(after(ADDED), changed).actions["a1"].likely == 5  # type: ignore[arg-type]


def test_a_new_action_is_open_and_was_never_reviewed() -> None:
    action = after(ADDED).actions["a1"]
    assert (action.status, action.outcome, action.reviews) == ("open", "", ())


def test_a_review_says_what_came_of_it_and_keeps_those_before() -> None:
    first = ActionReviewed("a1", "w2", "keep", "Half of them", "Ben", "2026-03-01")
    again = ActionReviewed("a1", "w3", "done", "All are out", "Ben", "2026-03-01")
    kept = after(ADDED, first).actions["a1"]
    assert (kept.status, kept.owner, kept.due) == ("open", "Ben", "2026-03-01")
    done = after(ADDED, first, again).actions["a1"]
    assert (done.status, done.outcome) == ("done", "All are out")
    assert [(each.workshop, each.outcome) for each in done.reviews] == [
        ("w2", "Half of them"),
        ("w3", "All are out"),
    ]
    assert done.reviewed_in("w2") == done.reviews[0]
    assert done.reviewed_in("w") is None


def test_what_one_workshop_thinks_again_replaces_what_it_thought() -> None:
    events = [ActionReviewed("a1", "w2", decision, "", "", "") for decision in ("done", "drop")]
    action = after(ADDED, *events).actions["a1"]
    assert (action.status, len(action.reviews)) == ("dropped", 1)


def test_actions_in_old_logs_are_read_as_what_they_were() -> None:
    old = b"""{"type":"team.action_added","action":"a1","text":"Fix","owner":"","due":"",
        "workshop":"w","activity":"","target":"","about":""}"""
    action = after(msgspec.json.decode(old, type=ActionAdded)).actions["a1"]
    assert (action.likely, action.keep_doing, action.status) == (0, False, "open")


def test_the_same_again_changes_nothing() -> None:
    assert decided(after(ADDED), ChangeAction("a1", "Fix letters", "Ada", "2026-02-01")) == []


def test_a_removed_action_is_gone() -> None:
    assert decided(after(ADDED), RemoveAction("a1")) == [ActionRemoved("a1")]
    assert after(ADDED, ActionRemoved("a1")).actions == {}


def test_a_team_takes_on_only_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("workshopkit.domain.team"), "ACTIONS_LIMIT", 1)
    assert refusal(after(ADDED), AddAction("x")) == "too_many"


def test_a_team_keeps_its_health_checks_in_the_order_in_which_they_were_first_shown() -> None:
    one, two = {"flow": Tally({"en": "Flow"}, {"red": 1})}, {"flow": Tally({"en": "Flow"})}
    state = after(
        HealthChecked("first", "2026-01-01", 1, two),
        HealthChecked("second", "2026-02-01", 2, two),
        HealthChecked("first", "2026-02-02", 3, one),
    )
    assert list(state.checks) == ["first", "second"]
    assert state.checks["first"] == Check("2026-01-01", 3, one)


@pytest.mark.parametrize(
    ("lights", "expected"),
    [
        ({"green": 3}, 0),
        ({"red": 2}, 1),
        ({"green": 1, "red": 1}, 0.5),
        ({"amber": 2, "cannot_say": 5}, 0.5),
        ({"cannot_say": 4}, -1),
        ({}, -1),
    ],
)
def test_worry_goes_from_all_green_to_all_red(lights: dict[str, int], expected: float) -> None:
    assert worry(Tally({}, lights)) == expected
