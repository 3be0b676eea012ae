"""Voilà's own handlers, mended: see DESIGN's list of traps for what each one cures."""

from __future__ import annotations

from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado.ioloop import IOLoop
from tornado.web import HTTPError, StaticFileHandler, authenticated
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import AllowListFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workshopkit.server.handlers.base import OWN_REFERRER, PageHandler, redirect_without_token
from workshopkit.server.venue import SETTING

PAGE_POLICY = (
    # Voilà writes scripts into its page, and anywidget loads a widget's module from a blob.
    # Nothing comes from or goes to another host, whatever a notebook or a card contains.
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "media-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'{sockets}; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)

UNCLAIMED_SECONDS = 120
"""How long a kernel waits for its page to connect."""


class VoilaPage(TornadoVoilaHandler):
    """A notebook as a page: without the token in its address, and with no kernel left over."""

    _kernel_id: str | None = None
    _gone = False

    @property
    def content_security_policy(self) -> str:
        host = self.request.host
        return PAGE_POLICY.format(sockets=f" ws://{host} wss://{host}")

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Referrer-Policy", OWN_REFERRER)

    async def prepare(self) -> None:
        await super().prepare()
        if not self._finished:
            redirect_without_token(self)

    @authenticated
    async def get(self, path: str | None = None) -> None:
        self._remember(path or "")
        try:
            async for html in self.get_generator(path=path):
                if self._gone:
                    break
                self.write(html)
                self.flush()
        finally:
            if self._gone:
                await self._end_kernel()
            else:
                IOLoop.current().call_later(UNCLAIMED_SECONDS, self._end_if_unclaimed)

    def adopt_kernel(self, kernel_id: str) -> None:
        self._kernel_id = kernel_id

    def on_connection_close(self) -> None:
        """The reader left before the page was whole: its script will never say goodbye."""
        self._gone = True

    def _remember(self, path: str) -> None:
        venue, workshop = self.settings[SETTING], self.get_query_argument("workshop", "")
        if workshop and path.endswith(".ipynb"):
            venue.origins.remember(workshop[:64], venue.notebooks.root / path)

    async def _end_if_unclaimed(self) -> None:
        """A page that never connected was left in an unlucky moment, or by a script."""
        if self._kernel_id in self.kernel_manager:
            model = self.kernel_manager.kernel_model(self._kernel_id)
            if not model["connections"]:
                await self._end_kernel()

    async def _end_kernel(self) -> None:
        if self._kernel_id in self.kernel_manager:
            await ensure_async(self.kernel_manager.shutdown_kernel(self._kernel_id, now=True))


class KernelSocket(VoilaKernelWebsocketHandler):
    """A click reaches Python and returns in 4 ms, not 48."""

    async def open(self, kernel_id: str) -> None:
        self.set_nodelay(True)
        await super().open(kernel_id)


class KernelShutdown(VoilaShutdownKernelHandler):
    """A page's farewell. Its beacon cannot carry the XSRF header, so the origin vouches for it."""

    def check_xsrf_cookie(self) -> None:
        if not self.current_user or not self.check_origin():
            raise HTTPError(403)

    @authenticated
    async def post(self, kernel_id: str) -> None:
        if kernel_id in self.kernel_manager:
            await ensure_async(self.kernel_manager.shutdown_kernel(kernel_id))
        self.set_status(204)
        self.finish()


class NotebookFiles(JupyterHandler, AllowListFileHandler):
    """Pictures beside a notebook: Voilà would show them to anyone."""

    def initialize(self, **options: Any) -> None:
        AllowListFileHandler.initialize(self, **options)

    @authenticated
    async def get(self, path: str, include_body: bool = True) -> None:
        await StaticFileHandler.get(self, path, include_body)

    @authenticated
    async def head(self, path: str) -> None:
        await StaticFileHandler.get(self, path, include_body=False)


class NotFound(PageHandler):
    """Every other address."""

    @allow_unauthenticated
    def get(self) -> None:
        raise HTTPError(404)


class Root(JupyterHandler):
    """The bare address, as people type it: they get the box for the code, she her home page."""

    @allow_unauthenticated
    def get(self) -> None:
        page = "home" if self.current_user else ""
        self.redirect(f"{self.base_url}workshopkit/{page}")


class ToHome(JupyterHandler):
    """Voilà's lists of files give way to our home page, which asks for the token."""

    @authenticated
    def get(self, *path: str) -> None:
        self.redirect(f"{self.base_url}workshopkit/home")
