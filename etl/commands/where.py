"""Where the articles are, and where the database goes."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
ARTICLES = DATA / "articles"


def default_store() -> Path:
    """OXUS_STORE, or data/store: the folder in which the dashboard looks."""
    return Path(os.environ.get("OXUS_STORE") or DATA / "store")


def personal_use() -> bool:
    """OXUS_PERSONAL_USE=1: files hold what a source gives for personal use only, and are not passed on."""
    return os.environ.get("OXUS_PERSONAL_USE") == "1"


def add_store(parser: argparse.ArgumentParser) -> None:
    """`--store DIR`."""
    parser.add_argument(
        "--store",
        type=Path,
        default=default_store(),
        metavar="DIR",
        help="folder of the databases (default: data/store)",
    )
