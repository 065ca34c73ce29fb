"""How far a long command is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import TextIO

WIDTH = 30
SECONDS = 5.0


@dataclass(slots=True)
class Progress:
    """Told of each thing that is done. Plain lines come every few seconds at most: a log stays short."""

    total: int
    out: TextIO
    what: str = "files read"
    seconds: float = SECONDS  # between two plain lines
    done: int = 0
    said: float = field(default_factory=monotonic)
    stopped: bool = False

    @contextmanager
    def stoppable(self) -> Iterator[None]:
        """Ctrl-C stops the work at the latest after the one in hand: DuckDB sometimes swallows it."""
        before = signal.signal(signal.SIGINT, self._stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _stop(self, *_: object) -> None:
        self.stopped = True
        raise KeyboardInterrupt

    def read(self, name: str) -> None:
        """One more; `name` says which."""
        if self.stopped:
            raise KeyboardInterrupt
        self.done += 1
        if self.out.isatty():
            self.out.write(f"\r{bar(self.done, self.total)} {name[:40]:40}")
            self.out.flush()
        elif monotonic() - self.said > self.seconds:
            self.said = monotonic()
            self._line(f"{self.done} of {self.total} {self.what}")

    def waiting(self) -> None:
        """Another process is publishing."""
        self._line("Another build is being published; waiting for it to finish.")

    def publishing(self) -> None:
        """All is read."""
        self.end()
        self._line(f"{self.done} of {self.total} {self.what}. Making the database.")

    def clear(self) -> None:
        """Make room on the bar's line; the next thing done draws it again."""
        if self.out.isatty() and self.done:
            self.out.write("\r\x1b[K")
            self.out.flush()

    def end(self) -> None:
        """Leave the bar's line."""
        if self.out.isatty() and self.done:
            self.out.write("\n")

    def _line(self, sentence: str) -> None:
        self.out.write(f"{sentence}\n")
        self.out.flush()


def bar(done: int, total: int) -> str:
    """A bar of fixed width.

    >>> bar(6, 18)
    '[##########....................] 6 of 18'
    """
    filled = WIDTH * min(done, total) // max(total, 1)
    return f"[{'#' * filled}{'.' * (WIDTH - filled)}] {done} of {total}"
