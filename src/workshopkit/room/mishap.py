"""How an unexpected error is written to the log of the program."""

from __future__ import annotations

import traceback


def where(problem: BaseException) -> str:
    """Its kind and place, and not its message: that could hold what people wrote (PR1)."""
    return f"{type(problem).__name__}:\n{''.join(traceback.format_tb(problem.__traceback__))}"
