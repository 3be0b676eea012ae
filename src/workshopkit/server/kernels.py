"""The kernels behind facilitators' pages: one a page, gone with it."""

from __future__ import annotations

from typing import Any

from jupyter_server import CallContext
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

IDLE_SECONDS = 20 * 60
CULL_SECONDS = 60


class Kernels(AsyncMappingKernelManager):
    """Tells a page which kernel it got, and ends those that no page is connected to."""

    cull_idle_timeout = IDLE_SECONDS
    cull_interval = CULL_SECONDS

    async def start_kernel(self, **options: Any) -> str:  # type: ignore[override]
        if str(options.get("kernel_name", "")).startswith("python"):
            # Each would warn on our terminal that it talks to us over the loopback.
            options.setdefault("extra_arguments", ["--IPKernelApp.log_level=ERROR"])
        kernel_id = str(await super().start_kernel(**options))
        page = CallContext.get(CallContext.JUPYTER_HANDLER)
        if hasattr(page, "adopt_kernel"):
            page.adopt_kernel(kernel_id)
        return kernel_id
