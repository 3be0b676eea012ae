"""Wrong codes are slowed down, all of them together; right codes never wait."""

from __future__ import annotations

import time
from collections.abc import Callable


class Misses:
    """Says how long the answer to a wrong code has to wait.

    One budget for everybody: an office behind one address is never locked out, for nothing
    is counted by address. Beyond `longest` seconds there is no answer at all.
    """

    def __init__(
        self,
        *,
        per_second: float = 5,
        burst: int = 20,
        longest: float = 20,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pause = 1 / per_second
        self._head_start = burst / per_second
        self._longest = longest
        self._clock = clock
        self._free_at = 0.0

    def wait(self) -> float | None:
        """The seconds to wait before this miss is answered; none at all when too many wait."""
        now = self._clock()
        free_at = max(self._free_at, now - self._head_start)
        delay = max(0.0, free_at - now)
        if delay > self._longest:
            return None
        self._free_at = free_at + self._pause
        return delay
