"""What a rehearsal says of itself."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from workshopkit.rehearsal.report import Latency, Report, arrival_times, latency
from workshopkit.rehearsal.screen import Screen, participant_hello
from workshopkit.rehearsal.tour import Stop

STOP = Stop("mood", "poll", "answer", reached=True, commands=4)
WELL = Report(
    notebook="retro.ipynb",
    people=4,
    seed=7,
    stops=(STOP,),
    finished=True,
    sent=6,
    acknowledged=5,
    refused={"unknown_target": 1},
    missing=(),
    different=(),
    reconnected=1,
    to_acknowledgement=Latency(1.0, 2.0, 3.0),
    to_another_screen=None,
)


def test_all_is_well_when_everything_was_answered_kept_and_reached() -> None:
    assert WELL.ok
    assert "All well." in WELL.to_text()


@pytest.mark.parametrize(
    "report",
    [
        replace(WELL, missing=("poll.answer",)),
        replace(WELL, different=("Ada",)),
        replace(WELL, stops=(STOP, replace(STOP, reached=False))),
        replace(WELL, finished=False),
        replace(WELL, sent=7),
    ],
    ids=["missing", "different", "not reached", "not finished", "unanswered"],
)
def test_nothing_lost_and_nothing_unreached_passes_for_well(report: Report) -> None:
    assert not report.ok
    assert "Not well" in report.to_text()


def test_the_json_carries_the_verdict_and_every_figure() -> None:
    whole = msgspec.json.decode(WELL.to_json())
    assert whole["ok"] is True
    assert whole["unanswered"] == 0
    assert whole["refused"] == {"unknown_target": 1}
    assert whole["stops"][0] == {
        "activity": "mood",
        "kind": "poll",
        "phase": "answer",
        "reached": True,
        "commands": 4,
    }
    assert whole["to_acknowledgement"] == {"p50": 1.0, "p95": 2.0, "max": 3.0}


def test_percentiles_are_by_nearest_rank() -> None:
    assert latency([float(each) for each in range(1, 101)]) == Latency(50.0, 95.0, 100.0)
    assert latency([3.0]) == Latency(3.0, 3.0, 3.0)
    assert latency([]) is None


def test_a_tap_counts_until_the_next_persons_screen_has_its_version() -> None:
    one, other = Screen(participant_hello("Ada")), Screen(participant_hello("Bryn"))
    sent = one.wish({"kind": "poll.withdraw"}, 10.0)
    sent.version = 5
    other.reached += [(4, 10.1), (6, 10.25)]
    assert arrival_times([one, other]) == pytest.approx([250.0])


def test_a_tap_that_was_sent_twice_measures_nothing() -> None:
    one, other = Screen(participant_hello("Ada")), Screen(participant_hello("Bryn"))
    sent = one.wish({"kind": "poll.withdraw"}, 10.0)
    sent.version, sent.repeated = 5, True
    other.reached.append((6, 10.25))
    assert arrival_times([one, other]) == []
