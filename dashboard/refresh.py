"""The refresh of the rates: `python -m etl rates` as a process of the server, one at a time, whoever asks."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from dashboard import database
from dashboard.language import N_

ROOT = Path(__file__).resolve().parent.parent
LOG = logging.getLogger("oxus")
PATIENCE = 5.0  # seconds for a command that is asked to end
BROKEN_OFF = N_(
    "The command broke off before it was done; the server's log says why. The rates kept are as they were."
)


class Run:
    """One run of a command from its start on. `lines` is what it has said so far."""

    def __init__(self, command: Sequence[str]) -> None:
        self.started = datetime.now(UTC)
        self.lines: list[str] = []
        self.failed = False
        self._over = threading.Event()
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        # Of the server and not of a visitor, whose session may end before the command does.
        threading.Thread(target=self._follow, daemon=True).start()

    @property
    def over(self) -> bool:
        """Whether the command has ended."""
        return self._over.is_set()

    def wait(self) -> None:
        """Until the command has ended."""
        self._over.wait()

    def end(self) -> None:
        """Stop the command, gently first."""
        self._process.terminate()
        if not self._over.wait(PATIENCE):
            self._process.kill()
            self._over.wait(PATIENCE)

    def _follow(self) -> None:
        with self._process:  # which waits for it, so that no zombie stays
            self.lines.extend(told(self._process.stdout or ()))
        self.failed = self._process.returncode != 0
        if self._process.returncode < 0:
            self.lines.append(BROKEN_OFF)
        self._over.set()


def told(lines: Iterable[str]) -> Iterator[str]:
    """What a command says to a person: a traceback goes to the log, and is a sentence here."""
    lines = iter(lines)
    for line in lines:
        if line.startswith("Traceback"):
            LOG.error("%s%s", line, "".join(lines))
            yield BROKEN_OFF
        elif line.strip():
            yield line.rstrip()


class Refresh:
    """At most one run at a time. `latest` is the one under way or, when none is, the last."""

    def __init__(self) -> None:
        self._one = threading.Lock()
        self.latest: Run | None = None

    def start(self, command: Sequence[str]) -> Run:
        """The run under way, which the caller joins, else a new one."""
        with self._one:
            if self.latest is None or self.latest.over:
                self.latest = Run(command)
            return self.latest

    def stop(self) -> None:
        """End what is under way."""
        with self._one:
            if self.latest is not None and not self.latest.over:
                self.latest.end()


RATES = Refresh()


def start_rates() -> Run:
    """Ask the sources of rates, or join who is asking them."""
    return RATES.start([sys.executable, "-u", "-m", "etl", "rates", "--store", str(database.store())])
