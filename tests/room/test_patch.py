"""JSON Merge Patches between views."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopkit.room.patch import difference, merge

keys = st.text("abc", max_size=2)
leaves = st.booleans() | st.integers(-3, 3) | st.text("xy", max_size=2)
values = st.recursive(
    leaves | st.lists(leaves, max_size=3),
    lambda inner: st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
views = st.dictionaries(keys, values, max_size=4)


@given(views, views)
def test_a_difference_leads_from_one_view_to_the_next(before: Any, after: Any) -> None:
    """RM5."""
    assert merge(before, difference(before, after)) == after


@given(views)
def test_equal_views_differ_in_nothing(view: Any) -> None:
    assert difference(view, view) == {}


@given(views, views, views)
def test_patches_follow_one_another(first: Any, second: Any, third: Any) -> None:
    shown = merge(merge(first, difference(first, second)), difference(second, third))
    assert shown == third


@given(views, views)
def test_neither_view_is_changed(before: Any, after: Any) -> None:
    shown = repr((before, after))
    merge(before, difference(before, after))
    assert repr((before, after)) == shown


@given(views, keys, leaves)
def test_a_difference_says_no_more_than_what_changed(view: Any, key: str, leaf: Any) -> None:
    assert set(difference(view, {**view, key: leaf})) <= {key}


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_patches_are_merged_as_rfc_7396_shows(target: Any, patch: Any, result: Any) -> None:
    assert merge(target, patch) == result
