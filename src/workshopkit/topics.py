"""Topics of health checks: what to look at, one TOML file for each set."""

from __future__ import annotations

from os import PathLike

from workshopkit.authored import Authored, Shelf
from workshopkit.domain.health import HEALTH, HealthOptions

DEFAULT_TOPICS = "delivery-team"
_shelf = Shelf("topics", "set of topics", HealthOptions, HEALTH.start, ("topics",))


def topic_names() -> list[str]:
    """The names of the sets of topics that came along, sorted."""
    return _shelf.names()


def load_topics(wanted: str | PathLike[str]) -> Authored[HealthOptions]:
    """The set of topics of this name, or in a TOML file of one's own: its title and its topics.

    A file is a path, or a text that ends in ``.toml``. It holds a ``title`` and ``topics``, each
    with an ``id``, a ``title``, and if one likes what it is like when it goes ``good`` and when
    it goes ``bad``. Texts need English; Welsh may stand beside it. Those in `data/topics` are
    good to copy.

    Raises `UnknownName` with the nearest name, and `UnsoundFile` with the line that is wrong.

    >>> load_topics("service").options.topics[0].title["en"]
    'Meeting the need'
    """
    return _shelf.load(wanted)
