"""A kernel pays for pandas and charts when they are asked for, not when it starts."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("altair", "matplotlib", "numpy", "pandas", "scipy", "sklearn", "vl_convert", "voila")


def test_importing_workshopkit_imports_nothing_heavy() -> None:
    code = f"import sys, workshopkit; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True
    )
    assert done.stdout.strip() == "[]"
