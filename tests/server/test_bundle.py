"""The built front end: hashed names, cached for good."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from workshopkit.server.bundle import Bundle, is_hashed


def test_a_file_is_found_by_its_logical_name_also_after_a_new_build(tmp_path: Path) -> None:
    bundle = Bundle(tmp_path)
    assert bundle.file("join.js") is None
    for number, name in enumerate(("join.AAAAAAAA.js", "join.BBBBBBBB.js")):
        (tmp_path / "manifest.json").write_text(json.dumps({"join.js": name}))
        os.utime(tmp_path / "manifest.json", (number, number))
        assert bundle.file("join.js") == name


@pytest.mark.parametrize(
    ("name", "hashed"),
    [
        ("join.3KQZ7A2B.js", True),
        ("words.en.0a1b2c3d4e.json", True),
        ("part.ABCDEFGH.js", True),
        ("widget.js", False),
        ("widget.css", False),
        ("manifest.json", False),
    ],
)
def test_only_hashed_names_are_kept_for_good(name: str, hashed: bool) -> None:
    assert is_hashed(name) is hashed
