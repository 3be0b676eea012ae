"""The open record in the facilitator's app: choose, look, save; and the page that comes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Locator, expect

from tests.e2e.axe import in_light_and_dark, violations
from tests.e2e.conftest import LAPTOP, MakeContext
from tests.e2e.facilitator import Facilitator
from tests.e2e.served import Served
from tests.publish.notebook import HOSTILE, fill, write
from workshopkit.room.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("record")
    with Served(folder, write(folder / "record.ipynb")) as server:
        yield server


@pytest.fixture
def facilitator(context: MakeContext, served: Served) -> Facilitator:
    """Someone who leads a workshop in which much was said already."""
    someone = Facilitator(context(accept_downloads=True), served)
    someone.start()
    with closing(served.log()) as log:
        fill(Desk(log, title="-", team="-", workshop=someone.workshop))
    step(someone).get_by_role("button", name="Choose what will be public").click()
    expect(someone.page.frame_locator("iframe").get_by_text("Ask Legal")).to_be_visible()
    return someone


def step(facilitator: Facilitator) -> Locator:
    return facilitator.page.get_by_role("region", name="The open record")


def preview(facilitator: Facilitator) -> FrameLocator:
    return step(facilitator).frame_locator("iframe")


def saved(facilitator: Facilitator, button: str) -> Path:
    with facilitator.page.expect_download() as download:
        step(facilitator).get_by_role("button", name=button).click()
    return Path(download.value.path())


def test_what_is_ticked_is_gone_from_the_preview_and_from_every_file(
    facilitator: Facilitator,
) -> None:
    expect(preview(facilitator).get_by_text("Priya").first).to_be_visible()
    step(facilitator).get_by_role("checkbox", name="Names: who owns").check()
    step(facilitator).get_by_text("Look back (").click()
    step(facilitator).get_by_role("checkbox", name="Waiting for sign-off").check()
    expect(preview(facilitator).get_by_text("1 thing was left out")).to_be_visible()
    expect(preview(facilitator).get_by_text("Waiting for sign-off")).to_have_count(0)
    expect(preview(facilitator).get_by_text("Priya")).to_have_count(0)
    for button in ("Web page (.html)", "Text (.md)", "Data (.json)", "Calendar (.ics)"):
        text = saved(facilitator, button).read_text("utf-8")
        assert "Ask Legal" in text
        assert "Priya" not in text
        assert "Waiting for sign-off" not in text
    expect(step(facilitator).get_by_role("status")).to_contain_text("Saved: record-")
    assert saved(facilitator, "Save everything").read_bytes()[:2] == b"PK"


def test_it_is_used_by_keyboard_and_keeps_the_focus(facilitator: Facilitator) -> None:
    page = facilitator.page
    names = step(facilitator).get_by_role("checkbox", name="Names: who owns")
    names.focus()
    page.keyboard.press("Space")
    expect(step(facilitator).get_by_role("status")).to_have_text(
        "The preview shows what you chose."
    )
    expect(names).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(preview(facilitator).get_by_text("1 thing was left out")).to_be_visible()
    expect(step(facilitator).locator(":focus")).to_be_checked()


def test_the_contents_of_the_preview_lead_within_it(facilitator: Facilitator) -> None:
    preview(facilitator).get_by_role("link", name="What we will do").click()
    heading = preview(facilitator).get_by_role("heading", name="What we will do", level=2)
    expect(heading).to_be_in_viewport()
    expect(step(facilitator)).to_be_visible()


def test_it_speaks_welsh(facilitator: Facilitator) -> None:
    step(facilitator).get_by_role("combobox").focus()
    step(facilitator).get_by_role("combobox").select_option("cy")
    welsh = facilitator.page.get_by_role("region", name="Y cofnod agored")
    expect(welsh.get_by_role("button", name="Cadw popeth")).to_be_visible()
    expect(welsh.get_by_role("combobox")).to_be_focused()
    expect(preview_of(welsh).get_by_text("Pobl a ymunodd")).to_be_visible()


def preview_of(region: Locator) -> FrameLocator:
    return region.frame_locator("iframe")


def test_nothing_is_wrong_for_who_cannot_see_it(facilitator: Facilitator) -> None:
    step(facilitator).get_by_text("Look back (").click()
    found = [line for line in in_light_and_dark(facilitator.page) if ".wk-record" in line]
    assert found == []
    for width in (320, 390):
        facilitator.page.set_viewport_size({"width": width, "height": 844})
        box = step(facilitator).bounding_box()
        assert box is not None
        assert box["width"] <= width
    assert step(facilitator).evaluate("e => e.scrollWidth <= e.clientWidth")


def test_hostile_words_are_words_and_nothing_is_fetched(facilitator: Facilitator) -> None:
    step(facilitator).get_by_text("Look back (").click()
    expect(step(facilitator).get_by_role("checkbox", name=HOSTILE)).to_be_visible()
    expect(preview(facilitator).get_by_role("rowheader", name=HOSTILE).first).to_be_visible()
    assert facilitator.page.evaluate("window.__pwned") is None
    assert facilitator.watch.errors == []
    assert facilitator.watch.policy_violations() == []
    assert facilitator.watch.other_hosts() == set()


def test_the_saved_page_is_read_by_a_screen_reader(
    facilitator: Facilitator, context: MakeContext
) -> None:
    path = saved(facilitator, "Web page (.html)")
    page = context(**LAPTOP).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(path.read_text("utf-8"))
    assert in_light_and_dark(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("banner")).to_have_count(1)
    expect(page.get_by_role("navigation", name="Contents")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("table", name="Cards")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Column").first).to_be_visible()
    expect(page.get_by_role("img").first).to_be_visible()
    assert page.evaluate("window.__pwned") is None
    assert [url for url in asked if not url.startswith(("data:", "about:"))] == []


def test_saved_data_is_the_record(facilitator: Facilitator) -> None:
    said = json.loads(saved(facilitator, "Data (.json)").read_text("utf-8"))
    assert said["format"] == "workshopkit-record"
    assert facilitator.code not in json.dumps(said)
