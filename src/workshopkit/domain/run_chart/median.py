"""Runs about the median: what a series says that is too short for limits.

Jacob Anhøj and Anne Vingaard Olesen (2014), Run charts revisited: a simulation study of run
chart rules for detection of non-random variation in health care processes, PLoS ONE 9:e113825.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import log2
from statistics import median

from msgspec import Struct

from workshopkit.domain.intervals import need_numbers


class MedianRuns(Struct, frozen=True):
    """How readings lie about their median, and how they would by chance.

    Those on the median are not useful: they neither end a run nor lengthen it. `longest` and
    `crossings` are the longest run and the crossings of the median; by chance there are hardly
    ever more than `longest_usual`, or fewer than `crossings_usual`. `start` and `end` tell where
    the longest run is, `above` on which side (the first one where two are as long).
    """

    median: float
    useful: int
    longest: int
    longest_usual: int
    crossings: int
    crossings_usual: int
    start: int
    end: int
    above: bool

    @property
    def long_run(self) -> bool:
        """Whether the longest run is longer than chance makes it: something shifted."""
        return self.longest > self.longest_usual

    @property
    def few_crossings(self) -> bool:
        """Whether readings cross the median more rarely than by chance."""
        return self.crossings < self.crossings_usual


def median_runs(values: Sequence[float]) -> MedianRuns | None:
    """The runs and crossings of readings; None where none lies off the median."""
    need_numbers(values)
    middle = median(values) if values else 0.0
    useful = [(place, value > middle) for place, value in enumerate(values) if value != middle]
    if not useful:
        return None
    runs = _runs(useful)
    longest = max(runs, key=len)
    return MedianRuns(
        median=middle,
        useful=len(useful),
        longest=len(longest),
        longest_usual=round(log2(len(useful))) + 3,
        crossings=len(runs) - 1,
        crossings_usual=fewest_crossings(len(useful)),
        start=longest[0][0],
        end=longest[-1][0] + 1,
        above=longest[0][1],
    )


def _runs(useful: Sequence[tuple[int, bool]]) -> list[list[tuple[int, bool]]]:
    """Readings with their neighbours on the same side."""
    runs = [[useful[0]]]
    for before, after in pairwise(useful):
        if before[1] != after[1]:
            runs.append([])
        runs[-1].append(after)
    return runs


@lru_cache(maxsize=256)
def fewest_crossings(useful: int) -> int:
    """The 5 % quantile of Binomial(`useful` - 1, 1/2): fewer crossings are rarer than that.

    Counted in whole numbers, so that no rounding moves it.
    """
    chances, crossings = useful - 1, 0
    exactly = up_to = 1  # ways to have as many crossings, of 2 to the power of the chances
    while 20 * up_to < 2**chances:
        exactly = exactly * (chances - crossings) // (crossings + 1)
        up_to += exactly
        crossings += 1
    return crossings
