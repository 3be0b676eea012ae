"""The page to lead from another device: no kernel, no cookie, a key that can be taken back."""

from __future__ import annotations

import asyncio
import re

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from workshopkit.server.handlers.join import RoomPage

KEY = re.compile(r"[0-9a-f]{64}")


class LeadPage(RoomPage):
    """One page of the bundle, as `join` and `screen` are; its script says hello with the key.

    Our links carry the key behind the `#`, which no browser sends and no log holds. One that
    came in the path is sent on to there, so that it stays in no address bar either.
    """

    @allow_unauthenticated
    async def get(self, code: str) -> None:
        if KEY.fullmatch(code):
            await self._send_on(code)
        else:
            await super().get(code)

    async def _send_on(self, key: str) -> None:
        room = await self.venue.rooms.by_key(key)
        if room is not None:
            self.redirect(f"{self.home}lead/{room.code}#{key}")
            return
        delay = self.venue.misses.wait()
        if delay is None:
            raise HTTPError(503)
        await asyncio.sleep(delay)
        self.set_status(404)
        self.render_page("error.html", status=404, key="page.lead.ended")
