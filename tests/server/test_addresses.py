"""What the QR code may say, and when there is nothing to say."""

from __future__ import annotations

import pytest

from workshopkit.room.protocol import JoinAddress
from workshopkit.server import addresses
from workshopkit.server.addresses import base_path, join_address, local_url


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "::1"])
def test_phones_are_never_sent_to_this_computer_alone(host: str) -> None:
    assert join_address(host, 8866, "/") == JoinAddress(reachable=False)


def test_on_the_network_they_get_this_computers_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "network_address", lambda: "192.168.1.5")
    expected = JoinAddress("http://192.168.1.5:8866/workshopkit/join/")
    assert join_address("", 8866, "/") == expected
    assert join_address("0.0.0.0", 8866, "/") == expected


def test_without_a_network_there_is_nothing_to_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "network_address", lambda: None)
    assert join_address("", 8866, "/") == JoinAddress(reachable=False)


def test_the_public_address_goes_before_everything() -> None:
    joined = join_address("localhost", 8866, "/x/", public_url="https://a.example/x/")
    assert joined == JoinAddress("https://a.example/x/workshopkit/join/")


def test_an_address_that_was_asked_for_is_offered() -> None:
    assert join_address("10.0.0.9", 80, "/p/").url == "http://10.0.0.9:80/p/workshopkit/join/"
    assert join_address("fd00::9", 80, "/").url == "http://[fd00::9]:80/workshopkit/join/"


@pytest.mark.parametrize(
    ("url", "path"),
    [(None, "/"), ("https://a.example", "/"), ("https://a.example/x/y/", "/x/y/")],
)
def test_everything_is_served_under_the_public_path(url: str | None, path: str) -> None:
    assert base_path(url) == path


def test_a_browser_on_this_computer_uses_its_own_name() -> None:
    assert local_url("", 8866, "/") == "http://localhost:8866/"
    assert local_url("10.0.0.9", 8866, "/x/") == "http://10.0.0.9:8866/x/"
