"""What the terminal says once the server is up, and the browser that it opens."""

from __future__ import annotations

import atexit
import html
import os
import sys
import tempfile
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from workshopkit.server.addresses import is_loopback

if TYPE_CHECKING:
    from workshopkit.server.app import WorkshopServer

OPENER = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>workshopkit</title>
<meta http-equiv="refresh" content="0;url={link}"><p><a href="{link}">Open workshopkit</a></p>
</html>
"""


def announce(server: WorkshopServer) -> None:
    """Print the facilitator's link, once, and how phones get in."""
    print("workshopkit is running. Press Ctrl-C to stop it.")
    print(f"  Facilitator: {server.facilitator_link}")
    print("               (for you alone: whoever has this link can run code on this computer)")
    for line in how_phones_get_in(server):
        print(f"  {line}")
    sys.stdout.flush()


def how_phones_get_in(server: WorkshopServer) -> list[str]:
    join = server.join
    if join.reachable and join.url:
        return [f"Phones:      {join.url.removesuffix('join/')}"]
    if not is_loopback(server.ip):
        return ["Phones:      not yet: this computer has no address on a network."]
    return [
        "Phones:      not yet: only this computer is let in. Start with --lan to let phones on",
        "             the same network in, or with --public-url behind a proxy or tunnel.",
    ]


def open_browser(link: str) -> None:
    """Through a file that only its owner reads: a command line would show the token to all."""
    descriptor, name = tempfile.mkstemp(prefix="workshopkit_", suffix=".html")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(OPENER.format(link=html.escape(link)))
    atexit.register(Path(name).unlink, missing_ok=True)
    # In a thread: some browsers keep their caller waiting. If there is none, the link is printed.
    threading.Thread(target=webbrowser.open, args=[Path(name).as_uri()], daemon=True).start()
