"""Wrong codes wait for each other; what never misses never asks."""

from __future__ import annotations

from workshopkit.server.misses import Misses


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_first_misses_are_told_at_once_and_the_next_ones_later() -> None:
    misses = Misses(per_second=2, burst=3, longest=1, clock=Clock())
    assert [misses.wait() for _ in range(6)] == [0, 0, 0, 0, 0.5, 1.0]


def test_beyond_the_longest_wait_nothing_is_told() -> None:
    misses = Misses(per_second=2, burst=1, longest=1, clock=Clock())
    assert [misses.wait() for _ in range(6)][-2:] == [None, None]


def test_a_quiet_spell_restores_the_head_start() -> None:
    clock = Clock()
    misses = Misses(per_second=2, burst=2, longest=10, clock=clock)
    for _ in range(10):
        misses.wait()
    clock.now += 60
    assert misses.wait() == 0
