"""The timer: it runs, is paused, runs on, and is extended."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest

from tests.domain.scenario import NOW
from workshopkit.domain import timer as timers
from workshopkit.domain.timer import Timer
from workshopkit.errors import Refused

SOON = NOW + timedelta(seconds=40)
LATE = NOW + timedelta(hours=1)
MINUTE = timers.start(60, NOW)


def test_it_runs_towards_a_moment() -> None:
    assert Timer(ends=NOW + timedelta(minutes=1)) == MINUTE
    assert MINUTE.remaining(SOON) == 20
    assert MINUTE.remaining(LATE) == 0


def test_a_pause_keeps_what_is_left() -> None:
    held = timers.pause(MINUTE, SOON)
    assert held == Timer(left=20)
    assert timers.pause(held, LATE) == held
    assert timers.resume(held, LATE) == Timer(ends=LATE + timedelta(seconds=20))


def test_more_time_is_added_to_what_is_left() -> None:
    assert timers.extend(MINUTE, 60, SOON).remaining(SOON) == 80
    assert timers.extend(timers.pause(MINUTE, SOON), 60, LATE) == Timer(left=80)


def test_a_timer_that_has_run_out_starts_again_from_now() -> None:
    assert timers.extend(MINUTE, 60, LATE) == Timer(ends=LATE + timedelta(seconds=60))
    assert timers.pause(MINUTE, LATE) == Timer(left=0)


@pytest.mark.parametrize("seconds", [0, -5, math.nan, math.inf, 8 * 3600 + 1])
def test_a_time_that_is_none_is_refused(seconds: float) -> None:
    with pytest.raises(Refused) as refused:
        timers.start(seconds, NOW)
    assert refused.value.code == "bad_time"


def test_a_timer_is_not_extended_past_the_longest() -> None:
    with pytest.raises(Refused):
        timers.extend(MINUTE, timers.LONGEST, NOW)


def test_what_is_not_running_cannot_be_held() -> None:
    for attempt in (timers.pause, timers.resume):
        with pytest.raises(Refused) as refused:
            attempt(None, NOW)
        assert refused.value.code == "no_timer"
