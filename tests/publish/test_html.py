"""The page: whole in itself, read by a screen reader, with the numbers that the tables have."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import cache
from itertools import pairwise

import pytest

from tests.analysis.goal_views import rated_view
from tests.analysis.test_experiments import portfolio, seen
from tests.publish.reading import ELEMENTS, Page
from tests.publish.records import activities, made, signed_view
from workshopkit.analysis.goals import agreement_table
from workshopkit.analysis.tables import actions_table, cards_table, poll_table, votes_table
from workshopkit.publish.document import document
from workshopkit.publish.html import to_html
from workshopkit.publish.record import Record

EXPERIMENTS = {"kind": "experiments", **seen(portfolio())}


def html(record: Record | None = None, lang: str = "en") -> str:
    return to_html(document(record or made(), lang))


def page(record: Record | None = None, lang: str = "en") -> Page:
    return Page(html(record, lang))


@cache
def everything() -> str:
    """A page of every kind; drawn once, for its charts take their time."""
    return html(made(activities={**activities(), "trials": EXPERIMENTS}))


def test_it_asks_for_nothing_and_runs_nothing() -> None:
    source = everything()
    found = Page(source)
    assert found.elements <= ELEMENTS
    policy = [value for name, value in found.attributes if name == "content" and value]
    assert any(value.startswith("default-src 'none'") for value in policy)
    names = {name for name, _ in found.attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "srcset")]
    links = [value for name, value in found.attributes if name == "href"]
    assert links
    assert all(link.startswith("#") for link in links if link)
    assert not re.search(r"url\((?!#)|@import|https?://(?!www\.w3\.org)", source)


def test_landmarks_headings_and_tables_tell_the_way() -> None:
    found = Page(everything())
    assert {"header", "nav", "main"} <= found.elements
    assert found.headings[0] == (1, "Sprint 12")
    levels = [level for level, _ in found.headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for grid in found.grids:
        assert grid.caption
        assert set(grid.scopes) == {"col", "row"}
        assert all(len(row) == len(grid.head) for row in grid.rows)


def test_the_contents_lead_to_each_part_and_no_id_is_there_twice() -> None:
    found = Page(everything())
    links = [value for name, value in found.attributes if name == "href" and value]
    assert {link.removeprefix("#") for link in links} <= set(found.ids)
    assert len(set(found.ids)) == len(found.ids)
    named = [value for name, value in found.attributes if name == "aria-labelledby" and value]
    assert set(named) <= set(found.ids)


def test_its_language_is_said() -> None:
    for lang in ("en", "cy"):
        assert f'<html lang="{lang}">' in html(lang=lang)


def test_each_chart_has_its_words_and_a_table_beside_it() -> None:
    found = Page(everything())
    assert len(found.pictures) == 2 * 8
    assert all(len(words) > 20 for words in found.pictures)
    assert "△ Sign-off: 6 dots" in found.pictures[4]


def test_charts_are_sound_and_do_not_share_ids() -> None:
    for source in re.findall(r"<svg.*?</svg>", everything(), re.S):
        root = ET.fromstring(source)
        ids = {element.get("id") for element in root.iter() if element.get("id")}
        used = set(re.findall(r"url\(#([^)]+)\)", source))
        assert used <= ids


def test_it_has_the_numbers_of_the_data_frames() -> None:
    shown = activities()
    grids = {grid.caption: grid.rows for grid in page(made(activities=shown)).grids}
    votes = votes_table(shown["board"])
    assert [row[2:] for row in grids["Dots"]] == [
        [str(n) for n in row] for row in votes[["cards", "votes", "voters"]].to_numpy().tolist()
    ]
    assert [row[0] for row in grids["Cards"]] == cards_table(shown["board"])["text"].tolist()
    answers = poll_table(shown["check-in"])
    assert [row[:2] for row in grids["How are you?"]] == [
        [label, str(n)] for label, n in zip(answers["label"], answers["answers"], strict=True)
    ]
    agreed = agreement_table(rated_view())
    assert [row[8] for row in grids["Agreement – round 1"]] == [
        "" if value is None else f"{value:g}"
        for value in agreed["median"].astype(object).where(agreed["median"].notna(), None)
    ]
    actions = actions_table({"actions": made().actions})
    assert [row[0] for row in grids["What we will do"]] == actions["text"].tolist()


def test_signed_cards_say_who_wrote_them() -> None:
    grids = {g.caption: g for g in page(made(activities={"board": signed_view()})).grids}
    assert grids["Cards"].head == ["Card", "Column", "Group", "Who"]
    assert {row[3] for row in grids["Cards"].rows} == {"Ada"}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '" onfocus="alert(1)',
        "</table>",
    ],
)
def test_hostile_words_are_text_in_titles_cells_and_charts(text: str) -> None:
    board = signed_view()
    items = {
        key: {**item, "text": text, "author": text} for key, item in board["cards"]["items"].items()
    }
    board = {**board, "title": {"en": text}, "cards": {**board["cards"], "items": items}}
    found = page(
        made(
            activities={"board": board},
            workshop={"title": text, "team": text, "date": "", "state": "open"},
            governance={"purpose": text},
        )
    )
    assert found.elements <= ELEMENTS
    assert found.texts.count(text) >= 8
    assert not [name for name, _ in found.attributes if name.startswith("on")]


def test_controls_are_not_in_the_page() -> None:
    view = activities()["board"] | {"title": {"en": "a\x00b\x1bc"}}
    assert "abc" in html(made(activities={"board": view}))
