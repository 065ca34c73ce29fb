"""What tests share."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.store_world import Store

# How long an example takes says what else the machine does, not whether the example holds.
settings.register_profile("oxus", deadline=None)
settings.load_profile("oxus")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store in a folder of its own."""
    return Store(tmp_path / "store")


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the bundled articles, made by the command that a reader's machine runs."""
    folder = tmp_path_factory.mktemp("bundled") / "store"
    command = [sys.executable, "-m", "etl", "build", "--store", str(folder)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert made.returncode == 0, made.stderr
    return folder
