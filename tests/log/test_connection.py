"""Connections keep their locks, so that another process never takes the log from under them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from workshopkit.log import open_log

OTHER = """
import sys
from workshopkit.log import open_log
from workshopkit.room.desk import Desk
log = open_log(sys.argv[1])
Desk(log, title=sys.argv[2], team="Red")
log.close()
"""


def test_a_log_that_follows_sees_what_processes_wrote_that_came_and_went(tmp_path: Path) -> None:
    path = str(tmp_path / "shared.db")
    log = open_log(path)
    stop = log.follow(lambda: None)
    try:
        for count, title in enumerate(("First", "Second"), start=1):
            subprocess.run([sys.executable, "-c", OTHER, path, title], check=True)
            read = log.transact(lambda tx: tx.read(types={"workshop.created"}), write=False)
            assert len(read.result()) == count
    finally:
        stop()
        log.close()
