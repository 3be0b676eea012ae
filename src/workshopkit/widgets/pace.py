"""Doing a thing at most so often, on the kernel's loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Paced:
    """Calls at once after a quiet spell, then at most once a pause; the last call is never lost.

    To be used on one loop's thread. Without a running loop there is nothing to wait on, so
    each call is made at once.
    """

    def __init__(self, call: Callable[[], None], *, pause: float) -> None:
        self._call = call
        self._pause = pause
        """Seconds."""
        self._last = float("-inf")
        self._timer: asyncio.TimerHandle | None = None

    def __call__(self) -> None:
        loop = running_loop()
        if loop is None:
            self._call()
        elif self._timer is None:
            delay = max(0.0, self._last + self._pause - loop.time())
            self._timer = loop.call_later(delay, self._run, loop)

    def cancel(self) -> None:
        """Forget a call that waits."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer, self._last = None, loop.time()
        self._call()


def running_loop() -> asyncio.AbstractEventLoop | None:
    """The loop that runs in this thread: a kernel's while it runs a cell, none in a script."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
