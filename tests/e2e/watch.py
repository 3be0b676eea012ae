"""What a browser asked for, heard and complained about, from its first page on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, WebSocket

OURS = {"laptop.test", "localhost", "127.0.0.1"}
OWN_MATTER = {"data", "blob", "about"}
"""Schemes that never leave the browser."""


class Watch:
    """One browser context under observation."""

    def __init__(self, context: BrowserContext) -> None:
        self.addresses: list[str] = []
        self.errors: list[str] = []
        """Uncaught errors of its pages."""
        self.warnings: list[str] = []
        """What the console said as a warning or an error."""
        self.heard: list[str] = []
        """The frames of every socket, a kernel's too."""
        self.told: list[str] = []
        """The frames of the room's own socket."""
        self.sent: list[str] = []
        context.on("request", lambda request: self.addresses.append(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", self._note)
        context.on("page", self._follow)

    def other_hosts(self) -> set[str]:
        """The hosts that were asked for anything and are not this machine."""
        parts = map(urlsplit, self.addresses)
        return {p.hostname or p.geturl() for p in parts if p.scheme not in OWN_MATTER} - OURS

    def messages(self) -> Iterator[dict[str, Any]]:
        """What the room has said."""
        yield from map(json.loads, self.told)

    def commands(self) -> dict[str, dict[str, Any]]:
        """The commands that were sent, by id; a repeated one counts once."""
        wishes = (wish for wish in map(json.loads, self.sent) if wish["type"] == "command")
        return {wish["id"]: wish["command"] for wish in wishes}

    def answered(self) -> set[str]:
        """The commands that the room has kept or turned down."""
        answers = ("ack", "refused")
        return {str(said.get("id")) for said in self.messages() if said["type"] in answers}

    def policy_violations(self) -> list[str]:
        """Whatever the Content-Security-Policy had to stop."""
        return [text for text in self.warnings if "Content Security Policy" in text]

    def _follow(self, page: Page) -> None:
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        self.addresses.append(socket.url)
        socket.on("framereceived", lambda frame: self.heard.append(_text(frame)))
        if "/workshopkit/socket/" in socket.url:
            socket.on("framesent", lambda frame: self.sent.append(_text(frame)))
            socket.on("framereceived", lambda frame: self.told.append(_text(frame)))

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("warning", "error"):
            self.warnings.append(message.text)


def _text(frame: str | bytes) -> str:
    return frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
