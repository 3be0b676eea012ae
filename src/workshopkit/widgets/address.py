"""Which workshop the page's address asks for."""

from __future__ import annotations

import os
from urllib.parse import parse_qs


def workshop_in_address() -> str | None:
    """The id after ``?workshop=`` when a Voila page runs this kernel, else nothing.

    A kernel that Voila started ahead of its page waits here for the page's address.
    """
    if os.environ.get("VOILA_PREHEAT", "False") != "False":
        from voila.utils import get_query_string

        query = get_query_string()
    else:
        query = os.environ.get("QUERY_STRING")
    return next(iter(parse_qs(query or "").get("workshop", [])), None)
