"""Forgetting puts a mark where texts were, at any depth, and leaves all else alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workshopkit.domain.forgetting import ERASED, erased, without_texts

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


def test_only_the_fields_that_people_wrote_in_are_changed() -> None:
    measure = {"name": "calls", "unit": "", "baseline": 900.0, "target": None}
    event = {"type": "it", "item": "i1", "text": "Fewer calls", "measure": measure, "owner": ""}
    assert without_texts(event, ("text", "measure", "owner")) == {
        "type": "it",
        "item": "i1",
        "text": ERASED,
        "measure": {"name": ERASED, "unit": "", "baseline": 900.0, "target": None},
        "owner": "",
    }


def test_lists_keep_their_length() -> None:
    assert without_texts({"words": ["hopeful", "tired"]}, ("words",)) == {"words": [ERASED] * 2}


def test_a_text_inside_another_field_is_named_by_the_way_to_it() -> None:
    plan = {"belief": "We think", "form": "value", "rails": [{"id": "r", "name": "calls"}]}
    event = {"plan": plan, "decision": None}
    fields = ("plan.belief", "plan.rails.name", "plan.gone", "decision.learned", "gone.too")
    after = without_texts(event, fields)
    assert after == {
        "plan": {"belief": ERASED, "form": "value", "rails": [{"id": "r", "name": ERASED}]},
        "decision": None,
    }
    assert plan["belief"] == "We think"


@given(json_values)
def test_no_text_is_left_and_forgetting_twice_is_forgetting_once(value: object) -> None:
    assert set(texts(erased(value))) <= {ERASED, ""}
    assert len(texts(erased(value))) == len(texts(value))
    assert erased(erased(value)) == erased(value)
