"""`python -m workshopkit` is the command `workshopkit`."""

from __future__ import annotations

import sys

from workshopkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
