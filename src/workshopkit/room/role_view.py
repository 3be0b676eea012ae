"""What one role was last shown: computed, compared and encoded once for all its sessions."""

from __future__ import annotations

import msgspec
from msgspec import Raw

from workshopkit.domain import workshop
from workshopkit.domain.activity import Role, View
from workshopkit.room.commit import Held
from workshopkit.room.patch import difference
from workshopkit.room.protocol import PatchMessage, encode_message


class RoleView:
    """One role's view, at the version that its sessions have."""

    def __init__(self, role: Role, held: Held) -> None:
        self.role = role
        self._held = held
        self._view: View = workshop.view(held.state, role)
        self._snapshot: Raw | None = None

    @property
    def version(self) -> int:
        return self._held.version

    def advance(self, held: Held) -> bytes | None:
        """The message that brings sessions from the last view to this one, if it differs."""
        if held is self._held:
            return None
        before, version = self._view, self._held.version
        self._held = held
        self._view = workshop.view(held.state, self.role)
        patch = difference(before, self._view)
        if not patch and version == held.version:
            return None
        self._snapshot = None
        return encode_message(PatchMessage(held.version, patch))

    def snapshot(self) -> Raw:
        """The whole view as JSON, encoded once a version."""
        if self._snapshot is None:
            self._snapshot = Raw(msgspec.json.encode(self._view))
        return self._snapshot
