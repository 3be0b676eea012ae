"""The preview is exactly what will be public: no format says anything that it does not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.analysis.health_views import shown_view
from tests.analysis.test_experiments import portfolio, seen
from tests.analysis.views import listing, review_view
from tests.publish.records import CARRIED, activities, made, signed_view
from workshopkit.analysis.markdown import markdown_text
from workshopkit.publish.json_file import to_json
from workshopkit.publish.preview import preview
from workshopkit.publish.redaction import choices

WRITTEN = frozenset(
    {
        *("text", "title", "owner", "author", "about", "assumption", "name", "unit", "belief"),
        *("test", "serves", "risks", "stop_if", "approved_by", "reason", "believed", "observed"),
        *(
            "learned",
            "therefore",
            "purpose",
            "decisions",
            "decided_by",
            "team",
            "notes",
            "comments",
        ),
        *("outcome", "last_outcome", "note"),
    }
)
"""The fields of views in which people write."""
VERDICTS = frozenset({"met", "not_met", "inconclusive"})
"""What an experiment's outcome is called in its view: nobody's words."""
EVERYTHING = {
    **activities(),
    "signed": signed_view(),
    "review": review_view(),
    "health": {key: value for key, value in shown_view().items() if key != "history"},
    "trials": {"kind": "experiments", **seen(portfolio())},
    "chess": {
        "kind": "chess",
        "title": {"en": "Chess"},
        "moves": listing({"m": {"text": "e4 e5"}}),
    },
}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_every_text_of_the_record_is_in_its_preview(lang: str) -> None:
    record = made(activities=EVERYTHING, carried=CARRIED)
    shown = preview(record, lang=lang).casefold()
    texts = set(_written(json.loads(to_json(record)), lang)) - VERDICTS
    assert len(texts) > 50
    assert [text for text in texts if markdown_text(text).casefold() not in shown] == []


def test_each_thing_is_listed_with_the_handle_to_drop_it_by() -> None:
    lines = preview(made()).splitlines()
    for choice in choices(made()):
        assert any(line.strip().startswith(choice.handle) for line in lines)


def test_a_text_of_several_lines_stays_in_one() -> None:
    text = preview(made(actions=listing({"a": {"text": "one\n  deadbeef  card: two"}})))
    assert "one deadbeef card: two" in text


def _written(value: Any, lang: str, key: str = "") -> list[str]:
    if isinstance(value, dict):
        if key == "title" and not isinstance(value.get("en"), dict) and "en" in value:
            return [value.get(lang) or value["en"]]
        return [text for name, each in value.items() for text in _written(each, lang, name)]
    if isinstance(value, list):
        return [text for each in value for text in _written(each, lang, key)]
    return [value] if isinstance(value, str) and value and key in WRITTEN else []
