"""Finds the Chromium that the browser tests and the screenshots use.

`python -m tests.browser` prints its path; where there is none it installs Debian's package if it
may, else says in one line what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = ("chromium", "fonts-liberation")
ADVICE = (
    "No browser was found for the browser tests: install Chromium or Chrome "
    "(Debian: apt-get install chromium), or set WORKSHOPKIT_CHROMIUM to the path of one."
)


class NoBrowser(Exception):
    """There is no Chromium on this machine."""


def find_chromium() -> Path:
    """WORKSHOPKIT_CHROMIUM, else the first on the PATH, else Playwright's own."""
    wanted = os.environ.get("WORKSHOPKIT_CHROMIUM")
    if wanted is not None:
        return _existing(wanted)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else _existing(_playwrights_own())


def launch_options(*arguments: str) -> dict[str, Any]:
    """For Playwright's `chromium.launch`; laptop.test is this machine, but no secure context."""
    hosts = "--host-resolver-rules=MAP laptop.test 127.0.0.1"
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {"executable_path": str(find_chromium()), "args": [hosts, *as_root, *arguments]}


def install_chromium() -> None:
    """Debian's package, where the user may install it and apt-get is there."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise NoBrowser(ADVICE)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "--yes", "--no-install-recommends", *PACKAGES]
    for arguments in (["update"], install):
        # Progress goes to standard error: standard output is for the path alone.
        done = subprocess.run(["apt-get", "-q", *arguments], env=environment, stdout=sys.stderr)
        if done.returncode != 0:
            raise NoBrowser(f"{ADVICE} (apt-get {arguments[0]} failed.)")


def main() -> int:
    try:
        try:
            print(find_chromium())
        except NoBrowser:
            install_chromium()
            print(find_chromium())
    except NoBrowser as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def _existing(path: str) -> Path:
    if not Path(path).is_file():
        raise NoBrowser(ADVICE)
    return Path(path)


def _playwrights_own() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


if __name__ == "__main__":
    sys.exit(main())
