"""Who the facilitator is: whoever brought the token, and since then the cookie."""

from __future__ import annotations

from typing import Any

from jupyter_server.auth.identity import IdentityProvider
from traitlets import TraitError, Unicode, validate

TOKEN_LIMIT = 16


class TokenIdentity(IdentityProvider):
    """One token, no password, and no way to be let in without either.

    Voilà's own provider lets everyone in where the token is empty, and would let whoever
    is logged in set a password instead of it.
    """

    token = Unicode().tag(config=True)

    @validate("token")
    def _long_enough(self, proposal: dict[str, Any]) -> str:
        token = str(proposal["value"])
        if len(token) < TOKEN_LIMIT:
            raise TraitError(f"A token needs at least {TOKEN_LIMIT} characters.")
        return token

    @property
    def auth_enabled(self) -> bool:
        return True

    def get_handlers(self) -> list[tuple[str, object]]:
        """None: our routes have the login page."""
        return []
