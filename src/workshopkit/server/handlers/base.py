"""What every page of ours has in common: strict headers, words, and a line in the log."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlencode

from jupyter_server.base.handlers import JupyterHandler
from tornado.template import Loader

from workshopkit.server.quiet_log import log_access
from workshopkit.server.venue import SETTING, Venue
from workshopkit.server.words import Speaker, preferred

PAGES = Path(__file__).parents[1] / "pages"
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}

OWN_REFERRER = "same-origin"
"""With `no-referrer` a browser posts from the origin ``null``, which cannot be told from others."""
_plain_host = re.compile(r"[\w.:\[\]-]+")


class QuietHandler(JupyterHandler):
    """A handler that logs nothing about a person and finds what handlers share."""

    @property
    def venue(self) -> Venue:
        return cast(Venue, self.settings[SETTING])

    @property
    def home(self) -> str:
        """The path under which all of ours lies, with a slash at its end."""
        return f"{self.base_url}workshopkit/"

    def _log(self) -> None:
        log_access(self)

    def _request_summary(self) -> str:
        return f"{self.request.method} {type(self).__name__}"


class PageHandler(QuietHandler):
    """A page of ours: no script or style but its own files, and nothing from elsewhere."""

    @property
    def content_security_policy(self) -> str:
        # Safari before 15.4 does not take 'self' to mean sockets too.
        host = self.request.host
        sockets = f" ws://{host} wss://{host}" if _plain_host.fullmatch(host) else ""
        return (
            "default-src 'none'; script-src 'self'; style-src 'self'; "
            f"connect-src 'self'{sockets}; img-src 'self' data:; "
            "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        )

    def set_default_headers(self) -> None:
        super().set_default_headers()
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-store")

    def render_page(self, name: str, **values: Any) -> None:
        """Write one of the files in `pages`; every value is escaped there."""
        page = (
            _loader()
            .load(name)
            .generate(
                base=self.base_url,
                home=self.home,
                words=self.words,
                bundled=self.bundled,
                form_guard=self.xsrf_form_html,
                **values,
            )
        )
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page)

    def bundled(self, name: str) -> str | None:
        """The address of a file of the front end, if that is built."""
        hashed = self.venue.bundle.file(name)
        return hashed and f"{self.home}static/{hashed}"

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        key = {403: "page.forbidden", 404: "page.not_found"}.get(status_code, "page.failed")
        self.render_page("error.html", status=status_code, key=key)

    @property
    def words(self) -> Speaker:
        """What the page says, in the language that its reader's browser prefers."""
        asked = self.request.headers.get("Accept-Language", "")
        return self.venue.catalogues.speak(preferred(asked))


class FormPage(PageHandler):
    """A page that posts a form to itself: that must tell its origin, and no other site's."""

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Referrer-Policy", OWN_REFERRER)
        # Not on participants' pages: browsers complain of it where there is no https.
        self.set_header("Cross-Origin-Opener-Policy", "same-origin")


class FacilitatorPage(FormPage):
    """A page for whoever holds the token; the token leaves the address bar at once."""

    async def prepare(self, **options: Any) -> None:
        await super().prepare(**options)
        if not self._finished:
            redirect_without_token(self)


def redirect_without_token(handler: JupyterHandler) -> bool:
    """Send a browser that came with the token on to the same address without it.

    By now the token has been traded for a cookie, and screens are projected.
    """
    request = handler.request
    if request.method != "GET" or "token" not in request.query_arguments:
        return False
    kept = [(k, v) for k, v in parse_qsl(request.query, keep_blank_values=True) if k != "token"]
    handler.set_header("Referrer-Policy", "no-referrer")
    handler.set_header("Cache-Control", "no-store")
    handler.redirect(f"{request.path}?{urlencode(kept)}" if kept else request.path)
    return True


@cache
def _loader() -> Loader:
    return Loader(str(PAGES), autoescape="xhtml_escape")
