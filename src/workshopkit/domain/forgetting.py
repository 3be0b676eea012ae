"""Forgetting: what people wrote gives way to a mark, and everything else stays (DESIGN 5.4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

ERASED = "[…]"
"""Stands where a text was: no empty text, so that what shows or checks it goes on working."""


def erased(value: Any) -> Any:
    """A JSON value with the mark in place of every text in it. Numbers and gaps stay."""
    if isinstance(value, str):
        return ERASED if value else ""
    if isinstance(value, list):
        return [erased(each) for each in value]
    if isinstance(value, dict):
        return {key: erased(each) for key, each in value.items()}
    return value


def without_texts(event: Mapping[str, Any], fields: Collection[str]) -> dict[str, Any]:
    """An event as JSON values, with the mark in place of the texts in these fields.

    ``plan.belief`` is a field inside another, or inside each thing of a list.
    """
    after = dict(event)
    for field in fields:
        _erase(after, field.split("."))
    return after


def _erase(holder: dict[str, Any], path: Sequence[str]) -> None:
    """Erase what is at the end of the path; the way there is copied, never changed."""
    name, *inside = path
    if name not in holder:
        return
    if not inside:
        holder[name] = erased(holder[name])
    elif isinstance(holder[name], list):
        holder[name] = [_erased_in(each, inside) for each in holder[name]]
    else:
        holder[name] = _erased_in(holder[name], inside)


def _erased_in(value: Any, path: Sequence[str]) -> Any:
    if not isinstance(value, dict):
        return value
    copy = dict(value)
    _erase(copy, path)
    return copy
