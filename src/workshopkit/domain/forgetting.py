"""Forgetting: what people wrote gives way to a mark, and everything else stays (DESIGN 5.4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
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
    """An event as JSON values, with the mark in place of the texts in these fields."""
    return {key: erased(value) if key in fields else value for key, value in event.items()}
