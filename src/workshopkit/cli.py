"""The command line: `workshopkit serve` for a workshop, and a file of its own for each other."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from workshopkit.errors import NotebookProblem, WorkshopkitError

if TYPE_CHECKING:
    from workshopkit.server.app import Serving, WorkshopServer

PORT = 8866
COMMANDS = {
    "rehearse": ("workshopkit.rehearsal", "run a notebook with simulated participants"),
    "publish": ("workshopkit.commands.publish", "write the open record of a workshop"),
    "import": ("workshopkit.commands.take_in", "bring in a record, or cards from a CSV"),
    "forget": ("workshopkit.commands.forget", "erase the names and texts of a workshop for good"),
}
"""Where each command is and what it is for; it is loaded when it is asked for."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 when it did what was asked, 2 when it could not begin."""
    asked = list(sys.argv[1:] if argv is None else argv)
    if asked and asked[0] in COMMANDS:
        module, _ = COMMANDS[asked[0]]
        return int(import_module(module).main(asked[1:]))
    options = build_parser().parse_args(asked)
    try:
        serve(options)
    except WorkshopkitError as problem:
        print(f"workshopkit: {problem}", file=sys.stderr)
        return 2
    return 0


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="workshopkit", description="Live workshops, led from a Jupyter notebook."
    )
    parser.add_argument("--version", action="version", version=version("workshopkit"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_serve(commands.add_parser("serve", help="lead workshops from notebooks"))
    for name, (_, purpose) in COMMANDS.items():
        commands.add_parser(name, add_help=False, help=purpose)
    return parser


def _add_serve(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("path", nargs="?", type=Path, help="a notebook or a folder; without it, those we bring")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--lan", action="store_true", help="let phones on this network in")
    where.add_argument("--host", default="localhost", help="listen on this address")
    add("--port", type=_port, default=PORT, help=f"listen on this port (default {PORT}; 0: any)")
    add("--public-url", type=_url, help="what the QR code says, behind a proxy")
    add("--database", help="where workshops are kept: a path or sqlite:///path")
    add("--token", type=_token, help="the facilitator's token, instead of the one kept")
    add("--no-browser", action="store_true", help="do not open the facilitator's page")
    add("--demo", type=_people, metavar="N", help="with so many simulated participants")


def serve(options: argparse.Namespace) -> None:
    """Serve until Ctrl-C or SIGTERM."""
    from workshopkit.server.quiet_log import set_up_logging

    serving = plan(options)
    set_up_logging()
    from workshopkit.server.app import WorkshopServer

    async def started(server: WorkshopServer) -> None:
        from workshopkit.server.announce import announce, open_browser

        announce(server)
        if not options.no_browser:
            open_browser(server.facilitator_link)
        if options.demo:
            _start_demo(server, options.demo)

    WorkshopServer(serving).run(started)


def _start_demo(server: WorkshopServer, people: int) -> None:
    from workshopkit.rehearsal import demo

    server.keep(asyncio.create_task(demo(server.local_url, server.venue.log, people)))


def plan(options: argparse.Namespace) -> Serving:
    """From what was typed to what is served; raises what is wrong with it."""
    from workshopkit.log import find_database
    from workshopkit.resources import workshops_folder
    from workshopkit.server.app import Serving
    from workshopkit.server.credentials import Credentials, load_credentials

    kept = load_credentials()
    path = (options.path or workshops_folder()).absolute()
    if not path.exists():
        raise NotebookProblem(f"There is no notebook or folder {options.path}.")
    if path.is_file() and path.suffix != ".ipynb":
        raise NotebookProblem(f"{options.path} is no notebook: its name should end in .ipynb.")
    return Serving(
        folder=path if path.is_dir() else path.parent,
        notebook=None if path.is_dir() else path.name,
        database=find_database(options.database),
        credentials=Credentials(options.token or kept.token, kept.cookie_secret),
        host="" if options.lan else options.host,
        port=options.port,
        public_url=options.public_url,
    )


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65_535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port


def _people(text: str) -> int:
    people = int(text)
    if not 1 <= people <= 500:
        raise argparse.ArgumentTypeError("from 1 to 500 people")
    return people


def _url(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError("an address begins with https:// or http://")
    return text


def _token(text: str) -> str:
    from workshopkit.server.identity import TOKEN_LIMIT

    if len(text) < TOKEN_LIMIT or not text.isascii() or not text.isprintable():
        raise argparse.ArgumentTypeError(
            f"a token needs at least {TOKEN_LIMIT} plain characters: it can mean running code"
        )
    return text


if __name__ == "__main__":
    sys.exit(main())
