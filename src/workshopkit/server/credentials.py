"""The facilitator's token and the cookie secret: made once, kept where only their owner reads.

They persist, so that a restart logs nobody out.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import msgspec
from msgspec import Struct

from workshopkit.errors import WorkshopkitError
from workshopkit.log import user_folder

TOKEN_BYTES = 32


class Credentials(Struct, frozen=True):
    """What lets the facilitator in."""

    token: str
    cookie_secret: str

    def __repr__(self) -> str:
        return "Credentials(…)"


def load_credentials(folder: Path | None = None) -> Credentials:
    """Read them from the data folder, or make them there with mode 0600."""
    path = (folder or user_folder()) / "server.json"
    try:
        if path.exists():
            path.chmod(0o600)
            return _checked(msgspec.json.decode(path.read_bytes(), type=Credentials))
        return _make(path)
    except OSError as error:
        raise WorkshopkitError(
            f"The server's keys cannot be kept in {path}: {error.strerror}."
        ) from error
    except msgspec.DecodeError as error:
        raise WorkshopkitError(
            f"{path} cannot be read: {error}. Delete it to start anew."
        ) from error


def _make(path: Path) -> Credentials:
    made = Credentials(secrets.token_urlsafe(TOKEN_BYTES), secrets.token_hex(TOKEN_BYTES))
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written beside and linked into place: two servers that start at once agree on one file.
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(made))
    beside.replace(path)
    return made


def _checked(found: Credentials) -> Credentials:
    """An empty token would let everyone in: Voilà takes it for no token at all."""
    if len(found.token) < TOKEN_BYTES or len(found.cookie_secret) < TOKEN_BYTES:
        raise msgspec.DecodeError("its keys are too short")
    return found
