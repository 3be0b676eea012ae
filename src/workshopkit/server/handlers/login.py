"""The page that asks for the facilitator's token."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from jupyter_server.auth.decorator import allow_unauthenticated

from workshopkit.server.handlers.base import FormPage


class Login(FormPage):
    """Takes the token and goes back to where someone wanted to go."""

    @allow_unauthenticated
    async def get(self) -> None:
        if self.current_user:
            self.redirect(self._next())
        else:
            self.render_page("login.html", next=self._next(), wrong=False)

    @allow_unauthenticated
    async def post(self) -> None:
        typed = self.get_body_argument("token", "").encode()
        if hmac.compare_digest(typed, (self.token or "").encode()) and self.token:
            user = self.identity_provider.generate_anonymous_user(self)
            self.identity_provider.set_login_cookie(self, user)
            self.redirect(self._next())
        else:
            self.set_status(401)
            self.render_page("login.html", next=self._next(), wrong=True)

    def _next(self) -> str:
        """A page of this server alone: never an address that leads elsewhere."""
        asked = urlsplit(self.get_argument("next", "").replace("\\", "/"))
        ours = asked.path.startswith(self.base_url) and not asked.path.startswith("//")
        if asked.scheme or asked.netloc or not ours or asked.path.endswith("/login"):
            return f"{self.home}home"
        query = "&".join(part for part in asked.query.split("&") if not part.startswith("token="))
        return f"{asked.path}?{query}" if query else asked.path
