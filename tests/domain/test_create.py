"""How a workshop begins, and the codes that open it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.scenario import FixedContext
from workshopkit.domain.team import TeamFormed
from workshopkit.domain.workshop.create import (
    CODE_ALPHABET,
    CODE_LENGTH,
    clean_code,
    create,
)
from workshopkit.domain.workshop.events import WorkshopCreated
from workshopkit.errors import Refused

codes = st.text(CODE_ALPHABET, min_size=CODE_LENGTH, max_size=CODE_LENGTH)


def test_the_first_workshop_of_a_team_forms_it() -> None:
    assert create("w", " Friday ", None, " Payments ", "CODE", FixedContext()) == [
        TeamFormed("new-1", "Payments"),
        WorkshopCreated("w", "Friday", "new-1", "Payments", "CODE"),
    ]


def test_a_known_team_is_not_formed_again() -> None:
    assert create("w", "Friday", "t", "Payments", "CODE", FixedContext()) == [
        WorkshopCreated("w", "Friday", "t", "Payments", "CODE")
    ]


@pytest.mark.parametrize(
    ("title", "team"), [("", "Payments"), ("Friday", " "), ("x" * 201, "y"), ("x", "y" * 121)]
)
def test_a_workshop_has_a_title_and_a_team(title: str, team: str) -> None:
    with pytest.raises(Refused):
        create("w", title, None, team, "CODE", FixedContext())


@given(codes)
def test_a_code_is_read_however_it_was_typed(code: str) -> None:
    spoken = f"{code[:4]}-{code[4:]}".lower().replace("0", "o").replace("1", "l")
    assert clean_code(f" {spoken} ") == code
    assert clean_code(code.replace("1", "i")) == code


@given(st.text())
def test_whatever_was_typed_becomes_a_code_or_less(written: str) -> None:
    assert set(clean_code(written)) <= set(CODE_ALPHABET)
    assert clean_code(clean_code(written)) == clean_code(written)
