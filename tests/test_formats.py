"""The retro formats that come along are complete."""

from __future__ import annotations

import pytest

from workshopkit import formats
from workshopkit.domain.activity import Words
from workshopkit.domain.retro import PHASES
from workshopkit.errors import UnknownName

NAMES = (
    *("4ls", "daki", "heard-seen-respected", "hopes-and-fears", "hot-air-balloon", "kalm"),
    *("keep-drop-add", "lean-coffee", "mad-sad-glad", "original-four", "plus-delta"),
    *("pre-mortem", "rose-thorn-bud", "sailboat", "starfish", "start-stop-continue", "went-well"),
)

every_format = pytest.mark.parametrize("name", formats.format_names())


def test_these_come_along_and_the_default_is_among_them() -> None:
    assert set(NAMES) <= set(formats.format_names())
    assert formats.DEFAULT_FORMAT in NAMES


@every_format
def test_a_format_speaks_english_and_welsh_everywhere(name: str) -> None:
    found = formats.load_format(name)
    texts: list[Words] = [found.title]
    for column in found.options.columns:
        texts += [column.title, column.prompt]
    assert all(set(words) == {"en", "cy"} for words in texts)
    assert all(text.strip() for words in texts for text in words.values())


@every_format
def test_a_format_gives_a_time_for_each_phase(name: str) -> None:
    assert tuple(formats.load_format(name).options.minutes) == PHASES


def test_no_two_formats_have_the_same_title() -> None:
    for lang in ("en", "cy"):
        assert formats.formats(lang=lang)["title"].is_unique


@pytest.mark.parametrize(
    ("wanted", "name"),
    [("sailboot", "sailboat"), ("DAKI", "daki"), ("Mad Sad Glad", "mad-sad-glad")],
)
def test_an_unknown_format_is_refused_with_the_nearest_name(wanted: str, name: str) -> None:
    with pytest.raises(UnknownName, match=f"Did you mean '{name}'"):
        formats.load_format(wanted)


def test_a_coach_can_look_at_all_of_them() -> None:
    table = formats.formats().set_index("name")
    assert list(table.index) == formats.format_names()
    assert table.loc["plus-delta"].to_dict() == {
        "title": "Plus and delta",
        "columns": "Plus · Delta",
        "votes": 3,
        "minutes": 25,
    }
    assert [str(dtype) for dtype in table.dtypes] == ["string", "string", "Int64", "Int64"]
    assert formats.formats(lang="cy")["title"].str.contains("Cwch hwylio").any()
