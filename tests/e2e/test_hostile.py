"""Words that try to be code, in every place where people write: they are shown as words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE, MakeContext
from tests.e2e.facilitator import Facilitator
from tests.e2e.participant import Participant
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

IMAGE = "<img src=x onerror=window.__pwned=1>"
SCRIPT = "</script><script>window.__pwned=1</script>"
MARKUP = "**{{7*7}}** [a](javascript:window.__pwned=1) &lt;b&gt;"
BACKWARDS = "\u202eabc \u05e9\u05dc\u05d5\u05dd <svg onload=window.__pwned=1>"
LONG = "A" * 10_000
CELLS = f"""
from workshopkit import ExperimentBoard, Poll, RetroBoard, Workshop
workshop = Workshop({IMAGE!r}, team={SCRIPT!r})
workshop
---
poll = Poll(workshop, {IMAGE!r}, words=True, title={SCRIPT!r})
poll
---
retro = RetroBoard(workshop, columns=["Any", {SCRIPT!r}], anonymous=False, title={MARKUP!r})
retro
---
board = ExperimentBoard(workshop, title={BACKWARDS!r})
board.plan({IMAGE!r}, believe={SCRIPT!r}, verify={MARKUP!r}, measure={SCRIPT!r}, unit={IMAGE!r},
           at_least=3, readings=4, review="2099-05-05", owner={MARKUP!r}, stop_if={IMAGE!r},
           guardrails={{{SCRIPT!r}: ("at_most", 9)}})
board.start({IMAGE!r})
board
---
poll.results()
---
retro.results()
---
workshop.results()
"""


@pytest.fixture
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with a notebook whose every text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    with Served(folder, notebook(folder)) as server:
        yield server


def notebook(folder: Path) -> Path:
    cells = [nbformat.v4.new_markdown_cell("# Retrospective")]
    cells += [nbformat.v4.new_code_cell(cell.strip()) for cell in CELLS.split("---")]
    path = folder / "hostile.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def test_hostile_words_are_shown_as_words_everywhere(
    facilitator: Facilitator, context: MakeContext
) -> None:
    mallory = Participant(context(**PHONE), facilitator.served.public)
    screen = Participant(context(), facilitator.served.public)
    screen.open(facilitator.code, page="screen")
    mallory.join(facilitator.code, IMAGE)
    facilitator.sees(IMAGE)
    answer_the_poll(facilitator, mallory)
    write_cards(facilitator, mallory)
    talk(facilitator, mallory)
    try_out(facilitator, mallory, screen)
    for person in (facilitator, mallory, screen):
        is_unharmed(person.page)
        person.sees(BACKWARDS)
    facilitator.finish()
    for person in (mallory, screen):
        person.sees("The workshop is finished")
        is_unharmed(person.page)
    facilitator.page.goto(facilitator.served.link)
    facilitator.sees(IMAGE)
    is_unharmed(facilitator.page)
    for person in (facilitator, mallory, screen):
        assert person.watch.errors == []
        assert person.watch.policy_violations() == []
        assert person.watch.other_hosts() == set()


def answer_the_poll(facilitator: Facilitator, mallory: Participant) -> None:
    facilitator.begin(SCRIPT)
    field = mallory.page.get_by_label("Your answer, in a few words")
    field.fill(IMAGE)
    field.press("Enter")
    mallory.sees("Your answer is in.")
    facilitator.next("Next: results")
    facilitator.agrees("Show the results?", "Show the results")
    expect(facilitator.results(IMAGE)).to_contain_text(IMAGE)
    mallory.sees("Your answer")


def write_cards(facilitator: Facilitator, mallory: Participant) -> None:
    """What is too long is refused, and comes back to be made shorter."""
    facilitator.begin(MARKUP)
    for text in (IMAGE, SCRIPT, MARKUP, BACKWARDS):
        mallory.write("Any", text)
    field = mallory.composer("Any")
    field.evaluate("field => field.removeAttribute('maxlength')")
    field.fill(LONG)
    field.press("Enter")
    mallory.sees("That is too long. Make it shorter.")
    expect(field).to_have_value(LONG)
    facilitator.go_to("Group")
    facilitator.agrees("Reveal the cards?", "Reveal the cards")
    for text in (IMAGE, SCRIPT, MARKUP, BACKWARDS):
        expect(facilitator.results(MARKUP)).to_contain_text(text)
    facilitator.group(SCRIPT, MARKUP)


def talk(facilitator: Facilitator, mallory: Participant) -> None:
    facilitator.go_to("Vote")
    mallory.sees_step("Step 3 of 5: vote")
    mallory.vote(IMAGE, 2)
    mallory.has_sent_everything()
    facilitator.go_to("Discuss")
    mallory.sees("2 dots")
    facilitator.page.get_by_role("button", name=f"Talk about this: {IMAGE}").click()
    mallory.sees("Talking about this now")
    mallory.agree(BACKWARDS, owner=SCRIPT)
    expect(facilitator.results("What we will do")).to_contain_text(SCRIPT)


def try_out(facilitator: Facilitator, mallory: Participant, screen: Participant) -> None:
    """Ideas, a card of which every field is hostile, and what people saw."""
    facilitator.begin(BACKWARDS)
    for text in (MARKUP, BACKWARDS):
        mallory.page.get_by_label("An idea of what to try").fill(text)
        mallory.page.get_by_role("button", name="Add idea").click()
        facilitator.sees(text)
    facilitator.page.get_by_role("button", name=f"Open: {IMAGE}").click()
    facilitator.page.get_by_role("button", name="Look at this together").click()
    for person in (mallory, screen):
        person.sees(SCRIPT)
    facilitator.next("Next: expect")
    mallory.page.get_by_role("radio", name="not met").check()
    mallory.page.get_by_label("What did you see?").fill(BACKWARDS)
    mallory.page.get_by_role("button", name="Send").click()
    mallory.sees("Your answer is in.")
    facilitator.next("Next: look")
    facilitator.agrees("Show what everyone expects", "Show them")


def is_unharmed(page: Page) -> None:
    """No picture, script or vector was made of anybody's words."""
    assert page.evaluate("window.__pwned") is None
    assert page.locator("img[src=x], svg[onload], [onerror], a[href^=javascript]").count() == 0
