"""A pace skips what comes too fast, and never the last of it."""

from __future__ import annotations

import asyncio

from workshopkit.widgets.pace import Paced


def test_without_a_loop_each_call_is_made_at_once() -> None:
    calls: list[int] = []
    paced = Paced(lambda: calls.append(1), pause=1000)
    paced()
    paced()
    assert len(calls) == 2


def test_many_calls_become_a_first_and_a_last() -> None:
    async def main() -> list[int]:
        asked: list[int] = []
        seen: list[int] = []
        paced = Paced(lambda: seen.append(len(asked)), pause=0.05)
        paced()
        while not seen:
            await asyncio.sleep(0)
        for n in range(99):
            asked.append(n)
            paced()
        while len(seen) < 2:
            await asyncio.sleep(0.01)
        return seen

    assert asyncio.run(main()) == [0, 99]


def test_a_call_that_waits_can_be_forgotten() -> None:
    async def main() -> list[int]:
        seen: list[int] = []
        paced = Paced(lambda: seen.append(1), pause=0)
        paced()
        paced.cancel()
        await asyncio.sleep(0.01)
        return seen

    assert asyncio.run(main()) == []
