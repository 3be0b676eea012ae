"""`workshopkit publish`: the open record of a workshop, as files; first as a preview."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from workshopkit.commands.shared import WORKSHOP, add_place, arguments, told
from workshopkit.publish import load, redacted, write
from workshopkit.publish.files import FORMATS
from workshopkit.publish.preview import preview
from workshopkit.publish.record import Record


def main(argv: Sequence[str] | None = None) -> int:
    """0 when it is written or shown, 2 when something was wrong."""
    options = _parser().parse_args(arguments(argv))
    return told(lambda: publish(options))


def publish(options: argparse.Namespace) -> int:
    """Write what is asked for, or show what that would be."""
    found = load(options.workshop, team=options.team, database=options.database)
    public = redacted(found, drop_names=options.drop_names, drop=options.drop)
    if options.preview:
        print(preview(public, lang=options.lang), end="")
    if options.to is not None and not options.preview:
        _write(public, options)
    return 0


def _write(public: Record, options: argparse.Namespace) -> None:
    for path in write(public, options.to, options.format, lang=options.lang):
        print(path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="workshopkit publish",
        description="Write the open record of a workshop: what everyone in it could see, and "
        "nothing that is still hidden. Look at it with --preview before you write it.",
        epilog="Formats: md (Markdown), html (one file that needs no network), csv (a file for "
        "each table), json (can be imported again), ics (a calendar of what is due).",
    )
    add = parser.add_argument
    add("workshop", metavar="WORKSHOP", help=f"{WORKSHOP}; or a .json record")
    goal = parser.add_mutually_exclusive_group(required=True)
    goal.add_argument(
        "--to", type=Path, metavar="PLACE", help="a folder, a .zip, or a file of one format"
    )
    goal.add_argument(
        "--preview", action="store_true", help="write nothing: show exactly what would be public"
    )
    add("--format", type=_formats, default=[], metavar="md,html,…", help="which (default: all)")
    add("--drop-names", action="store_true", help="leave out owners and who signed cards")
    add(
        "--drop",
        nargs="+",
        action="extend",
        default=[],
        metavar="ID",
        help="leave out these cards, answers, actions or activities, by the short id that "
        "--preview shows",
    )
    add("--lang", choices=("en", "cy"), default="en", help="the language of headings")
    add_place(parser)
    return parser


def _formats(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in FORMATS:
            raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(FORMATS)}")
    return names


if __name__ == "__main__":
    sys.exit(main())
