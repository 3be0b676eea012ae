"""Everyone's voice and turns to talk: told to the facilitator alone, and nothing of anybody."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from tests.privacy.examples import EXAMPLES
from tests.privacy.stage import Seat, Stage, person_id, staged
from workshopkit.domain.people import hash_secret

NAMES = ("Ada", "Bryn", "Chidi", "Dilys", "Emeka")


class Held:
    """What everyone was told, and what the log holds."""

    def __init__(self, stage: Stage, people: Sequence[Seat], lead: Seat) -> None:
        self.lead = lead
        self.others = [seat for seat in stage.seats if seat is not lead]
        self.personal = [
            text
            for seat in people
            for text in (person_id(stage, seat), seat.secret, hash_secret(seat.secret))
        ]


async def _write(stage: Stage, people: Sequence[Seat], lead: Seat, *counts: int) -> str:
    """So many cards of each person, then the reveal."""
    board = str(lead.screen.view["agenda"]["order"][0])
    await stage.perform(lead, {"kind": "workshop.make_live", "activity": board})
    for person, count in zip(people, counts, strict=True):
        for number in range(count):
            card = {"kind": "retro.add_card", "column": "start", "text": f"Thought {number}"}
            await stage.perform(person, {**card, "activity": board})
    await stage.perform(lead, {"kind": "retro.move_phase", "activity": board, "phase": "group"})
    return board


def test_who_wrote_how_much_changes_nothing_that_the_facilitator_is_told(tmp_path: Path) -> None:
    """PR10: the same counts of other people give the very same numbers, none before the reveal."""

    async def told(database: Path, *counts: int) -> list[Any]:
        async with staged(database, [EXAMPLES["retro"].added()]) as stage:
            lead = await stage.facilitator()
            people = [await stage.newcomer(name) for name in NAMES]
            await _write(stage, people, lead, *counts)
            messages: list[Any] = [msgspec.json.decode(data) for data in lead.heard]
            return [message["view"]["voices"] for message in messages if _speaks(message)]

    one = asyncio.run(told(tmp_path / "one.db", 4, 1, 0, 0, 0))
    other = asyncio.run(told(tmp_path / "other.db", 0, 0, 1, 0, 4))
    numbers = [list(voices.values()) for voices in one]
    assert numbers == [list(voices.values()) for voices in other]
    assert numbers == [[{"cards": {"share": 0.4, "gini": 0.7, "uneven": True}}]]


def test_nobody_but_the_facilitator_is_told_how_people_took_part(tmp_path: Path) -> None:
    async def run() -> None:
        async with staged(tmp_path / "it.db", [EXAMPLES["retro"].added()]) as stage:
            lead = await stage.facilitator()
            people = [await stage.newcomer(name) for name in NAMES]
            await stage.observer()
            await _write(stage, people, lead, 4, 1, 0, 0, 0)
            await stage.newcomer("A Latecomer")
            await stage.observer()
            held = Held(stage, people, lead)
        assert b"gini" in held.lead.told
        for seat in held.others:
            assert b"gini" not in seat.told
            assert b"voices" not in seat.told
        assert not any(text in str(held.lead.screen.view["voices"]) for text in held.personal)

    asyncio.run(run())


def test_four_people_are_too_few(tmp_path: Path) -> None:
    """PR7."""

    async def run() -> None:
        async with staged(tmp_path / "it.db", [EXAMPLES["retro"].added()]) as stage:
            lead = await stage.facilitator()
            people = [await stage.newcomer(name) for name in NAMES[:4]]
            await _write(stage, people, lead, 4, 1, 0, 0)
            assert b"gini" not in lead.told

    asyncio.run(run())


def test_whose_turn_it_is_the_facilitator_alone_is_told_and_the_log_does_not_say(
    tmp_path: Path,
) -> None:
    """PR2, PR5."""

    async def run() -> Held:
        async with staged(tmp_path / "it.db", [EXAMPLES["retro"].added()]) as stage:
            lead = await stage.facilitator()
            people = [await stage.newcomer(name) for name in NAMES]
            await stage.newcomer("")
            await stage.observer()
            await stage.perform(lead, {"kind": "workshop.mix_turns"})
            await stage.perform(lead, {"kind": "workshop.pass_turn", "heard": 2})
            await stage.newcomer("A Latecomer")
            return Held(stage, people, lead)

    held = asyncio.run(run())
    turns = held.lead.screen.view["people"]["turns"]
    names = [held.lead.screen.view["people"]["items"][key]["name"] for key in turns["order"]]
    assert sorted(names) == sorted([*NAMES, "A Latecomer"])
    assert turns["heard"] == 2
    for seat in held.others:
        assert b"turns" not in seat.told
    with closing(sqlite3.connect(tmp_path / "it.db")) as connection:
        events = str(connection.execute("SELECT * FROM events").fetchall())
    assert "turns_set" in events
    assert not any(text in events for text in (*held.personal, *NAMES))


def _speaks(message: Any) -> bool:
    return bool(message.get("view", {}).get("voices"))
