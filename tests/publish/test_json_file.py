"""JSON is the record itself: read and written again it is the same, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publish.records import made
from workshopkit.errors import WorkshopkitError
from workshopkit.publish.json_file import from_json, read_json, schema, to_json

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "record.schema.json"
plain = st.text(st.characters(codec="utf-8"))
views = st.dictionaries(
    plain,
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.floats(allow_nan=False)
        | plain,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


def test_a_record_comes_back_as_it_was() -> None:
    found = made()
    assert from_json(to_json(found)) == found
    assert to_json(from_json(to_json(found))) == to_json(found)


@given(views, plain)
def test_so_does_any_record_of_any_kind_of_activity(view: dict[str, Any], title: str) -> None:
    found = made(
        activities={"it": {**view, "kind": "chess", "title": {"en": title}}},
        workshop={"title": title, "team": title, "date": "", "state": "open"},
    )
    text = to_json(found)
    assert from_json(text) == found
    assert to_json(from_json(text)) == text


def test_it_says_what_it_is_and_of_which_version() -> None:
    said = json.loads(to_json(made()))
    assert list(said)[:2] == ["format", "version"]
    assert (said["format"], said["version"]) == ("workshopkit-record", 1)


def test_the_schema_in_the_documents_is_this_one() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == schema(), (
        "write json.dumps(workshopkit.publish.json_file.schema(), indent=2) there"
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 2}, "newer workshopkit"),
        ({"version": 99, "more": 1}, "newer workshopkit"),
        ({"format": "other"}, "no record"),
        ({"more": 1}, "no record"),
        ({"people": "many"}, "no record"),
        ({"agenda": [{"id": "x"}]}, "no record"),
    ],
)
def test_what_is_no_record_of_today_says_so_in_one_line(
    change: dict[str, Any], reason: str
) -> None:
    data = json.dumps({**json.loads(to_json(made())), **change})
    with pytest.raises(WorkshopkitError, match=reason) as problem:
        from_json(data)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"null", b"{", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"version": "1"}']
)
def test_what_is_no_json_object_says_so_too(data: bytes) -> None:
    with pytest.raises(WorkshopkitError, match="no record of a workshop"):
        from_json(data)


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(WorkshopkitError, match="cannot be read"):
        read_json(tmp_path / "missing.json")
    (tmp_path / "it.json").write_text(to_json(made()), "utf-8")
    assert read_json(tmp_path / "it.json") == made()


def test_a_file_that_is_far_too_big_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshopkit.publish.json_file.LONGEST", 10)
    (tmp_path / "it.json").write_text(to_json(made()), "utf-8")
    with pytest.raises(WorkshopkitError, match="too big"):
        read_json(tmp_path / "it.json")
