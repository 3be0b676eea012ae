"""The timer: it runs towards a moment, or is paused with seconds left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec import Struct

from workshopkit.errors import Refused

LONGEST = 8 * 3600
"""The most that a timer takes, in seconds."""


class Timer(Struct, frozen=True):
    """Either `ends` (running) or `left` (paused) is set."""

    ends: datetime | None = None
    left: float | None = None
    """Seconds, from 0."""

    def remaining(self, now: datetime) -> float:
        """Seconds to go, never below 0."""
        if self.ends is None:
            return self.left or 0.0
        return max(0.0, (self.ends - now).total_seconds())


def start(seconds: float, now: datetime) -> Timer:
    return Timer(ends=now + timedelta(seconds=_need_seconds(seconds)))


def pause(timer: Timer | None, now: datetime) -> Timer:
    return Timer(left=_need_timer(timer).remaining(now))


def resume(timer: Timer | None, now: datetime) -> Timer:
    return Timer(ends=now + timedelta(seconds=_need_timer(timer).remaining(now)))


def extend(timer: Timer | None, seconds: float, now: datetime) -> Timer:
    """Add seconds; a timer that has run out starts again from now."""
    known = _need_timer(timer)
    total = _need_seconds(known.remaining(now) + seconds)
    if known.ends is None:
        return Timer(left=total)
    return Timer(ends=now + timedelta(seconds=total))


def utc_text(moment: datetime) -> str:
    """A moment as every view and message writes it: ``2026-01-01T10:00:00.000Z``."""
    utc = moment.astimezone(UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"


def _need_timer(timer: Timer | None) -> Timer:
    if timer is None:
        raise Refused("no_timer", "No timer is running.", "Start one first.")
    return timer


def _need_seconds(seconds: float) -> float:
    if not 0 < seconds <= LONGEST:
        raise Refused("bad_time", "A timer takes from 1 second to 8 hours.", "Choose another time.")
    return seconds
