"""Company for a demo: people who come by themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workshopkit.domain.activity import View
from workshopkit.domain.poll import MovePhase
from workshopkit.domain.workshop.commands import AddActivity, Finish, MakeLive
from workshopkit.log import open_log
from workshopkit.rehearsal import demo
from workshopkit.rehearsal.serving import served
from workshopkit.room.desk import Desk

QUICK = (0.01, 0.1)
POLL = AddActivity("poll", "mood", {"en": "Mood"}, {"question": {"en": "How?"}, "form": "words"})


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.05)


def activity(desk: Desk) -> View:
    view: View = next(iter(desk.view()["activities"].values()))
    return view


@pytest.mark.slow
def test_people_come_once_there_is_a_workshop_and_follow_the_facilitator(tmp_path: Path) -> None:
    database = tmp_path / "demo.db"

    async def play(address: str) -> None:
        with closing(open_log(str(database))) as log:
            company = asyncio.create_task(demo(address, log, 3, pace=QUICK, seed=7))
            desk = Desk(log, title="First", team="Demo")
            await until(lambda: desk.view()["people"]["count"] == 3)
            desk.perform(POLL)
            live = desk.view()["agenda"]["order"][0]
            desk.perform(MakeLive(live))
            await until(lambda: activity(desk)["answered"] == 3)
            desk.perform(MovePhase(live, "results"))
            desk.perform(MovePhase(live, "answer"))
            await until(lambda: activity(desk)["answered"] == 3)
            desk.perform(Finish())
            second = Desk(log, title="Second", team="Demo")
            await until(lambda: second.view()["people"]["count"] == 3)
            assert not company.done()
            company.cancel()
            await asyncio.gather(company, return_exceptions=True)

    with served(tmp_path, database=database, folder=tmp_path) as server:
        asyncio.run(play(server.address))
