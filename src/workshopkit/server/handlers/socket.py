"""The one WebSocket: participants, projectors and facilitators, told apart by their hello."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from workshopkit.domain.workshop.create import clean_code
from workshopkit.errors import Refused
from workshopkit.room.protocol import MESSAGE_LIMIT, CloseCode, malformed, refusal
from workshopkit.room.session import unknown_room
from workshopkit.server.handlers.base import QuietHandler
from workshopkit.server.handlers.join import LONGEST

if TYPE_CHECKING:
    from workshopkit.room.rooms import RunningSession

FRAME_LIMIT = 2_000_000
"""Above the message limit, so that what is too big is refused with a word, not cut off."""
PING_SECONDS = 20
"""Keeps proxies from closing a quiet socket, and finds phones that went without a word.

Tornado's own pings, not those of Jupyter's mixin: those must not wait shorter than they pause."""
TRY_AGAIN_LATER = 1013


class SocketWire:
    """A room's side of one socket."""

    def __init__(self, handler: Socket) -> None:
        self._handler = handler

    def send(self, data: bytes) -> None:
        try:
            self._handler.write_message(data)
        except WebSocketClosedError:
            return  # `on_close` tells the session

    def close(self, code: int, reason: str) -> None:
        self._handler.close(code, reason)

    def backlog(self) -> int:
        """Bytes that wait for a slow phone; tornado keeps them without saying how many."""
        connection = self._handler.ws_connection
        stream = getattr(connection, "stream", None)
        return len(stream._write_buffer) if stream is not None else 0


class Socket(WebSocketHandler, QuietHandler):
    """Anyone of any origin may connect: the secret and the ticket in the hello decide.

    No cookie and no `current_user` ever makes a facilitator here.
    """

    _session: RunningSession | None = None
    _greeted = False

    @property
    def ping_interval(self) -> float:
        return PING_SECONDS

    @property
    def ping_timeout(self) -> float:
        return PING_SECONDS

    @property
    def max_message_size(self) -> int:
        return FRAME_LIMIT

    def check_origin(self, origin: str | None = None) -> bool:
        return True

    def set_default_headers(self) -> None:
        """A handshake has no use for a page's headers."""

    def get_compression_options(self) -> dict[str, Any] | None:
        return None  # permessage-deflate costs some 100 kB for each connection

    @allow_unauthenticated
    async def get(self, *args: Any, **kwargs: Any) -> None:
        await cast(Any, super()).get(*args, **kwargs)

    async def open(self, code: str) -> None:
        self.set_nodelay(True)
        typed = clean_code(code[:LONGEST])
        room = await self.venue.rooms.by_code(typed)
        if room is None:
            await self._turn_away()
        elif self.ws_connection is not None:
            self._session = room.connect(SocketWire(self), typed)

    def on_message(self, message: str | bytes) -> None:
        if isinstance(message, bytes):
            self._refuse(malformed("it is binary"))
        elif len(message.encode()) > MESSAGE_LIMIT:
            self._refuse(Refused("too_big", "That message is too big.", "Send less at once."))
        elif self._session is not None:
            if self._greeted:  # a hello is also what a forgotten tab says
                self.venue.touched()
            self._greeted = True
            self._session.receive(message)

    def on_close(self) -> None:
        if self._session is not None:
            self._session.closed()

    async def _turn_away(self) -> None:
        delay = self.venue.misses.wait()
        if delay is None:
            self.close(TRY_AGAIN_LATER, "try_again")
            return
        await asyncio.sleep(delay)
        self._refuse(unknown_room(), CloseCode.CODE)

    def _refuse(self, error: Refused, close_code: int = CloseCode.BAD_MESSAGE) -> None:
        SocketWire(self).send(refusal(error))
        self.close(close_code, error.code)
