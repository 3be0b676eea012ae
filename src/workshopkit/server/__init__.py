"""The server: our own command, and an extension inside Jupyter, on the same handlers."""

from __future__ import annotations

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    from workshopkit.server.extension import WorkshopkitExtension

    return [{"module": "workshopkit.server.extension", "app": WorkshopkitExtension}]
