"""What is left out is gone with every trace: votes, links, groups that are called after it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.views import listing, review_view, voted_view
from tests.publish.records import CARRIED, activities, made, signed_view, words_view
from workshopkit.domain.forgetting import ERASED
from workshopkit.errors import WorkshopkitError
from workshopkit.publish.document import document
from workshopkit.publish.files import files
from workshopkit.publish.json_file import from_json, to_json
from workshopkit.publish.record import Record
from workshopkit.publish.redaction import choices, handle, redacted


def without(*drop: str, names: bool = False, **changes: Any) -> Record:
    return redacted(made(**changes), drop=drop, drop_names=names)


def view_of(record: Record, activity: str) -> Any:
    return next(each.view for each in record.agenda if each.id == activity)


def everything(record: Record) -> str:
    """All that any file says."""
    return "\n".join(content.decode() for _, content in files(record, ("md", "csv", "json", "ics")))


def test_a_card_goes_with_its_dots_and_its_place_in_the_ranking() -> None:
    left = without("c3")
    board = view_of(left, "board")
    assert board["cards"]["order"] == ["c1", "c2", "c4"]
    assert set(board["tallies"]) == {"g1"}
    assert board["ranking"] == ["g1", "c4"]
    assert "call centre" not in everything(left)
    assert left.left_out.things == 1


def test_a_group_that_is_called_after_the_card_loses_its_name() -> None:
    groups = listing({"g1": {"title": "Waiting for sign-off", "column": "stop"}})
    board = voted_view(groups=groups)
    left = without("c1", activities={"board": board})
    assert view_of(left, "board")["groups"]["items"]["g1"]["title"] == ERASED
    assert "Waiting" not in everything(left)


def test_a_group_is_called_after_the_beginning_of_a_long_card() -> None:
    long = "so it was " * 40
    cards = {
        **voted_view()["cards"]["items"],
        "c1": {"text": long, "column": "stop", "group": "g1"},
    }
    board = voted_view(
        cards=listing(cards), groups=listing({"g1": {"title": long[:120], "column": "stop"}})
    )
    assert "so it was" not in everything(without("c1", activities={"board": board}))


def test_a_group_goes_without_its_cards() -> None:
    board = view_of(without("g1", activities={"board": voted_view()}), "board")
    assert board["groups"] == {"order": [], "items": {}}
    assert board["cards"]["items"]["c1"] == {"text": "Waiting for sign-off", "column": "stop"}
    assert "g1" not in str(board)


def test_an_action_forgets_what_it_came_from() -> None:
    left = without("g1", activities={"board": voted_view()})
    action = left.actions["items"]["a1"]
    assert action == {
        "text": "Ask Legal", "owner": "Priya", "due": "2026-12-04", "activity": "board"
    }  # fmt: skip


def test_an_action_goes_with_its_day() -> None:
    left = without("a1")
    assert left.actions["order"] == ["a2"]
    assert document(left).days == []
    assert "Ask Legal" not in everything(left)


def test_a_goal_goes_with_its_links_and_ratings() -> None:
    left = without("g2")
    goals = view_of(left, "map")
    assert "g2" not in goals["items"]["order"]
    assert not [key for key in goals["links"]["order"] if "g2" in key]
    assert all("g2" not in frozen["order"] + list(frozen["goals"]) for frozen in goals["rounds"])
    assert "Launch the portal" not in everything(left)


def test_an_answer_goes_in_every_spelling_and_the_number_of_people_stays() -> None:
    left = without(handle("word:hopeful"), activities={"words": words_view()})
    results = view_of(left, "words")["results"]
    assert results["words"] == [{"text": "tired", "count": 2}]
    assert results["answered"] == 6


def test_a_whole_activity_goes_and_with_it_what_actions_say_of_it() -> None:
    left = without("board")
    assert [each.id for each in left.agenda] == ["check-in", "words", "map"]
    assert set(left.actions["items"]["a1"]) == {"text", "owner", "due"}
    assert "Sign-off" not in everything(left)


def test_a_note_can_be_left_out_though_it_has_no_id() -> None:
    review = {"review": review_view()}
    found = {choice.text: choice.handle for choice in choices(made(activities=review))}
    left = without(found["One call"], activities=review)
    assert view_of(left, "review")["notes"] == {"a1": ["It took a while"]}
    assert "One call" not in everything(left)


def test_what_goes_on_can_be_left_out_too() -> None:
    left = without("a9", carried=CARRIED)
    assert left.carried == listing({})
    assert "Hear two calls" not in everything(left)


def test_names_go_everywhere() -> None:
    views = {**activities(), "board": signed_view()}
    left = without(names=True, activities=views, carried=CARRIED)
    text = everything(left)
    for name in ("Priya", "Ada", "Claims", "Tom"):
        assert name not in text
    assert left.left_out.names
    assert "calls" in text, "a measure has a name that is nobody's"


def test_what_is_left_out_is_said() -> None:
    notes = document(without("c1", "c2", names=True)).notes
    assert "2 things were left out of this record." in notes
    assert "Names were left out of this record." in notes


def test_leaving_out_in_two_steps_is_leaving_out_at_once() -> None:
    once = without("c1", "a1", names=True)
    twice = redacted(without("c1"), drop=["a1"], drop_names=True)
    assert to_json(once) == to_json(twice)


def test_leaving_out_nothing_changes_nothing() -> None:
    assert redacted(made()) == made()


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(WorkshopkitError, match=r"'nothing'.*preview lists"):
        without("c1", "nothing")


def test_everything_that_people_wrote_can_be_left_out_by_a_handle() -> None:
    found = choices(made(), "cy")
    assert [
        choice.handle for choice in found if not re.fullmatch(r"[0-9a-f]{8}", choice.handle)
    ] == []
    texts = {choice.text for choice in found}
    assert {"hopeful", "tired", "Pairing", "Sign-off", "Launch the portal", "Ask Legal"} <= texts
    assert "Beth ddigwyddodd?" in texts
    left = redacted(made(), drop=[choice.handle for choice in found])
    assert left.agenda == ()
    assert left.actions == {"order": [], "items": {}}


def test_a_word_is_never_taken_for_an_id() -> None:
    """A goal map's ids are what a notebook calls them: they may be any word."""
    items = {"goal": {"level": "goal", "text": "One"}, "text": {"level": "work", "text": "goal"}}
    goals = {
        **activities()["map"],
        "items": listing(items),
        "links": listing({"text~goal": {"child": "text", "parent": "goal"}}),
        "sight": {"unserved": [], "aimless": [], "unmeasured": [], "assumptions": [], "share": {}},
        "rounds": [],
    }
    left = without("goal", activities={"map": goals})
    view = view_of(left, "map")
    assert view["items"] == listing({"text": {"level": "work", "text": "goal"}})
    assert view["links"] == listing({})
    document(left)


def test_an_activity_of_an_unknown_kind_is_swept_as_well() -> None:
    chess = {
        "kind": "chess",
        "title": {"en": "Chess"},
        "moves": listing({"m1": {"text": "e4", "author": "Ada"}, "m2": {"text": "e5"}}),
        "answers": listing({"r1": {"text": "good", "to": "m1"}, "r2": {"text": "bad", "to": "m2"}}),
        "arrows": listing({"x": {"from": "m1", "to": "m2"}}),
        "stars": {"m1": 3, "m2": 1},
        "best": ["m1", "m2"],
        "focus": "m1",
    }
    left = view_of(without("m1", names=True, activities={"it": chess}), "it")
    assert left == {
        "kind": "chess",
        "title": {"en": "Chess"},
        "moves": listing({"m2": {"text": "e5"}}),
        "answers": listing({"r1": {"text": "good"}, "r2": {"text": "bad", "to": "m2"}}),
        "arrows": listing({}),
        "stars": {"m2": 1},
        "best": ["m2"],
    }


EVERYTHING = made(activities={**activities(), "review": review_view()}, carried=CARRIED)
HANDLES = {choice.handle: choice for choice in choices(EVERYTHING)}


@settings(max_examples=25)
@given(st.sets(st.sampled_from(sorted(HANDLES)), max_size=6), st.booleans())
def test_whatever_is_left_out_is_nowhere_and_the_rest_can_still_be_read(
    drop: set[str], names: bool
) -> None:
    left = redacted(EVERYTHING, drop=drop, drop_names=names)
    kept = {choice.text for choice in choices(left)} | {left.title}
    said = set(_texts(json.loads(to_json(left))))
    gone = {HANDLES[handle].text for handle in drop} - kept
    assert not gone & said
    assert from_json(to_json(left)) == left
    document(left)
    if names:
        assert not {"Priya", "Tom", "Claims"} & said


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []
