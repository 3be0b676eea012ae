"""The door: who comes in and who stays, codes, people taken out, and tickets that are lent."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest

from tests.domain.scenario import NOW, FixedContext, Scenario
from tests.domain.workshops import KERNEL, LEAD, SCREEN, agenda, empty, joined
from workshopkit.domain import workshop
from workshopkit.domain.activity import Actor, Command, Role
from workshopkit.domain.people import Person, hash_secret
from workshopkit.domain.retro import commands as rc
from workshopkit.domain.tickets import Purpose, Ticket
from workshopkit.domain.workshop import WorkshopState
from workshopkit.domain.workshop import commands as c
from workshopkit.domain.workshop import events as e
from workshopkit.errors import Refused

RULES = import_module("workshopkit.domain.workshop.door")
CODE = "7F4KQH2M"
KEY, OTHER_KEY = "1" * 64, "2" * 64
ADA = "a" * 64


def planned() -> Scenario:
    return empty().given(*agenda())


def view(state: WorkshopState, role: Role = Role.PARTICIPANT) -> dict[str, Any]:
    return workshop.view(state, role)


def after(state: WorkshopState, command: Command, actor: Actor = LEAD) -> WorkshopState:
    """The workshop after a wish, with what it changes beside the log."""
    context = FixedContext()
    events = workshop.decide(state, command, actor, context)
    beside = workshop.decide_beside(state, command, context)
    state = state if beside is None else workshop.with_beside(state, beside)
    for event in events:
        state = workshop.evolve(state, event)
    return state


def lent_to(state: WorkshopState, purpose: Any, ticket: str = KEY) -> tuple[WorkshopState, Actor]:
    """The workshop once a ticket is lent, and who comes with it."""
    role = Role.FACILITATOR if purpose == "lead" else Role.OBSERVER
    lent = after(state, c.LendTicket(ticket, purpose))
    return lent, Actor(role, ticket=hash_secret(ticket))


def refusal(state: WorkshopState, command: Command, actor: Actor = LEAD) -> str:
    with pytest.raises(Refused) as refused:
        after(state, command, actor)
    return refused.value.code


# Coming in


def door(state: WorkshopState, secret: str = "b" * 64, **said: str) -> Any:
    name, perspective = said.get("name"), said.get("perspective")
    return workshop.decide_join(
        state, secret, name, perspective, FixedContext(), code=said.get("code")
    )


def refused_at_door(state: WorkshopState, **said: str) -> str:
    with pytest.raises(Refused) as refused:
        door(state, **said)
    return refused.value.code


def test_who_comes_in_is_known_by_a_hash_and_an_id_that_tells_nothing() -> None:
    person = door(planned().state, name=" Ben ")
    assert (person.id, person.name) == ("new-1", "Ben")
    assert person.secret_hash == hash_secret("b" * 64)


def test_who_returns_is_the_same_and_keeps_their_name_unless_they_say_another() -> None:
    state, ada = joined(planned().state, "a" * 64, "Ada")
    assert door(state, ada.secret).id == "person-a"
    assert door(state, ada.secret).name == "Ada"
    assert door(state, ada.secret, name="Ada L").name == "Ada L"
    assert door(state, ada.secret, name="").name == ""


def test_a_locked_door_lets_in_only_who_was_in() -> None:
    state, ada = joined(planned().state, "a" * 64)
    locked = workshop.evolve(state, e.DoorLocked())
    assert refused_at_door(locked) == "door_locked"
    assert door(locked, ada.secret).id == "person-a"
    assert door(workshop.evolve(locked, e.DoorUnlocked())).id == "new-1"
    assert view(locked)["workshop"]["door"] == "locked"


def test_nobody_new_joins_what_has_finished() -> None:
    assert refused_at_door(planned().given(e.Finished()).state) == "finished"


def test_a_full_workshop_lets_nobody_new_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES, "PEOPLE_LIMIT", 1)
    state, ada = joined(planned().state, "a" * 64)
    assert refused_at_door(state) == "too_many"
    assert door(state, ada.secret).id == "person-a"


def test_locking_twice_is_one_event() -> None:
    locked = planned().when(c.LockDoor(), LEAD).then(e.DoorLocked())
    locked.when(c.LockDoor(), LEAD).then_nothing()
    locked.when(c.UnlockDoor(), LEAD).then(e.DoorUnlocked()).when(
        c.UnlockDoor(), LEAD
    ).then_nothing()


def test_a_perspective_is_one_of_those_offered() -> None:
    offered = (
        planned()
        .when(c.SetPerspectives(("users", "leaders", "users")), LEAD)
        .then(e.PerspectivesSet(("users", "leaders")))
    )
    assert door(offered.state, perspective="users").perspective == "users"
    assert refused_at_door(offered.state, perspective="pirates") == "bad_perspective"
    assert refused_at_door(planned().state, perspective="pirates") == "bad_perspective"
    assert door(offered.state, perspective="").perspective == ""
    offered.when(c.SetPerspectives(("users", "leaders")), LEAD).then_nothing()


def test_who_speaks_as_something_may_come_back_after_the_list_has_changed() -> None:
    state = planned().given(e.PerspectivesSet(("users",))).state
    inside = workshop.with_people(state, [door(state, perspective="users")])
    changed = workshop.evolve(inside, e.PerspectivesSet(("leaders",)))
    assert door(changed, perspective="users").perspective == "users"


# Codes


def test_a_renewed_code_takes_the_place_of_the_one_before() -> None:
    state = planned().when(c.RenewCode(), LEAD).then(e.CodeRenewed("NEW00001")).state
    assert view(state, Role.FACILITATOR)["workshop"]["code"] == "NEW00001"


def test_a_former_code_lets_in_only_who_was_in() -> None:
    state, _ = joined(planned().state, ADA)
    renewed = after(state, c.RenewCode())
    assert refused_at_door(renewed, code=CODE) == "code_renewed"
    assert door(renewed, ADA, code=CODE).id == "person-a"
    assert door(renewed, code="NEW00001").id == "new-1"
    assert door(renewed).id == "new-1", "a kernel's own page needs no code"


def test_who_has_only_a_code_looks_on_with_the_present_one_and_at_an_open_door() -> None:
    def turned_away(state: WorkshopState, code: str | None) -> str:
        with pytest.raises(Refused) as refused:
            workshop.need_open_to_look(state, code)
        return refused.value.code

    state = planned().state
    workshop.need_open_to_look(state, CODE)
    workshop.need_open_to_look(state, None)
    assert turned_away(after(state, c.RenewCode()), CODE) == "code_renewed"
    assert turned_away(after(state, c.LockDoor()), CODE) == "door_locked"


# Who is taken out


def test_who_is_taken_out_cannot_come_back_and_leaves_no_name() -> None:
    """PR9: no event, no name, no time: enough to know the secret again."""
    state, _ = joined(planned().state, ADA, "Ada")
    assert workshop.decide(state, c.RemovePerson("person-a"), LEAD, FixedContext()) == []
    gone = after(state, c.RemovePerson("person-a"))
    with pytest.raises(Refused) as refused:
        door(gone, ADA, name="Ada")
    assert refused.value.code == "removed"
    assert list(gone.people.values()) == [Person("person-a", hash_secret(ADA), removed=True)]


def test_a_fresh_secret_comes_in_unless_the_door_was_locked_behind() -> None:
    state, _ = joined(planned().state, ADA)
    assert door(after(state, c.RemovePerson("person-a"))).id == "new-1"
    locked = after(state, c.RemovePerson("person-a", lock_door=True))
    assert refused_at_door(locked) == "door_locked"


def test_the_door_is_locked_once() -> None:
    state, _ = joined(planned().state, ADA)
    locked = workshop.evolve(state, e.DoorLocked())
    command = c.RemovePerson("person-a", lock_door=True)
    assert workshop.decide(locked, command, LEAD, FixedContext()) == []


def test_what_they_wish_later_is_refused_and_what_they_did_stays() -> None:
    state, ada = joined(planned().state, ADA)
    written = after(state, rc.AddCard("board", "glad", "Pairing"), ada)
    gone = after(written, c.RemovePerson("person-a"))
    assert refusal(gone, rc.AddCard("board", "glad", "More"), ada) == "removed"
    assert view(gone)["activities"]["board"]["written"] == 1


def test_lists_and_head_counts_leave_them_out() -> None:
    """PR5."""
    state, _ = joined(joined(planned().state, ADA, "Ada")[0], "b" * 64, "Ben")
    gone = after(state, c.RemovePerson("person-a"))
    people = view(gone, Role.FACILITATOR)["people"]
    assert people == {"count": 1, "items": {"person-b": {"name": "Ben"}}}
    assert view(gone)["people"] == {"count": 1}


def test_a_board_with_names_shows_none_of_who_was_taken_out() -> None:
    named = empty().given(*agenda(anonymous=False)).state
    state, ada = joined(named, ADA, "Ada")
    written = after(state, rc.AddCard("board", "glad", "Pairing"), ada)
    shown = after(written, rc.MovePhase("board", "group"))
    assert "'Ada'" in repr(view(shown))
    assert "'Ada'" not in repr(view(after(shown, c.RemovePerson("person-a"))))


def test_who_was_taken_out_makes_room_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES, "PEOPLE_LIMIT", 1)
    state, _ = joined(planned().state, ADA)
    assert refused_at_door(state) == "too_many"
    assert door(after(state, c.RemovePerson("person-a"))).id == "new-1"


def test_taking_out_twice_changes_nothing_and_a_stranger_is_unknown() -> None:
    state, _ = joined(planned().state, ADA)
    gone = after(state, c.RemovePerson("person-a"))
    assert after(gone, c.RemovePerson("person-a")) is gone
    assert refusal(gone, c.RemovePerson("person-z")) == "unknown_person"


# Tickets that are lent


@pytest.mark.parametrize("purpose", ["lead", "screen"])
def test_a_ticket_is_kept_as_a_hash_for_a_day_and_never_as_an_event(purpose: Any) -> None:
    """PR6."""
    state = planned().state
    assert workshop.decide(state, c.LendTicket(KEY, purpose), LEAD, FixedContext()) == []
    lent, _ = lent_to(state, purpose)
    (ticket,) = lent.tickets.values()
    expires = NOW + timedelta(hours=24)
    assert ticket == Ticket(hash_secret(KEY), "w", expires, Purpose(purpose))
    assert KEY not in repr(lent)


def test_a_ticket_that_is_lent_twice_is_good_no_longer_for_that() -> None:
    lent, _ = lent_to(planned().state, "lead")
    assert after(lent, c.LendTicket(KEY, "lead")) is lent


def test_only_the_facilitator_sees_how_many_may_lead() -> None:
    lent = lent_to(lent_to(planned().state, "lead")[0], "screen", OTHER_KEY)[0]
    assert view(lent, Role.FACILITATOR)["leads"] == 1
    for role in (Role.PARTICIPANT, Role.OBSERVER):
        assert "leads" not in view(lent, role)


def test_who_leads_by_a_lent_ticket_leads_but_cannot_lend_the_lead_on() -> None:
    """RM15."""
    state, remote = lent_to(planned().state, "lead")
    assert after(state, c.LockDoor(), remote).locked
    assert after(state, rc.MovePhase("board", "group"), remote)
    assert refusal(state, c.LendTicket(OTHER_KEY, "lead"), remote) == "not_allowed"
    assert refusal(state, c.RecallTickets("lead"), remote) == "not_allowed"
    assert len(after(state, c.LendTicket(OTHER_KEY, "screen"), remote).tickets) == 2


def test_recalled_tickets_are_good_for_nothing_any_more() -> None:
    """RM15."""
    state, remote = lent_to(planned().state, "lead")
    state, screen = lent_to(state, "screen", OTHER_KEY)
    recalled = after(state, c.RecallTickets("lead"), KERNEL)
    assert refusal(recalled, c.LockDoor(), remote) == "wrong_ticket"
    workshop.need_right(recalled, screen)
    workshop.need_right(recalled, LEAD)
    assert view(recalled, Role.FACILITATOR)["leads"] == 0


def test_tickets_can_be_recalled_when_all_is_over_and_none_are_lent_then() -> None:
    state, remote = lent_to(planned().state, "lead")
    over = workshop.evolve(state, e.Finished())
    assert refusal(over, c.LendTicket(OTHER_KEY, "lead")) == "finished"
    assert refusal(after(over, c.RecallTickets("lead")), c.Finish(), remote) == "wrong_ticket"


def test_only_so_many_are_lent_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES, "LENT_LIMIT", 1)
    state, _ = lent_to(planned().state, "screen")
    assert refusal(state, c.LendTicket(OTHER_KEY, "lead")) == "too_many_tickets"


@pytest.mark.parametrize("who", [SCREEN, Actor(Role.PARTICIPANT, ADA, "person-a")])
def test_only_a_facilitator_recalls_tickets(who: Actor) -> None:
    assert refusal(planned().state, c.RecallTickets("lead"), who) == "not_allowed"
