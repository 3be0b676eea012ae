"""The facilitator's page, loaded again and again and twice at once: it finds, never duplicates."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Join
from tests.e2e.facilitator import BOARD, Facilitator
from tests.e2e.patience import eventually
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_new_kernel_and_a_second_tab_find_the_one_workshop_with_everything_in_it(
    facilitator: Facilitator, join: Join
) -> None:
    ada = join(facilitator.code, "Ada")
    facilitator.begin(BOARD)
    ada.write("Start", "Pairing on the rules")
    address, code = facilitator.page.url, facilitator.bar.locator("b.code").inner_text()
    facilitator.page.reload()
    facilitator.is_leading()
    second = facilitator.context.new_page()
    second.goto(address)
    facilitator.is_leading(second)
    assert facilitator.page.url == second.url == address
    for page in (facilitator.page, second):
        has_the_one_workshop(page, code)
    facilitator.go_to("Group")
    facilitator.agrees("Reveal the cards?", "Reveal the cards")
    for page in (facilitator.page, second):
        expect(page.get_by_role("checkbox", name="Pairing on the rules")).to_be_visible()
    second.goto(f"http://localhost:{facilitator.served.port}/workshopkit/home")
    expect(second.get_by_role("link", name=re.compile("^Resume"))).to_have_count(1)


def has_the_one_workshop(page: Page, code: str) -> None:
    """The same code, one of each activity on the agenda, and the card."""
    expect(page.get_by_text(code).first).to_be_visible()
    agenda = page.get_by_role("region", name="Agenda")
    expect(agenda.get_by_role("listitem")).to_have_count(4)
    expect(page.get_by_text("1 card so far from everyone")).to_be_visible()
    expect(page.get_by_text("1 has joined so far")).to_be_visible()


def test_ten_reloads_leave_one_kernel(facilitator: Facilitator, served: Served) -> None:
    kernels = len(served.kernels())  # hers, and those of the tests before
    for _ in range(10):
        facilitator.page.reload()
        facilitator.is_leading()
    eventually(served.kernels, lambda running: len(running) == kernels)
