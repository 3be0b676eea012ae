"""Every address of ours, for our own server and for a Jupyter Server alike."""

from __future__ import annotations

import re
from typing import Any

from workshopkit.server.handlers.health import Health
from workshopkit.server.handlers.home import Home
from workshopkit.server.handlers.join import CodeBox, RoomPage
from workshopkit.server.handlers.lead import LeadPage
from workshopkit.server.handlers.socket import Socket
from workshopkit.server.handlers.static import Static

CODE = r"([^/]+)"


def routes(base_url: str) -> list[tuple[Any, ...]]:
    """Handlers under this prefix; they find the `Venue` in tornado's settings."""
    ours = f"{re.escape(base_url)}workshopkit"
    return [
        (ours + "/?", CodeBox),
        (f"{ours}/join/{CODE}", RoomPage, {"page": "join"}),
        (f"{ours}/screen/{CODE}", RoomPage, {"page": "screen"}),
        (f"{ours}/lead/{CODE}", LeadPage, {"page": "lead"}),
        (f"{ours}/socket/{CODE}", Socket),
        (f"{ours}/home", Home),
        (f"{ours}/health", Health),
        (f"{ours}/static/(.+)", Static),
    ]
