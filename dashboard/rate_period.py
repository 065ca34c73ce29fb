"""The stretch of time that the rates page shows, and how finely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pandas as pd

from dashboard.language import N_

Step = Literal["day", "week", "month", "quarter", "year"]

PERIODS = {"3m": N_("3 months"), "1y": N_("1 year"), "5y": N_("5 years"), "all": N_("all")}
DEFAULT = "1y"
BACK = {"3m": pd.DateOffset(months=3), "1y": pd.DateOffset(years=1), "5y": pd.DateOffset(years=5)}
MOST = 130  # points of a line: as many as a panel has room for
# Days that a step takes at least, on the whole, and the longest way between two neighbours: longer is a gap.
# A holiday of four days is none.
STEPS: dict[Step, tuple[int, int]] = {"day": (1, 4), "week": (7, 7), "month": (30, 31), "quarter": (90, 92)}


@dataclass(frozen=True, slots=True)
class Period:
    """First day to last day, both included."""

    first: date
    last: date

    @property
    def step(self) -> Step:
        """The finest of which no more than `MOST` fit.

        >>> Period(date(2025, 11, 21), date(2026, 11, 20)).step
        'week'
        """
        days = (self.last - self.first).days + 1
        return next((step for step, (length, _) in STEPS.items() if days <= MOST * length), "year")


def ending(last: date, oldest: date, code: str) -> Period:
    """So far back from `last`, no further than the oldest rate; all is from the oldest rate on.

    >>> ending(date(2026, 11, 20), date(2016, 1, 4), "1y")
    Period(first=datetime.date(2025, 11, 21), last=datetime.date(2026, 11, 20))
    """
    if code not in BACK:
        return Period(oldest, last)
    return Period(max((pd.Timestamp(last) - BACK[code]).date() + timedelta(days=1), oldest), last)


def until(period: Period, today: date) -> Period:
    """Without the days to come: what is set for tomorrow has not been."""
    return Period(period.first, min(period.last, today))


def follows(step: Step, before: date, after: date) -> bool:
    """Whether nothing is missing between two neighbours; they are the days on which their steps begin.

    >>> follows("day", date(2026, 11, 20), date(2026, 11, 23))
    True
    >>> follows("week", date(2026, 11, 2), date(2026, 11, 16))
    False
    """
    return (after - before).days <= STEPS.get(step, (366, 366))[1]
