"""How people took part, as a table: what the facilitator's view tells, and nothing else."""

from __future__ import annotations

from tests.analysis.views import listing, room_view
from workshopkit.analysis.participation import participation_table

AGENDA = listing(
    {
        "poll": {"kind": "poll", "title": {"en": "Check in", "cy": "Cyrraedd"}},
        "board": {"kind": "retro", "title": {"en": "Look back"}},
    }
)
VOICES = {
    "board": {
        "cards": {"share": 0.6, "gini": 0.65, "uneven": True},
        "dots": {"share": 1.0, "gini": 0.0, "uneven": False},
    },
    "poll": {"answers": {"share": 0.8, "gini": 0.2, "uneven": False}},
}


def test_parts_come_in_the_order_of_the_agenda() -> None:
    table = participation_table(room_view(agenda=AGENDA, voices=VOICES))
    assert table["activity"].tolist() == ["Check in", "Look back", "Look back"]
    assert table["part"].tolist() == ["answers", "cards", "dots"]
    assert table["share"].tolist() == [0.8, 0.6, 1.0]
    assert table["gini"].tolist() == [0.2, 0.65, 0.0]
    assert table["uneven"].tolist() == [False, True, False]


def test_one_activity_alone_and_in_welsh() -> None:
    view = room_view(agenda=AGENDA, voices=VOICES)
    assert len(participation_table(view, activity="board")) == 2
    assert participation_table(view, activity="poll", lang="cy")["activity"].tolist() == [
        "Cyrraedd"
    ]


def test_a_view_that_tells_nothing_makes_an_empty_table_of_the_same_columns() -> None:
    empty = participation_table(room_view(agenda=AGENDA))
    full = participation_table(room_view(agenda=AGENDA, voices=VOICES))
    assert empty.empty
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()
