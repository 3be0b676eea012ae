"""What the spelling of texts has in common, in words and parts of words that people can read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    import numpy as np

MOST = 3
"""More would be read as a list of everything, and it is not."""
TELLING = 0.25
"""What adds less than this part of what the first one adds tells little."""
LEAST = 3
"""Letters that a part of a word needs to be read as one."""
LOOKED_AT = 200
"""Runs of letters that parts are sought around: the most telling ones."""

HYPHENS = "-\u2010\u2011"
"""They hold a word together: "sign-off" is "signoff"."""
BETWEEN = {*("Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps"), *("Sc", "Sm"), *("Zl", "Zp", "Zs"), "Cf"}
"""Kinds of signs that stand between words: punctuation, "+" and "£", spaces, invisible marks."""


class Shared(Struct, frozen=True):
    """A word that several cards share, or a part of one."""

    part: str
    """A word as one of them has it; or what is alike in several, as "meeting…"."""
    cards: tuple[str, ...]
    """The ids of the cards that have it."""


class Word(NamedTuple):
    card: str
    run: str
    """Folded, with a space at both ends: a run of letters tells where a word begins."""
    written: str


def folded(text: str) -> str:
    """The words of a text without capitals, accents and punctuation; "" where there are none.

    >>> folded("Mae’r tŷ’n OER!")
    'mae r ty n oer'
    """
    return " ".join(word for word, _ in _words(text))


def shared_words(
    weights: Any, runs: Sequence[str], texts: Mapping[str, str], *, known: int = 0
) -> tuple[Shared, ...]:
    """What makes texts alike, the most telling first, up to three.

    Args:
        weights: A sparse matrix: a row for each text, and how much each run of letters counts.
        runs: The runs of letters, with a space where a word begins or ends.
        texts: The texts by id, in the order of the rows.
        known: How many texts, from the first, are together already: their likeness to each other
            does not matter.
    """
    words = [Word(id_, f" {w} ", as_is) for id_, text in texts.items() for w, as_is in _words(text)]
    adds = _adds(weights, runs, known)
    parts: dict[str, Shared] = {}
    for run in list(adds)[:LOOKED_AT]:
        having = [word for word in words if run in word.run]
        part = _grown(run, [word.run for word in having])
        parts[part] = Shared(_readable(part, having[0]), _cards(having))
    return tuple(parts[part] for part in _best(parts, adds)) if parts else ()


def _adds(weights: Any, runs: Sequence[str], known: int) -> dict[str, float]:
    """What each run adds to the cosines between texts, the most first, if anything."""
    import numpy as np

    adds = np.round(_products(weights) - _products(weights[:known]), 9).tolist()
    having = [(run, add) for run, add in zip(runs, adds, strict=True) if add > 0]
    return dict(sorted(having, key=lambda one: (-one[1], one[0])))


def _products(weights: Any) -> np.ndarray:
    """The weights of each run multiplied for every two texts, and added up."""
    import numpy as np

    sums = np.asarray(weights.sum(axis=0)).ravel()
    squares = np.asarray(weights.multiply(weights).sum(axis=0)).ravel()
    products: np.ndarray = sums**2 - squares
    return products


def _best(parts: Mapping[str, Shared], adds: Mapping[str, float]) -> list[str]:
    """The most telling parts, none within another, and no scraps unless there is nothing else.

    A part tells as much as its runs add, in all the cards that have it.
    """
    scores = {
        part: len(shared.cards) * sum(adds[run] for run in adds if run in part)
        for part, shared in parts.items()
    }
    first, *others = sorted(scores, key=lambda part: (-round(scores[part], 6), part))
    best = [first]
    for part in others:
        if len(best) < MOST and _counts(part, scores[part] / scores[first], best):
            best.append(part)
    return best


def _counts(part: str, share: float, better: Iterable[str]) -> bool:
    apart = not any(part in other or other in part for other in better)
    legible = part[0] == part[-1] == " " or len(part.strip()) >= LEAST
    return apart and legible and share >= TELLING


def _grown(run: str, words: Sequence[str]) -> str:
    """The longest part around a run of letters that all these words have."""
    first = words[0]
    start = first.index(run)
    end = start + len(run)
    while end < len(first) and all(first[start : end + 1] in word for word in words):
        end += 1
    while start and all(first[start - 1 : end] in word for word in words):
        start -= 1
    return first[start:end]


def _readable(part: str, word: Word) -> str:
    """A whole word as it is written; else the part, with marks where words go on."""
    if part == word.run:
        return word.written
    before, after = ("" if part[end] == " " else "…" for end in (0, -1))
    return f"{before}{part.strip()}{after}"


def _cards(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.card for word in words))


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Each word, folded and as it is written. Emoji are words."""
    spaced = "".join(" " if _is_between(sign) else sign for sign in text)
    for written in spaced.split():
        if word := _folded(written):
            yield word, written.strip(HYPHENS)


def _is_between(sign: str) -> bool:
    return sign not in HYPHENS and unicodedata.category(sign) in BETWEEN


def _folded(written: str) -> str:
    """Only accents have a combining class; vowel signs of other scripts have none."""
    signs = unicodedata.normalize("NFKD", written.casefold())
    return "".join(
        sign
        for sign in signs
        if unicodedata.category(sign)[0] in "LMNS" and not unicodedata.combining(sign)
    )
