"""What leaves a goal map stays text wherever it arrives."""

from __future__ import annotations

import csv
import io

import pytest

from tests.analysis.goal_views import ITEMS, goals_view
from tests.analysis.views import View, listing
from workshopkit.analysis.goals_export import to_csv, to_markdown, to_mermaid

HOSTILE = '=HYPERLINK("x")\n</script><img src=x>"]; click n1 "javascript:x" `code` [a](b) #quot;'


def hostile() -> View:
    items = ITEMS["items"] | {"g2": {"level": "goal", "text": HOSTILE}}
    return goals_view(items=listing(items))


def test_no_cell_of_the_csv_begins_like_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(hostile()), newline="")))
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert rows[2]["text"] == f"'{HOSTILE}"


def test_parents_stand_in_one_cell_and_whole_numbers_are_whole() -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(to_csv(goals_view()), newline=""))}
    assert rows["w1"]["parents"] == "o1;g2"
    assert (rows["g1"]["baseline"], rows["g1"]["unit"]) == ("900", "a week")


def test_the_outline_has_each_item_under_what_it_serves() -> None:
    assert to_markdown(goals_view()).splitlines() == [
        "# Our goals",
        "",
        "- **Vision:** Nobody has to ask twice",
        "  - **Goal:** People know what happens next; owner: Claims; "
        "measure: calls 900 → 300 a week",
        "    - **Outcome:** Fewer calls; assumption: People read texts",
        "      - **Work:** Text messages",
        "  - **Goal:** Launch the portal",
        "    - **Work:** Text messages",
        "  - **Goal:** Staff trust the data",
        "- **Work:** Move the cabinets",
    ]


def test_markdown_in_a_goal_is_only_text() -> None:
    line = next(line for line in to_markdown(hostile()).splitlines() if "HYPERLINK" in line)
    assert r"\</script\>\<img src=x\>" in line
    assert r"\[a\]\(b\)" in line
    assert r"\`code\`" in line


def test_mermaid_has_a_node_for_each_item_and_an_arrow_for_each_link() -> None:
    lines = to_mermaid(goals_view()).splitlines()
    assert lines[0] == "flowchart BT"
    assert '  n1(["Nobody has to ask twice"])' in lines
    assert "  n6 --> n5" in lines
    assert len(lines) == 1 + 7 + 6


@pytest.mark.parametrize("character", list('"<>[]{}()#&;`|\\\n'))
def test_nothing_in_a_goal_ends_its_node(character: str) -> None:
    view = goals_view(items=listing({"g": {"level": "goal", "text": f"a{character}b"}}))
    node = to_mermaid(view | {"links": listing({})}).splitlines()[1]
    expected = "a b" if character == "\n" else f"a#{ord(character)};b"
    assert node == f'  n1["{expected}"]'
