"""Written times into periods, as read on the day the article came out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from etl.extract.calendar import Calendar, in_year, whole_months, whole_year
from etl.extract.calendar_words import count, months_in, numbers_in
from etl.extract.relative_times import (
    ago_of,
    decade_of,
    event_of,
    month_of,
    not_ahead,
    now_of,
    past_year_of,
    relative_of,
    season_of,
    window_of,
    year_end_of,
)
from etl.model import Period
from etl.reference import language


def period_named(own: Calendar, group: str, match: re.Match[str]) -> Period | None:
    """The period of a match of the time pattern; None where it cannot be worked out."""
    reader: Callable[[Calendar, re.Match[str]], Period | None] | None = READERS.get(group)
    try:
        return reader(own, match) if reader else None
    except ValueError:  # 31.02.2024, year 0: not a day of any calendar
        return None


def _day(_: Calendar, match: re.Match[str]) -> Period:
    numbers = numbers_in(match.group())
    day = date(numbers[-1], months_in(match.group())[0], numbers[0])
    return Period(day, day)


def _iso(_: Calendar, match: re.Match[str]) -> Period:
    day = date.fromisoformat(match.group())
    return Period(day, day)


def _dotted(_: Calendar, match: re.Match[str]) -> Period:
    day, month, year = numbers_in(match.group())
    return Period(date(year, month, day), date(year, month, day))


def _day_month(own: Calendar, match: re.Match[str]) -> Period | None:
    if own.nearest is None:
        return None
    day = date(own.nearest, months_in(match.group())[0], numbers_in(match.group())[0])
    ahead = own.today is not None and day > own.today.last and day.month - own.today.last.month > SOON
    day = in_year(day, -1) if ahead else day  # "on 28 December", printed in January
    return Period(day, day)


SOON = 6  # months; a day further ahead is more likely past


def _month_range(own: Calendar, match: re.Match[str]) -> Period | None:
    year = own.year_of(match["months_of"]) or own.nearest
    first, last = months_in(match.group())[:2]
    return not_ahead(own, whole_months(year, first, last), match["months_of"]) if year else None


def _month_span(_: Calendar, match: re.Match[str]) -> Period:
    (first, last), years = months_in(match.group())[:2], numbers_in(match.group())
    return Period(whole_months(years[0], first).first, whole_months(years[1], last).last)


def _month_year(own: Calendar, match: re.Match[str]) -> Period | None:
    year = own.year_of(match.group())
    return whole_months(year, months_in(match.group())[0]) if year else None


def _q_label(_: Calendar, match: re.Match[str]) -> Period:
    text = match.group().upper()
    numbers = numbers_in(text)
    part, year = (
        (numbers[0], numbers[1]) if len(numbers) > 1 else (int(str(numbers[0])[0]), int(str(numbers[0])[1:]))
    )
    size = 3 if "Q" in text else 6
    return whole_months(year + 2000 if year < 100 else year, (part - 1) * size + 1, part * size)


def _part(own: Calendar, match: re.Match[str]) -> Period | None:
    year = own.year_of(match["part_of"]) or own.nearest
    ordinals: dict[str, int] = language("time")["ordinals"]
    words = match.group().lower().replace("-", " ").split()
    nth = next(ordinals[w] for w in words if w in ordinals)
    size = 3 if "quarter" in words else 6
    if not year or nth * size > 12:
        return None
    return not_ahead(own, whole_months(year, (nth - 1) * size + 1, nth * size), _year_told(match["part_of"]))


def _first_months(own: Calendar, match: re.Match[str]) -> Period | None:
    year = own.year_of(match["fm_of"]) or own.nearest
    size = count(match["fm_count"]) * (3 if "quarter" in match.group().lower() else 1)
    if not year or not 0 < size <= MONTHS:
        return None
    return not_ahead(own, whole_months(year, 1, size), _year_told(match["fm_of"]))


def _year_told(words: str | None) -> str | None:
    """ "the first half of the year" says no more of which than "the first half"."""
    return None if words is None or words.lower() == "the year" else words


def _years(_: Calendar, match: re.Match[str]) -> Period:
    first, last = numbers_in(match.group())[:2]
    last = first // 100 * 100 + last if last < 100 else last
    return whole_year(*sorted((first, last)))


def _year(_: Calendar, match: re.Match[str]) -> Period:
    return whole_year(numbers_in(match.group())[-1])


def _decades(_: Calendar, match: re.Match[str]) -> Period:
    first = numbers_in(match.group())[0]
    return whole_year(first, first + 9)


def _same(_: Calendar, match: re.Match[str]) -> Period | None:
    """ "in the same months of 2023": a yardstick of that year."""
    year = numbers_in(match["same_of"] or "")
    return whole_year(year[0]) if year else None


def _opening(own: Calendar, match: re.Match[str]) -> Period | None:
    """The first months of the last year that has had so many."""
    size = count(match["opening_count"])
    if own.nearest is None or not 0 < size <= MONTHS:
        return None
    return not_ahead(own, whole_months(own.nearest, 1, size), None)


MONTHS = 12


OUTRIGHT = (  # whatever the calendar, these are the same time, or none
    *("iso", "dotted", "day", "us_day", "month_span", "q_label", "decades", "from_to", "years", "year"),
    *("event", "same", "then", "that", "earlier"),
)
READERS: dict[str, Any] = {
    "now": now_of,
    "iso": _iso,
    "dotted": _dotted,
    "day": _day,
    "us_day": _day,
    "months": _month_range,
    "month_span": _month_span,
    "q_label": _q_label,
    "day_month": _day_month,
    "month_year": _month_year,
    "year_end": year_end_of,
    "whole_year": year_end_of,
    "decade": decade_of,
    "decades": _decades,
    "past_year": past_year_of,
    "event": event_of,
    "part": _part,
    "first_months": _first_months,
    "same": _same,
    "opening": _opening,
    "from_to": _years,
    "years": _years,
    "season": season_of,
    "year": _year,
    "month": month_of,
    "ago": ago_of,
    "window": window_of,
    "relative": relative_of,
}
