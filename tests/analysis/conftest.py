"""Tables and charts are made on this computer alone."""

from __future__ import annotations

import socket
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("a chart wanted the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
