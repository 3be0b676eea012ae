"""Hands on a keyboard, and nothing else."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Locator, Page, expect

MOST = 200  # presses of Tab after which a thing cannot be reached
Role = Literal["button", "checkbox", "radio", "textbox"]
HAS_FOCUS = "element => element === document.activeElement"
SHOWS_FOCUS = """element => {
  const style = getComputedStyle(element);
  const ring = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {ring, uncovered: element === top || element.contains(top)};
}"""


class Keys:
    """Goes to things by Tab, and sees each time where the focus is."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def to(
        self, role: Role, name: str, *, back: bool = False, within: Locator | None = None
    ) -> None:
        """Tab until the focus is there; it must be seen, and nothing may cover it."""
        wanted = (within or self._page).get_by_role(role, name=name).first
        expect(wanted).to_be_visible()
        for _ in range(MOST):
            if wanted.evaluate(HAS_FOCUS):
                break
            self.press("Shift+Tab" if back else "Tab")
        shown = wanted.evaluate(SHOWS_FOCUS)
        assert wanted.evaluate(HAS_FOCUS), f"Tab never comes to {name!r}"
        assert shown == {"ring": True, "uncovered": True}, f"{name}: {shown}"

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def use(self, name: str, *, back: bool = False) -> None:
        """A button: go there, press Enter."""
        self.to("button", name, back=back)
        self.press("Enter")
