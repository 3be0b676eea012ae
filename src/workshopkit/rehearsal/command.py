"""`workshopkit rehearse`: the real server, the notebook's real kernel, simulated people."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from workshopkit.errors import NotebookProblem, WorkshopkitError
from workshopkit.log import open_log
from workshopkit.rehearsal.audit import audit
from workshopkit.rehearsal.crowd import Participant, names
from workshopkit.rehearsal.notebook import RunningNotebook, read, running
from workshopkit.rehearsal.report import (
    Report,
    acknowledgement_times,
    arrival_times,
    count_refused,
    latency,
)
from workshopkit.rehearsal.screen import facilitator_hello
from workshopkit.rehearsal.serving import Served, served
from workshopkit.rehearsal.tour import DROPS, Tour
from workshopkit.rehearsal.visitor import Visitor
from workshopkit.room.directory import Directory, Entry, make_ticket, read_directory
from workshopkit.room.vocabulary import Vocabulary, load_kinds

MOST_PEOPLE = 500


def main(argv: Sequence[str] | None = None) -> int:
    """0 when all went well, 1 when something was lost or not reached, 2 for a bad notebook."""
    options = _parser().parse_args(argv)
    try:
        report = rehearse(options.notebook, people=options.people, seed=options.seed)
    except WorkshopkitError as problem:
        print(f"workshopkit: {problem}", file=sys.stderr)
        return 2
    print(report.to_json() if options.json else report.to_text())
    return 0 if report.ok else 1


def rehearse(notebook: Path, *, people: int, seed: int, drops: float = DROPS) -> Report:
    """Go through a notebook's whole workshop on a database that is thrown away afterwards."""
    read(notebook)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        database = folder / "rehearsal.db"
        with served(notebook, database=database, folder=folder) as server:
            play = _Play(notebook, server, database)
            asyncio.run(play.run(people=people, seed=seed, drops=drops))
        return play.report(people=people, seed=seed)


class _Play:
    """One rehearsal from the first cell to the report."""

    def __init__(self, notebook: Path, server: Served, database: Path) -> None:
        self._notebook = notebook
        self._server = server
        self._database = database
        self._vocabulary = Vocabulary(load_kinds())

    async def run(self, *, people: int, seed: int, drops: float) -> None:
        async with running(self._notebook, database=self._database) as notebook:
            await notebook.run_all()
            await self._lead_through(notebook, people, seed, drops)

    async def _lead_through(
        self, notebook: RunningNotebook, people: int, seed: int, drops: float
    ) -> None:
        self._entry, ticket = self._workshop()
        socket = self._server.socket(self._entry.code)
        self._lead = Visitor(socket, facilitator_hello(ticket))
        kinds = self._vocabulary.kinds
        self._crowd = [Participant(name, socket, kinds, seed=seed) for name in names(people)]
        self._tour = Tour(self._lead, self._crowd, seed=seed, drops=drops)
        try:
            await asyncio.gather(*(visitor.arrive() for visitor in self._visitors))
            if not self._lead.screen.view["agenda"]["order"]:
                raise NotebookProblem(f"{self._notebook.name} puts nothing on the agenda.")
            await self._tour.go()
            await notebook.run_all()  # now on what people said: charts and tables have rows
            await self._tour.finish()
        finally:
            await asyncio.gather(*(visitor.leave() for visitor in self._visitors))

    @property
    def _visitors(self) -> list[Visitor]:
        return [self._lead, *(person.visitor for person in self._crowd)]

    def report(self, *, people: int, seed: int) -> Report:
        """What came of it, once the server has ended."""
        found = audit(self._database, self._entry.id, self._lead, self._crowd, self._vocabulary)
        screens = [person.visitor.screen for person in self._crowd]
        sent = [each for visitor in self._visitors for each in visitor.screen.sent.values()]
        return Report(
            notebook=self._notebook.name,
            people=people,
            seed=seed,
            stops=tuple(self._tour.stops),
            finished=self._tour.finished,
            sent=len(sent),
            acknowledged=sum(each.version is not None for each in sent),
            refused=count_refused(sent),
            missing=found.missing,
            different=found.different,
            reconnected=sum(visitor.reconnected for visitor in self._visitors),
            to_acknowledgement=latency(acknowledgement_times(screens)),
            to_another_screen=latency(arrival_times(screens)),
        )

    def _workshop(self) -> tuple[Entry, str]:
        """The workshop that the notebook made, and a ticket to lead it."""
        with closing(open_log(str(self._database))) as log:
            directory = log.transact(
                lambda tx: read_directory(tx, self._vocabulary, Directory()), write=False
            ).result()
            if not directory.entries:
                raise NotebookProblem(f"{self._notebook.name} makes no workshop to rehearse.")
            entry = list(directory.entries.values())[-1]
            return entry, log.transact(lambda tx: make_ticket(tx, entry.id)).result()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="workshopkit rehearse",
        description="Run a notebook's workshop with simulated people, from the first phase "
        "to the last, on a database that is thrown away.",
    )
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK")
    parser.add_argument("--people", type=_people, default=12, help="how many (default 12)")
    parser.add_argument("--seed", type=int, default=7, help="what their chance begins with")
    parser.add_argument("--json", action="store_true", help="the report as JSON")
    return parser


def _people(text: str) -> int:
    people = int(text)
    if not 1 <= people <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(f"from 1 to {MOST_PEOPLE} people")
    return people
