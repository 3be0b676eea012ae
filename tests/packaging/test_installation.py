"""The wheel in an empty environment, outside the clone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def test_the_command_explains_itself(installation) -> None:
    assert "serve" in installation.run("workshopkit", "--help")
