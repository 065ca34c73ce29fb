"""What the server has done before its first visitor comes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUESTION = """
import gc, sys
from dashboard import ready
ready.load()
print(gc.get_freeze_count(), len(gc.get_objects()), *sorted(sys.modules))
"""


def test_everything_that_pages_are_made_with_is_loaded_and_never_looked_at_again() -> None:
    done = subprocess.run(
        [sys.executable, "-c", QUESTION], cwd=ROOT, check=True, capture_output=True, text=True, timeout=60
    )
    aside, left, *loaded = done.stdout.split()
    assert int(aside) > 50 * int(left)
    assert {"pandas", "plotly.graph_objs._figure", "pydeck", "dashboard.queries.indicator"} <= set(loaded)
