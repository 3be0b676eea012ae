"""A map as large as a programme's: nothing overlaps, and hands can work while others change it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.conftest import MakeContext
from tests.e2e.goals_cast import NOTEBOOK
from tests.e2e.goals_crowd import Crowd, Guest
from tests.e2e.goals_people import GoalsFacilitator
from tests.e2e.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZES = {"vision": 4, "goal": 20, "outcome": 40, "work": 86}
LEVELS = list(SIZES)
LINKS = 400
PATCHES = 60
"""Three seconds of them: twenty a second are the most that a room sends."""
BOXES = """boxes => boxes.map(box => {
  const {left, right, top, bottom} = box.getBoundingClientRect();
  return [left, right, top, bottom];
})"""


def ids(level: str) -> list[str]:
    return [f"{level}-{number}" for number in range(SIZES[level])]


def links() -> list[tuple[str, str]]:
    """Each of the lower levels serves things of the next higher, spread evenly."""
    every = [
        (child, parents[(number + turn * 7) % len(parents)])
        for turn in range(4)
        for level, above in zip(LEVELS[1:], LEVELS, strict=False)
        for parents in [ids(above)]
        for number, child in enumerate(ids(level))
    ]
    return list(dict.fromkeys(every))[:LINKS]


@pytest.fixture
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("large")
    with Served(folder, notebook(folder)) as server:
        yield server


def notebook(folder: Path) -> Path:
    items = [
        {"id": each, "level": level, "text": f"{each}: what we mean by it, in some more words"}
        for level in LEVELS
        for each in ids(level)
    ]
    cells = [
        "from workshopkit import GoalMap, Workshop",
        "workshop = Workshop('Large', team='All', perspectives=('team',))\nworkshop",
        f"goals = GoalMap(workshop, title='All of it', items={items}, links={links()})\ngoals",
        "goals.results('map')",
    ]
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(f"# {NOTEBOOK}")])
    made.cells += [nbformat.v4.new_code_cell(cell) for cell in cells]
    path = folder / "large.ipynb"
    nbformat.write(made, path)
    return path


class Restless:
    """Links and unlinks the same two things, as soon as the room has shown the last change."""

    def __init__(self, guest: Guest) -> None:
        self._guest = guest
        self._ends = {"child": ids("work")[0], "parent": ids("vision")[0]}
        self.is_wanted = True

    async def go_on(self) -> None:
        while self.is_wanted:
            for kind in ("goals.add_link", "goals.remove_link"):
                await self._guest.do({"kind": kind, **self._ends})


def test_a_map_of_150_items_can_be_worked_with_while_twenty_patches_a_second_come(
    served: Served, context: MakeContext
) -> None:
    facilitator = GoalsFacilitator(context(), served)
    facilitator.start()
    facilitator.begin("All of it")
    facilitator.reveals_items()
    page = facilitator.page
    boxes, lines = page.locator(".map-box .frame"), page.locator(".map-links path")
    expect(boxes).to_have_count(sum(SIZES.values()))
    expect(lines).to_have_count(LINKS)
    nothing_overlaps(boxes)
    with Crowd(served) as crowd:
        guest, *_ = crowd.come(facilitator.code, team=1)
        restless = Restless(guest)
        ended = crowd.begin(restless.go_on())
        before = patches(facilitator)
        while patches(facilitator) < before + PATCHES:
            choose_and_close(facilitator, ids("goal")[3])
            zoom(facilitator)
        restless.is_wanted = False
        ended()
    expect(lines).to_have_count(LINKS)
    nothing_overlaps(boxes)
    assert facilitator.watch.errors == []


def choose_and_close(facilitator: GoalsFacilitator, item: str) -> None:
    """A click on a box shows what can be done with it; another ends that."""
    page = facilitator.page
    page.get_by_role("button", name=f"Goal: {item}:").click()
    chosen = page.get_by_role("region", name="Chosen in the map")
    expect(chosen).to_contain_text(item)
    chosen.get_by_role("button", name="Close").click()
    expect(chosen).to_have_count(0)


def zoom(facilitator: GoalsFacilitator) -> None:
    page = facilitator.page
    picture = page.get_by_role("group", name="The map", exact=True)
    width = picture.get_attribute("width") or ""
    page.get_by_role("button", name="Make the map larger").click()
    expect(picture).not_to_have_attribute("width", width)
    page.get_by_role("button", name="Show all").click()


def patches(facilitator: GoalsFacilitator) -> int:
    return sum(json.loads(frame)["type"] == "patch" for frame in facilitator.watch.told)


def nothing_overlaps(boxes: Locator) -> None:
    places: list[tuple[float, float, float, float]] = boxes.evaluate_all(BOXES)
    crossing = [
        (one, other)
        for at, one in enumerate(places)
        for other in places[at + 1 :]
        if one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
    ]
    assert crossing == []
