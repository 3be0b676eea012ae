"""People's words in Markdown: they stay words, and make no heading, link, picture or table."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#|~!&])")
_BEGINNING = re.compile(r"^(\d*)([-+.])(?=\s|$)")
"""Of a list, at the beginning of a line: ``- ``, ``+ `` and ``1. ``."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def one_line(text: str) -> str:
    """The text in one line, without what a terminal would take for a command."""
    return " ".join(_CONTROLS.sub("", text).split())


def markdown_text(text: str) -> str:
    """The text in one line, with a backslash before whatever Markdown would take for a mark."""
    line = _MARKS.sub(r"\\\1", one_line(text))
    return _BEGINNING.sub(r"\1\\\2", line)
