"""Files that are whole or absent, also after a power cut."""

from __future__ import annotations

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Wait until what was written to `path` is on the disk."""
    flags = os.O_RDONLY | (os.O_DIRECTORY if path.is_dir() else 0)
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(made: Path, final: Path) -> None:
    """Give the finished file `made` its final name in one step; a reader sees the old file or the new one."""
    sync(made)
    made.replace(final)
    sync(final.parent)
