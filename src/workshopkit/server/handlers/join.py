"""The participants' pages: the box for the code, the join page and the projector's."""

from __future__ import annotations

import asyncio

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from workshopkit.domain.workshop.create import clean_code
from workshopkit.server.handlers.base import PageHandler

LONGEST = 64
"""Characters of an address that are looked at for a code."""


class CodeBox(PageHandler):
    """Where people type the code that they were told; it works without any script."""

    @allow_unauthenticated
    async def get(self) -> None:
        code = clean_code(self.get_query_argument("code", "")[:LONGEST])
        if not code:
            self.render_page("box.html", code="", wrong=False)
        elif await room_exists(self, code):
            self.redirect(f"{self.home}join/{code}")
        else:
            self.set_status(404)
            self.render_page("box.html", code=code, wrong=True)


class RoomPage(PageHandler):
    """One page of the bundle for one workshop: `join` for people, `screen` for projectors.

    A former code gets it too: whoever is in comes back by it. The script tells everyone else
    that the code is no longer good, for only the room knows who is in.
    """

    def initialize(self, page: str) -> None:
        self._page = page

    @allow_unauthenticated
    async def get(self, code: str) -> None:
        tidy = clean_code(code[:LONGEST])
        if not await room_exists(self, tidy):
            self.set_status(404)
            self.render_page("box.html", code=tidy, wrong=True)
        elif tidy != code:
            self.redirect(f"{self.home}{self._page}/{tidy}")
        elif self.bundled(f"{self._page}.js") is None:
            self.set_status(503)
            self.render_page("unbuilt.html")
        else:
            self.render_page("room.html", page=self._page, code=tidy)


async def room_exists(handler: PageHandler, code: str) -> bool:
    """Whether there is a workshop of this code; a wrong one waits for its turn to be told."""
    if await handler.venue.rooms.by_code(code) is not None:
        return True
    delay = handler.venue.misses.wait()
    if delay is None:
        raise HTTPError(503)
    await asyncio.sleep(delay)
    return False
