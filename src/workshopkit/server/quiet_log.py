"""Logs that name nobody: no address, no query string, no join code, no key, no user agent."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

_access = logging.getLogger("workshopkit.access")
_code = re.compile(r"(workshopkit/(?:join|screen|lead|socket)/)[^\s/?'\")]+")
_colour = re.compile(r"\x1b\[[0-9;]*m")
_query = re.compile(r"\?[^\s'\")]*")
_address = r"(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-f]*:[0-9a-f:]+)"
_person = re.compile(rf"""(?:\(|remote_ip=|@|from )['"]?{_address}['"]?\)?""")
_unremarkable = re.compile(r"/(static|templates|labextensions|themes|health)(/|$)")


def scrub(text: str) -> str:
    """The text without what could lead to a person or into a workshop."""
    plain = _colour.sub("", text)
    return _person.sub("(…)", _query.sub("", _code.sub(r"\1…", plain)))


def log_access(handler: Any) -> None:
    """One line for a request: what was asked for, how it went, how long it took."""
    request, status = handler.request, handler.get_status()
    level = logging.INFO
    if status >= 500:
        level = logging.ERROR
    elif status < 400 and _unremarkable.search(request.path):
        level = logging.DEBUG
    milliseconds = 1000 * request.request_time()
    _access.log(
        level, "%d %s %s %.0f ms", status, request.method, scrub(request.path), milliseconds
    )


def _shorten(record: logging.LogRecord) -> bool:
    """A cell that raised is shown in its page: one line of it is enough here."""
    error = record.exc_info[1] if record.exc_info else None
    if "DeadKernelError" in type(error).__name__ or str(record.msg).startswith("Kernel died whi"):
        return False  # its page was left: that is how it should end
    if isinstance(error, Exception) and str(record.msg).startswith("Error at server while"):
        last = f"{error}".strip().splitlines()[-1:]
        record.msg, record.args = "A cell of the notebook raised: %s", tuple(last)
        record.exc_info = record.exc_text = None
    return True


class ScrubbingFormatter(logging.Formatter):
    """Applied where lines leave the process, so that no library's line gets past it."""

    def format(self, record: logging.LogRecord) -> str:
        return scrub(super().format(record))


def set_up_logging() -> logging.Handler:
    """Send everything to stderr, scrubbed; returns the handler, for whoever wants it gone."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(ScrubbingFormatter("%(asctime)s %(message)s", "%H:%M:%S"))
    handler.addFilter(_shorten)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    _access.setLevel(logging.INFO)
    # They warn of every notebook that is not signed and of every request that fails, by address.
    for name in ("workshopkit.voila", "tornado.general"):
        logging.getLogger(name).setLevel(logging.ERROR)
    return handler
