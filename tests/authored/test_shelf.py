"""A file of one's own is read by the rules of the activity, and a wrong one is helped along."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshopkit.authored import Shelf
from workshopkit.domain.poll import POLL, PollOptions
from workshopkit.domain.retro import RETRO, RetroOptions
from workshopkit.errors import UnknownName, UnsoundFile, WorkshopkitError

BOARDS = Shelf("formats", "format", RetroOptions, RETRO.start, ("columns", "votes", "minutes"))
POLLS = Shelf("polls", "poll", PollOptions, POLL.start, PollOptions.__struct_fields__)

SOUND = """\
votes = 3
title.en = "One question"

[minutes]
write = 5

# The only one.
[[columns]]
id = "only"
kind = "keep"
title.en = "Only"
prompt.en = "What?"
"""
TWICE = SOUND + SOUND[SOUND.index("[[columns]]") :]
BARE = 'title.en = "Bare"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def read(path: Path, text: str) -> RetroOptions:
    path.write_text(text, "utf-8")
    return BOARDS.load(path).options


def complaint(path: Path, text: str) -> str:
    with pytest.raises(UnsoundFile) as unsound:
        read(path, text)
    return str(unsound.value)


def test_a_file_of_ones_own_is_read_from_a_path_or_a_text_that_ends_like_one(path: Path) -> None:
    options = read(path, SOUND)
    assert (options.votes, options.minutes, options.columns[0].id) == (3, {"write": 5}, "only")
    assert BOARDS.load(str(path)) == BOARDS.load(path)
    assert BOARDS.load(path).title == {"en": "One question"}


def test_what_a_file_leaves_out_is_as_it_is_without_one(path: Path) -> None:
    options = read(path, f'{BARE}[[columns]]\nid = "a"\ntitle.en = "A"\n')
    assert options == RetroOptions(options.columns)


def test_an_editor_that_marks_its_files_as_unicode_does_no_harm(path: Path) -> None:
    assert read(path, f"\ufeff{SOUND}").votes == 3


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("votes = 3", "votes = 0", "line 1: votes is 0. Write a whole number from 1 to 20."),
        ("votes = 3", 'votes = "3"', "line 1: votes is '3'. Write a whole number from 1 to 20."),
        ("votes = 3", "vote = 3", "line 1: There is no key 'vote'. Did you mean 'votes'? Known:"),
        ('en = "One question"', "en = 1", "line 2: title.en is 1. Write a text of 1 to 500"),
        ('en = "One question"', 'en = " "', 'line 2: title has no English. Write title.en = "…".'),
        ('title.en = "One question"', "", 'mine.toml: title is missing. Write title.en = "…".'),
        ("[minutes]", "[minute]", "line 4: There is no key 'minute'. Did you mean 'minutes'?"),
        ("write = 5", "wirte = 5", "line 5: There is no key 'wirte'. Did you mean 'write'?"),
        ("write = 5", "write = 300", "line 5: minutes.write is 300. Write a whole number from 1"),
        ("[minutes]\nwrite = 5", "minutes = 5", "line 4: minutes is 5. Write minutes.write = 5."),
        ("[[columns]]", "[columns]", "line 8: columns is a table. Write [[columns]]."),
        ('id = "only"', "", 'line 8: id is missing. Write id = "…".'),
        ('id = "only"', 'id = ""', "line 9: id is ''. Write a text of 1 to 64 characters, in"),
        ('"keep"', '"kept"', "line 10: There is no kind 'kept'. Did you mean 'keep'? Known:"),
        ('"keep"', "1", 'line 10: kind is 1. Write "change" or "keep" or "wonder".'),
        ('title.en = "Only"', 'title = "Only"', "line 11: title is 'Only'. Write title.en = \"…"),
        ('title.en = "Only"', 'titel.en = "Only"', "line 11: There is no key 'titel'. Did you"),
        ("prompt.en", "prompt.cy", 'line 12: prompt has no English. Write prompt.en = "…".'),
        ('"What?"', f'"{"x" * 600}"', f"line 12: prompt.en is '{'x' * 39}…. Write a text of 1 to"),
        ('"One question"', "One question", "This is not TOML: Invalid value (at line 2, column 1"),
        ("votes = 3", "votes = 3\nvotes = 4", "(at line 2, column 10). Texts stand in quotes, a"),
        (SOUND, TWICE, "line 14: Two columns have the id 'only'. Write another."),
        (SOUND, f"{BARE}columns = []", "line 2: columns has 0 entries. Write 1 to 8 of them."),
        (SOUND, f"{BARE}columns = [5]", "line 2: columns is 5. Write [[columns]]."),
        (SOUND, BARE, "mine.toml: columns is missing. Write [[columns]]."),
    ],
)
def test_an_unsound_file_names_the_line_says_what_is_wrong_and_what_to_write(
    path: Path, right: str, wrong: str, said: str
) -> None:
    assert right in SOUND
    told = complaint(path, SOUND.replace(right, wrong))
    assert told.startswith("mine.toml")
    assert said in told


def test_what_is_said_in_the_notebook_cannot_be_said_in_a_file(path: Path) -> None:
    assert "no key 'anonymous'" in complaint(path, f"anonymous = false\n{SOUND}")


def test_the_line_can_be_had_as_a_number(path: Path) -> None:
    path.write_text(SOUND.replace("votes = 3", "votes = 0"), "utf-8")
    with pytest.raises(UnsoundFile) as unsound:
        BOARDS.load(path)
    assert unsound.value.line == 1


def test_options_that_contradict_each_other_are_refused_as_everywhere(path: Path) -> None:
    path.write_text(f'{BARE}form = "choice"\nquestion.en = "Which?"\n', "utf-8")
    with pytest.raises(UnsoundFile, match=r"mine.toml: A poll needs two options or more\."):
        POLLS.load(path)


def test_a_file_that_is_not_there_or_is_no_text_is_said_to_be_so(path: Path) -> None:
    with pytest.raises(WorkshopkitError, match=r"mine.toml cannot be read .* from the notebook"):
        BOARDS.load(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnsoundFile, match="Save it as UTF-8"):
        BOARDS.load(path)


@pytest.mark.parametrize("name", ["../formats/sailboat", "", "Sailboat"])
def test_only_the_exact_name_finds_what_came_along(name: str) -> None:
    with pytest.raises(UnknownName):
        BOARDS.load(name)
