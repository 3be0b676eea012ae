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
NOT_BEFORE_A_VERB = frozenset({
    "a", "after", "an", "any", "at", "before", "each", "every", "first", "her", "his", "in",
    "its", "last", "latest", "my", "new", "next", "of", "on", "our", "per", "since", "soft",
    "that", "the", "their", "this", "your", "y", "yr",
})  # fmt: skip
"""Before these, a *launch* is a thing."""
NOT_AFTER_A_VERB = frozenset({"of"})
"""As in “release of patients”."""
_PHRASES = tuple(phrase.split() for phrase in (*MAKING, *MAKING_IN_WELSH))


def reads_like_an_output(text: str) -> bool:
    """Whether it says to make something, in English or Welsh. A hint: it knows no grammar."""
    words = ["".join(filter(str.isalpha, word)) for word in text.casefold().split()]
    return any(_says(words, place, phrase) for place in range(len(words)) for phrase in _PHRASES)


def _says(words: list[str], place: int, phrase: list[str]) -> bool:
    end = place + len(phrase)
    return (
        words[place:end] == phrase
        and not NOT_BEFORE_A_VERB.intersection(words[max(0, place - 1) : place])
        and not NOT_AFTER_A_VERB.intersection(words[end : end + 1])
    )
