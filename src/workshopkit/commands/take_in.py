"""`workshopkit import`: a record as a finished workshop, or the cards of a CSV on a board."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from workshopkit.analysis.markdown import one_line
from workshopkit.commands.shared import WORKSHOP, add_place, arguments, told
from workshopkit.domain.activity import View
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.log import open_existing, open_log
from workshopkit.publish.cards_in import import_cards
from workshopkit.publish.importing import bring_in
from workshopkit.publish.json_file import read_json
from workshopkit.room.finding import open_found


def main(argv: Sequence[str] | None = None) -> int:
    """0 when something was taken, 1 when nothing of the file was, 2 when it could not begin."""
    options = _parser().parse_args(arguments(argv))
    return told(lambda: take_in(options))


def take_in(options: argparse.Namespace) -> int:
    """Take a file in by what it is."""
    match options.file.suffix.casefold():
        case ".json":
            return _record(options)
        case ".csv":
            return _cards(options)
    raise WorkshopkitError(f"{options.file} is neither a .json record nor a .csv of cards.")


def _record(options: argparse.Namespace) -> int:
    if options.into:
        raise WorkshopkitError("A record is a workshop of its own: leave --into out.")
    record = read_json(options.file)
    with closing(open_log(options.database)) as log:
        came = bring_in(log, record, with_actions=options.with_actions)
    named = one_line(f"{record.title} of {record.workshop.team}")
    print(f"Taken: {named} ({record.workshop.date or 'no date'}), as {came.workshop}.")
    for text, why in came.actions:
        said = one_line(text)
        print(f"Action taken over: {said}" if why is None else f"Action left: {said} ({why})")
    return 0


def _cards(options: argparse.Namespace) -> int:
    if not options.into:
        raise WorkshopkitError("Say which workshop the cards are for: --into WORKSHOP.")
    with closing(open_existing(options.database)) as log:
        desk = open_found(log, options.into, team=options.team)
        report = import_cards(
            desk,
            _board(desk.view(), options.board),
            options.file,
            columns=dict(options.column),
            with_actions=options.with_actions,
        )
    print(report)
    return 0 if report.cards else 1


def _board(view: View, wanted: str | None) -> str:
    """The retro board of this title or key, or the only one."""
    boards = {
        id_: {item["key"], *item["title"].values()}
        for id_, item in view["agenda"]["items"].items()
        if item["kind"] == "retro"
    }
    found: list[str] = [id_ for id_, names in boards.items() if wanted is None or wanted in names]
    if len(found) == 1:
        return found[0]
    if not boards:
        raise WorkshopkitError("That workshop has no retro board.")
    if wanted is None:
        raise WorkshopkitError("That workshop has several boards: say which with --board TITLE.")
    raise UnknownName("board", wanted, {name for names in boards.values() for name in names})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="workshopkit import",
        description="Bring in a record that was published as JSON: it becomes a finished workshop "
        "whose record it is. Or put the cards of a CSV on a retro board, and say of each row that "
        "was not taken why.",
        epilog="A CSV has the columns text and column, and where there are any group_title or "
        "group, as publish writes it; or Parabol's reflectionGroup, author, votes, prompt, type, "
        "createdAt, discussionThread, content.",
    )
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help="a .json record or a .csv of cards")
    add("--into", metavar="WORKSHOP", help=f"whose board gets the cards: {WORKSHOP}")
    add("--board", metavar="TITLE", help="which board, where it has several")
    add(
        "--column",
        type=_pair,
        action="append",
        default=[],
        metavar="THEIRS=OURS",
        help="a column of the file, and the board's column for its cards; may be repeated",
    )
    add(
        "--with-actions",
        action="store_true",
        help="the team takes over the record's actions, or the tasks in a CSV",
    )
    add_place(parser)
    return parser


def _pair(text: str) -> tuple[str, str]:
    theirs, equals, ours = text.rpartition("=")
    if not equals or not theirs.strip() or not ours.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is no pair: write THEIRS=OURS")
    return theirs.strip(), ours.strip()


if __name__ == "__main__":
    sys.exit(main())
