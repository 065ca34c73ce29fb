"""Dates that no calendar has: 31 February, 2024-13-40."""

from __future__ import annotations

from calendar import monthrange

from etl.extract.calendar_words import months_in, numbers_in
from etl.extract.times import Time

NO_SUCH_DAY = "a date that no calendar has"
DATED = ("day", "us_day", "iso", "dotted")
LEAP = 2024  # a year that has a 29th of February


def no_such_day(text: str, time: Time) -> str | None:
    """Why the date is none, with its words: a day written out that could not be read as one."""
    if time.period is not None or not _is_none(time.span.of(text), time.group):
        return None
    return f"{NO_SUCH_DAY}: “{time.span.of(text)}”"


def _is_none(words: str, group: str) -> bool:
    if group != "day_month":
        return group in DATED
    days, months = numbers_in(words), months_in(words)
    return bool(days and months) and not 1 <= days[0] <= monthrange(LEAP, months[0])[1]
