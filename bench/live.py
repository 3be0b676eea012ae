"""200 people write 3 cards and give 5 votes each: ``python -m bench.live``.

Real sockets to the real server process, on this computer alone, beside a bare tornado
server that broadcasts as many messages at the same pace right afterwards. The figures are
for looking at; the exit code is 1 only where something acknowledged is missing.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.conditions import conditions
from bench.crowd import Board, arrive, board, leave
from bench.echo import echo_server, measure
from workshopkit.rehearsal.audit import Findings, audit
from workshopkit.rehearsal.crowd import Participant
from workshopkit.rehearsal.report import Latency, acknowledgement_times, arrival_times, latency
from workshopkit.room.vocabulary import Vocabulary, load_kinds

CARDS, VOTES = 3, 5


def main() -> int:
    options = _parser().parse_args()
    print(conditions())
    print(
        f"{options.people} people, {CARDS} cards and {VOTES} votes each, "
        f"{options.rate:g} taps a second\n"
    )
    schedules = [_schedules(options.people, taps, options.rate) for taps in (CARDS, VOTES)]
    crowd, found = _ours(options.people, schedules)
    bare = _bare(schedules)
    _print(crowd, found, bare)
    return 1 if found.missing or found.different or not _complete(crowd) else 0


def _ours(
    people: int, schedules: Sequence[list[list[float]]]
) -> tuple[list[Participant], Findings]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with board(Path(folder)) as measured:
            crowd = measured.newcomers(people)
            asyncio.run(_write_and_vote(measured, crowd, schedules))
        vocabulary = Vocabulary(load_kinds())
        found = audit(measured.database, measured.workshop, measured.lead, crowd, vocabulary)
    return crowd, found


async def _write_and_vote(
    measured: Board, crowd: Sequence[Participant], schedules: Sequence[list[list[float]]]
) -> None:
    visitors = [person.visitor for person in crowd]
    await measured.begin()
    await arrive(visitors)
    for times, next_phase in zip(schedules, ("vote", "discuss"), strict=True):
        await asyncio.gather(*map(_tap, crowd, times))
        await measured.move_phase(next_phase)
        await _reach(crowd, next_phase)
    for person in crowd:
        person.remember()
    await leave([measured.lead, *visitors])


async def _reach(crowd: Sequence[Participant], phase: str) -> None:
    for person in crowd:
        activity = person.live or ""
        await person.visitor.until(
            lambda screen, at=activity: screen.view["activities"][at]["phase"] == phase  # type: ignore[misc]
        )


async def _tap(person: Participant, times: Sequence[float]) -> None:
    """One tap at each moment, or as soon as the tap before it is on one's own screen."""
    begun = time.perf_counter()
    for moment in times:
        await asyncio.sleep(max(0.0, begun + moment - time.perf_counter()))
        person.act()
        await person.visitor.until(lambda screen: screen.settled)


def _bare(schedules: Sequence[list[list[float]]]) -> list[float]:
    with echo_server() as socket:
        return [each for times in schedules for each in asyncio.run(measure(socket, times))]


def _schedules(people: int, taps: int, rate: float) -> list[list[float]]:
    """Random moments for everyone, so that all together tap so often a second."""
    chance, seconds = random.Random(7), people * taps / rate
    return [sorted(chance.uniform(0, seconds) for _ in range(taps)) for _ in range(people)]


def _complete(crowd: Sequence[Participant]) -> bool:
    return _acknowledged(crowd) == len(crowd) * (CARDS + VOTES)


def _acknowledged(crowd: Sequence[Participant]) -> int:
    sent = (each for person in crowd for each in person.visitor.screen.sent.values())
    return sum(each.version is not None for each in sent)


def _print(crowd: Sequence[Participant], found: Findings, bare: Sequence[float]) -> None:
    screens = [person.visitor.screen for person in crowd]
    saved, seen = acknowledgement_times(screens), arrival_times(screens)
    print(f"{'milliseconds':<42}{'p50':>9}{'p95':>9}{'max':>9}")
    _print_row("workshopkit: tap to saved", latency(saved))
    ours = _print_row("workshopkit: tap to another's socket", latency(seen))
    theirs = _print_row("bare broadcast: tap to another's socket", latency(bare))
    if ours is not None and theirs is not None:
        ratios = (ours.p50 / theirs.p50, ours.p95 / theirs.p95, ours.max / theirs.max)
        print(f"{'ratio':<42}" + "".join(f"{ratio:>9.2f}" for ratio in ratios))
    done = _acknowledged(crowd)
    print(f"\nacknowledged {done} of {len(crowd) * (CARDS + VOTES)}, ", end="")
    print(f"in the database {done - len(found.missing)}, missing {len(found.missing)}, ", end="")
    print(f"screens that differ from the database {len(found.different)}")


def _print_row(name: str, found: Latency | None) -> Latency | None:
    if found is not None:
        print(f"{name:<42}{found.p50:>9.1f}{found.p95:>9.1f}{found.max:>9.1f}")
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--rate", type=float, default=80.0, help="taps a second of all together")
    return parser


if __name__ == "__main__":
    sys.exit(main())
