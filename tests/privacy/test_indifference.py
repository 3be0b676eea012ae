"""How somebody chose changes nothing that anybody else can notice.

The same moment is played twice, from copies of one database: one person chooses otherwise
each time, as often. Everybody else has to get the very same messages.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from tests.privacy.examples import EXAMPLES, Example, every_example, record_text, results_text
from tests.privacy.stage import Seat, Stage, staged
from workshopkit.domain.activity import ActivityKind, Kinds, View
from workshopkit.rehearsal.screen import participant_hello
from workshopkit.room.vocabulary import load_kinds

KINDS = load_kinds()
SECRET = participant_hello("Chooser")


@dataclass
class Playing:
    """What came of one way to choose."""

    chosen: list[View]
    noticed: list[list[Any]]
    """The messages that everybody else got, a list each."""
    results: str
    """What a notebook and the open record show."""


@every_example
def test_nobody_notices_how_somebody_chose(example: Example, tmp_path: Path) -> None:
    for phase in example.secret_phases:
        one, other = _play_twice(example, phase, tmp_path / phase)
        assert one.chosen != other.chosen, "nothing was chosen otherwise"
        assert len(one.chosen) == len(other.chosen)
        assert one.noticed == other.noticed
        assert one.results == other.results


@pytest.mark.parametrize(
    ("name", "phase", "told"),
    [
        ("retro", "vote", "ballots"),
        ("goals", "re-rate", "ratings"),
        ("health", "answer", "ratings"),
    ],
)
def test_the_harness_notices_tallies_while_people_choose(
    name: str, phase: str, told: str, tmp_path: Path
) -> None:
    kind: ActivityKind[Any] = KINDS[name]
    leaky = replace(
        kind,
        view=lambda state, viewer: {
            **kind.view(state, viewer),
            "x": sorted(map(str, getattr(state, told).values())),
        },
    )
    one, other = _play_twice(EXAMPLES[name], phase, tmp_path / "it", kinds={**KINDS, name: leaky})
    assert one.noticed != other.noticed


def _play_twice(
    example: Example, phase: str, folder: Path, *, kinds: Kinds | None = None
) -> list[Playing]:
    folder.mkdir()
    asyncio.run(_lead_up_to(example, phase, folder / "before.db"))
    found = []
    for seed in (1, 2):
        copy = folder / f"{seed}.db"
        _copy(folder / "before.db", copy)
        found.append(asyncio.run(_choose(example, copy, Random(seed), kinds)))
    return found


def _copy(database: Path, copy: Path) -> None:
    """All that was committed, also what is not in the file itself yet."""
    with closing(sqlite3.connect(database)) as one, closing(sqlite3.connect(copy)) as other:
        one.backup(other)


async def _lead_up_to(example: Example, phase: str, database: Path) -> None:
    """People do as people do in every phase before."""
    async with staged(database, [example.added()]) as stage:
        lead = await stage.facilitator()
        people = [await stage.newcomer(name) for name in ("Ada", "Bryn")]
        activity = lead.screen.view["agenda"]["order"][0]
        await stage.perform(lead, {"kind": "workshop.make_live", "activity": activity})
        for reached in lead.screen.view["activities"][activity]["phases"]:
            await _move(stage, lead, example, activity, reached)
            if reached == phase:
                return
            for person in people:
                await stage.act(person, activity, Random(reached))


async def _choose(example: Example, database: Path, draw: Random, kinds: Kinds | None) -> Playing:
    async with staged(database, kinds=kinds) as stage:
        chooser = await stage.enter(SECRET)
        rest = [await stage.newcomer("Else"), await stage.observer(), await stage.facilitator()]
        activity = chooser.screen.view["agenda"]["order"][0]
        chosen = await stage.act(chooser, activity, draw)
        results = results_text(example, stage.desk.view()["activities"][activity])
        results += record_text(stage.desk.public())
        return Playing(chosen, [_messages(seat) for seat in rest], results)


async def _move(stage: Stage, lead: Seat, example: Example, activity: str, phase: str) -> None:
    command = {"kind": f"{example.kind}.move_phase", "activity": activity, "phase": phase}
    await stage.perform(lead, command)


def _messages(seat: Seat) -> list[Any]:
    """What a seat got, but for the clock and for ids that chance gives to newcomers."""
    return [_timeless(msgspec.json.decode(data)) for data in seat.heard]


def _timeless(message: Mapping[str, Any]) -> Any:
    kept = {key: value for key, value in message.items() if key != "now"}
    view = kept.get("view", {})
    if "people" in view and "items" in view["people"]:
        names = sorted(str(person) for person in view["people"]["items"].values())
        kept["view"] = {**view, "people": {**view["people"], "items": names}}
    return kept
