"""A team with 300 experiments and 5,000 readings: ``python -m bench.experiments``.

What opening the board and its portfolio costs in a notebook, what a page gets, and how long a
reading takes from being saved to being in the next view, beside a team that begins. On a real
database file in a folder of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from bench.conditions import conditions
from workshopkit.analysis import experiments as tables
from workshopkit.analysis.experiments_charts import experiment_chart, timeline_chart
from workshopkit.domain.activity import Role, View
from workshopkit.domain.experiments import commands as c
from workshopkit.domain.experiments.record import Criterion, Learning, Measure, Plan
from workshopkit.domain.workshop.commands import AddActivity, MakeLive
from workshopkit.log import open_log
from workshopkit.room.desk import Desk
from workshopkit.room.patch import difference

EXPERIMENTS, READINGS = 300, 5000
FIRST = date(2024, 1, 1)
PLAN = Plan(
    belief="It helps", test="do it", measure=Measure("days", "days"),
    criterion=Criterion(20, "at_most"), planned=20, review="2099-01-01",
)  # fmt: skip
TIMES = 5
"""Each figure is the median of so many."""


def main() -> None:
    print(conditions())
    for experiments, readings in ((3, 50), (EXPERIMENTS, READINGS)):
        print(f"\n{experiments} experiments, {readings} readings")
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            _measure(Path(folder) / "bench.db", experiments, readings)


def _measure(database: Path, experiments: int, readings: int) -> None:
    log = open_log(str(database))
    desk = Desk(log, title="Bench", team="Bench")
    board = _filled(desk, experiments, readings)

    def seen(role: Role = Role.FACILITATOR) -> View:
        view: View = desk.view(role)["activities"][board]
        return view

    _print("opened anew, from the log", lambda: Desk(log, title="Bench", team="Bench").view())
    _print("the facilitator's view", seen)
    _print("a participant's view", lambda: seen(Role.PARTICIPANT))
    _print(
        "the view, its patch and its JSON after one reading",
        lambda: _one_reading(desk, seen, board),
    )
    view = seen()
    running = next(
        key for key, item in view["experiments"]["items"].items() if item["readings"]["order"]
    )
    _print("board.verdicts()", lambda: tables.verdicts_table(view))
    _print("board.readings", lambda: tables.readings_table(view))
    _print("board.portfolio()", lambda: tables.portfolio_table(view))
    _print("a run chart", lambda: experiment_chart(view, running))
    _print("the timeline", lambda: timeline_chart(view))
    for role in Role:
        size = len(msgspec.json.encode(seen(role))) / 1024
        print(f"  {'what a ' + role.value + ' is sent at first':<52} {size:8.0f} kB")
    log.close()


def _filled(desk: Desk, experiments: int, readings: int) -> str:
    """The board's id; a third of the experiments is decided, a few have not started."""
    chance = Random(1)
    desk.perform(AddActivity("experiments", "board", {"en": "Board"}, {}))
    board = str(desk.view()["agenda"]["order"][0])
    desk.perform(MakeLive(board))
    for number in range(experiments):
        desk.perform(c.AddExperiment(board, f"Experiment {number}", PLAN))
    keys = list(desk.view()["activities"][board]["experiments"]["order"])
    each = readings // experiments
    for number, key in enumerate(keys):
        if number % 10 == 9:
            continue
        desk.perform(c.StartExperiment(board, key, "2024-03-01"))
        extra = readings - each * experiments if number == 0 else 0
        for first in range(0, each + extra, c.BATCH):
            count = min(c.BATCH, each + extra - first)
            desk.perform(c.RecordReadings(board, key, tuple(_readings(chance, first, count))))
        if number and number % 3 == 0:
            desk.perform(c.DecideExperiment(board, key, "adopt", Learning(learned="It helps")))
    desk.perform(c.Focus(board, keys[0]))
    return board


def _readings(chance: Random, first: int, count: int) -> list[c.NewReading]:
    days = (FIRST + timedelta(days=first + number) for number in range(count))
    return [c.NewReading(day.isoformat(), round(chance.gauss(18, 3), 1)) for day in days]


def _one_reading(desk: Desk, seen: Callable[[], View], board: str) -> bytes:
    before = seen()
    key = before["experiments"]["order"][0]
    desk.perform(c.RecordReadings(board, key, (c.NewReading("2025-01-01", 18.0),)))
    return msgspec.json.encode(difference(before, seen()))


def _print(what: str, work: Callable[[], Any]) -> None:
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    print(f"  {what:<52} {1000 * sorted(took)[TIMES // 2]:8.1f} ms")


if __name__ == "__main__":
    main()
