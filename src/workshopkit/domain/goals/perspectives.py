"""When people may be told apart by what they speak as (DESIGN 5.3)."""

from __future__ import annotations

from collections.abc import Mapping


def tellable(people: Mapping[str, int], smallest: int) -> tuple[str, ...]:
    """The perspectives that may be shown apart, from how many people speak as each.

    Each has at least `smallest` people, and so has what is left over once they are taken from
    the whole, unless nobody is left over. Who speaks as nothing (``""``) is always left over.
    """
    told = sorted((n, name) for name, n in people.items() if name and n >= smallest)
    rest = sum(people.values()) - sum(n for n, _ in told)
    while told and 0 < rest < smallest:
        rest += told.pop(0)[0]
    return tuple(sorted(name for _, name in told))
