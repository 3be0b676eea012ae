"""Waiting for what no page shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
LONGEST = 60  # seconds of patience with a busy machine, not a limit


def nap() -> None:
    time.sleep(0.1)


def eventually(
    look: Callable[[], T], wanted: Callable[[T], bool], *, pause: Callable[[], None] = nap
) -> None:
    """Look again until it is as wanted; at the end, fail with what was seen last.

    What a browser tells is only heard while Playwright waits: give its own way to pause.
    """
    end = time.monotonic() + LONGEST
    while not wanted(seen := look()):
        assert time.monotonic() < end, f"still {seen}"
        pause()
