"""A spreadsheet that opens our tables runs nothing that people wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopkit.analysis.spreadsheet import csv_rows, csv_text, plain_text, safe_cell
from workshopkit.errors import WorkshopkitError

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("start", STARTS)
def test_what_looks_like_a_formula_is_quoted(start: str) -> None:
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("cell", ["O’Brien", "'tis", "1 = 1", "", None, -5, 2.5])
def test_anything_else_stays_as_it_is(cell: object) -> None:
    assert safe_cell(cell) == cell


@given(st.text(st.sampled_from("'=+-@\ta"), max_size=6) | st.text(max_size=20))
def test_every_text_is_found_again(text: str) -> None:
    safe = str(safe_cell(text))
    assert not safe.startswith(STARTS)
    assert plain_text(safe) == text


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_spreadsheets_of_every_country_are_read(tmp_path: Path, between: str) -> None:
    path = tmp_path / "goals.csv"
    path.write_text(f"level{between}text\r\ngoal{between}Tŷ\r\n", "utf-8-sig")
    assert csv_rows(path) == (["level", "text"], [{"level": "goal", "text": "Tŷ"}])


def test_a_file_that_is_not_utf_8_is_read_as_windows_wrote_it(tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    path.write_bytes("level,text\r\ngoal,Café\r\n".encode("cp1252"))
    assert csv_rows(path)[1][0]["text"] == "Café"


def test_a_file_with_nothing_in_it_has_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    path.write_bytes(b"")
    assert csv_rows(path) == ([], [])


def test_a_file_that_is_no_csv_is_named(tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    path.write_text('level,text\ngoal,"never closed' + "x" * 140_000, "utf-8")
    with pytest.raises(WorkshopkitError, match=r"goals.csv cannot be read"):
        csv_rows(path)


def test_a_text_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    path.write_text(csv_text(["text"], [["one\ntwo"], [None]]), "utf-8", newline="")
    assert csv_rows(path)[1] == [{"text": "one\ntwo"}, {"text": ""}]
