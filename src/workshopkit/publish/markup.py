"""HTML that people's words cannot break: every text is escaped unless it was made here."""

from __future__ import annotations

import re
from html import escape

VOID = frozenset({"meta", "br", "hr"})
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Markup(str):
    """Finished HTML. Only this module and the charts' makes any."""


def tag(name: str, /, *children: str | None, **attributes: str | None) -> Markup:
    """An element; attributes that are None are left out, ``class_`` is class, ``_`` is a dash."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in VOID:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(*children)}</{name}>")


def joined(*children: str | None) -> Markup:
    """Elements and texts, one after the other."""
    return Markup("".join(html(child) for child in children if child is not None))


def html(text: str) -> Markup:
    """A text as HTML, in one piece with what is HTML already."""
    return text if isinstance(text, Markup) else Markup(_escaped(text))


def _escaped(text: str) -> str:
    return escape(_CONTROLS.sub("", text), quote=True)
