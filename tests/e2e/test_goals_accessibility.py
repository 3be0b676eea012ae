"""The goal map in every phase by the rules of WCAG 2.2, at 320 pixels, by keyboard, in Welsh."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import open_context
from tests.e2e.goals_cast import ARCHIVE, PORTAL, notebook
from tests.e2e.goals_crowd import Crowd
from tests.e2e.goals_people import PHASES
from tests.e2e.goals_walk import GoalsWalk
from tests.e2e.keys import Keys
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("goals"), notebook()) as server:
        yield server


@pytest.fixture(scope="module")
def walk(served: Served, browser: Browser) -> Iterator[GoalsWalk]:
    """A map that has been walked through once, for all the tests below."""
    with ExitStack() as ends:
        crowd = ends.enter_context(Crowd(served))
        walk = GoalsWalk(
            served, crowd, lambda **options: ends.enter_context(open_context(browser, **options))
        )
        walk.go()
        yield walk


@pytest.mark.parametrize("page", ["join page", "screen", "app"])
def test_axe_finds_nothing_in_any_phase_of_the_goal_map(walk: GoalsWalk, page: str) -> None:
    looked_at = {name: found for name, found in walk.broken_rules.items() if name.startswith(page)}
    assert set(looked_at) == {f"{page}, {phase}" for phase in PHASES}
    assert {name: found for name, found in looked_at.items() if found} == {}


def test_at_320_pixels_the_goal_map_does_not_scroll_sideways(walk: GoalsWalk) -> None:
    assert set(walk.sideways) == set(PHASES)
    assert {phase: pixels for phase, pixels in walk.sideways.items() if pixels > 0} == {}


def test_the_screen_shows_the_map_and_nothing_to_press(walk: GoalsWalk) -> None:
    walk.leader.go_to("Link")
    walk.screen.is_at("link")
    map_ = walk.screen.page.get_by_role("group", name="The map")
    expect(map_.get_by_role("img", name=f"Goal: {PORTAL}")).to_be_visible()
    expect(walk.screen.page.get_by_role("main").get_by_role("button")).to_have_count(0)


def test_a_link_is_made_by_keyboard_alone(walk: GoalsWalk) -> None:
    page, keys = walk.phone.page, Keys(walk.phone.page)
    walk.leader.go_to("Link")
    walk.phone.is_at("link")
    keys.use(f"Links and more: {ARCHIVE}")
    choice = page.get_by_label("Say what it serves")
    keys.press("Tab")
    expect(choice).to_be_focused()
    while PORTAL not in choice.locator("option:checked").inner_text():
        keys.press("ArrowDown")
    keys.press("Tab", "Enter")
    expect(page.get_by_role("region", name="It serves")).to_contain_text(PORTAL)
    served = walk.leader.page.get_by_role("listitem").filter(has_text="Served by “Portal beta in")
    expect(served.filter(has_text=ARCHIVE).first).to_be_visible()


def test_a_goal_is_rated_by_keyboard_alone(walk: GoalsWalk) -> None:
    """To each question by Tab, to an answer by the arrow keys, to the next goal by Enter."""
    page, keys = walk.phone.page, Keys(walk.phone.page)
    walk.leader.go_to("Rate")
    walk.phone.is_at("rate")
    for question in ("I know what this means", "This matters", "My work moves it"):
        asked = page.get_by_role("group", name=question)
        keys.to("radio", "1 not at all", within=asked)
        keys.press("ArrowRight")
        expect(asked.get_by_role("radio", name="2")).to_be_checked()
    walk.phone.has_given(3, of=3 * 5)
    first = page.locator("[data-thing=ballot]").get_by_role("heading").inner_text()
    keys.use("Next goal")
    heading = page.locator("[data-thing=ballot]").get_by_role("heading")
    expect(heading).not_to_have_text(first)
    expect(heading).to_be_focused()


def test_in_welsh_the_words_of_the_goal_map_are_welsh(walk: GoalsWalk) -> None:
    page = walk.phone.page
    walk.leader.go_to("Rate")
    walk.phone.sees("How do you see these goals?")
    page.get_by_role("button", name="Cymraeg").click()
    walk.phone.sees("Sut ydych chi’n gweld y nodau hyn?")
    walk.phone.sees("Alla i ddim dweud")
    expect(page.get_by_role("button", name="Nod nesaf")).to_be_visible()
    expect(page.get_by_text("Next goal")).to_have_count(0)
    page.get_by_role("button", name="English").click()
    walk.phone.sees("How do you see these goals?")
