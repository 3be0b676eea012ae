"""What axe finds wrong with a page by the rules of WCAG 2.2, levels A and AA."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "levels => axe.run(document, {runOnly: levels, resultTypes: ['violations']})"


def violations(page: Page) -> list[str]:
    """One line for each place that breaks a rule, so that a failed test reads well."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate(RUN, LEVELS)
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def in_light_and_dark(page: Page) -> list[str]:
    """The same for both color schemes: contrast differs between them."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {line}" for line in violations(page)]
    page.emulate_media(color_scheme="light")
    return found
