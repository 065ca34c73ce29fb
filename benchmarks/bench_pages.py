"""Server CPU of each page: its first run, and a rerun as after a choice, with the bundled articles."""

from __future__ import annotations

import logging
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("region", "country", "indicator", "places", "rates", "evidence", "snapshots")
RERUNS = 15


def run_seconds(page: object) -> float:
    """CPU seconds of one run of a page's script."""
    before = time.process_time()
    page.run()  # type: ignore[attr-defined]
    return time.process_time() - before


def main() -> None:
    """Print a line for each page."""
    with tempfile.TemporaryDirectory() as name:
        build = [sys.executable, "-m", "etl", "build", "--store", name]
        subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
        os.environ["OXUS_STORE"] = name
        logging.disable(logging.WARNING)
        from streamlit.testing.v1 import AppTest  # noqa: PLC0415, after OXUS_STORE is set

        print("page         first run   rerun, median")
        for page in PAGES:
            app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
            app.switch_page(f"pages/{page}.py")
            first = run_seconds(app)
            rerun = statistics.median(run_seconds(app) for _ in range(RERUNS))
            print(f"{page:12} {first * 1000:6.0f} ms   {rerun * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
