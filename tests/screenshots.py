"""Pictures of whole workshops: `python -m tests.screenshots [FOLDER]`.

Plays a made-up team's retro, its goal alignment, its next retro, its experiments and its health
check on a real server, and keeps what a phone (390 px), a laptop and the facilitator (1280 px)
see, in light and in dark; and the one picture of the README.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, FloatRect, Locator, Page, expect, sync_playwright

from tests.browser import launch_options
from tests.e2e.album import show
from tests.e2e.cast import ACTIONS, CARDS, GROUPS, MOODS, PEOPLE, VOTES
from tests.e2e.conftest import NO_CALLS_HOME, PHONE, QUIET, open_context, retrospective
from tests.e2e.experiments_album import ExperimentsAlbum
from tests.e2e.experiments_album import notebook as experiments
from tests.e2e.facilitator import BOARD, POLL, Facilitator
from tests.e2e.goals_album import GoalsAlbum
from tests.e2e.goals_cast import notebook as goal_alignment
from tests.e2e.health_album import HealthAlbum
from tests.e2e.health_cast import notebook as health_check
from tests.e2e.participant import Participant
from tests.e2e.review_album import ReviewAlbum
from tests.e2e.served import Served

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "test-results" / "screenshots"
README = ROOT / "docs" / "screenshots" / "board.png"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
BOARD_ALONE: FloatRect = {"x": 0, "y": 0, "width": 1280, "height": 840}


class Album:
    """Plays the workshop and takes a picture wherever there is something to see."""

    def __init__(self, folder: Path, served: Served, browser: Browser, ends: ExitStack) -> None:
        self._folder = folder
        self._served = served

        def someone(**options: Any) -> Participant:
            context = ends.enter_context(open_context(browser, **options))
            return Participant(context, served.public)

        self.leader = Facilitator(ends.enter_context(open_context(browser)), served)
        self.people = {name: someone(**(PHONE if name == "Amara" else {})) for name in PEOPLE}
        self.phone, self.laptop = self.people["Amara"], self.people["Ben"]
        self.screen = someone()

    def take(self) -> None:
        self._arrive()
        self._check_in()
        self._write()
        self._group()
        self._vote()
        self._discuss()
        self._act()
        self._finish()

    def _arrive(self) -> None:
        self.leader.page.goto(self._served.link)
        self._picture(self.leader.page, "01-home")
        self.leader.start()
        self.phone.page.goto(f"{self._served.public}/workshopkit/")
        self._picture(self.phone.page, "02-phone-code")
        self.phone.open(self.leader.code)
        self.phone.sees("Your name")
        self._picture(self.phone.page, "03-phone-name")
        self.screen.open(self.leader.code, page="screen")
        for name, person in self.people.items():
            person.join(self.leader.code, name)
        self.leader.sees("8 here now")
        self._everywhere("04-lobby")

    def _check_in(self) -> None:
        self.leader.begin(POLL)
        for person, mood in zip(self.people.values(), MOODS, strict=True):
            person.answer(str(mood))
        self._to(self._heading(POLL))
        self._everywhere("05-poll-answer")
        self.leader.next("Next: results")
        self.leader.agrees("Show the results?", "Show the results")
        self._all_at("Step 2 of 2: results")
        self._everywhere("06-poll-results")

    def _write(self) -> None:
        self.leader.begin(BOARD)
        self.leader.page.get_by_label("Minutes").fill("8")
        self.leader.page.get_by_role("button", name="Start timer").click()
        for name, column, text in CARDS:
            self.people[name].write(column, text)
        self.phone.composer("Start").fill("Bring the letters that people have complained about")
        for name in PEOPLE[1:6]:
            self.people[name].page.get_by_role("button", name="I’m done").click()
        self.leader.sees("5 of 8 ready")
        self._to(self._heading("Write your cards"))
        self._everywhere("07-write")
        self.phone.composer("Start").fill("")

    def _group(self) -> None:
        self.leader.next("Next: group")
        self.leader.is_asked("Reveal the cards?")
        self._picture(self.leader.page, "08-app-reveal")
        self.leader.agrees("Reveal the cards?", "Reveal the cards")
        self._all_at("Step 2 of 5: group")
        self.leader.ask_for_themes()
        self._to(self._heading("Put similar cards together"))
        self._picture(self.leader.page, "08-app-themes")
        self.leader.page.get_by_role("button", name="Close suggestions").click()
        for title, cards in GROUPS:
            self.leader.group(*cards)
            self.leader.rename_group(cards[0], title)
        self.phone.page.get_by_role("tab", name="Stop").click()
        self.phone.page.get_by_role("checkbox", name=CARDS[9][2]).check()
        self._to(self._heading("Put similar cards together"))
        self._everywhere("09-group")

    def _vote(self) -> None:
        self.leader.next("Next: vote")
        self._all_at("Step 3 of 5: vote")
        for name, votes in VOTES.items():
            for card, dots in votes.items():
                self.people[name].vote(card, dots)
        self.leader.sees("8 of 8 people have given dots")
        self._to(self._heading("What should we talk about?"))
        self._everywhere("10-vote")

    def _discuss(self) -> None:
        self.leader.next("Next: discuss")
        self._all_at("Step 4 of 5: discuss")
        self.leader.page.get_by_role("button", name="Talk about next: Waiting").click()
        self.phone.sees("Talking about this now")
        for action in ACTIONS[:2]:
            self.laptop.agree(**action)
        self.leader.sees(ACTIONS[1]["text"])
        self._to(self._heading("Let’s talk about it"))
        self._everywhere("11-discuss")
        README.parent.mkdir(parents=True, exist_ok=True)
        self.leader.page.screenshot(path=README, clip=BOARD_ALONE)
        expect(self.leader.results(BOARD)).to_contain_text("15")
        self._to(self._heading("What we saw"))
        self._picture(self.leader.page, "12-app-results")

    def _act(self) -> None:
        self.leader.next("Next: act")
        self._all_at("Step 5 of 5: act")
        self.phone.page.get_by_role("button", name="Add an action").click()
        self.phone.page.get_by_label("What will we do?").fill(ACTIONS[2]["text"])
        self._to(self._heading("What will we do?"))
        self._everywhere("13-act")
        self.phone.page.get_by_role("button", name="Cancel").click()
        self.phone.agree(**ACTIONS[2])

    def _finish(self) -> None:
        self.leader.finish()
        self._all_see("The workshop is finished")
        self._to(self._heading("Retrospective"))
        self._everywhere("14-finished")
        self.leader.page.goto(self._served.link)
        self._picture(self.leader.page, "15-home-after")

    def _everywhere(self, name: str) -> None:
        pages = {"app": self.leader, "phone": self.phone, "laptop": self.laptop}
        for kind, person in {**pages, "screen": self.screen}.items():
            self._picture(person.page, f"{name}-{kind}")

    def _picture(self, page: Page, name: str) -> None:
        picture(page, self._folder / name)

    def _to(self, place: Locator) -> None:
        show(place)

    def _heading(self, text: str) -> Locator:
        return self.leader.page.get_by_role("heading", name=text).first

    def _all_at(self, step: str) -> None:
        for person in (*self.people.values(), self.screen):
            person.sees_step(step)

    def _all_see(self, text: str) -> None:
        for person in (*self.people.values(), self.screen):
            person.sees(text)


def picture(page: Page, path: Path) -> None:
    """In light and in dark."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.screenshot(path=path.with_name(f"{path.name}-{scheme}.png"))
    page.emulate_media(color_scheme="light")


def take_all(folder: Path) -> None:
    """Play every workshop."""
    folder.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str) -> None:
        picture(page, folder / name)

    with stage(retrospective()) as (served, browser, ends):
        Album(folder, served, browser, ends).take()
    with stage(goal_alignment()) as (served, browser, ends):
        GoalsAlbum(served, browser, ends, take).take()
    with stage(retrospective()) as (served, browser, ends):
        ReviewAlbum(served, browser, ends, take).take()
    with stage(experiments()) as (served, browser, ends):
        ExperimentsAlbum(served, browser, ends, take).take()
    with stage(health_check()) as (served, browser, ends):
        HealthAlbum(served, browser, ends, take).take()


@contextmanager
def stage(notebook: Path) -> Iterator[tuple[Served, Browser, ExitStack]]:
    """A server in a folder of its own, which goes with it, and a browser."""
    with ExitStack() as ends:
        kept = Path(ends.enter_context(tempfile.TemporaryDirectory()))
        served = ends.enter_context(Served(kept, notebook))
        playwright = ends.enter_context(sync_playwright())
        browser = playwright.chromium.launch(**launch_options(*QUIET, *NO_CALLS_HOME))
        yield served, browser, ends


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Pictures of whole workshops.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder = parser.parse_args(arguments).folder
    take_all(folder)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}, and {README}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
