"""Every page in every phase by the rules of WCAG 2.2, levels A and AA, and at 320 pixels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.e2e.axe import violations
from tests.e2e.conftest import open_context
from tests.e2e.served import Served
from tests.e2e.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def walk(served: Served, browser: Browser) -> Iterator[Walk]:
    """A workshop that has been walked through once, for all the tests below."""
    with ExitStack() as contexts:
        walk = Walk(
            served, lambda **options: contexts.enter_context(open_context(browser, **options))
        )
        walk.go()
        yield walk


@pytest.mark.parametrize("page", ["join page", "screen", "app"])
def test_axe_finds_nothing_in_any_phase(walk: Walk, page: str) -> None:
    looked_at = {name: found for name, found in walk.broken_rules.items() if name.startswith(page)}
    assert len(looked_at) >= 9
    assert {name: found for name, found in looked_at.items() if found} == {}


def test_axe_finds_nothing_on_the_pages_around_a_workshop(walk: Walk) -> None:
    around = ("/", "home page", "name form")
    looked_at = {
        name: found for name, found in walk.broken_rules.items() if name.startswith(around)
    }
    assert len(looked_at) == 6
    assert {name: found for name, found in looked_at.items() if found} == {}


def test_at_320_pixels_no_join_page_scrolls_sideways(walk: Walk) -> None:
    assert {state: pixels for state, pixels in walk.sideways.items() if pixels > 0} == {}


def test_no_page_of_a_workshop_asks_another_host(walk: Walk) -> None:
    for person in (walk.leader, *walk.people):
        assert person.watch.addresses
        assert person.watch.other_hosts() == set()


def test_no_page_of_a_workshop_raises_an_error_or_breaks_its_policy(walk: Walk) -> None:
    for person in (walk.leader, *walk.people):
        assert person.watch.errors == []
        assert person.watch.policy_violations() == []


def test_axe_would_have_found_something(browser: Browser) -> None:
    with open_context(browser) as context:
        page = context.new_page()
        page.set_content(
            "<img src='data:,'><button style='color: #888; background: #999'>Go</button>"
        )
        found = "".join(violations(page))
    assert "image-alt" in found
    assert "color-contrast" in found
