"""The day on which something was said: it dates the article, never the value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from etl.extract.reading import Reading
from etl.extract.times import Time
from etl.model import Period

NEAR = 5  # words between "said" and "on 12 November"
SAYING = ("day", "us_day", "month_year", "day_month", "month", "iso")


def without_said(reading: Reading) -> Reading:
    """The sentence without the days on which it was said: "the ministry said on 12 November 2024"."""
    said = [time for time in reading.times if _is_said(reading, time)]
    if not said:
        return reading
    return replace(reading, times=tuple(t for t in reading.times if t not in said), said=tuple(said))


def _is_said(reading: Reading, time: Time) -> bool:
    if time.group not in SAYING:
        return False
    at = reading.token_at(time.span.start)
    for hit in reading.of("says"):
        between = [token.norm for token in reading.row[hit.last : at]]
        joined = not any(word in (",", ";", "that") for word in between)
        joined = joined and not any(hit.last <= m.first < at for m in reading.mentions)
        if hit.last <= at and len(between) <= NEAR and joined:
            return True
    return False


def date_told(readings: Iterable[Reading]) -> Period | None:
    """The first whole date on which the article says that something was said."""
    for reading in readings:
        for time in reading.said:
            if time.period is not None:
                return time.period
    return None
