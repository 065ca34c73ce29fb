"""When the source may be asked again, from how the earlier runs ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

BETWEEN_RUNS = timedelta(hours=6)
AFTER_LIMIT = timedelta(hours=1)
LONGEST = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Run:
    """One attempt; `at` knows its zone."""

    at: datetime
    outcome: str


def not_before(runs: Sequence[Run]) -> datetime | None:
    """The moment before which the source must not be asked; `runs` are the earlier ones, oldest first.

    Six hours after a success. After the answer "asked too often" one hour, doubled each time up to a day.

    >>> from datetime import UTC
    >>> limited = [Run(datetime(2026, 11, 21, hour, tzinfo=UTC), "rate_limited") for hour in (8, 9, 11)]
    >>> print(not_before(limited))
    2026-11-21 15:00:00+00:00
    """
    if not runs:
        return None
    last = runs[-1]
    if last.outcome == "ok":
        return last.at + BETWEEN_RUNS
    times = len(list(takewhile(lambda run: run.outcome == "rate_limited", reversed(runs))))
    return last.at + min(AFTER_LIMIT * 2 ** min(times - 1, 5), LONGEST) if times else None
