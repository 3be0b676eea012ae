"""The regularised incomplete beta function: the shares of Student's t and of the binomial.

Sections and equations are those of the NIST Digital Library of Mathematical Functions (DLMF).
"""

from __future__ import annotations

from math import exp, expm1, lgamma, log, log1p, pi

STIRLING_FROM = 20.0
"""From here on the series below is exact to the last digits of a float, and `lgamma` is not:
of two large values of it almost all digits are lost when one is taken from the other."""
STEPS = 100_000


def incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b) for `x` from 0 to 1 and positive `a` and `b`, from 0 to 1 (DLMF 8.17.2)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    return beta_share(x, 1 - x, a, b)


def beta_share(x: float, rest: float, a: float, b: float) -> float:
    """I_x(a, b), where `rest` is 1 - x: whoever knows both exactly loses no digits.

    The continued fraction is quick below (a + 1) / (a + b + 2); above, the other end is counted
    (DLMF 8.17.4).
    """
    if x > (a + 1) / (a + b + 2):
        return 1 - _lower(rest, x, b, a)
    return _lower(x, rest, a, b)


def _lower(x: float, rest: float, a: float, b: float) -> float:
    front = exp(a * _log(x, rest) + b * _log(rest, x) - log_beta(a, b))
    return front * _fraction(x, a, b) / a


def _log(x: float, rest: float) -> float:
    """The logarithm of `x`, which is 1 - `rest`."""
    return log(x) if x < 0.5 else log1p(-rest)


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of DLMF 8.17.22, from its front by the way of W. J. Lentz (1976),
    Generating Bessel functions in Mie scattering calculations, Applied Optics 15:668–671, as
    I. J. Thompson and A. R. Barnett (1986) changed it for denominators of nought.
    """
    smallest = 1e-300
    above, below, found = 1.0, 0.0, 1.0
    for step in range(1, STEPS):
        part = _partial(step, x, a, b)
        below = 1 / (1 + part * below or smallest)
        above = 1 + part / above or smallest
        found *= above * below
        if abs(above * below - 1) < 2e-16:
            break
    return 1 / found


def _partial(step: int, x: float, a: float, b: float) -> float:
    """The numerators d of DLMF 8.17.23, from d1 on."""
    m, odd = divmod(step, 2)
    if odd:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def beta_quantile(part: float, a: float, b: float) -> float:
    """The x below which a part of the distribution lies, I_x(a, b) = `part`; `a`, `b` ≥ 1.

    Newton's method from the mode, on either side of which I_x bends one way only: it closes in
    on the answer from one side and never passes it.
    """
    if a == 1 or b == 1:
        return part ** (1 / a) if b == 1 else -expm1(log1p(-part) / b)
    x, scale = (a - 1) / (a + b - 2), log_beta(a, b)
    rising = incomplete_beta(x, a, b) < part
    while True:
        density = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - scale)
        step = (part - incomplete_beta(x, a, b)) / density
        if (step > 0) != rising or abs(step) <= 1e-15 * x:
            return x
        x += step


def log_beta(a: float, b: float) -> float:
    """The logarithm of the beta function (DLMF 5.12.1), true for large arguments too."""
    a, b = max(a, b), min(a, b)
    if a < STIRLING_FROM:
        return lgamma(a) + lgamma(b) - lgamma(a + b)
    together = _correction(a) - _correction(a + b)
    if b < STIRLING_FROM:
        return lgamma(b) - (a - 0.5) * log1p(b / a) - b * log(a + b) + b + together
    return (
        0.5 * log(2 * pi) + together + _correction(b) - 0.5 * log(b)
        + (a - 0.5) * -log1p(b / a) + b * -log1p(a / b)
    )  # fmt: skip


def _correction(x: float) -> float:
    """What Stirling's formula leaves out of the logarithm of gamma (DLMF 5.11.1)."""
    found = 0.0
    for coefficient in (1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12):
        found = coefficient + found / (x * x)
    return found / x
