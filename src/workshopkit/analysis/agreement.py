"""Whether two perspectives could have differed as much by chance: a permutation test.

A hint of where to ask, never a finding about people: with many goals, some differ by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb
from typing import TYPE_CHECKING

from workshopkit.domain.agreement import dominance

if TYPE_CHECKING:
    import numpy as np

EXACT_UP_TO = 60
"""People of both perspectives together; the ways to deal them out still fit in 64 bits."""
DRAWS = 20_000


def permutation_p(
    counts_a: Sequence[int], counts_b: Sequence[int], *, seed: int = 0, draws: int = DRAWS
) -> float:
    """The share of ways to deal out the same answers that set A and B as far apart, or farther.

    Two-sided, for Cliff's delta, as in Ronald A. Fisher (1935), The design of experiments. For
    few people every way is counted. For many, ways are drawn from `seed`, and the one that
    happened counts among them (Belinda Phipson and Gordon K. Smyth (2010), Permutation p-values
    should never be zero, Statistical Applications in Genetics and Molecular Biology 9:39). 1
    where either is empty: nothing sets them apart.
    """
    together = [a + b for a, b in zip(counts_a, counts_b, strict=True)]
    first, found = sum(counts_a), abs(dominance(counts_a, counts_b))
    if not first or first == sum(together):
        return 1.0
    if sum(together) <= EXACT_UP_TO:
        return _exact(together, first, found)
    return _drawn(together, first, found, seed=seed, draws=draws)


def _scores(together: Sequence[int]) -> list[int]:
    """What one person of A adds to the pairs, by answer: answers below theirs, less those above.

    Taken among everyone, for A's pairs with one another cancel out.
    """
    return [sum(together[:at]) - sum(together[at + 1 :]) for at in range(len(together))]


def _exact(together: Sequence[int], first: int, found: int) -> float:
    ways = _ways(together, first)
    middle = len(ways) // 2
    far = sum(int(n) for at, n in enumerate(ways) if abs(at - middle) >= found)
    return far / comb(sum(together), first)


def _ways(together: Sequence[int], first: int) -> np.ndarray:
    """Ways to choose the people of A, by the pairs that they come to; none in the middle."""
    import numpy as np

    most = first * sum(together)
    ways = np.zeros((first + 1, 2 * most + 1), dtype=np.int64)
    ways[0, most] = 1
    for score, there in zip(_scores(together), together, strict=True):
        before, ways = ways, np.zeros_like(ways)
        for chosen in range(min(there, first) + 1):
            moved = np.roll(before[: first + 1 - chosen], chosen * score, axis=1)
            ways[chosen:] += comb(there, chosen) * moved
    row: np.ndarray = ways[first]
    return row


def _drawn(together: Sequence[int], first: int, found: int, *, seed: int, draws: int) -> float:
    import numpy as np

    chance = np.random.default_rng(seed)
    dealt = chance.multivariate_hypergeometric(together, first, size=draws, method="marginals")
    far = np.abs(dealt @ np.array(_scores(together))) >= found
    return (int(far.sum()) + 1) / (draws + 1)
