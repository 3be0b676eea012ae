"""What phones cost the server in memory while they lie there: ``python -m bench.memory``."""

from __future__ import annotations

import asyncio
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.conditions import conditions
from bench.crowd import Board, arrive, board, leave

CROWDS = (0, 200, 500)
REST_SECONDS = 3.0


def main() -> None:
    print(conditions())
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, board(Path(folder)) as measured:
        asyncio.run(_measure(measured))


async def _measure(measured: Board) -> None:
    await measured.begin()
    crowd = measured.newcomers(CROWDS[-1])
    visitors = [person.visitor for person in crowd]
    inside, bare = 0, 0.0
    for count in CROWDS:
        await arrive(visitors[inside:count])
        inside = count
        await asyncio.sleep(REST_SECONDS)
        megabytes = resident(measured.server.process_id)
        bare = bare or megabytes
        each = f", {1024 * (megabytes - bare) / count:.0f} kB a phone" if count else ""
        print(f"{count:>4} idle phones: {megabytes:6.1f} MB{each}")
    await leave([measured.lead, *visitors])


def resident(process_id: int) -> float:
    """Megabytes of memory that a process holds."""
    status = Path(f"/proc/{process_id}/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    said = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process_id)], capture_output=True, text=True, check=True
    )
    return int(said.stdout) / 1024


if __name__ == "__main__":
    main()
