"""JSON Merge Patches (RFC 7396) between two views."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """The smallest merge patch from one view to the next; empty where they are equal.

    A key that went is null in the patch, so views themselves never hold null.
    """
    patch: dict[str, Any] = {key: None for key in before if key not in after}
    for key, value in after.items():
        known = before.get(key)
        if isinstance(value, Mapping) and isinstance(known, Mapping):
            inner = difference(known, value)
            if inner:
                patch[key] = inner
        elif key not in before or known != value:
            patch[key] = value
    return patch


def merge(target: Any, patch: Any) -> Any:
    """What a merge patch makes of a view."""
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(target) if isinstance(target, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge(merged.get(key), value)
    return merged
