"""A real `workshopkit serve`, a browser's cookies without a browser, and notebooks to serve."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode, urlsplit

import msgspec
import websockets.sync.client as websockets

from workshopkit.log import open_log
from workshopkit.room.desk import Desk

PATIENCE = 60
SECRET = "0123456789abcdef" * 4


@dataclass(frozen=True)
class Answer:
    """What came back: a status, headers, a body."""

    status: int
    headers: http.client.HTTPMessage
    body: str

    @property
    def location(self) -> str:
        return str(self.headers.get("Location", ""))


@dataclass
class Visitor:
    """Someone with cookies of their own, who follows no redirect unseen."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self._ask("GET", path, headers or {}, None)

    def post(
        self, path: str, form: Mapping[str, str], headers: Mapping[str, str] | None = None
    ) -> Answer:
        typed = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._ask("POST", path, typed, urlencode(form))

    @property
    def cookie_header(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _ask(self, method: str, path: str, headers: Mapping[str, str], body: str | None) -> Answer:
        connection = http.client.HTTPConnection(self.address, timeout=PATIENCE)
        sent = {"Cookie": self.cookie_header, **headers} if self.cookies else dict(headers)
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read().decode())
        connection.close()
        for header in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: m.coded_value for name, m in SimpleCookie(header).items()}
        return answer


class Served:
    """A server in a process of its own, on a free port."""

    def __init__(self, notebooks: Path, folder: Path, *options: str) -> None:
        self.database = folder / "test.db"
        self.stderr = folder / "stderr.txt"
        self.environment = {**os.environ, "XDG_DATA_HOME": str(folder / "data")}
        command = [sys.executable, "-m", "workshopkit.cli", "serve", str(notebooks)]
        options = ("--no-browser", "--port", "0", "--database", str(self.database), *options)
        with self.stderr.open("w") as stderr:
            self.process = subprocess.Popen(
                [*command, *options],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
            )
        self.said = ""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if found := re.search(r"Facilitator: (\S+)", line):
                self.link = found[1]
                break
        else:
            raise AssertionError(self.stderr.read_text())

    @property
    def address(self) -> str:
        return urlsplit(self.link).netloc

    @property
    def token(self) -> str:
        return self.link.partition("token=")[2]

    def anyone(self) -> Visitor:
        return Visitor(self.address)

    def facilitator(self) -> Visitor:
        visitor = self.anyone()
        visitor.get("/workshopkit/home?token=" + self.token)
        return visitor

    def workshop(self, title: str = "Look back") -> Workshop:
        """A workshop made by another process, as a kernel would."""
        log = open_log(str(self.database))
        try:
            desk = Desk(log, title=title, team="Red")
            return Workshop(desk.workshop, desk.view()["workshop"]["code"], desk.ticket())
        finally:
            log.close()

    def socket(self, code: str, **options: Any) -> websockets.ClientConnection:
        url = f"ws://{self.address}/workshopkit/socket/{code}"
        connection = websockets.connect(url, proxy=None, open_timeout=PATIENCE, **options)
        return cast(websockets.ClientConnection, connection)

    def said_so_far(self) -> str:
        """What it prints by itself when it starts, all of it."""
        assert self.process.stdout is not None
        while "Phones:" not in self.said:
            self.said += self.process.stdout.readline()
        return self.said

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        out, _ = self.process.communicate(timeout=PATIENCE)
        self.said += out
        return self.process.returncode


@dataclass(frozen=True)
class Workshop:
    """What a kernel knows of the workshop that it made."""

    id: str
    code: str
    ticket: str


@contextmanager
def served(notebooks: Path, folder: Path, *options: str) -> Iterator[Served]:
    server = Served(notebooks, folder, *options)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


def hello(**fields: Any) -> str:
    return json.dumps({"type": "hello", "protocol": 1, **fields})


def heard(socket: websockets.ClientConnection, kind: str) -> dict[str, Any]:
    """The next message of this type."""
    while True:
        message = json.loads(socket.recv(timeout=PATIENCE))
        if message["type"] == kind:
            return cast(dict[str, Any], message)


def wait_until(happened: Callable[[], bool]) -> bool:
    """Whether it happens before patience ends."""
    for _ in range(PATIENCE * 10):
        if happened():
            return True
        time.sleep(0.1)
    return False


def write_notebook(path: Path, *cells: tuple[str, str], **metadata: Any) -> Path:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {
        "cells": [_cell(i, kind, source) for i, (kind, source) in enumerate(cells)],
        "metadata": {"kernelspec": kernel, **metadata},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_bytes(msgspec.json.encode(notebook))
    return path


def _cell(number: int, kind: str, source: str) -> dict[str, Any]:
    cell = {"cell_type": kind, "id": f"c{number}", "metadata": {}, "source": source}
    return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})
