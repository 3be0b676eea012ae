"""The world as `decide` may know it: the clock and the system's randomness."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import Struct

from workshopkit.domain.workshop.create import CODE_ALPHABET, CODE_LENGTH


class LiveContext(Struct, frozen=True):
    """One moment of the real world."""

    now: datetime

    @classmethod
    def current(cls) -> LiveContext:
        return cls(datetime.now(UTC))

    def new_id(self) -> str:
        return secrets.token_urlsafe(16)

    def new_code(self) -> str:
        return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))

    def shuffled(self, items: Sequence[str]) -> tuple[str, ...]:
        return tuple(secrets.SystemRandom().sample(items, len(items)))
