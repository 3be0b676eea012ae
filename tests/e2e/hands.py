"""A mouse and a finger that drag things, as far as a browser can tell."""

from __future__ import annotations

from typing import Protocol

from playwright.sync_api import Locator, Page

Point = tuple[float, float]


class Hand(Protocol):
    """Something that presses, moves and lets go."""

    def press(self, at: Point) -> None: ...
    def move(self, to: Point) -> None: ...
    def release(self) -> None: ...


class Mouse:
    def __init__(self, page: Page) -> None:
        self._mouse = page.mouse

    def press(self, at: Point) -> None:
        self._mouse.move(*at)
        self._mouse.down()

    def move(self, to: Point) -> None:
        self._mouse.move(*to, steps=8)

    def release(self) -> None:
        self._mouse.up()


class Finger:
    """Through the browser's own input: Playwright's touchscreen only taps."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._input = page.context.new_cdp_session(page)
        self._at: Point = (0, 0)

    def press(self, at: Point) -> None:
        self._touch("touchStart", at)

    def move(self, to: Point) -> None:
        start, steps = self._at, 8
        for step in range(1, steps + 1):
            part = step / steps
            x, y = (a + (b - a) * part for a, b in zip(start, to, strict=True))
            self._touch("touchMove", (x, y))
        # It comes to rest: Chromium takes a tap soon after a fling as the end of the fling.
        self._page.wait_for_timeout(100)
        self._touch("touchMove", to)

    def release(self) -> None:
        self._touch("touchEnd")

    def _touch(self, kind: str, at: Point | None = None) -> None:
        points = [] if at is None else [{"x": at[0], "y": at[1]}]
        self._input.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        self._at = at or self._at


def middle(of: Locator) -> Point:
    box = of.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
