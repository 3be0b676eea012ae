"""The TypeScript types and the protocol page say what the Python structs say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "generate_protocol.py"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_protocol", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_protocol_files_are_up_to_date(generator: ModuleType) -> None:
    for path, text in generator.files().items():
        assert path.read_text(encoding="utf-8") == text, (
            f"{path.name} is out of date: run python tools/generate_protocol.py"
        )


def test_every_command_has_a_type_of_its_own(generator: ModuleType) -> None:
    written = generator.typescript()
    for kind in generator.command_types():
        assert f'readonly kind: "{kind.__struct_config__.tag}";' in written
