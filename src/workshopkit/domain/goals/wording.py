"""Whether a goal reads like something to make: then ask what changes, and for whom."""

from __future__ import annotations

MAKING = (
    "build", "complete", "create", "deliver", "delivering", "deploy", "deployed", "deploying",
    "develop", "developing", "implement", "implemented", "implementing", "install",
    "introduce", "introducing", "launch", "launched", "launching", "migrate", "procure",
    "publish", "release", "releasing", "roll out", "rolled out", "rolling out", "set up",
    "setting up", "ship", "upgrade", "upgrading",
)  # fmt: skip
MAKING_IN_WELSH = (
    "adeiladu", "cyflwyno", "cyhoeddi", "creu", "darparu", "datblygu", "gosod", "gweithredu",
    "lansio", "rhoi ar waith", "rhyddhau", "sefydlu", "uwchraddio",
    # The same where another word before them changes how they begin.
    "chreu", "chyflwyno", "chyhoeddi", "ddarparu", "ddatblygu", "greu", "gyflwyno", "gyhoeddi",
    "roi ar waith", "ryddhau", "weithredu",
)  # fmt: skip
BEFORE_A_THING = frozenset({
    "a", "after", "an", "any", "at", "before", "each", "every", "first", "her", "his", "in",
    "its", "last", "latest", "my", "new", "next", "of", "on", "our", "per", "since", "soft",
    "that", "the", "their", "this", "your",
})  # fmt: skip
"""After these, a *launch* is a thing."""
BEFORE_A_THING_IN_WELSH = frozenset({"ers", "r", "y", "yr", "ôl"})
OF_A_THING = frozenset({"of"})
"""Before these as well: “release of patients”."""
_HINTS = tuple(
    (phrase.split(), before)
    for phrases, before in (
        (MAKING, BEFORE_A_THING),
        (MAKING_IN_WELSH, BEFORE_A_THING_IN_WELSH),
    )
    for phrase in phrases
)


def reads_like_an_output(text: str) -> bool:
    """Whether it says to make something, in English or Welsh. A hint: it knows no grammar."""
    words = "".join(char if char.isalpha() else " " for char in text.casefold()).split()
    return any(
        _says(words, place, phrase, before)
        for place in range(len(words))
        for phrase, before in _HINTS
    )


def _says(words: list[str], place: int, phrase: list[str], before: frozenset[str]) -> bool:
    end = place + len(phrase)
    return (
        words[place:end] == phrase
        and before.isdisjoint(words[max(0, place - 1) : place])
        and OF_A_THING.isdisjoint(words[end : end + 1])
    )
