"""CSV: one file for each table, safe in a spreadsheet, with everything that its DataFrame has."""

from __future__ import annotations

import pytest

from tests.analysis.views import listing
from tests.publish.reading import csv_of
from tests.publish.records import activities, made
from workshopkit.analysis.spreadsheet import plain_text
from workshopkit.analysis.tables import cards_table
from workshopkit.publish.csv_files import to_csv_files
from workshopkit.publish.document import document
from workshopkit.publish.load import tables
from workshopkit.publish.record import Record


def csv_files(record: Record) -> dict[str, list[list[str]]]:
    return {name: csv_of(content) for name, content in to_csv_files(document(record))}


def test_each_table_has_a_file_of_its_own_in_the_order_of_the_agenda() -> None:
    assert list(csv_files(made())) == [
        "01-how-are-you-answers.csv",
        "02-one-word-answers.csv",
        "03-what-happened-dots.csv",
        "03-what-happened-cards.csv",
        "04-our-goals-items.csv",
        "04-our-goals-links.csv",
        "04-our-goals-sight.csv",
        "04-our-goals-agreement-1.csv",
        "04-our-goals-ratings.csv",
        "05-what-we-will-do-actions.csv",
    ]


def test_a_file_has_all_that_its_data_frame_has() -> None:
    found = csv_files(made())
    frames = tables(made())
    assert frames.keys() == {name.removesuffix(".csv") for name in found}
    for name, frame in frames.items():
        head, *rows = found[f"{name}.csv"]
        assert head == list(frame.columns)
        assert len(rows) == len(frame)
    cards = cards_table(activities()["board"])
    assert [row[1] for row in found["03-what-happened-cards.csv"][1:]] == cards["text"].tolist()


def test_days_and_what_is_missing_are_plain() -> None:
    head, first, second = csv_files(made())["05-what-we-will-do-actions.csv"]
    assert dict(zip(head, first, strict=True))["due"] == "2026-12-04"
    assert dict(zip(head, second, strict=True))["due"] == ""


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\tx", "\r\nx", "=cmd|' /C calc'!A0", "＝1"]
)
def test_hostile_cells_are_no_formulas(text: str) -> None:
    found = csv_files(made(actions=listing({text: {"text": text, "owner": text, "about": text}})))
    (row,) = found["05-what-we-will-do-actions.csv"][1:]
    assert not [cell for cell in row if cell.startswith(tuple("=+-@\t\r\n＝"))]
    assert plain_text(row[1]) == text


def test_titles_of_any_script_make_names_of_files_that_do_not_clash() -> None:
    views = {"a": activities()["board"] | {"title": {"en": "../../etc"}}}
    views |= {key: activities()["board"] | {"title": {"en": "Ŷ 你好"}} for key in "bc"}
    names = list(csv_files(made(activities=views)))
    assert len(set(names)) == len(names)
    assert all("/" not in name and name.isascii() for name in names)
