"""People: who takes part, known by the hash of a secret that only their browser keeps."""

from __future__ import annotations

import hashlib
import hmac

from msgspec import Struct

NAME_LIMIT = 80
PEOPLE_LIMIT = 500


class Person(Struct, frozen=True):
    """Someone who joined. Kept outside the log, so that names can be erased (DESIGN 5.2)."""

    id: str
    secret_hash: str
    name: str = ""
    perspective: str = ""
    removed: bool = False
    """Taken out: the secret stays refused. Nothing else is kept of them, no time and no reason."""


def hash_secret(secret: str) -> str:
    """What the server keeps of a secret: enough to recognise who returns, and no more."""
    return hashlib.sha256(secret.encode()).hexdigest()


def pseudonym(secret: str, activity: str, purpose: str) -> str:
    """The author of anonymous answers: HMAC-SHA256(secret, activity id + purpose).

    Only the holder of the secret can make it, so neither the database nor an export
    links it to a name or to the same person in another activity.
    """
    message = f"{activity}/{purpose}".encode()
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()
