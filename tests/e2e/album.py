"""What all albums of pictures do: bring a place into view before they take one."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

Picture = Callable[[Page, str], None]
BELOW_THE_BAR = "place => { place.style.scrollMarginTop = '110px'; place.scrollIntoView(); }"


def show(place: Locator) -> None:
    """Scroll until the place stands below the bar."""
    place.evaluate(BELOW_THE_BAR)


def show_heading(page: Page, text: str) -> None:
    show(page.get_by_role("heading", name=text).first)
