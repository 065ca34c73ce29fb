"""Other programs to compare with, each in an environment of its own, made on demand from its pinned list.

.venv-peers/quantulum3/     from quantulum3.txt, runs ask_quantulum3.py
.venv-peers/recognizers/    from recognizers.txt, runs ask_recognizers.py
.venv-peers/dash/           from dash.txt, runs serve_dash.py
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
HOME = HERE.parent.parent / ".venv-peers"
NAMES = ("quantulum3", "recognizers")
PATIENCE = 900  # seconds for an installation or a run


class Answers(NamedTuple):
    """The quantities of each sentence, and the CPU seconds that finding them took."""

    rows: list[list[dict[str, Any]]]
    seconds: float


def answers(name: str, texts: Sequence[str]) -> Answers | str:
    """What the peer finds in these sentences; else a sentence that says why it cannot be asked."""
    why_not = _installed(name)
    if why_not:
        return why_not
    try:
        done = subprocess.run(
            [_python(name), HERE / f"ask_{name}.py"],
            input=json.dumps(list(texts)), check=True, capture_output=True, text=True, timeout=PATIENCE,
        )  # fmt: skip
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        return f"{name} did not answer: {_last_line(problem)}"
    found = json.loads(done.stdout)
    return Answers([[_pair(row) for row in rows] for rows in found["rows"]], found["seconds"])


def interpreter(name: str) -> Path | str:
    """The Python of a peer's environment; else a sentence that says why there is none."""
    return _installed(name) or _python(name)


def _pair(row: dict[str, Any]) -> dict[str, Any]:
    """A range as a pair: JSON knows lists only."""
    return row | {"value": tuple(row["value"])} if isinstance(row["value"], list) else row


def _python(name: str) -> Path:
    return HOME / name / "bin" / "python"


def _installed(name: str) -> str | None:
    """Make the peer's environment where there is none; a sentence where that fails."""
    ready = HOME / name / "ready"
    pins = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    if ready.exists() and ready.read_text(encoding="utf-8") == pins:
        return None
    pip = [str(_python(name)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps: tuple[list[str], ...] = (
        [sys.executable, "-m", "venv", "--clear", str(HOME / name)],
        [*pip, "--requirement", str(HERE / f"{name}.txt")],
    )
    try:
        for step in steps:
            subprocess.run(step, check=True, capture_output=True, text=True, timeout=PATIENCE)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, OSError) as problem:
        return f"{name} cannot be installed here: {_last_line(problem)}"
    ready.write_text(pins, encoding="utf-8")
    return None


def _last_line(problem: Exception) -> str:
    lines = str(getattr(problem, "stderr", "") or problem).strip().splitlines()
    return lines[-1] if lines else type(problem).__name__
