"""Taking things out of a view, with every trace of them: ids, counts, links and repeated words.

Views keep lists as ``{"order": […], "items": {id: …}}``, and say by id what belongs to what. So
what has to go with a thing follows from ids alone, whatever the activity is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct

from workshopkit.domain.forgetting import ERASED
from workshopkit.publish.any_kind import is_listing

NAMES = frozenset({"approved_by", "author", "owner"})
"""The fields of views that hold a person's name."""
WORDS = ("text", "title")
"""The fields of things that hold what people wrote; a title by language is the author's own."""
REMARKS = frozenset({"comments", "notes"})
"""The lists of views that hold bare words."""
ECHOES = ("title", "about")
"""The fields that may repeat a thing's words: a group is called after its first card."""
SHORTENED = 120
"""Characters of a card that a group's title takes over."""


class Thing(Struct, frozen=True):
    """Something that people wrote."""

    id: str
    text: str
    list: str
    """What its view calls the list that it is in."""


def things_in(value: Any, name: str = "") -> Iterator[Thing]:
    """What people wrote in a view: items of lists, and words that stand in a list by themselves."""
    if is_listing(value):
        for id_ in value["order"]:
            if text := _words(value["items"][id_]):
                yield Thing(id_, text, name)
            yield from things_in(value["items"][id_], name)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            # Notes stand by the id of what they are about: the list is still that of notes.
            yield from things_in(inner, name if name in REMARKS else key)
    elif isinstance(value, list):
        for inner in value:
            said = _word(inner)
            if said is not None and (name in REMARKS or not isinstance(inner, str)):
                yield Thing(word_id(said), said, name)
            else:
                yield from things_in(inner, name)


def ids_in(value: Any) -> Iterator[str]:
    """The ids of all listed things."""
    if is_listing(value):
        yield from value["order"]
        value = value["items"]
    inner = value.values() if isinstance(value, Mapping) else value
    if isinstance(value, Mapping | list):
        for each in inner:
            yield from ids_in(each)


def word_id(text: str) -> str:
    """The id of a word that has none; spellings that are counted as one have one."""
    return f"word:{' '.join(text.split()).casefold()}"


def without_names(value: Any) -> Any:
    """The same without the names of people."""
    if isinstance(value, Mapping):
        kept = {key: each for key, each in value.items() if key not in NAMES or not _is_name(each)}
        return {key: without_names(each) for key, each in kept.items()}
    return [without_names(each) for each in value] if isinstance(value, list) else value


class Sweep:
    """Takes things out of views. `known` are the ids of a record: no word is taken for one."""

    def __init__(
        self, gone: Collection[str], said: Collection[str], known: Collection[str]
    ) -> None:
        self._gone = frozenset(gone)
        self._said = {part.strip() for text in said for part in (text, text[:SHORTENED])}
        self._known = frozenset(known)

    def __call__(self, value: Any) -> Any:
        """The value without what is gone."""
        if is_listing(value):
            return self._listing(value)
        if isinstance(value, Mapping):
            by_id = bool(value) and value.keys() <= self._known
            kept = (
                key
                for key in value
                if not (by_id and key in self._gone)
                and not (key == "focus" and value[key] in self._gone)
            )
            return {key: self(value[key]) for key in kept}
        return self._list(value) if isinstance(value, list) else value

    def _list(self, value: list[Any]) -> list[Any]:
        if all(isinstance(each, str) and each in self._known for each in value):
            return [each for each in value if each not in self._gone]
        return [self(each) for each in value if not self._is_gone_word(each)]

    def _is_gone_word(self, value: Any) -> bool:
        text = _word(value)
        return text is not None and word_id(text) in self._gone

    def _listing(self, listing: Mapping[str, Any]) -> dict[str, Any]:
        pointing = self._pointing(listing)
        items = {
            id_: self._item(listing["items"][id_], pointing)
            for id_ in listing["order"]
            if id_ not in self._gone
        }
        kept = {id_: item for id_, item in items.items() if item is not None}
        return {"order": list(kept), "items": kept}

    def _pointing(self, listing: Mapping[str, Any]) -> set[str]:
        """The fields of its items that hold an id, in every one of them."""
        values: dict[str, list[Any]] = {}
        for item in listing["items"].values():
            for key, value in item.items():
                values.setdefault(key, []).append(value)
        return {
            key
            for key, found in values.items()
            if key not in WORDS and all(isinstance(v, str) and v in self._known for v in found)
        }

    def _item(self, item: Mapping[str, Any], pointing: Collection[str]) -> dict[str, Any] | None:
        """An item without what is gone; nothing where it was only a link to that."""
        lost = {key for key in pointing if item.get(key) in self._gone}
        if lost and not _words(item):
            return None
        dropped = lost | ({"about"} if lost else set())
        kept = {key: value for key, value in item.items() if key not in dropped}
        return {key: self._repeated(key, self(value)) for key, value in kept.items()}

    def _repeated(self, key: str, value: Any) -> Any:
        repeats = isinstance(value, str) and value.strip() in self._said
        return ERASED if key in ECHOES and repeats else value


def _words(item: Any) -> str:
    """What people wrote in an item."""
    found = (item.get(key) for key in WORDS) if isinstance(item, Mapping) else ()
    return next((text for text in found if isinstance(text, str) and text), "")


def _word(value: Any) -> str | None:
    """What stands in a list by itself: bare words, or words with a number beside them."""
    text = value.get("text") if isinstance(value, Mapping) else value
    return text if isinstance(text, str) else None


def _is_name(value: Any) -> bool:
    return isinstance(value, str | list)
