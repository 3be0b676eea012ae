"""A browser, a server and people for each module of browser tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser import launch_options
from tests.e2e.facilitator import Facilitator
from tests.e2e.participant import Participant
from tests.e2e.served import Served
from workshopkit.resources import workshops_folder

QUIET = ("--disable-gpu", "--disable-background-networking", "--no-first-run")
NO_CALLS_HOME = ("--disable-component-update", "--disable-sync")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"}

expect.set_options(timeout=30_000)  # patience with a busy machine, not a limit


@pytest.fixture(autouse=True)
def jp_asyncio_loop() -> None:
    """Not pytest-jupyter's: Playwright's own loop runs in this thread and must not be closed."""


@pytest.fixture(autouse=True)
def jp_server_cleanup() -> None:
    """Nor its end of a Jupyter Server in this process: there is none."""


MakeContext = Callable[..., BrowserContext]
Join = Callable[..., Participant]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """For one module: Playwright holds a loop as long as it runs, and other tests need theirs."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(**launch_options(*QUIET, *NO_CALLS_HOME))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The notebook that the package brings along, on a server of the module's own."""
    with Served(tmp_path_factory.mktemp("served"), retrospective()) as server:
        yield server


def retrospective() -> Path:
    return workshops_folder() / "retrospective.ipynb"


@contextmanager
def open_context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """Like a browser of its own, without anyone's cookies."""
    made = browser.new_context(**{**LAPTOP, **options})
    made.set_default_timeout(30_000)
    yield made
    made.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[MakeContext]:
    """Makes browser contexts that end with the test."""
    with ExitStack() as contexts:
        yield lambda **options: contexts.enter_context(open_context(browser, **options))


@pytest.fixture(scope="module")
def leader(browser: Browser, served: Served) -> Iterator[Facilitator]:
    """Someone who leads one workshop for all tests of a module."""
    with open_context(browser) as context:
        someone = Facilitator(context, served)
        someone.start()
        yield someone


@pytest.fixture
def facilitator(context: MakeContext, served: Served) -> Facilitator:
    """Someone who has begun a new workshop and leads it."""
    someone = Facilitator(context(), served)
    someone.start()
    return someone


@pytest.fixture
def join(context: MakeContext, served: Served) -> Join:
    """Brings one more person into a workshop, with a browser of her own."""

    def come(code: str, name: str = "", **options: Any) -> Participant:
        person = Participant(context(**options), served.public)
        person.join(code, name)
        expect(person.page.get_by_role("button", name="Join", exact=True)).to_have_count(0)
        return person

    return come
