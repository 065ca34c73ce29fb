"""Where the machine's own Chromium is, and how it must be started to draw maps without a GPU."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping

NAMES = ("chromium", "chromium-browser")
FLAGS = (
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    # Without a GPU the pages themselves are painted sooner by the processor; the map has its own drawing.
    "--disable-gpu-rasterization",
    "--disable-gpu-compositing",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = (
    "No Chromium on this machine. Install it (Debian: apt-get install chromium), "
    "or name its executable in CHROMIUM."
)


def executable(environment: Mapping[str, str] = os.environ) -> str | None:
    """The path that CHROMIUM names, else the first of `NAMES` on the PATH, else None."""
    named = environment.get("CHROMIUM")
    found = (shutil.which(name, path=environment.get("PATH")) for name in ((named,) if named else NAMES))
    return next((path for path in found if path), None)
