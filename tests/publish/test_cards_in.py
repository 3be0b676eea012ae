"""Cards from a CSV: what fits is taken, and of everything else it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.boards import OURS, PARABOL, board, joined, only, saved, shown
from workshopkit.errors import UnknownName, WorkshopkitError
from workshopkit.log.base import EventLog
from workshopkit.publish.card_rows import read_cards
from workshopkit.publish.cards_in import NO_GROUPS, NO_VOTES, ImportReport, import_cards
from workshopkit.publish.csv_files import to_csv_files
from workshopkit.publish.document import document
from workshopkit.publish.from_view import record
from workshopkit.room.desk import Desk


def taken(desk: Desk, path: Path, **options: object) -> ImportReport:
    return import_cards(desk, only(desk), path, **options)  # type: ignore[arg-type]


def cards(desk: Desk) -> dict[str, str]:
    view = shown(desk)
    return {card["text"]: card["column"] for card in view["cards"]["items"].values()}


def groups(desk: Desk) -> dict[str, list[str]]:
    view = shown(desk)
    return {
        group["title"]: [
            card["text"] for card in view["cards"]["items"].values() if card.get("group") == id_
        ]
        for id_, group in view["groups"]["items"].items()
    }


def test_our_own_columns_by_any_name_of_a_column(log: EventLog, tmp_path: Path) -> None:
    desk = board(log)
    report = taken(desk, saved(tmp_path, OURS))
    assert (report.cards, report.groups, report.refused, report.notes) == (3, 1, [], ())
    assert cards(desk) == {"Pairing": "keep", "Mobbing": "keep", "Meetings": "drop"}
    assert groups(desk) == {"Together": ["Pairing", "Mobbing"]}


def test_parabols_columns_with_a_reason_for_every_row_that_is_not_taken(
    log: EventLog, tmp_path: Path
) -> None:
    desk = board(log)
    report = taken(desk, saved(tmp_path, PARABOL))
    assert (report.cards, report.groups, report.actions) == (2, 1, 0)
    assert groups(desk) == {"Working together": ["Pairing", "Mobbing"]}
    assert report.refused == [
        (4, "The board has no column \"What didn't go well?\", only 'Keep', 'Drop'."),
        (5, "It is a task and no card. With actions it becomes one."),
        (6, "It is a comment and no card."),
        (7, "It is a reply and no card."),
    ]
    assert report.notes == (NO_VOTES,)


def test_columns_can_be_matched_and_tasks_become_actions(log: EventLog, tmp_path: Path) -> None:
    desk = board(log)
    columns = {"What didn't go well?": "Drop"}
    report = taken(desk, saved(tmp_path, PARABOL), columns=columns, with_actions=True)
    assert (report.cards, report.actions, len(report.refused)) == (3, 1, 2)
    assert cards(desk)["Meetings"] == "drop"
    (action,) = desk.view()["actions"]["items"].values()
    assert action["text"] == "Cancel one"


def test_what_publish_writes_comes_in_again(log: EventLog, tmp_path: Path) -> None:
    desk = board(log)
    taken(desk, saved(tmp_path, OURS))
    files = dict(to_csv_files(document(record(desk.public()))))
    (name,) = [name for name in files if name.endswith("cards.csv")]
    (tmp_path / "again.csv").write_bytes(files[name])
    again = board(log, title="Again")
    assert taken(again, tmp_path / "again.csv").refused == []
    assert cards(again) == cards(desk)
    assert groups(again) == groups(desk)


def test_while_people_write_cards_stay_hidden_and_are_not_grouped(
    log: EventLog, tmp_path: Path
) -> None:
    """PR1."""
    desk = board(log, phase="write")
    report = taken(desk, saved(tmp_path, OURS))
    assert (report.cards, report.groups) == (3, 0)
    assert report.notes == (NO_GROUPS,)
    assert cards(desk) == {}
    assert shown(desk)["written"] == 3


def test_later_on_a_board_takes_no_cards(log: EventLog, tmp_path: Path) -> None:
    desk = board(log, phase="vote")
    with pytest.raises(WorkshopkitError, match=r"at 'vote'.*write and group"):
        taken(desk, saved(tmp_path, OURS))


def test_limits_hold_row_by_row(log: EventLog, tmp_path: Path) -> None:
    desk = board(log)
    long = "x" * 501
    report = taken(
        desk, saved(tmp_path, f"text,column\n{long},Keep\n,Keep\nFine,Keep\n\nAlso,Keep\n")
    )
    assert report.cards == 2
    assert [row for row, _ in report.refused] == [2, 3]
    assert "501 characters" in report.refused[0][1]


def test_many_cards_come_in_though_one_person_may_not_write_so_many(
    log: EventLog, tmp_path: Path
) -> None:
    desk = board(log)
    rows = "".join(f"Card {number},Keep\n" for number in range(230))
    assert taken(desk, saved(tmp_path, f"text,column\n{rows}")).cards == 230


def test_on_an_anonymous_board_no_name_is_taken(log: EventLog, tmp_path: Path) -> None:
    """PR2."""
    desk = board(log)
    joined(log, desk, "Ada")
    report = taken(desk, saved(tmp_path, "text,column,author\nPairing,Keep,Ada\n"))
    assert report.cards == 1
    assert report.notes == ("Names were not taken: nobody can tell who wrote what on this board.",)
    events = log.transact(lambda tx: tx.read(), write=False).result()
    assert b"Ada" not in b"".join(event.data for event in events)


def test_where_cards_bear_names_those_who_joined_keep_theirs(log: EventLog, tmp_path: Path) -> None:
    desk = board(log, anonymous=False)
    joined(log, desk, "Ada", "Ben")
    text = "text,column,author\nPairing,Keep,Ada\nMobbing,Keep,Zoe\nMeetings,Drop,\n"
    report = taken(desk, saved(tmp_path, text))
    authors = {card["text"]: card.get("author") for card in shown(desk)["cards"]["items"].values()}
    assert authors == {"Pairing": "Ada", "Mobbing": None, "Meetings": None}
    assert report.notes == ("Without the names of who has not joined: Zoe.",)


def test_hostile_cells_are_words(log: EventLog, tmp_path: Path) -> None:
    desk = board(log)
    taken(desk, saved(tmp_path, "text,column\n'=1+1,Keep\n<img src=x>,Keep\n"))
    assert set(cards(desk)) == {"=1+1", "<img src=x>"}


def test_a_file_of_another_layout_names_what_is_missing(log: EventLog, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match=r"no column 'text'.*Did you mean 'texts'"):
        taken(board(log), saved(tmp_path, "texts,column\nx,Keep\n"))


def test_a_column_that_the_board_lacks_is_refused_before_anything_is_taken(
    log: EventLog, tmp_path: Path
) -> None:
    desk = board(log)
    with pytest.raises(UnknownName, match=r"no column 'Kep'.*Did you mean 'Keep'"):
        taken(desk, saved(tmp_path, OURS), columns={"Start": "Kep"})
    assert cards(desk) == {}


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(WorkshopkitError, match="cannot be read"):
        read_cards(tmp_path / "missing.csv")


def test_a_report_reads_as_a_list_and_as_a_table(log: EventLog, tmp_path: Path) -> None:
    report = taken(board(log), saved(tmp_path, PARABOL))
    assert str(report).splitlines()[:3] == [
        "Taken: 2 cards, 1 group.",
        NO_VOTES,
        f"Row 4 was not taken. {report.refused[0][1]}",
    ]
    assert report.refused_rows["row"].tolist() == [4, 5, 6, 7]
    assert repr(report) == str(report)
