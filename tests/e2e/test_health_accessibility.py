"""The health check in each phase by the rules of WCAG 2.2, at 320 pixels, by keyboard, in Welsh."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import open_context
from tests.e2e.goals_crowd import Crowd
from tests.e2e.health_cast import notebook
from tests.e2e.health_people import STEPS
from tests.e2e.health_walk import HealthWalk
from tests.e2e.keys import Keys
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("health"), notebook()) as server:
        yield server


@pytest.fixture(scope="module")
def walk(served: Served, browser: Browser) -> Iterator[HealthWalk]:
    """A health check that has been walked through once, for all the tests below."""
    with ExitStack() as ends:
        crowd = ends.enter_context(Crowd(served))
        walk = HealthWalk(
            served, crowd, lambda **options: ends.enter_context(open_context(browser, **options))
        )
        walk.go()
        yield walk


@pytest.mark.parametrize("page", ["join page", "screen", "app"])
def test_axe_finds_nothing_in_any_phase_of_the_health_check(walk: HealthWalk, page: str) -> None:
    looked_at = {name: found for name, found in walk.broken_rules.items() if name.startswith(page)}
    assert set(looked_at) == {f"{page}, {phase}" for phase in STEPS}
    assert {name: found for name, found in looked_at.items() if found} == {}


def test_at_320_pixels_the_health_check_does_not_scroll_sideways(walk: HealthWalk) -> None:
    assert set(walk.sideways) == set(STEPS)
    assert {phase: pixels for phase, pixels in walk.sideways.items() if pixels > 0} == {}


def test_the_screen_has_nothing_to_press(walk: HealthWalk) -> None:
    expect(walk.screen.page.get_by_role("main").get_by_role("button")).to_have_count(0)


def test_whose_turn_it_is_is_said_by_keyboard_alone(walk: HealthWalk) -> None:
    """To the next one by Enter, where the focus stays; Escape folds the panel away."""
    page, keys = walk.leader.page, Keys(walk.leader.page)
    voices = walk.leader.bar.get_by_role("button", name="Voices")
    turns = walk.leader.bar.locator(".turns li")
    keys.to("button", "Voices")
    keys.to("button", "Next: ", within=walk.leader.bar)
    keys.press("Enter")
    expect(turns.nth(1)).to_contain_text("now")
    keys.press("Enter")
    expect(turns.nth(2)).to_contain_text("now")
    keys.press("Escape")
    expect(voices).to_be_focused()
    expect(turns).to_have_count(0)
    expect(page.get_by_role("region", name="Lead the workshop")).to_be_visible()


def test_a_topic_is_answered_by_keyboard_alone(walk: HealthWalk) -> None:
    """To a colour and a trend by the arrow keys, a comment by Enter, the next topic by Enter."""
    walk.leader.go_to("Answer")
    walk.phone.is_at("answer")
    keys = Keys(walk.phone.page)
    form = walk.phone.form
    keys.to("radio", "Green", within=form)
    keys.press("ArrowRight")
    expect(form.get_by_role("radio", name="Amber")).to_be_checked()
    keys.to("radio", "Getting better", within=form)
    keys.press("ArrowRight", "ArrowRight")
    expect(form.get_by_role("radio", name="Getting worse")).to_be_checked()
    keys.press("Tab", "Enter", "Tab")
    expect(form.get_by_label("Your comment")).to_be_focused()
    keys.type("By hand")
    keys.press("Enter")
    expect(form.get_by_role("button", name="Take my comment back")).to_be_visible()
    walk.phone.sees("1 of 10 topics answered")
    keys.use("Next topic")
    heading = form.get_by_role("heading")
    expect(heading).to_have_text("Close to users")
    expect(heading).to_be_focused()


def test_in_welsh_the_words_and_the_topics_are_welsh(walk: HealthWalk) -> None:
    page = walk.phone.page
    walk.phone.sees("How is it now?")
    page.get_by_role("button", name="Cymraeg").click()
    walk.phone.sees("Sut mae nawr?")
    walk.phone.sees("Yn agos at ddefnyddwyr")
    expect(page.get_by_role("button", name="Pwnc nesaf")).to_be_visible()
    expect(page.get_by_text("Next topic")).to_have_count(0)
    page.get_by_role("button", name="English").click()
    walk.phone.sees("How is it now?")
