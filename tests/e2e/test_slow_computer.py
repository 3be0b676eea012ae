"""The facilitator’s page on a busy computer: it becomes whole, or says that it is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import MakeContext
from tests.e2e.facilitator import Facilitator
from tests.e2e.served import Served
from tests.rehearsal.notebooks import write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOT_WHOLE = "This page did not load whole"
LATE = """{
  const set = window.setTimeout;
  window.setTimeout = (call, delay, ...rest) => set(call, delay === 100 ? 2500 : delay, ...rest);
}"""
"""The next look for a widget, of ten a second, comes when no more looks are to be taken."""
HASTY = """{
  const set = window.setInterval;
  window.setInterval = (call, delay, ...rest) => set(call, delay === 500 ? 20 : delay, ...rest);
}"""
"""Half a minute of our own looks is over in a second."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("slow")
    write(
        folder / "small.ipynb",
        "from workshopkit import RetroBoard, Workshop",
        "workshop = Workshop('Sprint 12', team='Letters team')\nworkshop",
        "RetroBoard(workshop)",
    )
    with Served(folder, folder / "small.ipynb") as server:
        yield server


def test_widgets_that_come_while_their_page_could_not_look_are_shown_once(
    context: MakeContext, served: Served
) -> None:
    leader = Facilitator(context(), served)
    leader.notebook = "small"
    leader.page.add_init_script(LATE)
    leader.start()
    expect(leader.page.get_by_role("region", name="Agenda")).to_have_count(1)
    expect(leader.page.get_by_text("Start, stop, continue").first).to_be_visible()
    expect(leader.page.get_by_text("model not found")).to_have_count(0)
    expect(leader.page.get_by_text(NOT_WHOLE)).to_be_hidden()


def test_a_page_whose_kernel_is_silent_says_that_it_is_not_whole_and_loads_again(
    context: MakeContext, served: Served
) -> None:
    leader = Facilitator(context(), served)
    leader.notebook = "small"
    leader.page.add_init_script(HASTY)
    leader.page.route_web_socket("**/api/kernels/**", lambda socket: None)
    leader.page.goto(served.link)
    leader.page.get_by_role("button", name="Start small").click()
    notice = leader.page.get_by_role("alert").filter(has_text=NOT_WHOLE)
    expect(notice).to_be_visible()
    leader.page.route_web_socket("**/api/kernels/**", lambda socket: socket.connect_to_server())
    notice.get_by_role("button", name="Load it again").click()
    leader.is_leading()
    expect(notice).to_have_count(0)
