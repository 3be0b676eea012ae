"""DESIGN 5.4: once a workshop is forgotten, no name and no text of it is in any file."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from tests.privacy.examples import EXAMPLES, Example, every_example, record_text, results_text
from tests.privacy.stage import Seat, Stage, staged
from workshopkit.domain.actions import AddAction
from workshopkit.domain.activity import Role, View
from workshopkit.domain.governance import WorkshopGovernance
from workshopkit.domain.workshop.commands import Finish, SetGovernance
from workshopkit.room.forget import forget
from workshopkit.room.vocabulary import load_kinds

KINDS = load_kinds()
PLANTED = "planted"


@every_example
def test_no_name_and_no_text_is_left_and_the_log_is_read_as_before(
    example: Example, tmp_path: Path
) -> None:
    before, after = asyncio.run(_forgotten(example, tmp_path / "it.db"))
    assert PLANTED in str(before)
    assert PLANTED not in str(after)
    assert _numbers(after["activities"]) == _numbers(before["activities"])
    assert after["people"] == before["people"] == {"count": 3}


def test_every_kind_is_tried() -> None:
    assert {example.kind for example in EXAMPLES.values()} == set(KINDS)


async def _forgotten(example: Example, database: Path) -> tuple[View, View]:
    """What may be public before and after; nothing of it is in a file once it is over."""
    async with staged(database, [example.added()]) as stage:
        await _say_everything(stage, example)
        before = stage.desk.public()
        work = stage.log.transact(lambda tx: forget(tx, stage.desk.vocabulary, stage.desk.workshop))
        await asyncio.wrap_future(work)
        await asyncio.wrap_future(stage.log.compact())
        _nothing_is_left(database)
        after = stage.desk.public()
        for role in Role:
            assert PLANTED not in str(stage.desk.view(role))
        (activity,) = after["agenda"]["order"]
        assert PLANTED not in results_text(example, stage.desk.view()["activities"][activity])
        assert PLANTED not in record_text(after)
        # What is over can still be ended, and what goes on can go on.
        stage.desk.perform(Finish())
    _nothing_is_left(database)
    return before, after


async def _say_everything(stage: Stage, example: Example) -> None:
    """Three people do as people do in every phase, with something planted wherever they write."""
    lead = await stage.facilitator()
    people = [await stage.newcomer(f"{PLANTED}-name-{n}") for n in range(3)]
    (activity,) = lead.screen.view["agenda"]["order"]
    await stage.perform(lead, {"kind": "workshop.make_live", "activity": activity})
    for phase in lead.screen.view["activities"][activity]["phases"]:
        move = {"kind": f"{example.kind}.move_phase", "activity": activity, "phase": phase}
        await stage.perform(lead, move)
        for person in people:
            await _act(stage, person, example, activity)
    stage.desk.perform(AddAction(f"{PLANTED}-action", f"{PLANTED}-owner"))
    stage.desk.perform(SetGovernance(WorkshopGovernance(f"{PLANTED}-purpose")))


async def _act(stage: Stage, person: Seat, example: Example, activity: str) -> None:
    draw = Random(person.secret)
    for _ in range(8):
        screen = person.screen
        wishes = KINDS[example.kind].rehearsal.participant(
            screen.view["activities"][activity], screen.me["activities"][activity], draw
        )
        for wish in wishes:
            said = {key: f"{PLANTED}-{draw.random()}" for key in example.in_words if key in wish}
            await stage.perform(person, {**wish, **said, "activity": activity})


def _nothing_is_left(database: Path) -> None:
    for path in database.parent.iterdir():
        assert PLANTED.encode() not in path.read_bytes(), path.name


def _numbers(value: Any) -> list[float]:
    """Every number in a view, by the way to it; words that became one mark are counted together."""
    if isinstance(value, Mapping):
        return [each for key in sorted(value) for each in _numbers(value[key])]
    if isinstance(value, list):
        counts = [each["count"] for each in value if isinstance(each, Mapping) and "count" in each]
        return [sum(counts)] if counts else [each for inner in value for each in _numbers(inner)]
    return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []
