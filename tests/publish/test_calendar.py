"""iCalendar after RFC 5545: whole days, folded lines, escaped texts, UIDs that stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.test_experiments import portfolio, seen
from tests.analysis.views import listing
from tests.publish.reading import calendar_of
from tests.publish.records import made
from workshopkit.publish.calendar import to_calendar
from workshopkit.publish.document import document
from workshopkit.publish.record import Record


def calendar(record: Record, lang: str = "en") -> str:
    return to_calendar(document(record, lang), record)


def due(**item: str) -> Record:
    return made(actions=listing({"a1": {"due": "2026-12-04", **item}}))


def test_an_action_that_is_due_is_a_whole_day() -> None:
    (entry,) = calendar_of(calendar(made()))
    assert entry == {
        "UID": "action-a1@workshopkit",
        "DTSTAMP": "20261120T000000Z",
        "DTSTART;VALUE=DATE": "20261204",
        "SUMMARY": "Ask Legal",
        "DESCRIPTION": "Who: Priya\nCard or group: Sign-off\nBenefits service: Sprint 12",
        "TRANSP": "TRANSPARENT",
        "END": "VEVENT",
    }


def test_the_frame_is_what_the_rfc_asks_for() -> None:
    lines = calendar(made()).split("\r\n")
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//workshopkit//open record//EN"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "\n" not in "".join(lines)


def test_it_is_the_same_every_time_so_that_a_calendar_changes_what_it_has() -> None:
    assert calendar(made()) == calendar(made())
    changed = calendar_of(calendar(due(text="Ask Legal again")))
    assert changed[0]["UID"] == calendar_of(calendar(made()))[0]["UID"]


def test_reviews_of_experiments_are_days_too() -> None:
    entries = calendar_of(
        calendar(made(activities={"x": {"kind": "experiments", **seen(portfolio())}}))
    )
    assert [entry["SUMMARY"] for entry in entries] == ["review: Shorter letters", "Ask Legal"]
    assert entries[0]["UID"].startswith("review-")


def test_nothing_due_is_an_empty_calendar() -> None:
    assert calendar_of(calendar(made(actions=listing({})))) == []


def test_a_record_without_a_day_still_has_a_stamp() -> None:
    record = made(workshop={"title": "T", "team": "T", "date": "", "state": "open"})
    assert calendar_of(calendar(record))[0]["DTSTAMP"] == "19700101T000000Z"


@pytest.mark.parametrize("text", ["a\r\nEND:VEVENT\r\nX:y", "a;b,c\\d:e", "\\n", "ŵ" * 200])
def test_hostile_texts_come_back_as_they_were_and_are_nothing_else(text: str) -> None:
    entries = calendar_of(calendar(due(text=text, owner=text)))
    assert len(entries) == 1
    assert entries[0]["SUMMARY"] == text.replace("\r\n", "\n")


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_any_text_survives_and_no_line_is_longer_than_75_octets(text: str) -> None:
    said = calendar(due(text=text))
    lines = said.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    (entry,) = calendar_of(said)
    kept = "".join(
        char for char in text.replace("\r\n", "\n").replace("\r", "\n")
        if char == "\n" or not (ord(char) < 32 or ord(char) == 127)
    )  # fmt: skip
    assert entry.get("SUMMARY", "") == kept
