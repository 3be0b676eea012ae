"""The files of the front end. Those with a hash in their name are kept for a year."""

from __future__ import annotations

from pathlib import Path

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from workshopkit.server.bundle import is_hashed
from workshopkit.server.handlers.base import PageHandler

TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}


class Static(PageHandler):
    """One file of the bundle's folder, which has no folders in it."""

    @allow_unauthenticated
    def get(self, name: str) -> None:
        path = self.venue.bundle.folder / name
        if Path(name).name != name or path.suffix not in TYPES or not path.is_file():
            raise HTTPError(404)
        self.set_header("Content-Type", TYPES[path.suffix])
        self.set_header("Cache-Control", _how_long(name))
        self.finish(path.read_bytes())


def _how_long(name: str) -> str:
    return "public, max-age=31536000, immutable" if is_hashed(name) else "no-cache"
