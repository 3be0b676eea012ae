"""What came along, as it is put on an agenda."""

from __future__ import annotations

from typing import Any

import msgspec

from workshopkit.authored import Authored
from workshopkit.domain.workshop.commands import AddActivity


def added(kind: str, found: Authored[Any], key: str = "it") -> AddActivity:
    return AddActivity(kind, key, found.title, msgspec.to_builtins(found.options))
