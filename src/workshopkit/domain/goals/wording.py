"""Whether a goal reads like something to make: then ask what changes, and for whom."""

from __future__ import annotations

MAKING = (
    "build", "create", "deliver", "delivering", "deploy", "deployed", "deploying",
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
_PLACES_OF_THINGS = {
    **dict.fromkeys(MAKING, BEFORE_A_THING),
    **dict.fromkeys(MAKING_IN_WELSH, BEFORE_A_THING_IN_WELSH),
}
LONGEST = max(len(phrase.split()) for phrase in _PLACES_OF_THINGS)
"""Words in a phrase."""


def reads_like_an_output(text: str) -> bool:
    """Whether it says to make something, in English or Welsh. A hint: it knows no grammar."""
    words = "".join(char if char.isalpha() else " " for char in text.casefold()).split()
    return any(
        _is_a_verb(words, start, end)
        for start in range(len(words))
        for end in range(start + 1, start + LONGEST + 1)
    )


def _is_a_verb(words: list[str], start: int, end: int) -> bool:
    before = _PLACES_OF_THINGS.get(" ".join(words[start:end]))
    return (
        before is not None
        and before.isdisjoint(words[max(0, start - 1) : start])
        and OF_A_THING.isdisjoint(words[end : end + 1])
    )
