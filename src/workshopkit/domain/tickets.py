"""Tickets: the right to lead or to look, for whoever holds one. Kept as hashes, beside the log."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

TICKET_LIFE = timedelta(hours=24)
LENT_LIMIT = 100
"""Lent tickets of one workshop that may be good at a time."""


class Purpose(StrEnum):
    """What a ticket is for."""

    NOTEBOOK = "notebook"
    """The facilitator's own page: made by her kernel, handed to no one else."""
    LEAD = "lead"
    """Lent: to lead from another device, without a kernel."""
    SCREEN = "screen"
    """Lent: to look on at a projector, also while the door is locked."""


LENT = (Purpose.LEAD, Purpose.SCREEN)
"""What a facilitator may lend, and take back."""


class Ticket(Struct, frozen=True):
    """A right in one workshop, known by the hash of 256 random bits."""

    ticket_hash: str
    workshop: str
    expires: datetime
    purpose: Purpose = Purpose.NOTEBOOK
