"""Retro formats are complete, and a wrong one says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshopkit import formats
from workshopkit.domain.activity import Words
from workshopkit.errors import UnknownName, WorkshopkitError

SOUND = """
votes = 5
title.en = "One question"
minutes.write = 5
[[columns]]
id = "only"
kind = "keep"
title.en = "Only"
prompt.en = "What?"
"""


def test_the_default_format_is_among_those_that_came_along() -> None:
    assert formats.DEFAULT_FORMAT in formats.format_names()


@pytest.mark.parametrize("name", formats.format_names())
def test_a_format_speaks_english_and_welsh_everywhere(name: str) -> None:
    found = formats.load_format(name)
    texts: list[Words] = [found.title]
    for column in found.columns:
        texts += [column.title, column.prompt]
    assert all(set(words) == {"en", "cy"} for words in texts)


@pytest.mark.parametrize("name", formats.format_names())
def test_a_format_gives_a_time_for_each_phase(name: str) -> None:
    assert list(formats.load_format(name).minutes) == ["write", "group", "vote", "discuss", "act"]


def test_an_unknown_format_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'sailboat'"):
        formats.load_format("sailboot")


@pytest.mark.parametrize("name", ["../formats/sailboat", "", "Sailboat"])
def test_only_the_exact_name_finds_a_format(name: str) -> None:
    with pytest.raises(UnknownName):
        formats.load_format(name)


def test_a_format_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(SOUND, "utf-8")
    assert [column.id for column in formats.read_format(path).columns] == ["only"]


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('kind = "keep"', 'kind = "kept"', "Invalid enum value 'kept'"),
        ("votes = 5", "votes = 0", r"Expected `int` >= 1 - at `\$.votes`"),
        ("votes = 5", 'votes = 5\ncolour = "red"', "unknown field `colour`"),
        ('id = "only"', 'id = ""', "length >= 1"),
        ('prompt.en = "What?"', 'prompt.cy = "Beth?"', "needs an English text"),
        ('title.en = "One question"', "title.en = ", "Invalid value"),
    ],
)
def test_an_unsound_file_says_what_is_wrong(
    tmp_path: Path, right: str, wrong: str, complaint: str
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(SOUND.replace(right, wrong), "utf-8")
    with pytest.raises(WorkshopkitError, match=complaint):
        formats.read_format(path)


def test_two_columns_with_one_id_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(SOUND + SOUND[SOUND.index("[[columns]]") :], "utf-8")
    with pytest.raises(WorkshopkitError, match="the same id"):
        formats.read_format(path)
