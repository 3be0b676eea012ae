"""How far people agree: measures of ordered answers, from counts alone.

Counts are a list: how many gave the lowest answer, the next, up to the highest. Where nobody
answered there is nothing to say, and each of these says None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, combinations
from math import floor, log2

from msgspec import Struct


def van_der_eijk(counts: Sequence[int]) -> float | None:
    """Agreement A: 1 where all gave one answer, 0 where all answers are as frequent, -1 where
    half gave the lowest and half the highest.

    Cees van der Eijk (2001), Measuring agreement in ordered rating scales, Quality & Quantity
    35:325–341. The counts are taken apart into layers of equal height, and the A of each layer's
    pattern is weighted by its share of the answers; as in the R package agrmt from 1.39 on,
    where two poles alone come to -1.
    """
    total = sum(counts)
    if not total:
        return None
    left, agreement = list(counts), 0.0
    while any(left):
        height = min(n for n in left if n)
        filled = [n > 0 for n in left]
        agreement += _pattern_agreement(filled) * height * sum(filled) / total
        left = [n - height if n else 0 for n in left]
    return min(1.0, max(-1.0, agreement))


def _pattern_agreement(filled: Sequence[bool]) -> float:
    """A of answers that were either given or not, from their triples in order."""
    answers, given = len(filled), sum(filled)
    if given == 1:
        return 1.0
    spread = 1 - (given - 1) / (answers - 1)
    triples = list(combinations(filled, 3))
    two_peaks = sum(triple == (True, False, True) for triple in triples)
    one_peak = sum(triple in ((True, True, False), (False, True, True)) for triple in triples)
    if not two_peaks + one_peak:
        return spread
    peaks = (answers - 2) * one_peak - (answers - 1) * two_peaks
    return peaks / ((answers - 2) * (one_peak + two_peaks)) * spread


def polarisation(counts: Sequence[int]) -> float | None:
    """0 where all gave one answer, 1 where half gave the lowest and half the highest.

    As in agrmt: (1 - A) / 2.
    """
    agreement = van_der_eijk(counts)
    return None if agreement is None else (1 - agreement) / 2


def consensus(counts: Sequence[int]) -> float | None:
    """1 where all gave one answer, 0 where half gave the lowest and half the highest.

    William J. Tastle and Mark J. Wierman (2007), Consensus and dissention: a measure of ordinal
    dispersion, International Journal of Approximate Reasoning 45:531–545.
    """
    total, width = sum(counts), len(counts) - 1
    if not total:
        return None
    mean = sum(place * n for place, n in enumerate(counts)) / total
    spread = sum(
        n / total * log2(1 - abs(place - mean) / width) for place, n in enumerate(counts) if n
    )
    return min(1.0, max(0.0, 1 + spread))


def quantile(counts: Sequence[int], part: float) -> float | None:
    """The answer below which a part of the answers lies, the lowest answer being 1.

    Between two neighbours it is interpolated: type 7 of Rob J. Hyndman and Yanan Fan (1996),
    Sample quantiles in statistical packages, The American Statistician 50:361–365.
    """
    total = sum(counts)
    if not total:
        return None
    place = (total - 1) * part
    below = floor(place)
    lower, upper = _answer_at(counts, below), _answer_at(counts, min(below + 1, total - 1))
    return lower + (upper - lower) * (place - below)


def _answer_at(counts: Sequence[int], place: int) -> int:
    """The answer at a place in the row of all answers, the lowest first."""
    return 1 + sum(passed <= place for passed in accumulate(counts))


def median(counts: Sequence[int]) -> float | None:
    """The answer in the middle, or halfway between the two in the middle; the lowest is 1."""
    return quantile(counts, 0.5)


def quartiles(counts: Sequence[int]) -> tuple[float, float] | None:
    """The answers at a quarter and at three quarters."""
    first, third = quantile(counts, 0.25), quantile(counts, 0.75)
    return None if first is None or third is None else (first, third)


class KendallsW(Struct, frozen=True):
    """Kendall's coefficient of concordance, and its chi-squared with `items` - 1 degrees."""

    w: float
    chi2: float
    raters: int
    items: int


def kendalls_w(ballots: Sequence[Sequence[float]]) -> KendallsW | None:
    """How far people put the same items into the same order: 1 alike, 0 as if by chance.

    Maurice G. Kendall and Bernard Babington Smith (1939), The problem of m rankings, Annals of
    Mathematical Statistics 10:275–287, corrected for ties as in Sidney Siegel and N. John
    Castellan (1988), Nonparametric statistics for the behavioral sciences, 262–272. Each ballot
    scores every item, in one order. None for fewer than two ballots or items, or where every
    ballot scores all alike: then there is no order to compare.
    """
    raters, items = len(ballots), len(ballots[0]) if ballots else 0
    if raters < 2 or items < 2:
        return None
    sums = [sum(ranks) for ranks in zip(*map(_ranks, ballots), strict=True)]
    mean = raters * (items + 1) / 2
    ties = sum(n**3 - n for ballot in ballots for n in Counter(ballot).values())
    most = raters**2 * (items**3 - items) - raters * ties
    if not most:
        return None
    w = min(1.0, 12 * sum((ranks - mean) ** 2 for ranks in sums) / most)
    return KendallsW(w, raters * (items - 1) * w, raters, items)


def _ranks(scores: Sequence[float]) -> list[float]:
    """Ranks from 1 for the lowest score; those that tie share the middle of theirs."""
    return [
        sum(other < score for other in scores) + (sum(other == score for other in scores) + 1) / 2
        for score in scores
    ]


def cliffs_delta(counts_a: Sequence[int], counts_b: Sequence[int]) -> float | None:
    """How much more often an answer of A's is above one of B's than below: from -1 to 1.

    Norman Cliff (1993), Dominance statistics: ordinal analyses to answer ordinal questions,
    Psychological Bulletin 114:494–509.
    """
    pairs = sum(counts_a) * sum(counts_b)
    return dominance(counts_a, counts_b) / pairs if pairs else None


def dominance(counts_a: Sequence[int], counts_b: Sequence[int]) -> int:
    """Pairs in which A's answer is the higher one, less those in which B's is."""
    return sum(
        n * (sum(counts_b[:place]) - sum(counts_b[place + 1 :])) for place, n in enumerate(counts_a)
    )
