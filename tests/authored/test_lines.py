"""The line of a value in a TOML file, however it was written."""

from __future__ import annotations

import pytest

from workshopkit.authored.lines import Place, line_of

FILE = '''\
# A comment, then a key.
votes = 5
title.en = """
Two
lines"""

[minutes]
write = 5

[[columns]]
id = "first"

[[columns]]
# what it is called
id = "second"
title = { en = "Second", cy = "Ail" }
'''
LISTED = """\
columns = [
    { id = "first" },
    { id = "second" },
]
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("votes",), 2),
        (("title",), 3),
        (("title", "en"), 3),
        (("minutes",), 7),
        (("minutes", "write"), 8),
        (("columns", 0), 10),
        (("columns", 1), 13),
        (("columns", 1, "id"), 15),
        (("columns", 1, "title", "cy"), 16),
    ],
)
def test_a_value_is_found_on_the_line_that_sets_it(place: Place, line: int) -> None:
    assert line_of(FILE, place) == line


def test_what_is_inside_a_list_is_found_where_the_list_begins() -> None:
    assert line_of(LISTED, ("columns", 1, "id")) == 1


@pytest.mark.parametrize("place", [(), ("colour",), ("columns", 2), ("votes", "en"), ("title", 0)])
def test_what_is_not_there_has_no_line(place: Place) -> None:
    assert line_of(FILE, place) is None
