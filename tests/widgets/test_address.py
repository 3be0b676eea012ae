"""The page's address names the workshop."""

from __future__ import annotations

import pytest

from workshopkit.widgets.address import workshop_in_address


@pytest.mark.parametrize(
    ("query", "workshop"),
    [("workshop=abc", "abc"), ("a=b&workshop=abc", "abc"), ("a=b", None), ("", None)],
)
def test_it_stands_in_the_query(
    monkeypatch: pytest.MonkeyPatch, query: str, workshop: str | None
) -> None:
    monkeypatch.setenv("QUERY_STRING", query)
    assert workshop_in_address() == workshop


def test_a_kernel_that_was_started_ahead_asks_voila(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOILA_PREHEAT", "True")
    monkeypatch.setattr("voila.utils.get_query_string", lambda: "workshop=late")
    assert workshop_in_address() == "late"
