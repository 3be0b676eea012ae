"""Nothing in the log leads to a person or into a workshop."""

from __future__ import annotations

import logging

import pytest

from workshopkit.server.quiet_log import ScrubbingFormatter, scrub


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("GET /workshopkit/join/7F4KQH2M", "GET /workshopkit/join/…"),
        (f"302 GET /workshopkit/lead/{'0' * 64} 2 ms", "302 GET /workshopkit/lead/… 2 ms"),
        (f"Error at /a/workshopkit/lead/{'0' * 64}#x'", "Error at /a/workshopkit/lead/…'"),
        ("GET /x/workshopkit/socket/7F4KQH2M?a=b", "GET /x/workshopkit/socket/…"),
        (
            "302 GET /workshopkit/home?token=abc (127.0.0.1) 2ms",
            "302 GET /workshopkit/home (…) 2ms",
        ),
        ("Uncaught exception GET / (::1)", "Uncaught exception GET / (…)"),
        ("remote_ip='203.0.113.7')", "(…)"),
        ("(user@203.0.113.7)", "(user(…)"),
        ("\x1b[31mred\x1b[39m at 12:30:00", "red at 12:30:00"),
    ],
)
def test_a_line_is_scrubbed(line: str, left: str) -> None:
    assert scrub(line) == left


def test_even_a_traceback_is_scrubbed() -> None:
    try:
        raise ValueError("/workshopkit/join/7F4KQH2M?token=abc")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "failed", (), info)
    text = ScrubbingFormatter().format(record)
    assert "ValueError: /workshopkit/join/…" in text
    assert "abc" not in text.splitlines()[-1]
