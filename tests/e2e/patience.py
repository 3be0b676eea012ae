"""Waiting for what no page shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
LONGEST = 60  # seconds of patience with a busy machine, not a limit


def eventually(look: Callable[[], T], wanted: Callable[[T], bool]) -> None:
    """Look again until it is as wanted; at the end, fail with what was seen last."""
    end = time.monotonic() + LONGEST
    while not wanted(seen := look()):
        assert time.monotonic() < end, f"still {seen}"
        time.sleep(0.1)
