"""Everyone's voice: how many people took part, and how evenly. Never who.

How much each person contributed never leaves `domain`: what is shown of it are two numbers, in
steps of 0.05 and only where at least 5 people are in (DESIGN 5.3). They are worked out when a
part of an activity closes and then stay, like any distribution: or whoever leads could take a
card away and see from the change what else its author wrote.

The share of people who took part and the Gini coefficient (Corrado Gini (1912), Variabilità e
mutabilità) describe what was written or voted, not what was said aloud, and say nothing of who
was right. Why to look at all: groups in which a few people did most of the talking did worse at
shared tasks in Anita W. Woolley and others (2010), Evidence for a collective intelligence factor
in the performance of human groups, Science 330:686–688: a correlation, in groups of two to five
strangers. That `UNEVEN` is the point to say something is our own rule of thumb.
What a facilitator wrote down for people without a device is in neither number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from workshopkit.domain.activity import Contributions, View

SMALLEST = 5
"""People, below which nothing is said."""
UNEVEN = 0.5
"""The Gini coefficient that there is where one half of the people gave all, each as much."""
STEPS = 20
"""To how many parts of one a number is rounded."""


class Voice(Struct, frozen=True):
    """How people took part."""

    share: float
    """The part of the people who contributed anything, from 0 to 1."""
    gini: float
    """From 0, where all gave as much, towards 1, where one person gave everything."""


def gini(amounts: Sequence[float]) -> float:
    """The Gini coefficient of what each gave, those who gave nothing included.

    Without the correction for small groups, n / (n - 1): so it is at most 1 - 1 / n. 0 where
    nobody gave anything.

    >>> gini([4, 4, 0, 0])
    0.5
    """
    total, n = sum(amounts), len(amounts)
    if not total:
        return 0.0
    ranked = enumerate(sorted(amounts), 1)
    return sum((2 * rank - n - 1) * amount for rank, amount in ranked) / (n * total)


def voice(counts: Sequence[int], people: int) -> Voice | None:
    """How `people` took part, of whom each of `counts` gave so much and the rest nothing.

    None where they are too few. Who leads may contribute as well without having joined.
    """
    everyone = max(people, len(counts))
    if everyone < SMALLEST:
        return None
    amounts = [*counts, *[0] * (everyone - len(counts))]
    taking_part = sum(amount > 0 for amount in amounts)
    return Voice(_rounded(taking_part / everyone), _rounded(gini(amounts)))


def kept(
    before: Mapping[str, Contributions], closed: Mapping[str, Contributions]
) -> dict[str, Contributions]:
    """The first counts of each part that closed with any; those of a later round in their place."""
    new = {
        part: given
        for part, given in closed.items()
        if given.counts and (part not in before or given.round > before[part].round)
    }
    return {**before, **new}


def voices(known: Mapping[str, Contributions], people: int) -> View:
    """What may be said of each part of an activity."""
    told = {part: voice(given.counts, people) for part, given in known.items()}
    return {part: _said(each) for part, each in told.items() if each is not None}


def _said(each: Voice) -> View:
    return {"share": each.share, "gini": each.gini, "uneven": each.gini >= UNEVEN}


def _rounded(number: float) -> float:
    return round(round(number * STEPS) / STEPS, 2)
