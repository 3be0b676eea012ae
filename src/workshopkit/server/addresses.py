"""Where phones find this server: on the network, behind a proxy, or not at all."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from workshopkit.room.protocol import JoinAddress

EVERYWHERE = ("", "0.0.0.0", "::", "*")
JOIN = "workshopkit/join/"


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches what listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def network_address() -> str | None:
    """This computer's address on its network, found without sending anything."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # reserved for documentation: never answers
            address = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if is_loopback(address) or address == "0.0.0.0" else address


def join_address(
    host: str, port: int, base_url: str, *, public_url: str | None = None
) -> JoinAddress:
    """What the QR code may say, given where the server listens."""
    if public_url:
        return JoinAddress(f"{public_url.rstrip('/')}/{JOIN}")
    if is_loopback(host):
        return JoinAddress(reachable=False)
    name = network_address() if host in EVERYWHERE else host
    if name is None:
        return JoinAddress(reachable=False)
    return JoinAddress(f"http://{bracketed(name)}:{port}{base_url}{JOIN}")


def local_url(host: str, port: int, base_url: str) -> str:
    """Where a browser on this computer finds the server."""
    name = "localhost" if host in EVERYWHERE else host
    return f"http://{bracketed(name)}:{port}{base_url}"


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def base_path(public_url: str | None) -> str:
    """The prefix under which everything is served: the path of the public address."""
    path = urlsplit(public_url or "").path.strip("/")
    return f"/{path}/" if path else "/"
