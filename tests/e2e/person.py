"""Somebody with a browser: what facilitators and participants have in common."""

from __future__ import annotations

from re import Pattern

from playwright.sync_api import BrowserContext, expect

from tests.e2e.patience import eventually
from tests.e2e.watch import Watch


class Person:
    """One browser, with one tab to begin with; `watch` saw everything it did."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.watch = Watch(context)
        self.page = context.new_page()

    def sees(self, text: str | Pattern[str]) -> None:
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def has_sent_everything(self) -> None:
        """Every command that her browser ever sent has got its answer."""
        eventually(
            lambda: self.watch.commands().keys() - self.watch.answered(),
            lambda unanswered: not unanswered,
            pause=lambda: self.page.wait_for_timeout(100),
        )

    def is_cut_off(self) -> None:
        """Her page says that the connection is gone."""
        self.sees("The connection broke")

    def is_connected(self) -> None:
        """Nothing is broken, nothing is under way."""
        expect(self.page.get_by_text("The connection broke")).to_have_count(0)
        expect(self.page.get_by_text("You are offline")).to_have_count(0)
        expect(self.page.get_by_text("Sending…")).to_have_count(0)
