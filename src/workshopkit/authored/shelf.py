"""A shelf: a folder of `data` with one authored file for each way to hold one kind of activity."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Struct

from workshopkit.authored.flaws import sheet_flaws
from workshopkit.authored.lines import line_of
from workshopkit.domain.activity import Words
from workshopkit.errors import Refused, UnknownName, UnsoundFile, WorkshopkitError
from workshopkit.resources import data_folder

Own = TypeVar("Own", bound=Struct)
SUFFIX = ".toml"
ADVICE = ' Texts stand in quotes, and no key comes twice: title.en = "Sailboat".'


class Authored(Struct, Generic[Own], frozen=True):
    """What one file holds."""

    title: Words
    options: Own


@dataclass(frozen=True)
class Shelf(Generic[Own]):
    """The files that came along, by name; a coach's own are read by the same rules."""

    folder: str
    what: str
    """What one file is: ``format``."""
    options: type[Own]
    start: Callable[[Own], object]
    """The activity's own: refuses options that contradict themselves."""
    keys: tuple[str, ...]
    """The options that a file may set; all else is said in the notebook."""

    def names(self) -> list[str]:
        """The names of the files that came along, sorted."""
        return sorted(path.stem for path in self._place.glob(f"*{SUFFIX}"))

    def load(self, wanted: str | os.PathLike[str]) -> Authored[Own]:
        """The one of this name; or from a file of one's own: a path, or a text that ends in .toml.

        Raises `UnknownName` with the nearest name, and `UnsoundFile` with the line.
        """
        if not isinstance(wanted, str) or wanted.endswith(SUFFIX):
            return self._read(Path(wanted))
        if wanted not in self.names():
            raise UnknownName(self.what, wanted, self.names())
        return self._read(self._place / f"{wanted}{SUFFIX}")

    @property
    def _place(self) -> Path:
        return data_folder() / self.folder

    def _read(self, path: Path) -> Authored[Own]:
        text = _text(path)
        try:
            return self._checked(tomllib.loads(text), path, text)
        except tomllib.TOMLDecodeError as problem:
            raise UnsoundFile(path.name, f"This is not TOML: {problem}.{ADVICE}") from problem
        except Refused as refused:
            raise UnsoundFile(path.name, str(refused)) from refused

    def _checked(self, found: dict[str, Any], path: Path, text: str) -> Authored[Own]:
        for flaw in sheet_flaws(found, self.options, self.keys):
            raise UnsoundFile(path.name, flaw.message, line_of(text, flaw.place))
        title = found.pop("title")
        options = msgspec.convert(found, self.options)
        self.start(options)
        return Authored(title, options)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as problem:
        said = f"{path} cannot be read ({problem.strerror})."
        raise WorkshopkitError(f"{said} Say where it is, seen from the notebook.") from problem
    except UnicodeDecodeError as problem:
        raise UnsoundFile(path.name, "This is not text. Save it as UTF-8.") from problem
