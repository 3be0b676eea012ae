"""A workshop is found again, by its address or by its team and title, and never doubled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.widgets.conftest import OtherKernel
from workshopkit import Poll, Workshop
from workshopkit.domain.people import Person, hash_secret
from workshopkit.errors import LogUnavailable, Refused, UnknownName, WorkshopkitError


def test_a_workshop_shows_the_lobby(workshop: Workshop) -> None:
    assert workshop.get_state()["_component"] == "lobby"
    assert (workshop.phase, workshop.live) == ("lobby", False)


def test_its_repr_is_the_same_every_time(workshop: Workshop) -> None:
    assert repr(workshop) == "Workshop('Sprint 12', team='Benefits service')"


def test_running_the_cell_again_finds_the_same(workshop: Workshop) -> None:
    again = Workshop("Sprint 12", team="Benefits service")
    assert again.code == workshop.code


def test_another_kernel_finds_the_same(workshop: Workshop, other_kernel: OtherKernel) -> None:
    with other_kernel():
        assert Workshop("Sprint 12", team="Benefits service").code == workshop.code


def test_a_finished_one_is_left_alone_and_a_new_one_begun(workshop: Workshop) -> None:
    workshop.finish()
    assert (workshop.phase, workshop.live, workshop.finished) == ("finished", False, True)
    assert Workshop("Sprint 12", team="Benefits service").code != workshop.code


def test_the_address_says_which_workshop(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.finish()
    identity = workshop._desk.workshop
    monkeypatch.setenv("QUERY_STRING", f"theme=dark&workshop={identity}")
    found = Workshop("Another title", team="Another team")
    assert (found.code, found.title) == (workshop.code, "Sprint 12")


def test_an_address_that_names_no_workshop_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUERY_STRING", "workshop=../../etc")
    with pytest.raises(Refused, match="home page"):
        Workshop("Sprint 12", team="Benefits service")


def test_a_finished_workshop_opens_with_perspectives_and_all(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.finish()
    monkeypatch.setenv("QUERY_STRING", f"workshop={workshop._desk.workshop}")
    assert Workshop("Sprint 12", team="Benefits service", perspectives=["users"]).finished


def test_perspectives_stay_unless_they_are_given(workshop: Workshop) -> None:
    Workshop("Sprint 12", team="Benefits service", perspectives=["leaders", "users"])
    Workshop("Sprint 12", team="Benefits service")
    assert list(workshop.people["perspective"].cat.categories) == ["leaders", "users"]


def test_an_unknown_option_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'perspectives'"):
        Workshop("Sprint 12", team="Benefits service", perspective=["users"])


def test_a_database_that_cannot_be_opened_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(LogUnavailable):
        Workshop("Sprint 12", team="Benefits service", database=str(tmp_path))


def test_the_live_activity_gives_its_phase(workshop: Workshop) -> None:
    seen: list[object] = []
    poll = Poll(workshop, "How are you?")
    workshop.observe(lambda change: seen.append(change["new"]), "phase")
    workshop.make_live(poll)
    poll.show_results()
    workshop.make_live(None)
    assert seen == ["answer", "results", "lobby"]


def test_actions_have_owners_and_days(workshop: Workshop) -> None:
    workshop.add_action("Ask Legal", owner="Priya", due=date(2026, 12, 4))
    workshop.add_action("Keep the playbacks")
    assert workshop.actions["text"].tolist() == ["Ask Legal", "Keep the playbacks"]
    assert workshop.actions["owner"].tolist()[0] == "Priya"


def test_the_door_and_the_timer_are_the_facilitators_in_python_too(workshop: Workshop) -> None:
    workshop.lock_door()
    workshop.start_timer(minutes=5)
    assert workshop._desk.view["workshop"]["door"] == "locked"
    assert "timer" in workshop._desk.view
    workshop.unlock_door()
    workshop.stop_timer()
    assert workshop._desk.view["workshop"]["door"] == "open"
    assert "timer" not in workshop._desk.view


def test_a_renewed_code_is_the_code_from_then_on(workshop: Workshop) -> None:
    before = workshop.code
    assert workshop.renew_code() == workshop.code != before
    assert workshop._offer()["code"] == workshop.code


def test_people_are_taken_out_by_name_or_by_id(workshop: Workshop) -> None:
    for secret, name in (("a", "Ada"), ("b", "Ben"), ("c", "")):
        joined(workshop, secret * 64, name)
    workshop.remove("ada")
    assert workshop.people["name"].fillna("").tolist() == ["Ben", ""]
    workshop.remove(workshop.people["id"].tolist()[-1], lock_door=True)
    assert workshop.people["name"].tolist() == ["Ben"]
    assert workshop._desk.view["workshop"]["door"] == "locked"


@pytest.mark.parametrize("who", ["Bean", "", "Ada", "person-z"])
def test_nobody_is_taken_out_by_guess(workshop: Workshop, who: str) -> None:
    joined(workshop, "b" * 64, "Ben")
    joined(workshop, "c" * 64)
    with pytest.raises(UnknownName, match="Known: Ben"):
        workshop.remove(who)
    assert len(workshop.people) == 2


def test_of_two_with_one_name_the_id_says_which(workshop: Workshop) -> None:
    joined(workshop, "a" * 64, "Ben")
    joined(workshop, "b" * 64, "ben")
    with pytest.raises(WorkshopkitError, match="2 people are called 'BEN'"):
        workshop.remove("BEN")
    assert len(workshop.people) == 2


def joined(workshop: Workshop, secret: str, name: str = "") -> None:
    """Someone comes in elsewhere."""
    person = Person(f"person-{secret[0]}", hash_secret(secret), name)
    log = workshop._desk.log
    log.transact(lambda tx: tx.put_person(workshop._desk.workshop, person)).result()


def test_what_happens_in_another_kernel_is_seen_when_asked_for(
    workshop: Workshop, other_kernel: OtherKernel
) -> None:
    with other_kernel():
        Workshop("Sprint 12", team="Benefits service").add_action("From elsewhere")
    assert workshop.actions["text"].tolist() == ["From elsewhere"]
