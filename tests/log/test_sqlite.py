from __future__ import annotations

from pathlib import Path

import pytest

from tests.log.contract import EventLogContract, Opens
from workshopkit.log.sqlite import SqliteLog


class TestSqliteLog(EventLogContract):
    @pytest.fixture
    def opens(self, tmp_path: Path) -> Opens:
        return lambda: SqliteLog(tmp_path / "log.db")
