"""Governance: optional, short, and said whenever there is time to say it."""

from __future__ import annotations

import pytest

from tests.domain.test_workshop import planned
from tests.domain.workshops import KERNEL
from workshopkit.domain.governance import WorkshopGovernance, kept_until
from workshopkit.domain.workshop import commands as c
from workshopkit.domain.workshop import events as e
from workshopkit.domain.workshop import public

SAID = WorkshopGovernance("Faster letters", ("Write plainly",), "Priya", ("Costs",), "2027-03-01")
EVENT = e.GovernanceSet("Faster letters", ("Write plainly",), "Priya", ("Costs",), "2027-03-01")


def test_what_is_said_is_in_the_record_and_not_on_screens() -> None:
    said = planned().when(c.SetGovernance(SAID), KERNEL).then(EVENT)
    assert said.state.governance == SAID
    assert public(said.state)["governance"] == {
        "purpose": "Faster letters",
        "decisions": ("Write plainly",),
        "decided_by": "Priya",
        "risks": ("Costs",),
        "retention": "2027-03-01",
    }


def test_what_is_not_said_is_not_there() -> None:
    assert "governance" not in public(planned().state)
    some = planned().when(c.SetGovernance(WorkshopGovernance(risks=("Costs",))), KERNEL).accepted()
    assert public(some.state)["governance"] == {"risks": ("Costs",)}


def test_space_and_empty_lines_are_nothing() -> None:
    loose = WorkshopGovernance(
        " Faster letters ", ("", "Write plainly\n"), "Priya", (" ", "Costs"), ""
    )
    event = e.GovernanceSet("Faster letters", ("Write plainly",), "Priya", ("Costs",), "")
    planned().when(c.SetGovernance(loose), KERNEL).then(event)


def test_saying_the_same_again_changes_nothing() -> None:
    planned().when(c.SetGovernance(WorkshopGovernance()), KERNEL).then_nothing()
    planned().given(EVENT).when(c.SetGovernance(SAID), KERNEL).then_nothing()


@pytest.mark.parametrize(
    ("governance", "code"),
    [
        (WorkshopGovernance(purpose="x" * 501), "too_long"),
        (WorkshopGovernance(decisions=("fine", "x" * 501)), "too_long"),
        (WorkshopGovernance(retention="some day"), "bad_date"),
    ],
)
def test_what_cannot_be_is_refused(governance: WorkshopGovernance, code: str) -> None:
    planned().when(c.SetGovernance(governance), KERNEL).refused(code)


def test_it_may_be_written_down_after_the_end_but_not_into_a_record_from_elsewhere() -> None:
    over = planned().given(e.Finished())
    over.when(c.SetGovernance(SAID), KERNEL).then(EVENT)
    imported = over.given(e.RecordImported("{}"))
    imported.when(c.SetGovernance(SAID), KERNEL).refused("finished")


def test_names_and_texts_are_kept_for_a_year_unless_a_date_is_set() -> None:
    assert kept_until(None, "2026-02-28") == "2027-02-28"
    assert kept_until(WorkshopGovernance("Letters"), "2026-02-28") == "2027-02-28"
    assert kept_until(SAID, "2026-02-28") == "2027-03-01"
