"""Small groups of people are not told apart: on no wire, in no table, export or log."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from tests.privacy.examples import EXAMPLES, record_text, results_text
from tests.privacy.stage import Seat, Stage, staged
from workshopkit.analysis.goals import gap_table, ratings_table
from workshopkit.domain.activity import View
from workshopkit.domain.workshop.commands import SetPerspectives
from workshopkit.rehearsal.screen import participant_hello
from workshopkit.room.vocabulary import load_kinds

GOALS = load_kinds()["goals"]
PERSPECTIVES = ("leaders", "crew")


@dataclass
class Held:
    """What came of two rounds: what everyone was told, and what a notebook and the log hold."""

    told: list[bytes]
    """To each seat, about the map; its owner's own answers are not among it."""
    view: View
    results: str
    kept: set[str]
    """The perspectives beside ratings in the database."""


def test_six_against_five_are_shown_apart(tmp_path: Path) -> None:
    held = asyncio.run(_held(tmp_path / "it.db", leaders=5, crew=6))
    assert held.kept == set(PERSPECTIVES)
    assert {name for cell in _cells(held.view) for name in cell["by"]} == set(PERSPECTIVES)
    assert set(ratings_table(held.view)["perspective"].dropna()) == set(PERSPECTIVES)
    assert len(gap_table(held.view, *PERSPECTIVES))


@pytest.mark.parametrize("crew", [2, 6], ids=["few others", "many others"])
def test_two_leaders_are_not_shown_apart_and_so_nobody_else_is(crew: int, tmp_path: Path) -> None:
    """PR7."""
    held = asyncio.run(_held(tmp_path / "it.db", leaders=2, crew=crew))
    assert held.kept == {""}
    assert not any("by" in cell for cell in _cells(held.view))
    assert ratings_table(held.view)["perspective"].isna().all()
    assert gap_table(held.view, *PERSPECTIVES).empty
    for name in PERSPECTIVES:
        assert name not in held.results
        assert not any(name.encode() in told for told in held.told)


async def _held(database: Path, **sizes: int) -> Held:
    """Everyone joins, and then rates twice."""
    async with staged(database, [EXAMPLES["goals"].added()]) as stage:
        stage.desk.perform(SetPerspectives(PERSPECTIVES))
        lead = await stage.facilitator()
        people = [
            await stage.enter(
                msgspec.structs.replace(participant_hello(f"{name} {n}"), perspective=name)
            )
            for name, size in sizes.items()
            for n in range(size)
        ]
        activity = lead.screen.view["agenda"]["order"][0]
        await stage.perform(lead, {"kind": "workshop.make_live", "activity": activity})
        for phase in ("rate", "reveal", "re-rate", "agree"):
            await _move(stage, lead, activity, phase)
            for person in people:
                await _act(stage, person, activity)
        view = stage.desk.view()["activities"][activity]
        results = results_text(EXAMPLES["goals"], view) + record_text(stage.desk.public())
        told = [_about(seat, activity) for seat in stage.seats]
    return Held(told, view, results, _kept(database))


async def _move(stage: Stage, lead: Seat, activity: str, phase: str) -> None:
    command = {"kind": "goals.move_phase", "activity": activity, "phase": phase}
    await stage.perform(lead, command)


async def _act(stage: Stage, person: Seat, activity: str) -> None:
    draw = Random(person.secret)
    while wishes := GOALS.rehearsal.participant(
        person.screen.view["activities"][activity], person.screen.me["activities"][activity], draw
    ):
        for wish in wishes:
            await stage.perform(person, {**wish, "activity": activity})


def _about(seat: Seat, activity: str) -> bytes:
    """All that a seat was told of the map."""
    messages: list[Mapping[str, Any]] = [msgspec.json.decode(data) for data in seat.heard]
    views = [message.get("view", {}).get("activities", {}) for message in messages]
    return msgspec.json.encode([view.get(activity) for view in views])


def _cells(view: View) -> list[View]:
    return [
        cell
        for frozen in view["rounds"]
        for cells in frozen["goals"].values()
        for cell in cells.values()
    ]


def _kept(database: Path) -> set[str]:
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT data FROM events WHERE type = 'goals.rated'").fetchall()
    return {msgspec.json.decode(data)["perspective"] for (data,) in rows}
