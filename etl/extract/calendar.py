"""The days of years and months, and the day on which an article came out."""

from __future__ import annotations

import calendar as months_of
import re
from dataclasses import dataclass
from datetime import date

from etl.model import Period

YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")


def whole_year(first: int, last: int | None = None) -> Period:
    """One year, or several."""
    return Period(date(first, 1, 1), date(last or first, 12, 31))


def whole_months(year: int, first: int, last: int | None = None) -> Period:
    """One month of a year, or several; a last month before the first is the next year's."""
    last = last or first
    end_year = year + (last < first)
    return Period(date(year, first, 1), date(end_year, last, months_of.monthrange(end_year, last)[1]))


def in_year(day: date, step: int) -> date:
    """The same day so many years on; 28 for 29 February. Year 1 stays."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=max(1, day.year + step), day=28 if leap else day.day)


@dataclass(frozen=True, slots=True)
class Calendar:
    """`today` is the article's own date, None where it has none; nothing relative is then worked out.

    `told` is the last year that an article without a date named: "in September" is then of that year.
    """

    today: Period | None
    told: int | None = None

    @property
    def year(self) -> int | None:
        """The article's own year."""
        return self.today.last.year if self.today else None

    @property
    def nearest(self) -> int | None:
        """The year of a month or quarter that names none."""
        return self.told if self.today is None else self.year

    def year_of(self, words: str | None) -> int | None:
        """The year that "2024", "this year" or "last year" names."""
        if not words:
            return None
        found = YEAR.search(words)
        if found:
            return int(found.group())
        back = bool(re.search(r"last|previous|preceding|past", words, re.IGNORECASE))
        return None if self.year is None else self.year - back
