"""Topics of health checks: what to look at, one TOML file for each set."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
from msgspec import Struct

from workshopkit.domain.activity import Words
from workshopkit.domain.health import HEALTH, HealthOptions
from workshopkit.errors import Refused, UnknownName, WorkshopkitError
from workshopkit.resources import data_folder

DEFAULT_TOPICS = "delivery-team"


class TopicSet(Struct, frozen=True):
    """What one file holds."""

    title: Words
    options: HealthOptions


def topic_names() -> list[str]:
    """The names of the sets of topics that came along, sorted."""
    return sorted(path.stem for path in _folder().glob("*.toml"))


def load_topics(name: str) -> TopicSet:
    """The set of topics of this name, checked.

    Raises `UnknownName`, with the nearest name, when there is none.

    >>> load_topics("service").options.topics[0].title["en"]
    'Meeting the need'
    """
    if name not in topic_names():
        raise UnknownName("set of topics", name, topic_names())
    return read_topics(_folder() / f"{name}.toml")


def read_topics(path: Path) -> TopicSet:
    """The topics in a file; `WorkshopkitError` says what is wrong in a file that is unsound."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
        title = msgspec.convert(found.pop("title", {}), Words)
        options = msgspec.convert(found, HealthOptions)
        HEALTH.start(options)
        _need_english(title, options)
    except (ValueError, msgspec.ValidationError, Refused) as problem:
        raise WorkshopkitError(f"The topics in {path.name} cannot be used: {problem}") from problem
    return TopicSet(title, options)


def _need_english(title: Words, options: HealthOptions) -> None:
    texts = [title, *(topic.title for topic in options.topics)]
    texts += [words for topic in options.topics for words in (topic.good, topic.bad) if words]
    if not all(words.get("en") for words in texts):
        raise ValueError("each title, good and bad needs an English text (en)")


def _folder() -> Path:
    return data_folder() / "topics"
