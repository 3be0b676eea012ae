"""`workshopkit serve` as its own process: it can be killed, and started again where it was."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Self

from workshopkit.log.base import EventLog
from workshopkit.log.place import open_log

PATIENCE = 120  # seconds after which a server that never comes fails the test
FACILITATOR = re.compile(r"Facilitator: (\S+)")


class Served:
    """One server; its port, token, data folder and database outlive its process."""

    def __init__(self, folder: Path, notebook: Path | None = None) -> None:
        self.port = free_port()
        self.public = f"http://laptop.test:{self.port}"
        self.database = folder / "workshops.db"
        self._folder = folder
        self._temporary = folder / "temporary"
        self._temporary.mkdir()
        self._notebook = notebook
        self._lines: list[str] = []
        self._readers: list[threading.Thread] = []
        self._start()

    @property
    def output(self) -> str:
        """All that it has printed, also before it was killed."""
        return "".join(self._lines)

    @property
    def token(self) -> str:
        return self.link.partition("token=")[2]

    def kill(self) -> None:
        """SIGKILL, as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(timeout=PATIENCE)

    def restart(self) -> None:
        """The same command again: same folder, database, token and port."""
        self._start()

    def kernels(self) -> list[Path]:
        """The connection files of the kernels that run now."""
        return [*self._temporary.glob("workshopkit_*/kernel-*.json")]

    def log(self) -> EventLog:
        """Its log, as a notebook's kernel opens it; to be closed."""
        return open_log(str(self.database))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(timeout=PATIENCE)
        for reader in self._readers:
            reader.join(timeout=PATIENCE)

    def _start(self) -> None:
        self.link = ""
        command = [sys.executable, "-m", "workshopkit", "serve", *map(str, self._notebooks())]
        options = ["--no-browser", "--port", str(self.port), "--database", str(self.database)]
        self._process = subprocess.Popen(
            [*command, *options, "--public-url", self.public],
            env={**os.environ, **self._environment()},
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        running = threading.Event()
        reading = [self._process.stdout, running]
        self._readers.append(threading.Thread(target=self._read, args=reading, daemon=True))
        self._readers[-1].start()
        running.wait(PATIENCE)
        assert self.link, f"It did not begin to serve:\n{self.output}"

    def _read(self, output: IO[str], running: threading.Event) -> None:
        with output:
            for line in output:
                self._lines.append(line)
                if found := FACILITATOR.search(line):
                    self.link = found[1]
                    running.set()
        running.set()  # it ended: nobody need wait any longer

    def _notebooks(self) -> list[Path]:
        return [self._notebook] if self._notebook else []

    def _environment(self) -> dict[str, str]:
        names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")
        own = {name: str(self._folder / name.lower()) for name in names}
        return {**own, "TMPDIR": str(self._temporary)}


def free_port() -> int:
    """A port that nobody uses now: a restarted server needs the same one again."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
