"""`workshopkit serve` of an installation, as a facilitator with a browser's cookies sees it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from http.cookiejar import CookieJar
from typing import Self
from urllib.parse import urljoin
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

from tests.packaging.conftest import Installation

PATIENCE = 120  # seconds after which a page that never comes fails the test


class Served:
    """A server on a free port with a database of its own; it is ended by its process id."""

    def __init__(self, installation: Installation) -> None:
        self.link = ""
        self._open = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
        self._process = subprocess.Popen(
            [installation.scripts / "workshopkit", "serve", "--no-browser", "--port", "0"],
            cwd=installation.home,
            env={**os.environ, **installation.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def __enter__(self) -> Self:
        said = []
        assert self._process.stdout is not None
        for line in self._process.stdout:
            said.append(line)
            if found := re.search(r"Facilitator: (\S+)", line):
                self.link = found[1]
                return self
        self.__exit__()
        raise AssertionError(f"It did not begin to serve:\n{''.join(said)}")

    def page(self, address: str) -> str:
        """What is at this address below the server's own, redirects followed."""
        url = urljoin(self.link, f"/{address}" if "://" not in address else address)
        with self._open.open(url, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.communicate(timeout=PATIENCE)
