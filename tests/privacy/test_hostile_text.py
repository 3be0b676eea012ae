"""Text is text: whatever people write comes back as they wrote it, and is nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.privacy.examples import EXAMPLES, Example, results_text
from tests.privacy.stage import staged
from workshopkit.analysis.charts import poll_chart, retro_chart, to_svg
from workshopkit.analysis.experiments_charts import experiment_chart, timeline_chart
from workshopkit.analysis.goals_charts import goals_chart
from workshopkit.analysis.goals_map import map_chart
from workshopkit.analysis.health_charts import health_chart
from workshopkit.domain.activity import View
from workshopkit.room.vocabulary import load_kinds

KINDS = load_kinds()
HOSTILE = {
    "an image": "<img src=x onerror=alert(1)>",
    "the end of a script": "</script><script>alert(1)</script>",
    "a formula": "=cmd|' /C calc'!A0",
    "right to left": "\u202etxet desrever\u202c שלום",
    "quotes": "\"'`--><!-- ${alert(1)} {{7*7}}",
    "no text at all": "a\u0000b\u2028c",
}
IN_WORDS = [name for name, example in EXAMPLES.items() if example.in_words]


def _first_run_chart(view: View) -> Any:
    return experiment_chart(view, view["experiments"]["order"][0])


CHARTS: Mapping[str, tuple[Callable[[View], Any], ...]] = {
    "action_review": (),
    "experiments": (timeline_chart, _first_run_chart),
    "goals": (goals_chart, map_chart),
    "health": (health_chart,),
    "retro": (retro_chart,),
    "poll": (poll_chart,),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("example", [EXAMPLES[name] for name in IN_WORDS], ids=IN_WORDS)
def test_hostile_text_comes_back_as_it_was_written(
    example: Example, text: str, tmp_path: Path
) -> None:
    view = asyncio.run(_say(example, text, tmp_path / "it.db"))
    shown = text.replace("\u0000", "")
    assert shown in _strings(view)
    assert results_text(example, view)
    for chart in CHARTS[example.kind]:
        svg = to_svg(chart(view))
        assert "<img" not in svg
        assert "<script" not in svg


@pytest.mark.parametrize("example", [EXAMPLES[name] for name in IN_WORDS], ids=IN_WORDS)
def test_ten_thousand_characters_are_refused_and_nobody_is_the_worse(
    example: Example, tmp_path: Path
) -> None:
    with pytest.raises(AssertionError, match="too_long"):
        asyncio.run(_say(example, "x" * 10_000, tmp_path / "it.db"))
    assert "fine" in _strings(asyncio.run(_say(example, "fine", tmp_path / "it.db")))


async def _say(example: Example, text: str, database: Path) -> View:
    """Have one person say it, go through every phase, and give what everyone then sees."""
    activities = [] if database.exists() else [example.added()]
    async with staged(database, activities) as stage:
        lead, other = await stage.facilitator(), await stage.observer()
        person = await stage.newcomer(text[:80])
        activity = lead.screen.view["agenda"]["order"][0]
        await stage.perform(lead, {"kind": "workshop.make_live", "activity": activity})
        for phase in lead.screen.view["activities"][activity]["phases"]:
            command = {"kind": f"{example.kind}.move_phase", "activity": activity, "phase": phase}
            await stage.perform(lead, command)
            kind = KINDS[example.kind]
            wishes = kind.rehearsal.participant(
                person.screen.view["activities"][activity],
                person.screen.me["activities"][activity],
                Random(7),
            )
            for wish in wishes:
                said = {key: text for key in example.in_words if key in wish}
                sent = await stage.perform(person, {**wish, **said, "activity": activity})
                assert sent.refused is None, sent.refused
        view: View = other.screen.view["activities"][activity]
        return view


def _strings(view: object) -> list[str]:
    if isinstance(view, dict):
        return [text for value in view.values() for text in _strings(value)]
    if isinstance(view, list):
        return [text for value in view for text in _strings(value)]
    return [view] if isinstance(view, str) else []
