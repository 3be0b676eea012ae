"""Where the files are that come along with the code: words, formats, polls, notebooks, the bundle.

In a wheel `data` and `workshops` lie inside the package, in a clone beside `src`.
"""

from __future__ import annotations

from pathlib import Path

from workshopkit.errors import WorkshopkitError

PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """Formats, polls and the words on screens."""
    return _beside_or_inside("data")


def workshops_folder() -> Path:
    """The notebooks that a facilitator opens."""
    return _beside_or_inside("workshops")


def static_folder() -> Path:
    """The built front end, named in its `manifest.json`; in a clone it may not be built yet."""
    return PACKAGE / "static"


def _beside_or_inside(name: str) -> Path:
    folders = [PACKAGE / name, PACKAGE.parents[1] / name]
    for folder in folders:
        if folder.is_dir():
            return folder
    raise WorkshopkitError(f"The folder {name!r} of workshopkit is missing. Install it again.")
