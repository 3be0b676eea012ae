"""The workshop: whose wish goes where, the door, the agenda, the timer, the actions."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest

from tests.domain.scenario import NOW, FixedContext, Scenario
from tests.domain.workshops import (
    KERNEL,
    LEAD,
    POLL_OPTIONS,
    RETRO_OPTIONS,
    SCREEN,
    TITLE,
    agenda,
    empty,
    joined,
)
from workshopkit.domain import poll, workshop
from workshopkit.domain.actions import (
    ActionAdded,
    ActionReviewed,
    AddAction,
    ChangeAction,
    Decision,
    RemoveAction,
)
from workshopkit.domain.activity import Actor, Event, Role
from workshopkit.domain.goals import events as ge
from workshopkit.domain.goals.commands import Rate
from workshopkit.domain.people import Person, hash_secret
from workshopkit.domain.retro import commands as rc
from workshopkit.domain.retro import events as re_
from workshopkit.domain.timer import Timer
from workshopkit.domain.workshop import WorkshopState
from workshopkit.domain.workshop import commands as c
from workshopkit.domain.workshop import events as e

RULES = import_module("workshopkit.domain.workshop.decide")
ADA = Actor(Role.PARTICIPANT, "a" * 64, "person-a")
BY_FACILITATOR: tuple[Any, ...] = (
    c.AddActivity("retro", "second", TITLE, RETRO_OPTIONS),
    c.ChangeActivity("board", {"en": "Better"}, RETRO_OPTIONS),
    c.MakeLive("poll"),
    c.SetPerspectives(("users",)),
    c.LockDoor(),
    c.UnlockDoor(),
    c.RenewCode(),
    c.RemovePerson("person-a"),
    c.LendTicket("0" * 64, "screen"),
    c.Finish(),
    c.StartTimer(60),
    c.PauseTimer(),
    c.ResumeTimer(),
    c.ExtendTimer(60),
    c.StopTimer(),
)


def planned() -> Scenario:
    return empty().given(*agenda())


def acting() -> Scenario:
    """At the end of a retro: one card on the board, seen by all."""
    card = re_.CardAdded("board", "c1", "glad", "Letters", "someone")
    shown = re_.CardsRevealed("board", ("c1",))
    return planned().given(card, shown, re_.PhaseMoved("board", "act"))


def view(state: WorkshopState, role: Role = Role.PARTICIPANT) -> dict[str, Any]:
    return workshop.view(state, role)


# Who may


@pytest.mark.parametrize("command", BY_FACILITATOR, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("who", [ADA, SCREEN], ids=["participant", "observer"])
def test_only_the_facilitator_leads(who: Actor, command: Any) -> None:
    planned().when(command, who).refused("not_allowed")


@pytest.mark.parametrize("command", BY_FACILITATOR, ids=lambda each: type(each).__name__)
def test_what_has_finished_stays_as_it_is(command: Any) -> None:
    over = planned().given(e.Finished())
    over.when(command, LEAD).refused("finished")
    over.when(rc.AddCard("board", "glad", "Late"), ADA).refused("finished")
    over.when(AddAction("Late"), LEAD).refused("finished")


# Routing


def test_a_wish_reaches_its_activity_under_a_pseudonym() -> None:
    """PR2."""
    attempt = planned().when(rc.AddCard("board", "glad", "Pairing"), ADA)
    (event,) = attempt.events
    assert isinstance(event, re_.CardAdded)
    assert event.author not in {"", ADA.secret, ADA.person, hash_secret(ADA.secret)}


def test_cards_and_dots_of_one_person_are_kept_under_different_keys() -> None:
    """PR2."""
    shown = acting().given(re_.PhaseMoved("board", "vote"))
    (vote,) = shown.when(rc.GiveVote("board", "c1"), ADA).events
    (card,) = planned().when(rc.AddCard("board", "glad", "Pairing"), ADA).events
    assert isinstance(vote, re_.VoteGiven)
    assert isinstance(card, re_.CardAdded)
    assert vote.author != card.author


def test_a_named_board_knows_the_person() -> None:
    named = empty().given(*agenda(anonymous=False))
    (event,) = named.when(rc.AddCard("board", "glad", "Pairing"), ADA).events
    assert isinstance(event, re_.CardAdded)
    assert event.author == "person-a"


def test_participants_work_on_what_is_live() -> None:
    planned().when(poll.Answer("poll", "calm"), ADA).refused("not_live")
    planned().given(e.MadeLive(None)).when(rc.AddCard("board", "glad", "x"), ADA).refused(
        "not_live"
    )
    planned().given(e.MadeLive("poll")).when(poll.Answer("poll", "calm"), ADA).accepted()


def test_the_facilitator_works_on_any_activity() -> None:
    planned().when(poll.Answer("poll", "calm"), LEAD).accepted()


@pytest.mark.parametrize("who", [ADA, LEAD], ids=["participant", "facilitator"])
def test_another_workshops_activity_is_unknown_here(who: Actor) -> None:
    planned().when(rc.AddCard("elsewhere", "glad", "x"), who).refused("unknown_activity")


@pytest.mark.parametrize("who", [ADA, LEAD], ids=["participant", "facilitator"])
def test_an_activity_takes_only_wishes_of_its_kind(who: Actor) -> None:
    planned().when(poll.Answer("board", "calm"), who).refused("unknown_command")


# The agenda


def test_an_activity_joins_the_agenda_at_its_end() -> None:
    after = (
        planned()
        .when(c.AddActivity("poll", "out", {"en": " Out "}, POLL_OPTIONS), KERNEL)
        .then(e.ActivityAdded("new-1", "poll", "out", {"en": "Out"}, POLL_OPTIONS))
    )
    listed = view(after.state)["agenda"]
    assert listed["order"] == ["board", "poll", "new-1"]
    assert listed["items"]["new-1"] == {
        "kind": "poll",
        "key": "out",
        "title": {"en": "Out"},
        "phase": "answer",
    }


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.AddActivity("retro", "retro", TITLE, RETRO_OPTIONS), "key_taken"),
        (c.AddActivity("chess", "chess", TITLE, {}), "unknown_kind"),
        (c.AddActivity("retro", "x", TITLE, {}), "bad_options"),
        (c.AddActivity("retro", "x", TITLE, {**RETRO_OPTIONS, "votes": 0}), "bad_options"),
        (c.AddActivity("retro", "x", TITLE, {**RETRO_OPTIONS, "colour": "red"}), "bad_options"),
        (c.AddActivity("poll", "x", TITLE, {"question": {}}), "bad_options"),
        (c.AddActivity("retro", "x", {"en": " "}, RETRO_OPTIONS), "empty_text"),
        (c.AddActivity("retro", "x", {"en": "x" * 201}, RETRO_OPTIONS), "too_long"),
        (c.ChangeActivity("board", TITLE, {"columns": []}), "bad_options"),
        (c.ChangeActivity("gone", TITLE, RETRO_OPTIONS), "unknown_activity"),
        (c.MakeLive("gone"), "unknown_activity"),
    ],
)
def test_an_agenda_that_makes_no_sense_is_refused(command: Any, code: str) -> None:
    planned().when(command, KERNEL).refused(code)


def test_an_agenda_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES, "AGENDA_LIMIT", 2)
    planned().when(c.AddActivity("poll", "x", TITLE, POLL_OPTIONS), KERNEL).refused("too_many")


def test_running_a_cell_again_changes_nothing() -> None:
    options = {**RETRO_OPTIONS, "anonymous": True}
    planned().when(c.ChangeActivity("board", TITLE, options), KERNEL).then_nothing()


def test_a_changed_option_is_an_event_unless_it_would_lose_answers() -> None:
    more = {**RETRO_OPTIONS, "votes": 9}
    state = planned().when(c.ChangeActivity("board", TITLE, more), KERNEL).accepted().state
    assert view(state)["activities"]["board"]["votes_each"] == 9
    fewer = {**RETRO_OPTIONS, "columns": RETRO_OPTIONS["columns"][1:]}
    acting().when(c.ChangeActivity("board", TITLE, fewer), KERNEL).refused("would_lose_answers")


def test_participants_follow_the_live_activity() -> None:
    here = planned()
    assert set(view(here.state)["activities"]) == {"board"}
    there = here.when(c.MakeLive("poll"), LEAD).then(e.MadeLive("poll"))
    assert set(view(there.state)["activities"]) == {"poll"}
    assert set(view(there.state, Role.FACILITATOR)["activities"]) == {"board", "poll"}
    lobby = there.when(c.MakeLive(), LEAD).then(e.MadeLive(None))
    assert view(lobby.state)["activities"] == {}
    lobby.when(c.MakeLive(), LEAD).then_nothing()


def test_what_has_finished_shows_actions_and_no_activity() -> None:
    state = acting().given(e.Finished()).state
    assert view(state)["activities"] == {}
    assert view(state)["workshop"]["state"] == "finished"


# The timer


@pytest.mark.parametrize(
    "change",
    [
        e.MadeLive("poll"),
        re_.PhaseMoved("board", "group"),
        e.Finished(),
    ],
)
def test_a_timer_ends_with_what_it_was_for(change: Any) -> None:
    running = planned().when(c.StartTimer(60), LEAD).accepted()
    assert running.state.timer == Timer(ends=NOW + timedelta(seconds=60))
    assert running.given(change).state.timer is None


def test_another_activitys_phase_leaves_the_timer_alone() -> None:
    running = planned().given(e.TimerSet(left=5.0))
    assert running.given(poll.PhaseMoved("poll", "results")).state.timer is not None


def test_a_timer_is_seen_running_or_held_or_not_at_all() -> None:
    running = planned().when(c.StartTimer(60), LEAD).accepted()
    assert view(running.state)["timer"] == {"ends": "2026-01-01T10:01:00.000Z"}
    held = running.when(c.PauseTimer(), LEAD).accepted()
    assert view(held.state)["timer"] == {"left": 60}
    more = held.when(c.ExtendTimer(30), LEAD).accepted().when(c.ResumeTimer(), LEAD).accepted()
    assert view(more.state)["timer"] == {"ends": "2026-01-01T10:01:30.000Z"}
    assert "timer" not in view(more.when(c.StopTimer(), LEAD).accepted().state)


def test_a_timer_held_at_its_end_is_still_there() -> None:
    assert view(planned().given(e.TimerSet(left=0.0)).state)["timer"] == {"left": 0.0}


def test_there_is_nothing_to_hold_without_a_timer() -> None:
    for command in (c.PauseTimer(), c.ResumeTimer(), c.ExtendTimer(5)):
        planned().when(command, LEAD).refused("no_timer")


# People


def test_names_are_the_facilitators_alone_to_see() -> None:
    """PR5."""
    state, _ = joined(planned().state, "a" * 64, "Ada")
    assert view(state, Role.FACILITATOR)["people"] == {
        "count": 1,
        "items": {"person-a": {"name": "Ada"}},
    }
    for role in (Role.PARTICIPANT, Role.OBSERVER):
        assert view(state, role)["people"] == {"count": 1}


def test_the_code_is_for_those_who_show_it() -> None:
    """PR8."""
    state = planned().state
    assert "code" not in view(state)["workshop"]
    for role in (Role.FACILITATOR, Role.OBSERVER):
        assert view(state, role)["workshop"]["code"] == "7F4KQH2M"


def test_the_list_of_people_does_not_tell_who_came_first() -> None:
    """PR2."""
    first, _ = joined(planned().state, "b" * 64, "Ben")
    both, _ = joined(first, "a" * 64, "Ada")
    assert list(view(both, Role.FACILITATOR)["people"]["items"]) == ["person-a", "person-b"]


def test_what_is_ones_own_is_there_for_its_owner() -> None:
    state, ada = joined(planned().state, "a" * 64, "Ada")
    person = state.people[hash_secret(ada.secret)]
    assert workshop.me(state, ada, person)["person"] == {"name": "Ada"}
    assert set(workshop.me(state, ada, person)["activities"]) == {"board"}
    assert workshop.me(state, SCREEN, None) == {"activities": {}}
    assert workshop.me(state, KERNEL, None) == {"activities": {}}


# Actions


def test_an_action_says_what_it_is_about() -> None:
    (event,) = acting().when(AddAction("Fix", activity="board", target="c1"), LEAD).events
    assert event == ActionAdded("new-1", "Fix", "", "", "w", "board", "c1", "Letters")
    (event,) = acting().when(AddAction("Fix", activity="board"), LEAD).events
    assert event == ActionAdded("new-1", "Fix", "", "", "w", "board", "", "")
    acting().when(AddAction("Fix", activity="board", target="gone"), LEAD).refused("unknown_target")
    acting().when(AddAction("Fix", activity="gone"), LEAD).refused("unknown_activity")


def test_an_action_is_never_about_a_card_that_is_hidden() -> None:
    """PR1."""
    hidden = planned().given(re_.CardAdded("board", "c1", "glad", "Letters", "someone"))
    hidden.when(AddAction("Fix", activity="board", target="c1"), LEAD).refused("unknown_target")


@pytest.mark.parametrize("phase", ["write", "group", "vote", "discuss", "act"])
def test_participants_make_actions_once_the_board_is_discussed(phase: Any) -> None:
    there = acting().given(re_.PhaseMoved("board", phase))
    added = there.given(ActionAdded("a1", "Fix", "", "", "w", "", "", ""))
    attempts = [there.when(AddAction("Fix"), ADA), added.when(ChangeAction("a1", "Mend"), ADA)]
    for attempt in attempts:
        if phase in {"discuss", "act"}:
            attempt.accepted()
        else:
            attempt.refused("wrong_phase")
    there.when(AddAction("Fix"), LEAD).accepted()


def test_only_the_facilitator_removes_an_action() -> None:
    added = acting().given(ActionAdded("a1", "Fix", "", "", "w", "", "", ""))
    added.when(RemoveAction("a1"), ADA).refused("not_allowed")
    added.when(RemoveAction("a1"), LEAD).accepted()


def test_an_observer_makes_no_actions() -> None:
    acting().when(AddAction("Fix"), SCREEN).refused("not_allowed")


def test_a_workshop_shows_its_own_actions() -> None:
    state = (
        acting()
        .given(
            ActionAdded("a1", "Fix", "Ada", "2026-02-01", "w", "board", "c1", "Letters"),
            ActionAdded("a2", "Old", "", "", "last-time", "", "", ""),
        )
        .state
    )
    assert view(state)["actions"] == {
        "order": ["a1"],
        "items": {
            "a1": {
                "text": "Fix",
                "owner": "Ada",
                "due": "2026-02-01",
                "activity": "board",
                "target": "c1",
                "about": "Letters",
                "status": "open",
            }
        },
    }


def test_a_workshop_shows_what_it_has_decided_to_go_on_with() -> None:
    def old(key: str, decision: Decision, workshop: str = "w") -> list[Event]:
        added = ActionAdded(key, f"Old {key}", "", "", "last-time", "", "", "")
        return [added, ActionReviewed(key, workshop, decision, "", "", "")]

    events = [*old("a1", "keep"), *old("a2", "done"), *old("a3", "keep", "another")]
    state = acting().given(*events).state
    assert view(state)["actions"]["order"] == []
    assert view(state)["carried"] == {
        "order": ["a1"],
        "items": {"a1": {"text": "Old a1", "status": "open", "reviewed": 1}},
    }


# Perspectives


def test_an_activity_knows_what_its_actor_speaks_as_and_how_many_do() -> None:
    """PR7."""
    goals = {"items": [{"id": "g", "level": "goal", "text": "Fewer calls"}], "smallest": 3}
    added = e.ActivityAdded("map", "goals", "goals", TITLE, goals)
    state = empty().given(added, e.MadeLive("map"), ge.PhaseMoved("map", "rate")).state
    people = [Person(name, hash_secret(name * 64), perspective="leaders") for name in "abc"]
    three, two = workshop.with_people(state, people), workshop.with_people(state, people[:2])
    stranger = Actor(Role.PARTICIPANT, "d" * 64)
    for there, actor, kept in (
        (three, ADA, "leaders"),
        (two, ADA, ""),
        (three, stranger, ""),
        (three, LEAD, ""),
    ):
        (rated,) = workshop.decide(there, Rate("map", "g", "clear", "1"), actor, FixedContext())
        assert rated.perspective == kept  # type: ignore[attr-defined]
