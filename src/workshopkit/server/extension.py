"""The same pages and the same socket inside JupyterLab, JupyterHub and Binder."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Any

from jupyter_server._tz import utcnow
from jupyter_server.extension.application import ExtensionApp
from jupyter_server.serverapp import ServerApp
from msgspec import Struct

from workshopkit.log import find_database, open_log
from workshopkit.room.protocol import JoinAddress
from workshopkit.server.addresses import is_loopback
from workshopkit.server.notebooks import NotebookFolder
from workshopkit.server.origins import Origins
from workshopkit.server.routes import routes
from workshopkit.server.venue import SETTING, Venue

ACTIVE_SECONDS = 600
BEHIND_A_PROXY = ("JUPYTERHUB_SERVICE_PREFIX", "JUPYTERHUB_API_URL", "BINDER_SERVICE_HOST")


class Activity(Struct):
    """When a person last did something: a workshop on phones is no idle server."""

    last: datetime | None = None

    @property
    def recent(self) -> bool:
        return self.last is not None and (utcnow() - self.last).total_seconds() < ACTIVE_SECONDS


class WorkshopkitExtension(ExtensionApp):
    """Everything but Voilà's pages, which Voilà's own extension serves beside it."""

    name = "workshopkit"
    extension_url = "/workshopkit/home"
    load_other_extensions = True
    venue: Venue | None = None

    def initialize_settings(self) -> None:
        database = find_database()
        self._activity = Activity()
        self.venue = self._open_venue(database)
        self.settings[SETTING] = self.venue
        os.environ["WORKSHOPKIT_DATABASE"] = str(database)

    def initialize_handlers(self) -> None:
        self.handlers.extend(routes("/"))  # Jupyter puts its prefix before them

    def current_activity(self) -> dict[str, Any] | None:
        """What keeps Jupyter from shutting down for want of anything to do."""
        return {"workshop": self._activity.last} if self._activity.recent else None

    async def stop_extension(self) -> None:
        if self.venue is not None:
            self.venue.close()

    @property
    def _jupyter(self) -> ServerApp:
        assert self.serverapp is not None
        return self.serverapp

    def _open_venue(self, database: Path) -> Venue:
        from workshopkit.room.rooms import Rooms

        log = open_log(str(database))
        folder = NotebookFolder(Path(self._jupyter.root_dir))
        join = reach(self._jupyter.ip)
        return Venue(log, lambda: Rooms(log, join=join), folder, Origins(), touched=self._touched)

    def _touched(self) -> None:
        """Hubs read the one, `shutdown_no_activity_timeout` asks for the other."""
        now = utcnow()
        self._activity.last = now
        self._jupyter.web_app.settings["last_activity_times"]["workshopkit"] = now


def reach(host: str) -> JoinAddress:
    """Whether phones can come in at the facilitator's own address: her browser knows that."""
    proxied = any(name in os.environ for name in BEHIND_A_PROXY)
    return JoinAddress(reachable=proxied or not is_loopback(host))
