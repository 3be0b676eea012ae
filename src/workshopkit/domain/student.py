"""Student's t distribution: how far a mean of few readings may lie from the truth."""

from __future__ import annotations

from math import exp, log1p, sqrt

from workshopkit.domain.beta import beta_share, log_beta
from workshopkit.errors import Refused

SMALLEST_DF = 0.1
"""Below it quantiles leave the range of a float. Samples never give fewer than 1."""
LARGEST_DF = 1e8
"""Beyond it the distribution changes less than the digits that its tail is computed to."""
OUTERMOST = 1e-12
"""How near to 0 and 1 a probability may come."""


def t_quantile(probability: float, df: float) -> float:
    """The t below which a share of Student's distribution lies; `df` need not be whole.

    `probability` from 1e-12 to 1 - 1e-12, `df` degrees of freedom from 0.1 to infinity; others
    are `Refused`. Newton's method on the upper tail, which is convex: from nought it rises to the
    answer and never passes it.

    >>> round(t_quantile(0.975, 10), 3)
    2.228
    """
    if not (OUTERMOST <= probability <= 1 - OUTERMOST and df >= SMALLEST_DF):
        raise Refused("bad_number", "There is no such quantile of Student's t.", "Correct it.")
    df = min(df, LARGEST_DF)
    return -_outer(probability, df) if probability < 0.5 else _outer(1 - probability, df)


def _outer(tail: float, df: float) -> float:
    """The t above which the share `tail` lies, a half at most."""
    t = 0.0
    while True:
        step = (upper_tail(t, df) - tail) / _density(t, df)
        if not step > 1e-15 * t:
            return t + step
        t += step


def upper_tail(t: float, df: float) -> float:
    """The share of Student's distribution above `t`, which is not negative.

    I_x(df / 2, 1 / 2) / 2 with x = df / (df + t²): Abramowitz and Stegun (1964), 26.7.1.
    """
    if t == 0:
        return 0.5
    return beta_share(df / (df + t * t), t * t / (df + t * t), df / 2, 0.5) / 2


def _density(t: float, df: float) -> float:
    return exp(-(df + 1) / 2 * log1p(t * t / df) - log_beta(df / 2, 0.5)) / sqrt(df)
