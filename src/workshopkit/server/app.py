"""`workshopkit serve`: Voilà's own application, with our routes in front of its.

What is overridden here are methods that Voilà does not promise to keep, hence its pinned
version. No configuration file is read: one that lies about could switch the token off.
"""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import signal
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import tornado.web
from jupyter_server import DEFAULT_STATIC_FILES_PATH
from msgspec import Struct
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.paths import collect_static_paths, collect_template_paths
from voila.static_file_handler import MultiStaticFileHandler

from workshopkit.errors import WorkshopkitError
from workshopkit.room.protocol import JoinAddress
from workshopkit.server.addresses import base_path, join_address, local_url
from workshopkit.server.credentials import Credentials
from workshopkit.server.handlers.login import Login
from workshopkit.server.identity import TokenIdentity
from workshopkit.server.kernels import Kernels
from workshopkit.server.notebooks import NotebookFolder, first_heading
from workshopkit.server.origins import Origins
from workshopkit.server.quiet_log import log_access
from workshopkit.server.routes import routes
from workshopkit.server.venue import SETTING, Venue
from workshopkit.server.voila_handlers import (
    KernelShutdown,
    KernelSocket,
    NotebookFiles,
    NotFound,
    Root,
    ToHome,
    VoilaPage,
)

TEMPLATE = "workshopkit"
TEMPLATE_FOLDER = Path(__file__).parents[1] / "voila_template"
KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"
Started = Callable[["WorkshopServer"], Awaitable[None] | None]


class Serving(Struct, frozen=True):
    """What to serve, where, and to whom."""

    folder: Path
    database: Path
    credentials: Credentials
    notebook: str | None = None
    """The only one offered, by its name in the folder."""
    host: str = "localhost"
    port: int = 8866
    public_url: str | None = None


class WorkshopServer(Voila):
    """One process for facilitators' notebooks and participants' phones."""

    name = "workshopkit"
    venue: Venue

    def __init__(self, serving: Serving) -> None:
        super().__init__(
            config=_configuration(),
            log=logging.getLogger("workshopkit.voila"),
            ip=serving.host,
            port=serving.port,
            root_dir=str(serving.folder),
            base_url=base_path(serving.public_url),
            token=serving.credentials.token,
            cookie_secret=serving.credentials.cookie_secret.encode(),
            identity_provider_class=TokenIdentity,
        )
        self.serving = serving
        self._tasks: list[asyncio.Task[Any]] = []
        self._init_asyncio_patch()
        self.voila_configuration = VoilaConfiguration(parent=self)
        self.voila_configuration.prelaunch_hook = _give_title
        self.setup_template_dirs()

    @property
    def facilitator_link(self) -> str:
        """The only address with the token in it: to be opened once, never shown."""
        return f"{self.local_url}workshopkit/home?token={self.token}"

    @property
    def local_url(self) -> str:
        return local_url(self.ip, self.port, self.base_url)

    @property
    def join(self) -> JoinAddress:
        """How phones get in, as far as is known here."""
        public = self.serving.public_url
        return join_address(self.ip, self.port, self.base_url, public_url=public)

    def setup_template_dirs(self) -> None:
        """Ours first, found beside the code whether or not it is installed among Jupyter's."""
        found = collect_template_paths(["voila", "nbconvert"], "lab", prune=True)
        self.template_paths = [str(TEMPLATE_FOLDER), *found]
        self.static_paths = collect_static_paths(["voila", "nbconvert"], "lab")
        self.static_paths.append(DEFAULT_STATIC_FILES_PATH)

    def init_settings(self) -> dict[str, Any]:
        settings: dict[str, Any] = super().init_settings()
        self.identity_provider.cookie_options = {"samesite": "Lax"}
        settings.update(
            {
                SETTING: self.venue,
                "compress_response": True,
                "default_handler_class": NotFound,
                # Jupyter's own page for an error needs Jupyter's own server.
                "jinja2_env": settings["voila_jinja2_env"],
                "log_function": log_access,
                "login_url": f"{self.base_url}workshopkit/login",
                "xsrf_cookie_kwargs": {"samesite": "Lax", "path": self.base_url},
            }
        )
        return settings

    def init_handlers(self) -> list[Any]:
        return [*routes(self.base_url), *self._mended_routes(), *super().init_handlers()]

    def _mended_routes(self) -> list[tuple[Any, ...]]:
        base, voila = self.base_url, f"{self.base_url}voila"
        page = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        files = {
            "allowlist": self.voila_configuration.file_allowlist,
            "denylist": self.voila_configuration.file_denylist,
            "path": self.root_dir,
        }
        assets = {"paths": self.static_paths}
        return [
            (f"{base}workshopkit/login", Login),
            (f"{base}login", ToHome),
            (base, Root),
            (f"{voila}/tree(.*)", ToHome),
            (f"{voila}/render/(.*)", VoilaPage, page),
            (f"{voila}/files/(.*)", NotebookFiles, files),
            (f"{voila}/templates/{TEMPLATE}/static/(.*)", MultiStaticFileHandler, assets),
            (f"{voila}/api/shutdown/(.*)", KernelShutdown),
            (f"{base}api/kernels/{KERNEL}/channels", KernelSocket),
        ]

    def run(self, started: Started) -> None:
        """Serve until told to stop; `started` is called once phones could connect."""
        try:
            asyncio.run(self._serve(started))
        except KeyboardInterrupt:
            return

    def keep(self, task: asyncio.Task[Any]) -> None:
        """Let a task run as long as the server does."""
        self._tasks.append(task)

    async def _serve(self, started: Started) -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        ended = signal.signal(signal.SIGTERM, lambda *_: loop.call_soon_threadsafe(stop.set))
        self.connection_dir = tempfile.mkdtemp(prefix="workshopkit_")
        server: HTTPServer | None = None
        try:
            server = self._listen()
            waiting = started(self)
            if waiting is not None:
                await waiting
            await stop.wait()
        finally:
            signal.signal(signal.SIGTERM, ended)
            await self._close(server)

    def _listen(self) -> HTTPServer:
        sockets = self._bind()
        self.port = sockets[0].getsockname()[1]
        self.venue = self._open_venue()
        os.environ["WORKSHOPKIT_DATABASE"] = str(self.serving.database)
        self.app = tornado.web.Application(**self.init_settings())
        self.app.add_handlers(".*$", self.init_handlers())
        server = HTTPServer(self.app, xheaders=True)
        server.add_sockets(sockets)
        return server

    def _bind(self) -> list[Any]:
        try:
            return bind_sockets(self.port, self.ip)
        except OSError as error:
            where = f"port {self.port}" + (f" of {self.ip}" if self.ip else "")
            raise WorkshopkitError(
                f"Cannot listen on {where}: {error.strerror}. "
                "Stop what uses it, or choose another with --port."
            ) from error

    def _open_venue(self) -> Venue:
        from workshopkit.log import open_log
        from workshopkit.room.rooms import Rooms

        log = open_log(str(self.serving.database))
        folder = NotebookFolder(self.serving.folder, only=self.serving.notebook)
        return Venue(log, lambda: Rooms(log, join=self.join), folder, Origins())

    async def _close(self, server: HTTPServer | None) -> None:
        for task in self._tasks:
            task.cancel()
        if server is not None:
            server.stop()
            await self.kernel_manager.shutdown_all(now=True)
            self.venue.close()
        shutil.rmtree(self.connection_dir, ignore_errors=True)


def _configuration() -> Config:
    return Config(
        {
            "VoilaConfiguration": {
                "template": TEMPLATE,
                "allow_template_override": "NO",
                "show_tracebacks": True,
                "multi_kernel_manager_class": Kernels,
            }
        }
    )


def _give_title(handler: Any, *, notebook: Any, cwd: str) -> None:
    """Name the page after the notebook's first heading, unless its metadata names it."""
    title = first_heading(notebook.cells)
    if title and "title" not in notebook.metadata:
        notebook.metadata["title"] = title
