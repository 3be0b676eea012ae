"""What is hidden reaches nobody but its owner: no socket, view, DataFrame or log line."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.privacy.examples import EXAMPLES, Example, every_example, record_text, results_text
from tests.privacy.planting import Planter
from tests.privacy.stage import Seat, Stage, others, person_id, staged
from workshopkit.domain.activity import Kinds, Role
from workshopkit.domain.people import hash_secret, pseudonym
from workshopkit.room.vocabulary import load_kinds

KINDS = load_kinds()
PURPOSES = sorted({purpose for kind in KINDS.values() for purpose in kind.purposes})


def test_every_registered_kind_is_looked_at() -> None:
    assert {example.kind for example in EXAMPLES.values()} == set(KINDS)


def test_every_kind_says_which_fields_are_secret() -> None:
    assert all(kind.rehearsal.secret_fields for kind in KINDS.values())


@every_example
def test_what_is_hidden_reaches_nobody_but_its_owner(
    example: Example, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    private = asyncio.run(_visit_every_phase(example, tmp_path / "it.db", caplog))
    assert private, "no phase was private"
    assert private <= example.secret_phases


@every_example
def test_the_harness_notices_a_view_that_tells_too_much(
    example: Example, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kind = KINDS[example.kind]
    leaky = replace(kind, view=lambda state, viewer: {**kind.view(state, viewer), "x": str(state)})
    with pytest.raises(AssertionError, match="was told"):
        asyncio.run(
            _visit_every_phase(
                example, tmp_path / "it.db", caplog, kinds={**KINDS, example.kind: leaky}
            )
        )


async def _visit_every_phase(
    example: Example,
    database: Path,
    caplog: pytest.LogCaptureFixture,
    *,
    kinds: Kinds | None = None,
) -> set[str]:
    async with staged(database, [example.added()], kinds=kinds) as stage:
        lead = await stage.facilitator()
        await stage.newcomer("Someone Else")
        await stage.observer()
        activity = lead.screen.view["agenda"]["order"][0]
        await stage.perform(lead, {"kind": "workshop.make_live", "activity": activity})
        phases, private = lead.screen.view["activities"][activity]["phases"], set()
        # Back to the first one as well: what comes after a reveal is as secret as before it.
        for visit, phase in enumerate([*phases, phases[0]]):
            move = {"kind": f"{example.kind}.move_phase", "activity": activity, "phase": phase}
            await stage.perform(lead, move)
            owner = await stage.newcomer(f"Owner {visit}")
            planter = await _plant(stage, owner, example, activity)
            if owner.screen.view["activities"][activity]["private"]:
                private.add(phase)
                await _late_arrivals(stage)
                _expect_nothing(stage, owner, planter, example, activity)
                assert not planter.found_in(caplog.text)
        _expect_no_keys(stage, activity)
        return private


async def _plant(stage: Stage, owner: Seat, example: Example, activity: str) -> Planter:
    """Let an owner try every way to say something secret."""
    planter, draw = Planter(KINDS[example.kind], activity), Random(7)
    honest = planter.honest(*_seen(owner, activity), draw)
    for command in honest:
        await stage.perform(owner, command)
    for command in planter.rehearsed(*_seen(owner, activity), draw):
        await stage.perform(owner, command)
    for command in list(planter.every_command(*_seen(owner, activity))):
        await stage.perform(owner, command)
        if command["kind"].startswith(f"{example.kind}.") and draw.random() < 0.2:
            for odd in planter.malformed(command):
                await stage.perform(owner, odd)
    private = owner.screen.view["activities"][activity]["private"]
    if private and any(example.in_words & command.keys() for command in honest):
        assert planter.found_in(owner.told), "the owner does not even see it"
    return planter


async def _late_arrivals(stage: Stage) -> None:
    """Snapshots as well as patches."""
    await stage.newcomer("A Latecomer")
    await stage.facilitator()
    await stage.observer()


def _expect_nothing(
    stage: Stage, owner: Seat, planter: Planter, example: Example, activity: str
) -> None:
    assert planter.planted
    for seat in others(stage, owner):
        assert not planter.found_in(seat.told), f"a {seat.screen.role} was told"
    for role in Role:
        assert not planter.found_in(str(stage.desk.view(role)))
    results = results_text(example, stage.desk.view()["activities"][activity])
    assert not planter.found_in(results)
    public = record_text(stage.desk.public())
    assert not planter.found_in(public), "the open record tells"
    _expect_no_way_in(stage, public)


def _expect_no_way_in(stage: Stage, public: str) -> None:
    """Neither how to join, nor the workshop's address, nor anybody's id or name."""
    seen = stage.desk.view()
    people = seen["people"]["items"]
    names = {person.get("name", "") for person in people.values()} - {""}
    assert names
    for each in (stage.desk.workshop, seen["workshop"]["code"], *people):
        assert each not in public
    if seen["activities"][seen["agenda"]["order"][0]].get("anonymous", True):
        assert not [name for name in names if name in public]


def _expect_no_keys(stage: Stage, activity: str) -> None:
    """Nobody is ever told by which keys the database knows people, not even their own."""
    everything = b"\n".join(seat.told for seat in stage.seats)
    for seat in filter(lambda seat: seat.secret, stage.seats):
        keys = [pseudonym(seat.secret, activity, purpose) for purpose in PURPOSES]
        for key in (seat.secret, hash_secret(seat.secret), *keys):
            assert key.encode() not in everything, "a key was told"
    for person in [seat for seat in stage.seats if seat.screen.role == "participant"]:
        identity = person_id(stage, person)
        for seat in stage.seats:
            if seat.screen.role == "facilitator":
                # Her list of people goes by these ids; nothing else does.
                assert identity not in str({**seat.screen.view, "people": {}})
            else:
                assert identity.encode() not in seat.told


def _seen(owner: Seat, activity: str) -> tuple[dict[str, object], dict[str, object]]:
    screen = owner.screen
    return screen.view["activities"][activity], screen.me["activities"][activity]
