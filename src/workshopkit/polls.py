"""Polls that came along: their questions and answers, one TOML file each."""

from __future__ import annotations

from workshopkit.authored import Authored, Shelf
from workshopkit.domain.poll import POLL, PollOptions

_shelf = Shelf("polls", "poll", PollOptions, POLL.start, PollOptions.__struct_fields__)


def poll_names() -> list[str]:
    """The names of the polls that came along, sorted."""
    return _shelf.names()


def load_poll(name: str) -> Authored[PollOptions]:
    """The poll of this name: its title, its question and its answers.

    Raises `UnknownName`, with the nearest name, when there is none.

    >>> load_poll("roti").options.options[0].label["en"]
    """
    return _shelf.load(name)
