"""Every format and poll that comes along, in a real room, with simulated people in each phase."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from tests.authored.agenda import added
from tests.privacy.stage import Stage, staged
from workshopkit.authored import Authored
from workshopkit.domain.activity import View
from workshopkit.domain.poll import Option, PollOptions
from workshopkit.domain.workshop.commands import AddActivity
from workshopkit.formats import format_names, load_format
from workshopkit.polls import load_poll, poll_names
from workshopkit.room.desk import Desk

NAMES = ("Ada", "Bryn", "Chidi", "Dilys")
TOWNS = tuple(Option(name.lower(), {"en": name}) for name in ("Cardiff", "Bangor", "Swansea"))
OF_ONES_OWN: Mapping[str, PollOptions] = {
    "one of some": PollOptions({"en": "Where?"}, "choice", TOWNS),
    "several of some": PollOptions({"en": "Where?"}, "several", TOWNS),
}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshopkit.room.rooms.BEAT", 0.001)


@pytest.mark.parametrize("name", format_names())
def test_a_format_leads_from_cards_to_a_ranking(name: str, tmp_path: Path) -> None:
    found = load_format(name)
    view = asyncio.run(_gone_through(added("retro", found), tmp_path / "it.db"))
    assert view["title"] == found.title
    assert set(view["columns"]["items"]) == {column.id for column in found.options.columns}
    assert (view["written"], view["hidden"]) == (len(view["cards"]["order"]), 0)
    dots = sum(tally["votes"] for tally in view["tallies"].values())
    assert dots == len(NAMES) * found.options.votes
    assert view["tallies"][view["ranking"][0]]["votes"] > 0


@pytest.mark.parametrize("name", poll_names())
def test_a_poll_that_comes_along_leads_from_answers_to_results(name: str, tmp_path: Path) -> None:
    view = asyncio.run(_gone_through(added("poll", load_poll(name)), tmp_path / "it.db"))
    assert view["results"]["answered"] == len(NAMES)
    assert _given(view) == len(NAMES)


@pytest.mark.parametrize("name", OF_ONES_OWN)
def test_a_poll_of_ones_own_leads_there_too(name: str, tmp_path: Path) -> None:
    own = Authored({"en": name}, OF_ONES_OWN[name])
    view = asyncio.run(_gone_through(added("poll", own), tmp_path / "it.db"))
    assert view["results"]["answered"] == len(NAMES)
    assert _given(view) >= len(NAMES)


def _given(view: View) -> int:
    """Answers of everyone together."""
    counts: dict[str, int] = view["results"].get("counts", {})
    words: list[View] = view["results"].get("words", [])
    return sum([*counts.values(), *(int(word["count"]) for word in words)])


async def _gone_through(item: AddActivity, database: Path) -> View:
    """What a participant sees at the end, which is what the log says as well."""
    async with staged(database, [item]) as stage:
        lead = await stage.facilitator()
        people = [await stage.newcomer(name) for name in NAMES]
        activity = lead.screen.view["agenda"]["order"][0]
        await stage.perform(lead, {"kind": "workshop.make_live", "activity": activity})
        for phase in lead.screen.view["activities"][activity]["phases"]:
            move = {"kind": f"{item.activity_kind}.move_phase", "phase": phase}
            await stage.perform(lead, {**move, "activity": activity})
            for name, person in zip(NAMES, people, strict=True):
                await stage.act(person, activity, Random(f"{phase} {name}"))
        assert lead.screen.view == _read_again(stage)
        view: View = people[0].screen.view["activities"][activity]
        return view


def _read_again(stage: Stage) -> View:
    return Desk(stage.log, title="Private", team="Testers").view()
