"""The interface in another language: every word on screen can be translated, and no other word is."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = "data/interface/oxus.pot"


def test_the_template_holds_what_the_source_says_today(tmp_path: Path) -> None:
    made = tmp_path / "oxus.pot"
    command = [str(made) if each == TEMPLATE else each for each in _gathering()]
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True)
    assert made.read_text("utf-8") == (ROOT / TEMPLATE).read_text("utf-8"), "make words brings it up to date"


def _gathering() -> list[str]:
    """The arguments with which `make words` gathers the messages."""
    rule = (ROOT / "Makefile").read_text("utf-8").partition("\nwords:")[2]
    command = re.search(r"@\$\(BIN\)/python (.*? extract .*?[^\\])\n", rule, re.DOTALL)
    assert command
    return shlex.split(command[1].replace("\\\n", " "))
