"""A real server for a rehearsal: a process of its own, ended by its own id."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from workshopkit.errors import WorkshopkitError

START_SECONDS = 60.0
STOP_SECONDS = 10.0
_link = re.compile(r"(http://\S+/)workshopkit/home\?token=(\S+)\s")


class Served(Struct, frozen=True):
    """A server that answers."""

    address: str
    """Where it answers, up to the base path's last slash."""
    process_id: int
    token: str
    output: Path
    errors: Path

    def socket(self, code: str) -> str:
        """The address of the WebSocket for a join code."""
        return socket_address(self.address, code)


def socket_address(address: str, code: str) -> str:
    return f"ws{address.removeprefix('http')}workshopkit/socket/{code}"


@contextmanager
def served(path: Path, *, database: Path, folder: Path) -> Iterator[Served]:
    """`workshopkit serve` of a notebook or folder, on this computer alone, on a free port.

    What it prints goes to files in `folder`.
    """
    output, errors = folder / "server.out", folder / "server.err"
    command = [
        *(sys.executable, "-m", "workshopkit", "serve", str(path), "--host", "127.0.0.1"),
        *("--port", "0", "--no-browser", "--database", str(database)),
    ]
    with output.open("wb") as out, errors.open("wb") as err:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        try:
            address, token = _wait(process, output, errors)
            yield Served(address, process.pid, token, output, errors)
        finally:
            _stop(process)


def _wait(process: subprocess.Popen[bytes], output: Path, errors: Path) -> tuple[str, str]:
    """The address and the token that it announces once it listens."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if found := _link.search(output.read_text("utf-8", "replace")):
            return found[1], found[2]
        if process.poll() is not None:
            said = errors.read_text("utf-8", "replace").strip().splitlines()
            raise WorkshopkitError(f"The server did not start: {said[-1] if said else 'silent'}")
        time.sleep(0.05)
    raise WorkshopkitError("The server did not start in time.")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
