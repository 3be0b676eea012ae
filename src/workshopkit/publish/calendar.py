"""The record's days as an iCalendar file (RFC 5545): one entry for each action that is due.

Entries are whole days and leave a calendar free. They keep their UIDs, so that a calendar that
gets the file again changes what it has and adds nothing twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from workshopkit.publish.document import Document
from workshopkit.publish.part import Day
from workshopkit.publish.record import Record

LINE = 75
"""Octets that a line may have."""
_MARKS = re.compile(r"([\\;,])")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def to_calendar(document: Document, record: Record) -> str:
    """A calendar of all days that the document names; it may have none."""
    stamp = f"{_date(record.workshop.date or '1970-01-01')}T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//workshopkit//open record//EN"]
    for day in document.days:
        lines += _event(day, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(day: Day, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(day.id)}@workshopkit"
    yield f"DTSTAMP:{stamp}"
    # Without an end it lasts the whole day.
    yield f"DTSTART;VALUE=DATE:{_date(day.date)}"
    yield f"SUMMARY:{_text(day.text)}"
    if day.details:
        yield f"DESCRIPTION:{_text(chr(10).join(day.details))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _date(day: str) -> str:
    return date.fromisoformat(day).isoformat().replace("-", "")


def _text(text: str) -> str:
    r"""A text value: what RFC 5545 gives a meaning has a backslash before it, a new line is \n."""
    plain = _CONTROLS.sub("", re.sub(r"\r\n?", "\n", text))
    return _MARKS.sub(r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never within a character."""
    pieces, size = [""], 0
    for char in line:
        octets = len(char.encode())
        if size + octets > LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += char
        size += octets
    return "\r\n".join(pieces)
