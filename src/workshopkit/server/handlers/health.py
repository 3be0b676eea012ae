"""For monitors, and for widgets that ask whether their kernel shares this database."""

from __future__ import annotations

from importlib.metadata import version

from jupyter_server.auth.decorator import allow_unauthenticated

from workshopkit.server.handlers.base import PageHandler


class Health(PageHandler):
    """Says that the server is up, and which database it serves."""

    @allow_unauthenticated
    def get(self) -> None:
        database = self.venue.log.database_id
        self.finish({"status": "ok", "database": database, "version": version("workshopkit")})
