"""The open record in a notebook: choose what stays private, look at the rest, save it."""

from __future__ import annotations

import re
from typing import Any

import traitlets

from workshopkit.analysis.words import words_of
from workshopkit.publish import Record, choices, record, redacted
from workshopkit.publish.document import document
from workshopkit.publish.files import files, zipped
from workshopkit.publish.html import to_html
from workshopkit.widgets.followed import HERE, Followed
from workshopkit.widgets.live_desk import LiveDesk

EVERYTHING = "zip"
LANGUAGES = ("en", "cy")
MIMES = {
    "md": "text/markdown",
    "html": "text/html",
    "json": "application/json",
    "ics": "text/calendar",
    EVERYTHING: "application/zip",
}
"""What a page offers to save; a record's tables are several files, and so in the zip alone."""


class OpenRecord(Followed):
    """Exactly what would be public of a workshop, with a box beside whatever can be left out.

    Made by `Workshop.record`. Nothing leaves the notebook until somebody saves a file.
    """

    _words = traitlets.Dict(read_only=True).tag(sync=True)
    _lang = traitlets.Unicode("en", read_only=True).tag(sync=True)
    _offered: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """What can be left out, and whether it is."""
    _nameless = traitlets.Bool(read_only=True).tag(sync=True)
    _page = traitlets.Unicode(read_only=True).tag(sync=True)
    """The record as HTML, for a frame that runs nothing; drawn once a page wants to see it."""

    _esm = HERE / "open_record.js"
    _css = HERE / "open_record.css"

    def __init__(self, desk: LiveDesk, *, of: str, lang: str = "en") -> None:
        self._of = of
        self._dropped: set[str] = set()
        self._speak(lang)
        super().__init__(desk)

    @property
    def public(self) -> Record:
        """What would be public now."""
        return redacted(self._whole, drop_names=self._nameless, drop=self._dropped)

    def choose(self, *, drop_names: bool = False, drop: Any = (), lang: str | None = None) -> None:
        """Say what to leave out, as the boxes do: names, and things by their short id or id."""
        known = {
            name: each.handle for each in choices(self._whole) for name in (each.handle, each.id)
        }
        redacted(self._whole, drop=drop)  # Refuses what is not there.
        self._dropped = {known[name] for name in drop}
        self.set_trait("_nameless", drop_names)
        if lang is not None:
            self._speak(lang)
        self._show()

    def _speak(self, lang: str) -> None:
        say = words_of(lang)
        self.set_trait("_lang", lang)
        self.set_trait("_words", {key: say(f"record.step.{key}") for key in WORDS})

    def _update(self) -> None:
        self._whole = record(self._desk.desk.public())
        # What is gone from the workshop need not be left out any more.
        self._dropped &= {each.handle for each in choices(self._whole)}
        self._show()

    def _show(self) -> None:
        with self.hold_sync():
            self.set_trait("_offered", self._boxes())
            if self._shown_in:  # Its charts cost time and memory: nobody pays who does not look.
                self.set_trait("_page", to_html(document(self.public, self._lang)))
            self.set_trait("version", self._desk.version)

    def _boxes(self) -> list[dict[str, Any]]:
        kinds = {"activity": "activity", "actions": "action"}
        return [
            {
                "handle": each.handle,
                "text": each.text,
                "place": each.place,
                "kind": kinds.get(each.kind, "thing"),
                "dropped": each.handle in self._dropped,
            }
            for each in choices(self._whole, self._lang)
        ]

    def _heard(self, widget: object, content: Any, buffers: object) -> None:
        """Pages tick boxes and ask for files; the rest is about showing."""
        match content:
            case {"type": "choose", "drop": list(drop), "names": bool(names), "lang": str(lang)}:
                known = {each.handle for each in choices(self._whole)}
                kept = [name for name in drop if name in known]
                self.choose(
                    drop_names=names, drop=kept, lang=lang if lang in LANGUAGES else self._lang
                )
            case {"type": "file", "format": str(name), "view": str(view)} if name in MIMES:
                self._hand_over(name, view)
            case _:
                super()._heard(widget, content, buffers)

    def _hand_over(self, name: str, view: str) -> None:
        """Give a page the bytes of a file, to save under this name."""
        public = self.public
        if name == EVERYTHING:
            content = zipped(files(public, lang=self._lang))
        else:
            ((_, content),) = files(public, [name], lang=self._lang)
        said = {"type": "file", "view": view, "name": _named(public, name), "mime": MIMES[name]}
        self.send(said, [content])

    def __repr__(self) -> str:
        return f"OpenRecord({self._of})"


WORDS = (
    *("title", "about", "open", "close", "leave_out", "names", "language"),
    *("activities", "actions", "preview"),
    *("frame", "save", "updating", "updated", "saved"),
    *MIMES,
)
"""What the page says, each a ``record.step.…`` of the catalogue."""


def _named(public: Record, ending: str) -> str:
    """A file's name that says which workshop it is of."""
    title = re.sub(r"[^\w]+", "-", public.title.casefold()).strip("-")[:60] or "record"
    parts = [title, public.workshop.date] if public.workshop.date else [title]
    return f"{'-'.join(parts)}.{ending}"
