"""How long suggested themes take, and what they add to a kernel: ``python -m bench.themes``.

The cards are made up of words that teams use, drawn by chance from a fixed seed.
"""

from __future__ import annotations

import os
import random
import time

from bench.conditions import conditions
from bench.memory import resident
from workshopkit.analysis.themes import Card, suggest

COUNTS = (30, 300, 1500, 5000)
WORDS = (
    *("sign-off", "letter", "Legal", "meeting", "deploy", "test", "data", "research", "call"),
    *("centre", "claim", "form", "stand-up", "planning", "support", "error", "message", "wait"),
    *("slow", "fast", "unclear", "decision", "policy", "team", "pairing", "review", "release"),
    *("weekly", "never", "always", "before", "after", "many", "with", "about", "the", "we", "is"),
)


def main() -> None:
    print(conditions())
    chance = random.Random(1)
    bare = resident(os.getpid())
    first = seconds(board(COUNTS[0], chance))
    print(f"the first time, with scikit-learn to load: {first:.2f} s")
    for count in COUNTS:
        took = seconds(board(count, chance))
        more = resident(os.getpid()) - bare
        print(f"{count:>5} cards: {took:5.2f} s, {more:.0f} MB more than before the first time")


def board(count: int, chance: random.Random) -> list[Card]:
    """Cards of 4 to 14 words in three columns."""
    return [
        Card(str(n), " ".join(chance.choices(WORDS, k=chance.randint(4, 14))), chance.choice("abc"))
        for n in range(count)
    ]


def seconds(cards: list[Card]) -> float:
    began = time.perf_counter()
    suggest(cards)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
