"""The record as JSON: what is read back is written again byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from workshopkit.errors import WorkshopkitError
from workshopkit.publish.record import VERSION, Record

LONGEST = 64 * 1024 * 1024
"""Bytes that are read as a record; a big workshop's is a hundredth of it."""


def to_json(record: Record) -> str:
    """The record as indented JSON. `from_json` gives it back, and this the same text again."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"


def from_json(data: str | bytes) -> Record:
    """The record in a JSON text; `WorkshopkitError` says in one line why it is none."""
    try:
        _need_known(msgspec.json.decode(data))
        return msgspec.json.decode(data, type=Record)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as problem:
        raise WorkshopkitError(f"This is no record of a workshop: {problem}.") from problem


def read_json(path: str | Path) -> Record:
    """The record in a file."""
    path = Path(path)
    try:
        if path.stat().st_size > LONGEST:
            raise WorkshopkitError(f"{path} is too big to be a record of a workshop.")
        return from_json(path.read_bytes())
    except OSError as problem:
        raise WorkshopkitError(f"{path} cannot be read: {problem.strerror}.") from problem


def schema() -> dict[str, Any]:
    """The JSON Schema of a record, as JSON values."""
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(Record)))
    return found


def _need_known(found: Any) -> None:
    """Tell a record from tomorrow before its unknown fields are complained of."""
    version = found.get("version") if isinstance(found, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise WorkshopkitError(
            f"This record is of version {version}, written by a newer workshopkit. "
            "Update workshopkit to read it."
        )
